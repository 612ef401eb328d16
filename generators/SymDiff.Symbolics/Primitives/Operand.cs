using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>What an argument of a primitive must be.</summary>
public enum Operand : byte
{
    /// <summary>A floating-point number; all such arguments of a call have one type.</summary>
    Real,

    /// <summary>An integer, beside <see cref="Real"/> arguments.</summary>
    Integer,

    /// <summary>A number of any type; all such arguments of a call have one type.</summary>
    Number,

    /// <summary>A number or a truth value; all such arguments of a call have one type.</summary>
    Scalar,

    Truth,

    /// <summary>A <c>System.MidpointRounding</c> in the signature of a method, the <c>int</c> of it as an argument.</summary>
    Mode,

    /// <summary>An array of any type and rank.</summary>
    Array,
}

public static class Operands
{
    /// <summary>Whether an argument of this type can stand here.</summary>
    public static bool Admits(this Operand operand, ExpressionType type) => operand switch
    {
        Operand.Array => type.IsArray,
        _ when type.IsArray => false,
        Operand.Real => type.Scalar.IsFloating(),
        Operand.Integer => type.Scalar.IsInteger(),
        Operand.Mode => type.Scalar == ScalarType.Int32,
        Operand.Truth => type.Scalar == ScalarType.Boolean,
        Operand.Number => type.Scalar.IsFloating() || type.Scalar.IsInteger(),
        _ => type.Scalar != ScalarType.None,
    };

    /// <summary>Whether a method's parameter of this type is meant; an enumeration has no scalar type.</summary>
    public static bool IsParameter(this Operand operand, ScalarType type) => operand == Operand.Mode ? type == ScalarType.None : operand.Admits(type);
}
