using System;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Evaluation;

/// <summary>Conversions of floating-point numbers to integers, as C# and .NET define them. An integer is the payload of a <see cref="Constant"/>.</summary>
public static class Conversion
{
    /// <summary>Whether the number, cut towards zero, is a value of the type.</summary>
    public static bool Fits(double number, ScalarType type)
    {
        double range = Math.Pow(2, type.Bits() - (type.IsSigned() ? 1 : 0)); // powers of two are exact
        double cut = Math.Truncate(number);
        return cut < range && cut >= (type.IsSigned() ? -range : 0);
    }

    /// <summary>The number cut towards zero, or the nearest value of the type; 0 for NaN.</summary>
    public static long ToInteger(double number, ScalarType type)
        => double.IsNaN(number) ? 0
            : Fits(number, type) ? type == ScalarType.UInt64 ? (long)(ulong)number : (long)number
            : number < 0 ? type.IsSigned() ? long.MinValue >> (64 - type.Bits()) : 0
            : type == ScalarType.UInt64 ? -1 : type.IsSigned() ? long.MaxValue >> (64 - type.Bits()) : (1L << type.Bits()) - 1;

    /// <summary>An unchecked cast since .NET 9: saturating to <c>int</c> or wider; to a narrower type the <c>int</c> is cut.</summary>
    public static long Cast(double number, ScalarType type)
        => type.Bits() < 32 ? type.Wrap(ToInteger(number, ScalarType.Int32)) : ToInteger(number, type);

    public static long Checked(double number, ScalarType type)
        => Fits(number, type) ? ToInteger(number, type) : throw new OverflowException();

    /// <summary>The integer in a type, or an exception if it isn't a value of it.</summary>
    public static long CheckedInteger(decimal value, ScalarType type)
        => type == ScalarType.UInt64 ? unchecked((long)(ulong)value)
            : type.Wrap((long)value) == value ? (long)value : throw new OverflowException();
}
