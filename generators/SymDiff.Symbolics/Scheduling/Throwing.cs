using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What keeps a node from throwing.</summary>
internal static class Throwing
{
    /// <summary>The condition under which the node itself, its operands apart, doesn't throw; null if it never does.</summary>
    public static Expression? Condition(Expression node) => node switch
    {
        Element element => InRange(element),
        Apply apply when apply.Primitive.Requires(apply) is var condition and not Constant => condition,
        _ => null,
    };

    private static Expression InRange(Element element)
    {
        ExpressionGraph graph = element.Graph;
        Expression inRange = graph.True;
        ImmutableArray<Expression> indices = element.Indices;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            inRange = graph.And(inRange, graph.LessOrEqual(graph.Integer(indices[axis].Scalar, 0), indices[axis]));
            inRange = graph.And(inRange, graph.Less(indices[axis], graph.Convert(graph.Extent(element.Array, axis), indices[axis].Scalar)));
        }

        return inRange;
    }
}
