using System;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification.Rules;

/// <summary>Sums over an index: nothing in the loop that could stand before it.</summary>
internal static class Reductions
{
    // How far below a term its constant factors are looked for.
    private const int MaximumDepth = 4;

    public static readonly Rule OneTerm = Rule.Of<Reduce>(
        "reduce-one-term", "Σ(a, b) = Σ(a + b)", "terms are added in another order",
        static (reduce, _) => reduce.Operator == ReduceOperator.Sum && reduce.Terms.Length > 1
            ? reduce.Graph.Reduce(reduce.Operator, reduce.Index, reduce.Lower, reduce.Upper, reduce.Initial, [reduce.Graph.Add(reduce.Terms)])
            : null) with { Margin = 4, Reorders = true };

    public static readonly Rule ConstantOut = Rule.Of<Reduce>(
        "reduce-constant-out", "Σ c·a = c·Σ a, c constant", "1 ≤ |c|: the partial sums of a overflow only where those of c·a do. |c| < 1: only the sign",
        static (reduce, around) =>
        {
            if (reduce.Operator != ReduceOperator.Sum || !reduce.Initial.IsZero() || reduce.Terms is not [var term])
            {
                return null;
            }

            Scaled scaled = Factor(term, around, MaximumDepth);
            double factor = Math.Abs(scaled.Factor) is >= 1 and <= Scaled.Large ? scaled.Factor : scaled.Factor < 0 ? -1 : 1;
            if (factor == 1 || scaled.Rest is null)
            {
                return null;
            }

            Expression rest = Scaled.Node(reduce.Like(scaled.Factor / factor).Number, scaled.Rest);
            return Scaled.Node(factor, reduce.Graph.Reduce(reduce.Operator, reduce.Index, reduce.Lower, reduce.Upper, reduce.Initial, [rest]));
        });

    public static readonly Rule Count = Rule.Of<Reduce>(
        "reduce-count", "Σ 1 = upper − lower", "exact up to 2⁵³ (2²⁴ in float), rounded beyond; 0 for an empty range",
        static (reduce, _) =>
        {
            if (reduce.Operator != ReduceOperator.Sum || !reduce.Initial.IsZero() || reduce.Terms is not [Constant term])
            {
                return null;
            }

            ExpressionGraph graph = reduce.Graph;
            bool startsAtZero = reduce.Lower is Constant { Payload: 0 };
            Expression upper = graph.Convert(reduce.Upper, reduce.Scalar);
            Expression count = startsAtZero ? upper : upper - graph.Convert(reduce.Lower, reduce.Scalar);
            Expression nonNegative = startsAtZero && reduce.Upper is Extent ? count : graph.Select(graph.Less(reduce.Lower, reduce.Upper), count, reduce.Like(0));
            return term * nonNegative;
        });

    // The constant leaves the loop, so it is worth taking it out of what is shared, too: (2·e)·x and 2·e in two sums over the same e.
    private static Scaled Factor(Expression term, Surroundings around, int depth)
    {
        Scaled top = Scaled.Of(term);
        if (around.IsFrozen(term) || depth == 0 || top.Rest is null)
        {
            return term.Negated() is { } positive ? Times(-1, Factor(positive, around, depth)) : new(1, term);
        }

        if (!ReferenceEquals(top.Rest, term))
        {
            return Times(top.Factor, Factor(top.Rest, around, depth - 1));
        }

        switch (term)
        {
            case Apply product when product.Is(Arithmetic.Multiply):
                ImmutableArray<Scaled> factors = [.. product.Arguments.Select(factor => Factor(factor, around, depth - 1))];
                return All(factors, static factor => factor >= 1) is { } constant
                    ? new(constant, product.Graph.Multiply([.. factors.Where(static factor => factor.Rest is not null).Select(static factor => factor.Rest!)]))
                    : new(1, term);
            case Apply { Arguments: [var numerator, var denominator] } quotient when quotient.Is(Arithmetic.Divide) && numerator is not Constant:
                Scaled above = Factor(numerator, around, depth - 1);
                return Math.Abs(above.Factor) >= 1 ? new(above.Factor, above.Rest! / denominator) : new(1, term);
            case Select gate when Selections.IsGate(gate):
                Scaled gated = Factor(Selections.Gated(gate), around, depth - 1);
                return gated.Rest is null ? new(1, term) : new(gated.Factor, Selections.WithGated(gate, gated.Rest));
            default:
                return new(1, term);
        }
    }

    private static Scaled Times(double factor, Scaled scaled) => new(factor * scaled.Factor, scaled.Rest);

    private static double? All(ImmutableArray<Scaled> factors, Func<double, bool> holds)
    {
        double constant = 1;
        foreach (Scaled factor in factors)
        {
            if (!holds(Math.Abs(factor.Factor)))
            {
                return null;
            }

            constant *= factor.Factor;
        }

        return constant;
    }
}
