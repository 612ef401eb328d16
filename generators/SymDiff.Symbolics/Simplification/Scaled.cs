using System;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>
/// A node seen as factor · rest. The products of derivatives keep a constant in front, <c>2·(a·b)</c>, and its sign before it, so it can be
/// read off; a product with more factors behind the constant, <c>(c·a)·b</c>, isn't c times something that has been calculated.
/// </summary>
/// <param name="Factor">The constant.</param>
/// <param name="Rest">What it multiplies; null: 1.</param>
internal readonly record struct Scaled(double Factor, Expression? Rest)
{
    /// <summary>Constants up to here leave a product without bringing a result that was normal anywhere near underflow.</summary>
    public const double Large = 65536;

    /// <summary>Constants between 1/1024 and this cancel within a product, although partial products grow by as much.</summary>
    public const double Moderate = 1024;

    public static Scaled Of(Expression node)
    {
        double sign = 1;
        while (node.Negated() is { } positive)
        {
            (sign, node) = (-sign, positive);
        }

        return node switch
        {
            Constant constant => new(sign * constant.Number, null),
            Apply { Arguments: [Constant constant, var rest] } product when product.Is(Arithmetic.Multiply) => new(sign * constant.Number, rest),
            _ => new(sign, node),
        };
    }

    /// <summary>As <see cref="Of"/>, but takes apart only products that are open; signs come off everything.</summary>
    public static Scaled OfOpen(Expression node, Surroundings around)
    {
        double sign = 1;
        bool isOpen = true;
        while (node.Negated() is { } positive)
        {
            isOpen &= around.IsOpen(node);
            (sign, node) = (-sign, positive);
        }

        Scaled whole = Of(node);
        return whole.Rest is null || (isOpen && around.IsOpen(node)) ? whole with { Factor = sign * whole.Factor } : new(sign, node);
    }

    /// <summary>factor · rest as a node: the sign in front, no constant where it is 1.</summary>
    public static Expression Node(double factor, Expression rest)
    {
        Expression positive = Math.Abs(factor) == 1 ? rest : rest.Graph.Multiply(rest.Like(Math.Abs(factor)), rest);
        return factor < 0 ? rest.Graph.Negate(positive) : positive;
    }

    /// <summary>Whether the number, rounded to the type, is normal: neither infinite nor zero nor short of digits.</summary>
    public static bool IsNormal(double value, ScalarType type) => type == ScalarType.Single
        ? Math.Abs((float)value) is >= 1.17549435e-38f and <= float.MaxValue
        : Math.Abs(value) is >= 2.2250738585072014e-308 and <= double.MaxValue;

    public static bool IsModerate(double value) => Math.Abs(value) is >= 1 / Moderate and <= Moderate;

    public static bool IsPowerOfTwo(double value) => (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFFFFFF) == 0 && value != 0 && !double.IsInfinity(value);
}
