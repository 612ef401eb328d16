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
            if (sum.Arguments.Count(static term => term is Constant) < 2)
            {
                return null;
            }

            ImmutableArray<Constant> constants = [.. sum.Arguments.OfType<Constant>()];
            double total = constants.Sum(static constant => constant.Number);
            if (!(total == 0 || Scaled.IsNormal(total, sum.Scalar)))
            {
                return null;
            }

            int first = sum.Arguments.IndexOf(constants[0]);
            return sum.Graph.Add([.. sum.Arguments.Where((term, i) => i == first || term is not Constant).Select((term, i) => i == first ? sum.Like(total) : term)]);
        }) with { Margin = 4, Reorders = true };

    public static readonly Rule LikeTerms = Rule.Of(
        Arithmetic.Add, "sum-like-terms", "c·a + (b + d·a) = (c + d)·a + b, c and d constant",
        "c + d isn't 0: a − a is NaN at ∞; 1/1024 ≤ constants within a ≤ 1024; terms are added in another order",
        static (sum, around) =>
        {
            List<Monomial> terms = Terms(sum, around).ConvertAll(Monomial.Of);
            if (terms.Count <= LongestFlat && !HasLike(terms))
            {
                return null;
            }

            Dictionary<Monomial, List<Monomial>> groups = terms.GroupBy(static term => term).ToDictionary(static group => group.Key, static group => group.ToList());
            bool Merges(Monomial term) => !term.Factors.IsEmpty && groups[term] is { Count: > 1 } like && Scaled.IsNormal(like.Sum(static part => part.Coefficient), sum.Scalar);
            if (!terms.Any(Merges))
            {
                return null;
            }

            var kept = new List<Expression>();
            foreach (Monomial term in terms)
            {
                if (!Merges(term))
                {
                    kept.Add(term.Term);
                }
                else if (ReferenceEquals(groups[term][0], term))
                {
                    List<Monomial> like = groups[term];
                    Expression product = like.Select(static part => part.Product).FirstOrDefault(static product => product is not null) ?? sum.Graph.Multiply(term.FactorsAround(around));
                    kept.Add(Scaled.Node(sum.Like(like.Sum(static part => part.Coefficient)).Number, product));
                }
            }

            return sum.Graph.Add([.. kept]);
        }) with { Margin = 1048576, Reorders = true };

    public static readonly Rule CommonFactor = Rule.Of(
        Arithmetic.Add, "sum-common-factor", "a·b + a·c + d = a·(b + c) + d, b/a + c/a + d = (b + c)/a + d", "b + c overflows no sooner than a margin below; terms are added in another order",
        static (sum, around) =>
        {
            List<Part> parts = Parts(sum, around);
            if (!HasCommon(parts))
            {
                return null;
            }

            List<Part>? group = parts.GroupBy(static part => (part.Common, part.Divides)).Select(static group => group.GroupBy(static part => part.Position).Select(static same => same.First()).ToList())
                .Where(static group => group.Count > 1).OrderByDescending(static group => group.Count).FirstOrDefault();
            if (group is null)
            {
                return null;
            }

            Expression inner = sum.Graph.Add([.. group.Select(static part => part.Rest)]);
            Expression common = group[0].Divides ? inner / group[0].Common : group[0].Common * inner;
            HashSet<int> gone = [.. group.Select(static part => part.Position)];
            return sum.Graph.Add([.. sum.Arguments.Select((term, i) => i == group[0].Position ? common : gone.Contains(i) ? null : term).OfType<Expression>()]);
        }) with { Margin = 32, Reorders = true, Widest = 32 };

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
            double common = Math.Abs(Scaled.OfOpen(sum.Arguments[0], around).Factor);
            if (common is not (> 1 and <= Scaled.Large))
            {
                return null;
            }

            ImmutableArray<Scaled> terms = [.. sum.Arguments.Select(term => Scaled.OfOpen(term, around))];
            return terms.All(term => term.Rest is not null && Math.Abs(term.Factor) == common)
                ? Scaled.Node(common, sum.Graph.Add([.. terms.Select(static term => Scaled.Node(Math.Sign(term.Factor), term.Rest!))]))
                : null;
        });

    // After the factors: what they leave.
    public static readonly Rule SharedConstant = Rule.Of(
        Arithmetic.Add, "sum-shared-constant", "c·a + d − c·b = c·(a − b) + d, c constant", "1 ≤ c ≤ 2¹⁶: no intermediate result grows; terms are added in another order",
        static (sum, around) =>
        {
            if (sum.Arguments.Count(term => Math.Abs(Scaled.OfOpen(term, around).Factor) is > 1 and <= Scaled.Large) < 2)
            {
                return null;
            }

            ImmutableArray<Scaled> terms = [.. sum.Arguments.Select(term => Scaled.OfOpen(term, around))];
            double[] constants = [.. terms.Where(static term => term.Rest is not null).Select(static term => Math.Abs(term.Factor)).Where(static factor => factor is > 1 and <= Scaled.Large)];
            double common = constants.FirstOrDefault(factor => constants.Count(other => other == factor) > 1);
            if (common == 0)
            {
                return null;
            }

            bool Shares(Scaled term) => term.Rest is not null && Math.Abs(term.Factor) == common;
            int first = terms.ToList().FindIndex(Shares);
            Expression together = Scaled.Node(common, sum.Graph.Add([.. terms.Where(Shares).Select(static term => Scaled.Node(Math.Sign(term.Factor), term.Rest!))]));
            return sum.Graph.Add([.. sum.Arguments.Select((term, i) => i == first ? together : term).Where((_, i) => i == first || !Shares(terms[i]))]);
        }) with { Margin = 4, Reorders = true, Widest = 32 };

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

    /// <summary>What can be taken out of a term: a factor of an open product, or the denominator of an open quotient.</summary>
    /// <param name="Whole">The product or quotient, or a reciprocal that is taken out whole.</param>
    /// <param name="Taken">Which of its operands is taken out; −1: all.</param>
    private readonly record struct Part(int Position, Apply Whole, int Taken, double Factor)
    {
        public bool Divides => Taken >= 0 && Whole.Is(Arithmetic.Divide);

        public Expression Common => Taken < 0 ? Whole : Whole.Arguments[Taken];

        public Expression Rest => Scaled.Node(
            Factor,
            Taken < 0 ? Whole.Like(1) : Divides ? Whole.Arguments[0] : Whole.Graph.Multiply(Whole.Arguments.RemoveAt(Taken)));
    }

    private static List<Part> Parts(Apply sum, Surroundings around)
    {
        var parts = new List<Part>();
        for (int position = 0; position < sum.Arguments.Length; position++)
        {
            AddParts(parts, sum.Arguments[position], position, around);
        }

        return parts;
    }

    private static void AddParts(List<Part> parts, Expression term, int position, Surroundings around)
    {
        Scaled scaled = Scaled.OfOpen(term, around);
        if (scaled.Rest is not Apply apply)
        {
            return;
        }

        // a/b + 1/b, where others have brought 1/b about.
        if (apply.AsReciprocal() is { Numerator.IsOne: true } && !around.IsFrozen(apply) && around.IsShared(apply))
        {
            parts.Add(new Part(position, apply, Taken: -1, scaled.Factor));
        }

        if (!around.IsOpen(term) || !around.IsOpen(apply))
        {
            return;
        }

        if (apply.Is(Arithmetic.Divide))
        {
            parts.Add(new Part(position, apply, Taken: 1, scaled.Factor));
        }

        for (int i = 0; apply.Is(Arithmetic.Multiply) && apply.Arguments.Length <= LongestFlat && i < apply.Arguments.Length; i++)
        {
            if (apply.Arguments[i] is not Constant)
            {
                parts.Add(new Part(position, apply, Taken: i, scaled.Factor));
            }
        }
    }

    // Most sums have nothing in common; in long ones that is found out with less work by grouping.
    private static bool HasCommon(List<Part> parts)
    {
        if (parts.Count > 4 * LongestFlat)
        {
            return true;
        }

        for (int i = 1; i < parts.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (parts[i].Position != parts[j].Position && parts[i].Divides == parts[j].Divides && ReferenceEquals(parts[i].Common, parts[j].Common))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasLike(List<Monomial> terms)
    {
        for (int i = 1; i < terms.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!terms[i].Factors.IsEmpty && terms[i].Equals(terms[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // With those of the sums within, while there aren't too many.
    private static List<Expression> Terms(Apply sum, Surroundings around)
    {
        var terms = new List<Expression>(sum.Arguments.Length);
        foreach (Expression term in sum.Arguments)
        {
            bool isNegative = term.Negated() is not null && around.IsOpen(term);
            if (around.Open(isNegative ? term.Negated()! : term, Arithmetic.Add) is { } inner && inner.Arguments.Length + sum.Arguments.Length <= LongestFlat)
            {
                foreach (Expression part in inner.Arguments)
                {
                    terms.Add(isNegative ? -part : part);
                }
            }
            else
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    private static bool IsNegative(Expression term) => term is Constant { Number: < 0 } || term.Negated() is not null;

    private static ImmutableArray<Expression> AtLeastOne(Apply sum, ImmutableArray<Expression> terms) => terms.IsEmpty ? [sum.Like(0)] : terms;
}
