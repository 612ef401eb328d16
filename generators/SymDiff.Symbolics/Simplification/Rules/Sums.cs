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
    private const int MaximumTerms = 32;

    private const string Reordered = "terms are added in another order: a partial sum is at most twice as large";

    public static readonly Rule Flatten = Rule.Of(
        Arithmetic.Add, "sum-flatten", "(a + b) + c = a + b + c, a + (b + c) = a + b + c, a − (b + c) = a − b − c", Reordered, margin: MaximumTerms,
        static (sum, around) =>
        {
            var terms = new List<Expression>();
            foreach (Expression term in sum.Arguments)
            {
                if (around.Open(term, Arithmetic.Add) is { } inner && inner.Arguments.Length + sum.Arguments.Length <= MaximumTerms)
                {
                    terms.AddRange(inner.Arguments);
                }
                else if (around.IsOpen(term) && term.Negated() is { } negated && around.Open(negated, Arithmetic.Add) is { } subtracted
                    && subtracted.Arguments.Length + sum.Arguments.Length <= MaximumTerms)
                {
                    terms.AddRange(subtracted.Arguments.Select(static part => -part));
                }
                else
                {
                    terms.Add(term);
                }
            }

            return terms.Count == sum.Arguments.Length ? null : sum.Graph.Add([.. terms]);
        });

    public static readonly Rule Zeros = Rule.Of(
        Arithmetic.Add, "sum-zeros", "a + 0 = a", "but for the sign of a zero, which derivatives may lose",
        static (sum, _) => sum.Arguments.Any(static term => term.IsZero()) ? sum.Graph.Add(AtLeastOne(sum, sum.Arguments.RemoveAll(static term => term.IsZero()))) : null);

    public static readonly Rule Constants = Rule.Of(
        Arithmetic.Add, "sum-constants", "c + a + d = (c + d) + a, c and d constant", Reordered, margin: 4,
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
        });

    public static readonly Rule LikeTerms = Rule.Of(
        Arithmetic.Add, "sum-like-terms", "c·a + b + d·a = (c + d)·a + b, c and d constant", "c + d isn't 0: a − a is NaN at ∞. " + Reordered, margin: 4,
        static (sum, _) =>
        {
            ImmutableArray<Scaled> terms = [.. sum.Arguments.Select(Scaled.Of)];
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
            for (int i = 0; i < terms.Length; i++)
            {
                Expression? rest = terms[i].Rest;
                if (!Merges(rest))
                {
                    kept.Add(sum.Arguments[i]);
                }
                else if (merged.Add(rest!))
                {
                    kept.Add(Scaled.Node(sum.Like(totals[rest!].Factor).Number, rest!));
                }
            }

            return sum.Graph.Add([.. kept]);
        });

    public static readonly Rule Signs = Rule.Of(
        Arithmetic.Add, "sum-signs", "(−a) + (−b) = −(a + b), (−a) + b = b − a", "exact for two terms: rounding is symmetric, addition commutes. " + Reordered, margin: 2,
        static (sum, _) =>
        {
            int positive = sum.Arguments.ToList().FindIndex(static term => !IsNegative(term));
            return positive switch
            {
                0 => null,
                < 0 => -sum.Graph.Add([.. sum.Arguments.Select(static term => -term)]),
                _ => sum.Graph.Add([sum.Arguments[positive], .. sum.Arguments.RemoveAt(positive)]),
            };
        });

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
            : around.Frozen.Pair(Arithmetic.Add, -left, -right) is { } opposite ? -opposite
            : null);

    public static readonly Rule NegatedDifference = Rule.Of(
        Arithmetic.Negate, "negated-difference", "−(a − b) = b − a", "exact, but for the sign of a zero",
        static (negation, around) => around.Open(negation.Arguments[0], Arithmetic.Add) is { Arguments: [var left, var right] } && !IsNegative(left) && IsNegative(right)
            ? (-right) + (-left)
            : null);

    private static bool IsNegative(Expression term) => term is Constant { Number: < 0 } || term.Negated() is not null;

    private static ImmutableArray<Expression> AtLeastOne(Apply sum, ImmutableArray<Expression> terms) => terms.IsEmpty ? [sum.Like(0)] : terms;
}
