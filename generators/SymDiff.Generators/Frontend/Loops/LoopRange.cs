using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>The trips of a loop: the index runs from <see cref="Lower"/> to <see cref="Upper"/> − 1 by one, whatever the source counts.</summary>
/// <param name="Counter">What the source counts, if it isn't the index itself.</param>
internal sealed record LoopRange(Symbol Index, Expression Lower, Expression Upper, LoopCounter? Counter = null)
{
    public ExpressionGraph Graph => Index.Graph;

    /// <summary>Whether there is a trip at all.</summary>
    public Expression HasTrips => Graph.Less(Lower, Upper);

    /// <summary>The number of trips, if there are any.</summary>
    public Expression Length => Affine.Combine(Upper, Lower, -1).ToExpression(Graph);

    public Expression Last => Affine.Of(Upper).Plus(-1).ToExpression(Graph);
}
