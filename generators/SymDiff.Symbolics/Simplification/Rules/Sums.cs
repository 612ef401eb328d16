using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification.Rules;

/// <summary>
/// Sums. Terms may change places, which changes the rounding; what is left of a cancellation is then as exact as it was, measured by the
/// largest term. Nothing cancels to zero: x − x isn't 0 at ∞.
/// </summary>
internal static class Sums
{
    // Longer sums are left nested: the work for one node stays bounded.
    private const int LongestFlat = 8;

    public static readonly Rule Flatten = Rule.Of(
        Arithmetic.Add, "sum-flatten", "(a + b) + c = a + b + c", "exact: sums are evaluated from left to right",
        static (sum, around) => around.Open(sum.Arguments[0], Arithmetic.Add) is { } first && first.Arguments.Length + sum.Arguments.Length <= LongestFlat + 1
            ? sum.Graph.Add([.. first.Arguments, .. sum.Arguments.RemoveAt(0)])
            : null);

    public static readonly Rule Zeros = Rule.Of(
        Arithmetic.Add, "sum-zeros", "a + 0 = a", "but for the sign of a zero, which derivatives may lose",
        static (sum, _) => sum.Arguments.Any(static term => term.IsZero()) ? sum.Graph.Add(AtLeastOne(sum, sum.Arguments.RemoveAll(static term => term.IsZero()))) : null);

    public static readonly Rule Constants = Rule.Of(
        Arithmetic.Add, "sum-constants", "c + a + d = (c + d) + a, c and d constant", "terms are added in another order",
        static (sum, _) =>
        {
            ImmutableArray<Constant> constants = [.. sum.Arguments.OfType<Constant>()];
            double total = constants.Sum(static constant => constant.Number);
            if (constants.Length < 2 || !(total == 0 || Scaled.IsNormal(total, sum.Scalar)))
            {
                return null;
            }

            int first = sum.Arguments.IndexOf(constants[0]);
            return sum.Graph.Add([.. sum.Arguments.Where((term, i) => i == first || term is not Constant).Select((term, i) => i == first ? sum.Like(total) : term)]);
        }) with { Margin = 4, Reorders = true };

    public static readonly Rule LikeTerms = Rule.Of(
        Arithmetic.Add, "sum-like-terms", "c·a + (b + d·a) = (c + d)·a + b, c and d constant", "c + d isn't 0: a − a is NaN at ∞; terms are added in another order",
        static (sum, around) =>
        {
            ImmutableArray<Scaled> terms = [.. Terms(sum, around).Select(Scaled.Of)];
            if (terms.Length <= LongestFlat && !HasLike(terms))
            {
                return null;
            }

            var totals = new Dictionary<Expression, (double Factor, int Count)>();
            foreach (Scaled term in terms.Where(static term => term.Rest is not null))
            {
                totals.TryGetValue(term.Rest!, out (double Factor, int Count) total);
                totals[term.Rest!] = (total.Factor + term.Factor, total.Count + 1);
            }

            bool Merges(Expression? rest) => rest is not null && totals[rest] is { Count: > 1 } total && Scaled.IsNormal(total.Factor, sum.Scalar);
            if (!terms.Any(term => Merges(term.Rest)))
            {
                return null;
            }

            var kept = new List<Expression>();
            var merged = new HashSet<Expression>();
            foreach (Scaled term in terms)
            {
                if (term.Rest is not { } rest)
                {
                    kept.Add(sum.Like(term.Factor));
                }
                else if (!Merges(rest))
                {
                    kept.Add(Scaled.Node(term.Factor, rest));
                }
                else if (merged.Add(rest))
                {
                    kept.Add(Scaled.Node(sum.Like(totals[rest].Factor).Number, rest));
                }
            }

            return sum.Graph.Add([.. kept]);
        }) with { Margin = 32, Reorders = true };

    public static readonly Rule Signs = Rule.Of(
        Arithmetic.Add, "sum-signs", "(−a) + (−b) = −(a + b), (−a) + b = b − a", "exact for two terms: rounding is symmetric, addition commutes; a sum of more starts with another term",
        static (sum, _) =>
        {
            int positive = FirstPositive(sum.Arguments);
            return positive switch
            {
                0 => null,
                < 0 => -sum.Graph.Add([.. sum.Arguments.Select(static term => -term)]),
                _ => sum.Graph.Add([sum.Arguments[positive], .. sum.Arguments.RemoveAt(positive)]),
            };
        }) with { Margin = 4, Reorders = true };

    public static readonly Rule CommonConstant = Rule.Of(
        Arithmetic.Add, "sum-common-constant", "c·a + c·b = c·(a + b), c constant", "1 ≤ c ≤ 2¹⁶: no intermediate result grows",
        static (sum, around) =>
        {
            ImmutableArray<Scaled> terms = [.. sum.Arguments.Select(term => Scaled.OfOpen(term, around))];
            double common = Math.Abs(terms[0].Factor);
            return common is > 1 and <= Scaled.Large && terms.All(term => term.Rest is not null && Math.Abs(term.Factor) == common)
                ? Scaled.Node(common, sum.Graph.Add([.. terms.Select(static term => Scaled.Node(Math.Sign(term.Factor), term.Rest!))]))
                : null;
        });

    public static readonly Rule Known = Rule.Of(
        Arithmetic.Add, "sum-known", "b + a = a + b, b − a = −(a − b), where the value has the right side", "exact: addition commutes, rounding is symmetric",
        static (sum, around) => sum.Arguments is not [var left, var right] ? null
            : around.Frozen.Pair(Arithmetic.Add, left, right) is { } known ? known
            : around.Frozen.PairOfNegatives(left, right) is { } opposite ? -opposite
            : null);

    public static readonly Rule NegatedDifference = Rule.Of(
        Arithmetic.Negate, "negated-difference", "−(a − b) = b − a", "exact, but for the sign of a zero",
        static (negation, around) => around.Open(negation.Arguments[0], Arithmetic.Add) is { Arguments: [var left, var right] } && !IsNegative(left) && IsNegative(right)
            ? (-right) + (-left)
            : null);

    private static int FirstPositive(ImmutableArray<Expression> terms)
    {
        for (int i = 0; i < terms.Length; i++)
        {
            if (!IsNegative(terms[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasLike(ImmutableArray<Scaled> terms)
    {
        for (int i = 1; i < terms.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (terms[i].Rest is { } rest && ReferenceEquals(rest, terms[j].Rest))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // With those of the sums within, while there aren't too many.
    private static IEnumerable<Expression> Terms(Apply sum, Surroundings around)
    {
        foreach (Expression term in sum.Arguments)
        {
            bool isNegative = term.Negated() is not null && around.IsOpen(term);
            if (around.Open(isNegative ? term.Negated()! : term, Arithmetic.Add) is { } inner && inner.Arguments.Length + sum.Arguments.Length <= LongestFlat)
            {
                foreach (Expression part in inner.Arguments)
                {
                    yield return isNegative ? -part : part;
                }
            }
            else
            {
                yield return term;
            }
        }
    }

    private static bool IsNegative(Expression term) => term is Constant { Number: < 0 } || term.Negated() is not null;

    private static ImmutableArray<Expression> AtLeastOne(Apply sum, ImmutableArray<Expression> terms) => terms.IsEmpty ? [sum.Like(0)] : terms;
}
