using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What keeps a node from throwing.</summary>
internal static class Throwing
{
    /// <summary>The condition under which the node itself, its operands apart, doesn't throw; null if it never does.</summary>
    /// <param name="node">The node.</param>
    /// <param name="loops">Those around it.</param>
    public static Expression? Condition(Expression node, ImmutableArray<(Symbol Index, Expression Lower, Expression Upper)> loops) => node switch
    {
        Element element => InRange(element, loops) is var condition and not Constant { IsTrue: true } ? condition : null,
        Apply apply when apply.Primitive.Requires(apply) is var condition and not Constant => condition,
        _ => null,
    };

    private static Expression InRange(Element element, ImmutableArray<(Symbol Index, Expression Lower, Expression Upper)> loops)
    {
        ExpressionGraph graph = element.Graph;
        Expression inRange = graph.True;
        ImmutableArray<Expression> indices = element.Indices;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            (_, Expression? lower, Expression? upper) = loops.FirstOrDefault(loop => ReferenceEquals(loop.Index, indices[axis]));
            if (lower is not Constant { Payload: >= 0 })
            {
                inRange = graph.And(inRange, graph.LessOrEqual(graph.Integer(indices[axis].Scalar, 0), indices[axis]));
            }

            Expression extent = graph.Convert(graph.Extent(element.Array, axis), indices[axis].Scalar);
            if (!ReferenceEquals(upper, extent))
            {
                inRange = graph.And(inRange, graph.Less(indices[axis], extent));
            }
        }

        return inRange;
    }
}
