using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>What must hold before a loop so that something holds at each of its trips.</summary>
internal static class RequirementClosing
{
    /// <summary>Whether the range of the loop sees to it that the requirement holds at each trip.</summary>
    public static bool IsImplied(Requirement requirement, LoopRange range)
    {
        ExpressionGraph graph = range.Graph;
        LoopCounter counter = range.Counter ?? new LoopCounter(Affine.Of(range.Index), 1, range.Lower, range.Last);
        switch (requirement)
        {
            case NotNegative { Index: var index } when Rest(index) is { } rest:
                return IntegerRange.Of(rest.Plus(counter.Least, 1).ToExpression(graph)).Lower >= 0;
            case Below { Index: var index, Extent: var extent } when Rest(index) is { } rest && !extent.DependsOn(range.Index):
                return Affine.IsBelow(rest.Plus(counter.Greatest, 1).ToExpression(graph), extent);
            default:
                return false;
        }

        // What there is beside the counter in an index that runs along with it.
        Affine? Rest(Expression index)
            => Slope(index, range) == counter.Step && Affine.Of(index).Minus(counter.Value) is var rest && rest.CoefficientOf(range.Index) == 0 ? rest : null;
    }

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

                // Row by row: i·columns ≥ 0 with the first row, i·columns + columns ≤ extent with the last, where there are columns.
                case NotNegative { Index: var index } when RowLength(Affine.Of(index), range) is { } columns && IsPositive(columns, requirement.Path):
                    return new NotNegative(path, Affine.Of(index).Plus(graph.Multiply(range.Index, columns), -1).Plus(graph.Multiply(range.Lower, columns), 1).ToExpression(graph));

                case AtMost { Count: var count, Extent: var extent } when RowLength(Affine.Combine(count, extent, -1), range) is { } columns && IsPositive(columns, requirement.Path):
                    Affine rest = Affine.Combine(count, extent, -1).Plus(graph.Multiply(range.Index, columns), -1).Plus(columns, -1);
                    Expression size = graph.Multiply(graph.Convert(range.Upper, ScalarType.Int64), graph.Convert(columns, ScalarType.Int64));
                    return rest.CoefficientOf(range.Index) is 0
                        ? new Holds(path, graph.LessOrEqual(size, graph.Negate(rest.ToLong(graph))))
                        : Each(requirement, range);
            }
        }

        return Each(requirement, range);
    }

    private static Holds Each(Requirement requirement, LoopRange range)
    {
        ExpressionGraph graph = range.Graph;
        return new Holds(graph.True, graph.Reduce(ReduceOperator.All, range.Index, range.Lower, range.Upper, graph.True, [requirement.Expression]));
    }

    /// <summary>The columns, if the sum has index · columns in it once, and the index nowhere else.</summary>
    private static Expression? RowLength(Affine sum, LoopRange range)
    {
        Expression? columns = null;
        foreach ((Expression atom, int coefficient) in sum.Terms)
        {
            if (!atom.DependsOn(range.Index))
            {
                continue;
            }

            Expression? factor = atom is Apply { Arguments: [var a, var b] } product && ReferenceEquals(product.Primitive, Arithmetic.Multiply)
                ? ReferenceEquals(a, range.Index) ? b : ReferenceEquals(b, range.Index) ? a : null
                : null;
            if (columns is not null || coefficient != 1 || factor is null || factor.DependsOn(range.Index) || !ReferenceEquals(range.Graph.Multiply(range.Index, factor), atom))
            {
                return null;
            }

            columns = factor;
        }

        return columns;
    }

    private static bool IsPositive(Expression number, Expression path)
    {
        Expression positive = number.Graph.Less(number.Graph.Int(0), number);
        while (true)
        {
            if (ReferenceEquals(path, positive))
            {
                return true;
            }

            if (path is not Select { WhenFalse: Constant { IsFalse: true } } and)
            {
                return IntegerRange.Of(number).Lower > 0;
            }

            if (ReferenceEquals(and.Condition, positive))
            {
                return true;
            }

            path = and.WhenTrue;
        }
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
