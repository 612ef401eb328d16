using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification.Rules;

/// <summary>
/// Products: the sign before everything, then one constant, then the other factors in the order in which they came. A constant that is at
/// least 1 stands outside, <c>2·(a·b)</c>, where no intermediate result is larger than it was; a smaller one stays where it was.
/// </summary>
internal static class Products
{
    // Longer products are left nested: the work for one node stays bounded.
    private const int LongestFlat = 8;

    // Products that the source has in one are longer only if they are generated.
    private const int Widest = 32;

    public static readonly Rule Signs = Rule.Of(
        Arithmetic.Multiply, "product-signs", "(−a)·b = −(a·b)", "exact: rounding is symmetric",
        static (product, _) =>
        {
            int negative = product.Arguments.Count(static factor => IsNegative(factor));
            if (negative == 0)
            {
                return null;
            }

            Expression positive = product.Graph.Multiply([.. product.Arguments.Select(Magnitude)]);
            return negative % 2 == 0 ? positive : product.Graph.Negate(positive);
        });

    public static readonly Rule Flatten = Rule.Of(
        Arithmetic.Multiply, "product-flatten", "(a·b)·c = a·b·c", "exact: products are evaluated from left to right",
        static (product, around) => around.Open(product.Arguments[0], Arithmetic.Multiply) is { } first
            && first.Arguments.Length + product.Arguments.Length <= LongestFlat + 1
            && !(first.Arguments is [Constant { Number: >= 1 }, _]) && !StaysAlongAny(first, product.Free)
            ? product.Graph.Multiply([.. first.Arguments, .. product.Arguments.RemoveAt(0)])
            : null);

    public static readonly Rule ConstantFirst = Rule.Of(
        Arithmetic.Multiply, "product-constant-first", "a·b·c = c·(a·b), c constant", "exact: multiplication commutes",
        static (product, _) =>
        {
            int position = LastConstant(product.Arguments);
            if (position < 1)
            {
                return null;
            }

            Expression before = product.Graph.Multiply([.. product.Arguments.Take(position)]);
            return product.Graph.Multiply([product.Arguments[position] * before, .. product.Arguments.Skip(position + 1)]);
        }) with { Widest = Widest };

    public static readonly Rule SingleFactor = Rule.Of(
        Arithmetic.Multiply, "product-constants", "c·(d·a) = (c·d)·a, c and d constant", "c·d is normal; the product is rounded once less",
        static (product, _) => product.Arguments is [Constant outer, var inner] && Scaled.Of(inner) is { Rest: { } rest } scaled
            && !ReferenceEquals(rest, inner) && Scaled.IsNormal(outer.Number * scaled.Factor, product.Scalar)
            ? Scaled.Node(outer.Number * scaled.Factor, rest)
            : null);

    public static readonly Rule ConstantOut = Rule.Of(
        Arithmetic.Multiply, "product-constant-out", "(c·a)·b = c·(a·b), c constant", "1 ≤ c ≤ 2¹⁶: no intermediate result grows",
        static (product, around) =>
        {
            if (product.Arguments is [Constant, _])
            {
                return null;
            }

            if (!HasConstant(product, around))
            {
                return null;
            }

            double constant = 1;
            var rest = new List<Expression>();
            foreach (Expression factor in product.Arguments)
            {
                Scaled scaled = Scaled.OfOpen(factor, around);
                bool leaves = scaled.Factor is > 1 and <= Scaled.Large && constant * scaled.Factor <= Scaled.Large;
                constant *= leaves ? scaled.Factor : 1;
                if (!leaves)
                {
                    rest.Add(factor);
                }
                else if (scaled.Rest is not null)
                {
                    rest.Add(scaled.Rest);
                }
            }

            return constant == 1 ? null : Scaled.Node(constant, product.Graph.Multiply([.. rest]));
        }) with { Widest = Widest };

    public static readonly Rule ConstantsCancel = Rule.Of(
        Arithmetic.Multiply, "product-constants-cancel", "c·(a·(d·b)) = (c·d)·(a·b), c and d constant", "1/1024 ≤ d < 1 < c ≤ 1024, or the other way round: partial products grow or shrink by no more",
        static (product, around) => product.Arguments is [Constant outer, var inner] && Scaled.IsModerate(outer.Number)
            && around.Open(inner, Arithmetic.Multiply) is { } rest
            ? rest.Arguments.Select((factor, i) => Absorb(outer, factor, around) is { } absorbed ? product.Graph.Multiply(rest.Arguments.SetItem(i, absorbed)) : null)
                .FirstOrDefault(static found => found is not null)
            : null) with { Margin = Scaled.Moderate, Widest = Widest };

    public static readonly Rule ConstantOverWhole = Rule.Of(
        Arithmetic.Multiply, "product-constant-over-whole", "c·(a/n) = (c/n)·a, c constant and n a whole number", "c/n is normal, or n = 0 and both sides are ±∞ or NaN",
        static (product, around) => product.Arguments is [Constant outer, var inner] && IsWholeScale(outer)
            && around.Open(inner, Arithmetic.Divide) is { Arguments: [not Constant, var whole] } quotient && whole.IsWhole()
            ? product.Graph.Multiply(product.Graph.Divide(outer, whole), quotient.Arguments[0])
            : null);

    public static readonly Rule ConstantOverQuotient = Rule.Of(
        Arithmetic.Multiply, "product-constant-over-quotient", "c·(a/(b/d)) = (c·d)·(a/b), c and d constant", "c·d is normal, 1 ≤ d: a/b is no larger than a/(b/d)",
        static (product, around) => product.Arguments is [Constant outer, var inner] && around.Open(inner, Arithmetic.Divide) is { Arguments: [var above, Apply { Arguments: [var below, Constant { Number: >= 1 } divisor] } whole] }
            && whole.Is(Arithmetic.Divide) && Scaled.IsNormal(outer.Number * divisor.Number, product.Scalar)
            ? Scaled.Node(product.Like(outer.Number * divisor.Number).Number, above / below)
            : null);

    public static readonly Rule Reciprocal = Rule.Of(
        Arithmetic.Multiply, "product-reciprocal", "a·(1/b) = a/b", "1/b overflows only where b is subnormal; the quotient is rounded once less; not if 1/b serves several without overflowing, or leaves a loop that a/b couldn't leave",
        static (product, around) =>
        {
            int position = product.Arguments.FirstIndex(around, static (factor, around) => factor.AsReciprocal() is { Numerator.IsOne: true } && around.IsOpen(factor));
            if (position < 0 || product.Arguments is [Constant, _] || IsHoisted(product.Arguments[position], product)
                || Quotients.GainsByReciprocal(product.Arguments.RemoveAt(position), product.Arguments[position].Operands[1], around))
            {
                return null;
            }

            // The quotient takes the place of the factors before it, or of the one behind it.
            int behind = position == 0 ? 2 : position + 1;
            Expression numerator = position == 0 ? product.Arguments[1] : product.Graph.Multiply([.. product.Arguments.Take(position)]);
            Expression quotient = product.Graph.Divide(numerator, product.Arguments[position].Operands[1]);
            return product.Graph.Multiply([quotient, .. product.Arguments.Skip(behind)]);
        }) with { Widest = Widest };

    public static readonly Rule ConstantIntoReciprocal = Rule.Of(
        Arithmetic.Multiply, "product-constant-into-reciprocal", "c·(d/b) = (c·d)/b, c and d constant", "c·d is normal; the quotient is rounded once less",
        static (product, around) => product.Arguments is [Constant outer, var inner] && !around.IsFrozen(inner) && inner.AsReciprocal() is var (numerator, denominator)
            && Scaled.IsNormal(outer.Number * numerator.Number, product.Scalar)
            ? product.Like(outer.Number * numerator.Number) / denominator
            : null);

    // The order of two factors keeps every bit, so it can be chosen: as the value has them, else scales first, else the older one first.
    public static readonly Rule Order = Rule.Of(
        Arithmetic.Multiply, "product-order", "b·a = a·b", "exact: multiplication commutes",
        static (product, around) =>
        {
            ImmutableArray<Expression> factors = product.Arguments;
            if (around.Frozen.Pair(Arithmetic.Multiply, factors[0], factors[1]) is { } known)
            {
                return product.Graph.Multiply([known, .. factors.RemoveRange(0, 2)]);
            }

            return factors[0] is not Constant && Rank(factors[1]).CompareTo(Rank(factors[0])) < 0
                ? product.Graph.Multiply([factors[1], factors[0], .. factors.RemoveRange(0, 2)])
                : null;
        });

    // The first factors that all stay the same in a loop in which the product changes: together, they are multiplied before the loop.
    public static readonly Rule HoistedFactors = Rule.Of(
        Arithmetic.Multiply, "product-hoisted-factors", "a·b·x = (a·b)·x, where a and b stay the same in a loop in which x changes", "exact: products are evaluated from left to right",
        static (product, _) =>
        {
            ImmutableArray<Expression> factors = product.Arguments;
            int count = 0;
            foreach (Symbol index in product.Free)
            {
                count = Math.Max(count, factors.FirstIndex(index, static (factor, index) => !StaysAlong(factor, index)));
            }

            return count < 2 ? null : product.Graph.Multiply([product.Graph.Multiply(factors.RemoveRange(count, factors.Length - count)), .. factors.RemoveRange(0, count)]);
        }) with { Widest = Widest };

    // What a loop carries changes with its index.
    private static bool StaysAlong(Expression node, Symbol index)
        => index.Role == SymbolRole.Index && !node.DependsOn(index) && node.Free.All(static symbol => symbol.Role == SymbolRole.Index);

    private static bool StaysAlongAny(Expression node, ImmutableArray<Symbol> indices)
    {
        foreach (Symbol index in indices)
        {
            if (StaysAlong(node, index))
            {
                return true;
            }
        }

        return false;
    }

    // A reciprocal that stays the same while the product changes is calculated before the loop, which a quotient couldn't be.
    private static bool IsHoisted(Expression reciprocal, Expression product) => product.Free.Any(index => !reciprocal.DependsOn(index));

    // c/n of a mean reads best in front.
    private static (int, int) Rank(Expression factor) => (factor.AsReciprocal() is not null ? 0 : 1, factor.Id);

    private static bool IsWholeScale(Constant constant) => Math.Abs(constant.Number) is >= 1 / Scaled.Large and <= Scaled.Large;

    // What is shared takes the constant only if that leaves none: the others who share it mostly bring the same constant.
    private static Expression? Absorb(Constant outer, Expression factor, Surroundings around, int depth = 3)
    {
        if (around.IsFrozen(factor) && factor is not Constant)
        {
            return null;
        }

        // One of the two is below 1 and the other above.
        bool Fits(double inner) => inner > 0 && (outer.Number > 1 ? inner < 1 : inner > 1) && Scaled.IsModerate(inner) && (around.IsOpen(factor) || outer.Number * inner == 1);
        if (factor is Constant constant)
        {
            return constant.Number < 1 && Scaled.IsModerate(constant.Number) ? factor.Like(outer.Number * constant.Number) : null;
        }

        if (factor.AsReciprocal() is var (numerator, denominator))
        {
            return Fits(numerator.Number) || (denominator.IsWhole() && IsWholeScale(numerator)) ? factor.Like(outer.Number * numerator.Number) / denominator : null;
        }

        if (factor is not Apply { Arguments: var factors } product || !product.Is(Arithmetic.Multiply) || factors.Length > LongestFlat)
        {
            return null;
        }

        if (factors[0] is Constant first)
        {
            return Fits(first.Number) ? product.Graph.Multiply(factors.SetItem(0, factor.Like(outer.Number * first.Number))) : null;
        }

        for (int i = 0; i < factors.Length && depth > 0; i++)
        {
            if (Absorb(outer, factors[i], around, depth - 1) is { } absorbed && (around.IsOpen(factor) || LosesConstant(factors[i], absorbed)))
            {
                return product.Graph.Multiply(factors.SetItem(i, absorbed));
            }
        }

        return null;
    }

    private static bool LosesConstant(Expression before, Expression after)
        => before.AsReciprocal() is not null ? after.AsReciprocal() is { Numerator.IsOne: true } : after.Operands.Length < before.Operands.Length || after is not Apply;

    private static bool IsNegative(Expression factor) => factor is Constant { Number: < 0 } || factor.Negated() is not null;

    private static Expression Magnitude(Expression factor) => factor is Constant { Number: < 0 } constant ? constant.Like(-constant.Number) : factor.Negated() ?? factor;

    private static bool HasConstant(Apply product, Surroundings around)
    {
        foreach (Expression factor in product.Arguments)
        {
            if (Scaled.OfOpen(factor, around).Factor is > 1 and <= Scaled.Large)
            {
                return true;
            }
        }

        return false;
    }

    private static int LastConstant(ImmutableArray<Expression> factors)
    {
        for (int i = factors.Length - 1; i >= 0; i--)
        {
            if (factors[i] is Constant)
            {
                return i;
            }
        }

        return -1;
    }
}
