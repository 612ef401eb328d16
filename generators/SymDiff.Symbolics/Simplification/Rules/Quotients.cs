using System;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification.Rules;

/// <summary>Quotients: signs and constants outside, as few divisions as there can be. Nothing cancels: x/x isn't 1 at 0.</summary>
internal static class Quotients
{
    public static readonly Rule Signs = Rule.Of(
        Arithmetic.Divide, "quotient-signs", "(−a)/b = a/(−b) = −(a/b)", "exact: rounding is symmetric",
        static (quotient, _) =>
        {
            (double numeratorSign, Expression numerator) = Unsigned(quotient.Arguments[0]);
            (double denominatorSign, Expression denominator) = Unsigned(quotient.Arguments[1]);
            Expression positive = numerator / denominator;
            return numeratorSign * denominatorSign < 0 ? -positive : ReferenceEquals(positive, quotient) ? null : positive;
        });

    public static readonly Rule ByConstant = Rule.Of(
        Arithmetic.Divide, "quotient-by-constant", "(c·a)/d = (c/d)·a, c and d constant", "c/d is normal; without c only where 1/d is exact: d is a power of two",
        static (quotient, around) =>
        {
            if (quotient.Arguments[1] is not Constant divisor || quotient.Arguments[0] is Constant)
            {
                return null;
            }

            Scaled numerator = Scaled.OfOpen(quotient.Arguments[0], around);
            double factor = numerator.Factor / divisor.Number;
            return (Math.Abs(numerator.Factor) != 1 || Scaled.IsPowerOfTwo(divisor.Number)) && Scaled.IsNormal(factor, quotient.Scalar)
                ? Scaled.Node(quotient.Like(factor).Number, numerator.Rest!)
                : null;
        });

    public static readonly Rule ConstantOverScaled = Rule.Of(
        Arithmetic.Divide, "constant-over-scaled", "c/(d·b) = (c/d)/b, c and d constant", "c/d is normal; the quotient is rounded once less",
        static (quotient, around) => quotient.Arguments[0] is Constant numerator
            && Scaled.OfOpen(quotient.Arguments[1], around) is { Rest: { } rest } denominator && denominator.Factor != 1
            && Scaled.IsNormal(numerator.Number / denominator.Factor, quotient.Scalar)
            ? quotient.Like(numerator.Number / denominator.Factor) / rest
            : null);

    public static readonly Rule ConstantOverQuotient = Rule.Of(
        Arithmetic.Divide, "constant-over-quotient", "c/(b/d) = (c·d)/b, c and d constant", "c·d is normal, 1 ≤ d: b/d underflows where b doesn't; the quotient is rounded once less",
        static (quotient, _) => quotient.Arguments is [Constant numerator, Apply { Arguments: [var below, Constant { Number: >= 1 } divisor] } inner] && inner.Is(Arithmetic.Divide)
            && Scaled.IsNormal(numerator.Number * divisor.Number, quotient.Scalar)
            ? quotient.Like(numerator.Number * divisor.Number) / below
            : null);

    public static readonly Rule ScaledOverScaled = Rule.Of(
        Arithmetic.Divide, "scaled-over-scaled", "(c·a)/(d·b) = (c/d)·(a/b), c and d constant", "1 ≤ d ≤ c ≤ 2¹⁶: no intermediate result grows",
        static (quotient, around) => Scaled.OfOpen(quotient.Arguments[0], around) is { Rest: { } above } numerator
            && Scaled.OfOpen(quotient.Arguments[1], around) is { Rest: { } below } denominator
            && IsMovable(numerator.Factor) && IsMovable(denominator.Factor) && numerator.Factor >= denominator.Factor
            ? Scaled.Node(quotient.Like(numerator.Factor / denominator.Factor).Number, above / below)
            : null);

    public static readonly Rule ConstantOut = Rule.Of(
        Arithmetic.Divide, "quotient-constant-out", "(c·a)/b = c·(a/b), c constant", "1 ≤ c ≤ 2¹⁶: no intermediate result grows",
        static (quotient, around) => Scaled.OfOpen(quotient.Arguments[0], around) is { Rest: { } rest } numerator && IsMovable(numerator.Factor)
            ? Scaled.Node(numerator.Factor, rest / quotient.Arguments[1])
            : null);

    public static readonly Rule ByReciprocal = Rule.Of(
        Arithmetic.Divide, "quotient-by-reciprocal", "a/(1/b) = a·b", "1/b over- and underflows only where a·b has lost its digits anyway",
        static (quotient, around) => around.IsOpen(quotient.Arguments[1]) && quotient.Arguments[1].AsReciprocal() is ({ IsOne: true }, var factor)
            ? quotient.Arguments[0] * factor
            : null);

    public static readonly Rule OfQuotient = Rule.Of(
        Arithmetic.Divide, "reciprocal-of-quotient", "1/(a/b) = b/a", "a/b over- and underflows only where b/a under- and overflows",
        static (quotient, around) => quotient.Arguments[0] is Constant { IsOne: true } && around.Open(quotient.Arguments[1], Arithmetic.Divide) is { } inner
            ? inner.Arguments[1] / inner.Arguments[0]
            : null);

    public static readonly Rule ByWholes = Rule.Of(
        Arithmetic.Divide, "quotient-by-wholes", "(a/m)/n = a/(m·n), m and n whole numbers", "m·n is at most 2¹²⁸ and doesn't overflow",
        static (quotient, around) => around.Open(quotient.Arguments[0], Arithmetic.Divide) is { } inner && inner.Arguments[1].IsWhole() && quotient.Arguments[1].IsWhole()
            ? inner.Arguments[0] / (inner.Arguments[1] * quotient.Arguments[1])
            : null);

    public static readonly Rule ByHoistedWhole = Rule.Of(
        Arithmetic.Divide, "quotient-by-hoisted-whole", "a/n = a·(1/n), n a whole number that stays the same in a loop in which a changes", "1/n is normal, or n = 0 and both sides are ±∞ or NaN; rounded once more",
        static (quotient, _) => quotient.Arguments[1] is var whole && whole.IsWhole() && quotient.Free.Any(index => !whole.DependsOn(index))
            ? quotient.Arguments[0] * (1 / whole)
            : null);

    public static readonly Rule ByKnownReciprocal = Rule.Of(
        Arithmetic.Divide, "quotient-by-known-reciprocal", "a/b = a·(1/b), where 1/b is calculated anyway", "b isn't subnormal, so that 1/b doesn't overflow, or a overflows with it; rounded once more",
        static (quotient, around) => quotient.Arguments is [not Constant, var denominator] && denominator is not Constant
            && !ExponentialShares.IsWhole(denominator) && GainsByReciprocal([quotient.Arguments[0]], denominator, around)
            ? quotient.Arguments[0] * (1 / denominator)
            : null);

    /// <summary>Whether dividing the product of the factors is better done by 1/b, because that is calculated anyway and overflows only where the product does.</summary>
    public static bool GainsByReciprocal(ImmutableArray<Expression> factors, Expression denominator, Surroundings around)
        => (around.Frozen.HasReciprocal(denominator) || around.HasManyQuotients(denominator))
            && (denominator.HasFiniteReciprocal() || factors.Any(factor => HasReciprocal(factor, denominator)));

    private static bool HasReciprocal(Expression numerator, Expression denominator)
        => IsReciprocal(numerator, denominator)
            || (numerator is Apply { Arguments: var factors } product && product.Is(Arithmetic.Multiply) && factors.Any(factor => IsReciprocal(factor, denominator)));

    private static bool IsReciprocal(Expression node, Expression denominator) => node.AsReciprocal() is var (above, below) && Math.Abs(above.Number) >= 1 && ReferenceEquals(below, denominator);

    private static bool IsMovable(double factor) => factor is > 1 and <= Scaled.Large;

    private static (double Sign, Expression Magnitude) Unsigned(Expression node) => node switch
    {
        Constant { Number: < 0 } constant => (-1, constant.Like(-constant.Number)),
        _ when node.Negated() is { } positive => (-1, positive),
        _ => (1, node),
    };
}
