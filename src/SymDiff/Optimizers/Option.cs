using System.Runtime.CompilerServices;

namespace SymDiff;

/// <summary>Checks of options. NaN is never one.</summary>
internal static class Option
{
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        => value >= 0 ? value : throw Refuse(value, name, "must not be negative");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        => value > 0 ? value : throw Refuse(value, name, "must be greater than 0");

    public static double Number(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        => !double.IsNaN(value) ? value : throw Refuse(value, name, "must be a number");

    /// <summary>Of the share that an average keeps of its past.</summary>
    public static double AtLeastZeroBelowOne(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        => value is >= 0 and < 1 ? value : throw Refuse(value, name, "must be at least 0 and less than 1");

    public static double BetweenZeroAndOne(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        => value is >= 0 and <= 1 ? value : throw Refuse(value, name, "must be between 0 and 1");

    public static double PositiveAtMostOne(double value, [CallerArgumentExpression(nameof(value))] string name = "")
        => value is > 0 and <= 1 ? value : throw Refuse(value, name, "must be greater than 0 and not greater than 1");

    public static long Positive(long value, [CallerArgumentExpression(nameof(value))] string name = "")
        => value > 0 ? value : throw Refuse(value, name, "must be greater than 0");

    public static long NotNegative(long value, [CallerArgumentExpression(nameof(value))] string name = "")
        => value >= 0 ? value : throw Refuse(value, name, "must not be negative");

    private static ArgumentOutOfRangeException Refuse<TValue>(TValue value, string name, string law) => new(name, value, $"'{name}' {law}.");
}
