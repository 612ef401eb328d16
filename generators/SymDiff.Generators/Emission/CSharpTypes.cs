using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Emission;

/// <summary>What C# says about the scalar types.</summary>
internal static class CSharpTypes
{
    public static string Keyword(this ScalarType type) => type switch
    {
        ScalarType.Boolean => "bool",
        ScalarType.SByte => "sbyte",
        ScalarType.Byte => "byte",
        ScalarType.Int16 => "short",
        ScalarType.UInt16 => "ushort",
        ScalarType.Char => "char",
        ScalarType.Int32 => "int",
        ScalarType.UInt32 => "uint",
        ScalarType.Int64 => "long",
        ScalarType.UInt64 => "ulong",
        ScalarType.Single => "float",
        ScalarType.Double => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "has no values"),
    };

    /// <summary>Whether C# converts by itself, so that no cast need be written (C# specification, §10.2.3).</summary>
    public static bool ConvertsImplicitlyTo(this ScalarType from, ScalarType to) => to switch
    {
        ScalarType.Double => from.IsInteger() || from == ScalarType.Single,
        ScalarType.Single => from.IsInteger(),
        ScalarType.Int64 => from.IsInteger() && (from.Bits() < 64),
        ScalarType.UInt64 => from.IsInteger() && from.Bits() < 64 && !from.IsSigned(),
        ScalarType.Int32 => from.IsInteger() && from.Bits() < 32,
        ScalarType.UInt32 => from.IsInteger() && from.Bits() < 32 && !from.IsSigned(),
        ScalarType.Int16 => from is ScalarType.SByte or ScalarType.Byte,
        ScalarType.UInt16 => from is ScalarType.Byte or ScalarType.Char,
        _ => false,
    };

    /// <summary>Whether C# calculates in this type; narrower integers become <c>int</c> first.</summary>
    public static bool HasArithmetic(this ScalarType type)
        => type is ScalarType.Int32 or ScalarType.UInt32 or ScalarType.Int64 or ScalarType.UInt64 || type.IsFloating();
}
