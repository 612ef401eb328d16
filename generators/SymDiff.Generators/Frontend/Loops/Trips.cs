using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>The trips of a <c>for</c> loop, numbered from <see cref="Lower"/> to <see cref="Upper"/> − 1, and what the loop variable is at each.</summary>
internal sealed record Trips(Expression Lower, Expression Upper, Expression Start, int Step)
{
    private ExpressionGraph Graph => Start.Graph;

    // Counting up by one, the number of the trip is the variable itself.
    public bool IsPlain => Step == 1;

    public static Trips Count(ForHeader header, Expression start, Expression bound, Flow flow)
    {
        ExpressionGraph graph = start.Graph;
        int step = header.Step;
        bool isUp = step > 0;
        (Expression from, Expression to) = isUp ? (start, bound) : (bound, start);
        switch (header.Comparison)
        {
            // With != a variable on the far side runs through all integers.
            case BinaryOperatorKind.NotEquals:
                flow.Require(graph.LessOrEqual(from, to));
                break;

            // Up to the largest int, inclusive, a loop doesn't end; nor if a step leads beyond it.
            case BinaryOperatorKind.LessThanOrEqual:
                RequireRoom(bound, isUp ? step : 0, flow);
                break;
            case BinaryOperatorKind.GreaterThanOrEqual:
                RequireRoom(bound, step, flow);
                break;
            default:
                RequireRoom(bound, step - Math.Sign(step), flow);
                break;
        }

        int inclusive = header.Comparison is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual ? 1 : 0;
        if (step == 1)
        {
            return new Trips(start, Affine.Of(bound).Plus(inclusive).ToExpression(graph), start, step);
        }

        // ⌈distance / |step|⌉, where an inclusive bound makes the distance longer by one; not above 0 if there is no trip.
        int size = Math.Abs(step);
        int excess = inclusive + size - 1;
        RequireDistance(from, to, excess, flow);
        Expression distance = Affine.Combine(to, from, -1).Plus(excess).ToExpression(graph);
        Expression count = size == 1 ? distance : graph.Apply(Arithmetic.Divide, distance, graph.Int(size));

        // Far below, the distance wraps around.
        return IntegerRange.Of(to).Lower - IntegerRange.Of(from).Upper + excess >= int.MinValue
            ? new Trips(graph.Int(0), count, start, step)
            : new Trips(graph.Int(0), graph.Select(inclusive == 1 ? graph.LessOrEqual(from, to) : graph.Less(from, to), count, graph.Int(0)), start, step);
    }

    public Expression ValueAt(Expression index) => IsPlain ? index : Affine.Of(Start).Plus(index, Step).ToExpression(Graph);

    /// <summary>The variable as something that the loop's condition keeps within bounds.</summary>
    public LoopCounter? Counter(ForHeader header, Symbol index, Expression bound)
    {
        if (IsPlain || header.Comparison == BinaryOperatorKind.NotEquals)
        {
            return null;
        }

        bool isInclusive = header.Comparison is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual;
        Expression last = isInclusive ? bound : Affine.Of(bound).Plus(-Math.Sign(Step)).ToExpression(Graph);
        return new LoopCounter(Affine.Of(Start).Plus(index, Step), Step, Step > 0 ? Start : last, Step > 0 ? last : Start);
    }

    /// <summary>What the variable is after the loop.</summary>
    public Expression After(Expression start)
        => IsPlain
            ? Graph.Select(Graph.Less(Lower, Upper), Upper, Lower)
            : Graph.Select(Graph.Less(Lower, Upper), Affine.Of(start).Plus(Upper, Step).ToExpression(Graph), start);

    // bound + room is an int.
    private static void RequireRoom(Expression bound, int room, Flow flow)
    {
        ExpressionGraph graph = bound.Graph;
        IntegerRange range = IntegerRange.Of(bound);
        if (room > 0 && range.Upper + room > int.MaxValue)
        {
            flow.Require(graph.LessOrEqual(bound, graph.Int(int.MaxValue - room)));
        }
        else if (room < 0 && range.Lower + room < int.MinValue)
        {
            flow.Require(graph.LessOrEqual(graph.Int(int.MinValue - room), bound));
        }
    }

    // to − from + excess isn't above the largest int.
    private static void RequireDistance(Expression from, Expression to, int excess, Flow flow)
    {
        ExpressionGraph graph = from.Graph;
        IntegerRange low = IntegerRange.Of(from);
        IntegerRange high = IntegerRange.Of(to);
        if (from is Constant { Payload: var start } && start - excess is > int.MinValue and <= int.MaxValue)
        {
            RequireRoom(to, Math.Max(0, (int)(excess - start)), flow);
        }
        else if (high.Upper - low.Lower + excess > int.MaxValue)
        {
            Expression distance = graph.Add(Long(to), graph.Negate(Long(from)), graph.Integer(ScalarType.Int64, excess));
            flow.Require(graph.LessOrEqual(distance, graph.Integer(ScalarType.Int64, int.MaxValue)));
        }

        Expression Long(Expression number) => graph.Convert(number, ScalarType.Int64);
    }
}
