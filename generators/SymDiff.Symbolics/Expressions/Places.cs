using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Expressions;

/// <summary>Where in an array an element stands.</summary>
internal static class Places
{
    /// <summary>Whether both are the same element, decided where only a constant lies between the indices.</summary>
    public static Expression AreEqual(ImmutableArray<Expression> left, ImmutableArray<Expression> right)
    {
        ExpressionGraph graph = left[0].Graph;
        return left.Zip(right, (a, b) => AreEqual(graph, a, b)).Aggregate(graph.And);
    }

    private static Expression AreEqual(ExpressionGraph graph, Expression left, Expression right)
    {
        (Expression leftBase, long leftShift) = Shifted(left);
        (Expression? rightBase, long rightShift) = Shifted(right);

        // Integers that wrap around are a ring: i + 1 isn't i, whatever i is.
        return left is Constant a && right is Constant b ? graph.Boolean(a.Payload == b.Payload)
            : ReferenceEquals(leftBase, rightBase) && left.Scalar == right.Scalar ? graph.Boolean(leftShift == rightShift)
            : graph.Equal(left, right);
    }

    private static (Expression Base, long Shift) Shifted(Expression index)
        => index is Apply { Arguments: [var start, Constant shift] } sum && ReferenceEquals(sum.Primitive, Arithmetic.Add) ? (start, shift.Payload) : (index, 0);
}
