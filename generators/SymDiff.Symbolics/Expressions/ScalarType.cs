namespace SymDiff.Symbolics.Expressions;

/// <summary>The types that a number can have in C# and that the compiler calculates with.</summary>
public enum ScalarType : byte
{
    /// <summary>The type of a node that stands for several values (<see cref="Scan"/>); read through <see cref="Output"/>.</summary>
    None,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Char,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
}

public static class ScalarTypes
{
    public static bool IsFloating(this ScalarType type) => type is ScalarType.Single or ScalarType.Double;

    public static bool IsInteger(this ScalarType type) => type is >= ScalarType.SByte and <= ScalarType.UInt64;

    public static bool IsSigned(this ScalarType type)
        => type is ScalarType.SByte or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 || type.IsFloating();

    /// <summary>Width in bits; 1 for a truth value.</summary>
    public static int Bits(this ScalarType type) => type switch
    {
        ScalarType.Boolean => 1,
        ScalarType.SByte or ScalarType.Byte => 8,
        ScalarType.Int16 or ScalarType.UInt16 or ScalarType.Char => 16,
        ScalarType.Int32 or ScalarType.UInt32 or ScalarType.Single => 32,
        ScalarType.Int64 or ScalarType.UInt64 or ScalarType.Double => 64,
        _ => 0,
    };

    /// <summary>The integer cut to the width of the type, as an unchecked C# conversion cuts it.</summary>
    public static long Wrap(this ScalarType type, long value) => type switch
    {
        ScalarType.SByte => (sbyte)value,
        ScalarType.Byte => (byte)value,
        ScalarType.Int16 => (short)value,
        ScalarType.UInt16 or ScalarType.Char => (ushort)value,
        ScalarType.Int32 => (int)value,
        ScalarType.UInt32 => (uint)value,
        _ => value,
    };
}
