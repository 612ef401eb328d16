using System;
using System.Globalization;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>Numbers as one writes them by hand.</summary>
internal static class Numbers
{
    /// <summary>A number that isn't negative; the sign is the writer's business.</summary>
    public static string Write(double number, ScalarType type)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return double.IsNaN(number) ? "NaN" : "∞";
        }

        if (Name(number, type) is { } name)
        {
            return name;
        }

        string text = type == ScalarType.Single ? Shortest((float)number) : Shortest(number);
        int mark = text.IndexOf('E');
        if (mark < 0)
        {
            return text;
        }

        string significand = text.Substring(0, mark);
        int exponent = int.Parse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string power = "10" + Scripts.Superscript(exponent.ToString(CultureInfo.InvariantCulture).Replace('-', '−'));
        return significand == "1" ? power : $"{significand}·{power}";
    }

    private static string? Name(double number, ScalarType type)
    {
        foreach ((double value, string name) in new[] { (Math.PI, "π"), (2 * Math.PI, "2π"), (Math.E, "e"), (Math.Log(2), "ln 2"), (Math.Log(10), "ln 10"), (Math.Sqrt(2), "√2"), (Math.Sqrt(Math.PI), "√π"), (Math.Sqrt(2 * Math.PI), "√(2π)") })
        {
            if (number.Equals(type == ScalarType.Single ? (float)value : value))
            {
                return name;
            }
        }

        return null;
    }

    private static string Shortest(double number)
    {
        foreach (string format in new[] { "G15", "G16" })
        {
            string text = number.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) && parsed.Equals(number))
            {
                return text;
            }
        }

        return number.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static string Shortest(float number)
    {
        foreach (string format in new[] { "G7", "G8" })
        {
            string text = number.ToString(format, CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float parsed) && parsed.Equals(number))
            {
                return text;
            }
        }

        return number.ToString("G9", CultureInfo.InvariantCulture);
    }
}
