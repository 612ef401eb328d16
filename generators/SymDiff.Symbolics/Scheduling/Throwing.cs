using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What keeps a node from throwing.</summary>
internal static class Throwing
{
    /// <summary>The condition under which the node itself, its operands apart, doesn't throw; null if it never does.</summary>
    /// <param name="node">The node.</param>
    /// <param name="loops">Those around it.</param>
    /// <param name="sizes">The extents of arrays, as far as more is known of them than that they are theirs.</param>
    public static Expression? Condition(
        Expression node, ImmutableArray<(Symbol Index, Expression Lower, Expression Upper)> loops, IReadOnlyDictionary<Symbol, ImmutableArray<Expression>> sizes) => node switch
    {
        Element element => InRange(element, loops, sizes) is var condition and not Constant { IsTrue: true } ? condition : null,
        Apply apply when apply.Primitive.Requires(apply) is var condition and not Constant => condition,
        _ => null,
    };

    private static Expression InRange(Element element, ImmutableArray<(Symbol Index, Expression Lower, Expression Upper)> loops, IReadOnlyDictionary<Symbol, ImmutableArray<Expression>> sizes)
    {
        ExpressionGraph graph = element.Graph;
        Expression inRange = graph.True;
        ImmutableArray<Expression> indices = element.Indices;
        ImmutableArray<Expression> known = element.Array is Symbol array && sizes.TryGetValue(array, out ImmutableArray<Expression> size) && size.Length == indices.Length ? size : [];
        for (int axis = 0; axis < indices.Length; axis++)
        {
            (Expression index, long shift) = indices[axis] is Apply { Arguments: [Symbol shifted, Constant constant] } sum && ReferenceEquals(sum.Primitive, Arithmetic.Add) ? ((Expression)shifted, constant.Payload) : (indices[axis], 0L);
            (_, Expression? lower, Expression? upper) = loops.FirstOrDefault(loop => ReferenceEquals(loop.Index, index));
            if (!(lower is Constant { Payload: var from } && from >= 0 && from + shift >= 0))
            {
                inRange = graph.And(inRange, graph.LessOrEqual(graph.Integer(indices[axis].Scalar, 0), indices[axis]));
            }

            Expression extent = graph.Convert(graph.Extent(element.Array, axis), indices[axis].Scalar);
            if (upper is null || shift > 0 || !(ReferenceEquals(upper, extent) || (!known.IsEmpty && ReferenceEquals(upper, graph.Convert(known[axis], indices[axis].Scalar)))))
            {
                inRange = graph.And(inRange, graph.Less(indices[axis], extent));
            }
        }

        return inRange;
    }
}
