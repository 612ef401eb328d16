using System.Globalization;

namespace SymDiff.Symbolics.Tests;

/// <summary>A cell of a reference table: a number to forty digits, or what stands in its place.</summary>
public readonly record struct Expected(string Text)
{
    /// <summary>There is no such argument, or it has no derivative.</summary>
    public bool IsAbsent => Text.Length == 0;

    /// <summary>Not fixed; computing it must not throw.</summary>
    public bool IsAnything => Text == "any";

    public bool IsException => Text == "throws";

    public bool IsNumber => !IsAbsent && !IsAnything && !IsException;

    /// <summary>The nearest double; beyond the range an infinity or zero.</summary>
    public double Double => Text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(Text, CultureInfo.InvariantCulture),
    };

    /// <summary>The nearest float, rounded once.</summary>
    public float Single => Text is "nan" or "inf" or "-inf" ? (float)Double : float.Parse(Text, CultureInfo.InvariantCulture);

    public override string ToString() => Text;
}
