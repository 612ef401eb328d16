using System.Globalization;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>Constants as C# text that means the same bits.</summary>
internal static class CSharpLiterals
{
    /// <summary>The text, and how tightly it binds: a negative number is a negation, a small integer a cast.</summary>
    public static (string Text, Binding Binding) Write(Constant constant) => constant.Scalar switch
    {
        ScalarType.Boolean => (constant.IsTrue ? "true" : "false", Binding.Primary),
        ScalarType.Single => Write((float)constant.Number),
        ScalarType.Double => Write(constant.Number),
        ScalarType.UInt64 => (unchecked((ulong)constant.Payload).ToString(CultureInfo.InvariantCulture) + "UL", Binding.Primary),
        ScalarType.UInt32 => (constant.Payload.ToString(CultureInfo.InvariantCulture) + "u", Binding.Primary),
        ScalarType.Int64 => constant.Payload == long.MinValue ? ("long.MinValue", Binding.Primary) : Signed(constant.Payload, "L"),
        ScalarType.Int32 => constant.Payload == int.MinValue ? ("int.MinValue", Binding.Primary) : Signed(constant.Payload, string.Empty),
        var small => ($"({small.Keyword()}){Signed(constant.Payload, string.Empty).Text}", Binding.Unary),
    };

    private static (string Text, Binding Binding) Signed(long value, string suffix)
        => (value.ToString(CultureInfo.InvariantCulture) + suffix, value < 0 ? Binding.Unary : Binding.Primary);

    private static (string Text, Binding Binding) Write(double value)
    {
        if (double.IsNaN(value))
        {
            return ("double.NaN", Binding.Primary);
        }

        if (double.IsInfinity(value))
        {
            return (value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity", Binding.Primary);
        }

        if (value == 0)
        {
            return Zero(value, "0.0");
        }

        // "R" doesn't always come back as the same number on .NET Framework, where Visual Studio runs generators.
        string text = Shortest(["G15", "G16", "G17"], format => value.ToString(format, CultureInfo.InvariantCulture),
            text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) && parsed.Equals(value));
        bool looksLikeInteger = text.IndexOfAny(['.', 'E']) < 0;
        return (Exponent(looksLikeInteger ? text + ".0" : text), value < 0 ? Binding.Unary : Binding.Primary);
    }

    private static (string Text, Binding Binding) Write(float value)
    {
        if (float.IsNaN(value))
        {
            return ("float.NaN", Binding.Primary);
        }

        if (float.IsInfinity(value))
        {
            return (value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity", Binding.Primary);
        }

        if (value == 0)
        {
            return Zero(value, "0f");
        }

        string text = Shortest(["G7", "G8", "G9"], format => value.ToString(format, CultureInfo.InvariantCulture),
            text => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float parsed) && parsed.Equals(value));
        return (Exponent(text) + "f", value < 0 ? Binding.Unary : Binding.Primary);
    }

    private static (string Text, Binding Binding) Zero(double value, string text)
        => BitConverter.DoubleToInt64Bits(value) < 0 ? ("-" + text, Binding.Unary) : (text, Binding.Primary);

    private static string Shortest(string[] formats, Func<string, string> write, Func<string, bool> isExact)
    {
        string text = string.Empty;
        foreach (string format in formats)
        {
            text = write(format);
            if (isExact(text))
            {
                break;
            }
        }

        return text;
    }

    // 1E-07 and 1E+20 are legal, 1e-7 and 1e20 are what one writes.
    private static string Exponent(string text)
    {
        int mark = text.IndexOf('E');
        if (mark < 0)
        {
            return text;
        }

        int exponent = int.Parse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return text.Substring(0, mark) + "e" + exponent.ToString(CultureInfo.InvariantCulture);
    }
}
