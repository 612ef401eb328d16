using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>Opposites that can be written without a sign or an exclamation mark in front.</summary>
internal static class Negations
{
    // Terms are short; a product nested deeper on its left is written with its own sign.
    private const int MaximumDepth = 8;

    /// <summary>The number whose negative this is, bit for bit; null if the node isn't written as a negative.</summary>
    public static Expression? OfNumber(Expression node) => OfNumber(node, MaximumDepth);

    private static Expression? OfNumber(Expression node, int depth)
    {
        switch (node)
        {
            case Constant { Scalar: ScalarType.Int32 or ScalarType.Int64, Payload: < 0 } integer when integer.Payload != LeastOf(integer.Scalar):
                return integer.Graph.Integer(integer.Scalar, -integer.Payload);
            case Constant constant when constant.Scalar.IsFloating() && !double.IsNaN(constant.Number) && constant.Payload < 0:
                return constant.Like(-constant.Number);
            case Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Negate) && apply.Scalar.IsSigned():
                return apply.Arguments[0];

            // (−a)·b = −(a·b) and (−a)/b = −(a/b), also rounded; of integers only products, which wrap alike.
            case Apply product when depth > 0 && ReferenceEquals(product.Primitive, Arithmetic.Multiply) && product.Scalar.IsSigned()
                && OfNumber(product.Arguments[0], depth - 1) is { } factor:
                return product.Graph.Multiply(product.Arguments.SetItem(0, factor));
            case Apply quotient when depth > 0 && ReferenceEquals(quotient.Primitive, Arithmetic.Divide) && quotient.Scalar.IsFloating()
                && OfNumber(quotient.Arguments[0], depth - 1) is { } numerator:
                return quotient.Graph.Divide(numerator, quotient.Arguments[1]);
            default:
                return null;
        }
    }

    /// <summary>The comparison that holds exactly where this one doesn't; null where only <c>!</c> says it, as of <c>&lt;</c> with NaN.</summary>
    public static Expression? OfComparison(Apply comparison)
        => comparison.Arguments.Length == 2 && comparison.Graph.Not(comparison) is Apply opposite && !ReferenceEquals(opposite.Primitive, Comparisons.Not) ? opposite : null;

    /// <summary>Whether the opposite of <c>a &amp;&amp; b</c>, <c>a || b</c> reads as plainly as itself when both sides are negated.</summary>
    public static bool IsPlain(Select choice)
    {
        var pending = new Stack<Expression>([choice]);
        for (int looked = 0; pending.Count > 0; looked++)
        {
            if (looked > 16)
            {
                return false;
            }

            switch (pending.Pop())
            {
                case Constant:
                case Apply apply when ReferenceEquals(apply.Primitive, Comparisons.Not) || OfComparison(apply) is not null:
                    break;
                case Select { WhenTrue: Constant } select:
                    pending.Push(select.Condition);
                    pending.Push(select.WhenFalse);
                    break;
                case Select { WhenFalse: Constant } select:
                    pending.Push(select.Condition);
                    pending.Push(select.WhenTrue);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static long LeastOf(ScalarType type) => type == ScalarType.Int32 ? int.MinValue : long.MinValue;
}
