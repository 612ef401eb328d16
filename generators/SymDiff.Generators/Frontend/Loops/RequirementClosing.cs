using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What must hold before a loop so that something holds at each of its trips.</summary>
internal static class RequirementClosing
{
    public static Requirement Close(Requirement requirement, LoopRange range)
    {
        ExpressionGraph graph = range.Graph;
        if (!requirement.Path.DependsOn(range.Index))
        {
            Expression path = graph.And(range.HasTrips, requirement.Path);
            switch (requirement)
            {
                case { Condition: var condition } when !condition.DependsOn(range.Index):
                    return requirement with { Path = path };

                // An index that grows is smallest at the first trip, one that falls at the last.
                case NotNegative { Index: var index } when Slope(index, range) is { } slope:
                    return new NotNegative(path, At(index, slope > 0 ? range.Lower : range.Last, range));

                case Below { Index: var index, Extent: var extent } when !extent.DependsOn(range.Index):
                    switch (Slope(index, range))
                    {
                        case 1:
                            return UpTo(index, extent, requirement.Path, path, range);
                        case -1:
                            return new Below(path, At(index, range.Lower, range), extent);
                        case { } slope:
                            Expression largest = Affine.Of(At(index, slope > 0 ? range.Last : range.Lower, range)).ToLong(graph);
                            return new Holds(path, graph.Less(largest, graph.Convert(extent, ScalarType.Int64)));
                    }

                    break;

                case AtMost { Count: var count, Extent: var extent } when !extent.DependsOn(range.Index) && Slope(count, range) is 1:
                    return new AtMost(path, At(count, range.Last, range), extent);
            }
        }

        return new Holds(graph.True, graph.Reduce(ReduceOperator.All, range.Index, range.Lower, range.Upper, graph.True, [requirement.Expression]));
    }

    // index + rest < extent for all index < upper: upper ≤ extent − rest.
    private static Requirement UpTo(Expression index, Expression extent, Expression outer, Expression path, LoopRange range)
    {
        ExpressionGraph graph = range.Graph;
        Affine rest = Affine.Combine(index, range.Index, -1);
        Affine excess = rest.Plus(range.Upper, 1).Plus(extent, -1);
        if (excess.IsConstant)
        {
            return excess.Constant <= 0 ? new Holds(path, graph.True) : new AtMost(path, range.Upper, Affine.Combine(extent, rest.ToExpression(graph), -1).ToExpression(graph));
        }

        if (!rest.IsConstant || rest.Constant > 0)
        {
            return new AtMost(path, range.Upper, Affine.Combine(extent, rest.ToExpression(graph), -1).ToExpression(graph));
        }

        // Without a trip, upper ≤ lower ≤ 0 ≤ extent.
        bool holdsWithoutTrips = rest.Constant == 0 && range.Lower is Constant { Payload: <= 0 };
        return new AtMost(holdsWithoutTrips ? outer : path, Affine.Of(range.Upper).Plus(rest.Constant).ToExpression(graph), extent);
    }

    private static int? Slope(Expression index, LoopRange range)
        => Affine.Of(index).CoefficientOf(range.Index) is { } slope and not 0 ? slope : null;

    private static Expression At(Expression index, Expression trip, LoopRange range)
    {
        Affine affine = Affine.Of(index);
        int slope = affine.CoefficientOf(range.Index) ?? 0;
        return affine.Plus(range.Index, -slope).Plus(trip, slope).ToExpression(range.Graph);
    }
}
