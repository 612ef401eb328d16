using System;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// Reads an element of an array of contributions without the array, where a single step of the loops contributes to it: that of
/// <c>Σᵢ Scatter([i]: vᵢ)</c> at k is <c>vₖ</c>. Where a sum would remain, it is better taken once for all elements.
/// </summary>
internal static class Gathering
{
    /// <returns>The element; null if there is no such form.</returns>
    public static Expression? ElementOf(Expression contributions, ImmutableArray<Expression> indices) => ElementOf(contributions, indices, []);

    private static Expression? ElementOf(Expression contributions, ImmutableArray<Expression> indices, ImmutableArray<Reduce> loops)
    {
        ExpressionGraph graph = contributions.Graph;
        switch (contributions)
        {
            case Zeros:
                return graph.Number(contributions.Scalar, 0);
            case Scatter scatter when scatter.Indices.Length == loops.Length:
                return Contributions.IsPermutation(scatter, loops)
                    ? Substitution.Replace(scatter.Value, [.. scatter.Indices.Select((index, axis) => ((Symbol)index, indices[axis]))])
                    : null;
            case Reduce { Operator: ReduceOperator.Sum, Initial: Zeros, Lower: Constant { Payload: 0 }, Terms: [var term] } loop:
                return ElementOf(term, indices, loops.Add(loop));
            case Select select when !loops.Any(loop => select.Condition.DependsOn(loop.Index)):
                return Both(ElementOf(select.WhenTrue, indices, loops), ElementOf(select.WhenFalse, indices, loops), (whenTrue, whenFalse) => ChainRule.Choose(
                    select.Condition, Unless(whenTrue), Unless(whenFalse)) ?? whenTrue);
            case Select select when loops.Length == indices.Length && Gated(select, loops) is { } gated:
                return gated.Indices.Select((index, axis) => ((Symbol)index, indices[axis])).ToImmutableArray() is var replacements
                    ? Substitution.Replace(gated.Value, replacements) : null;
            case Apply sum when loops.IsEmpty:
                Expression?[] terms = [.. sum.Arguments.Select(part => ElementOf(part, indices, loops))];
                return terms.All(part => part is not null) ? graph.Add([.. terms!]) : null;
            default:
                return null;
        }
    }

    // The condition may look at the index: it becomes one on the value.
    private static (ImmutableArray<Expression> Indices, Expression Value)? Gated(Expression term, ImmutableArray<Reduce> loops) => term switch
    {
        Scatter scatter when Contributions.IsPermutation(scatter, loops) => (scatter.Indices, scatter.Value),
        Select { WhenFalse: Zeros } select when Gated(select.WhenTrue, loops) is var (indices, value) => (indices, ChainRule.Choose(select.Condition, value, null)!),
        Select { WhenTrue: Zeros } select when Gated(select.WhenFalse, loops) is var (indices, value) => (indices, ChainRule.Choose(select.Condition, null, value)!),
        _ => null,
    };

    private static Expression? Unless(Expression value) => ChainRule.IsStructuralZero(value) ? null : value;

    private static Expression? Both(Expression? left, Expression? right, Func<Expression, Expression, Expression> combine)
        => left is null || right is null ? null : combine(left, right);
}
