using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification.Rules;

/// <summary>What several derivatives calculate, or the value: once for all.</summary>
internal static class Sharing
{
    public static readonly Rule Product = Rule.Of(
        Arithmetic.Multiply, "product-shared-pair", "a·b·c = (a·b)·c, where others have a·b", "exact: products are evaluated from left to right", Paired);

    public static readonly Rule Sum = Rule.Of(
        Arithmetic.Add, "sum-shared-pair", "a + b + c = (a + b) + c, where others have a + b", "exact: sums are evaluated from left to right", Paired);

    public static readonly Rule Quotient = Rule.Of(
        Arithmetic.Multiply, "product-known-quotient", "a·(1/b) = a/b, where a/b is calculated anyway", "1/b overflows only where b is subnormal; the quotient is rounded once less; not if a/b would be a·(1/b) again",
        static (product, around) => product.Arguments is not [var left, var right] ? null
            : Divided(left, right, around) is { } quotient ? quotient
            : Divided(right, left, around));

    public static readonly Rule ScaledReciprocal = Rule.Of(
        Arithmetic.Multiply, "product-constant-into-shared-reciprocal", "c·(a·(1/b)) = a·(c/b), c constant, where all that 1/b multiplies has c in front", "1 ≤ c ≤ 2¹⁶ and b is never subnormal: c/b overflows only at 0, where 1/b does",
        static (product, around) =>
        {
            if (product.Arguments is not [Constant { Number: > 1 and <= Scaled.Large } constant, var inner] || around.Open(inner, Arithmetic.Multiply) is not { } rest)
            {
                return null;
            }

            int position = rest.Arguments.FirstIndex((around, constant.Number), static (factor, wanted) => wanted.around.IsAlwaysScaledBy(factor, wanted.Number)
                && !wanted.around.IsFrozen(factor) && factor.AsReciprocal() is ({ IsOne: true }, var below) && below.HasFiniteReciprocal());
            return position < 0 ? null : product.Graph.Multiply(rest.Arguments.SetItem(position, constant / rest.Arguments[position].Operands[1]));
        }) with { Widest = 2 };

    private static Expression? Paired(Apply chain, Surroundings around)
    {
        ImmutableArray<Expression> operands = chain.Arguments;
        if (operands.Length < 3 || !around.IsSharedPair(chain.Primitive, operands[0], operands[1]))
        {
            return null;
        }

        Expression pair = chain.Graph.Apply(chain.Primitive, operands[0], operands[1]);
        around.Count(pair, 2);
        return chain.Graph.Apply(chain.Primitive, operands.RemoveAt(0).SetItem(0, pair));
    }

    private static Expression? Divided(Expression numerator, Expression reciprocal, Surroundings around)
        => reciprocal.AsReciprocal() is ({ IsOne: true }, var denominator) && around.HasQuotient(numerator, denominator)
            && (around.Frozen.Quotient(numerator, denominator) is not null || !Quotients.GainsByReciprocal([numerator], denominator, around))
            ? numerator / denominator
            : null;
}
