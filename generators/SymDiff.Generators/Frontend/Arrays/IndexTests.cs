using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Comparisons of indices: many are decided by what is known of the indices, whatever the program is called with.</summary>
internal static class IndexTests
{
    public static Expression Equal(Expression left, Expression right)
    {
        // Integers that wrap around are a ring: equal but for a constant is equal or unequal.
        Affine difference = Affine.Combine(left, right, -1);
        return difference.IsConstant ? left.Graph.Boolean(difference.Constant == 0)
            : AreApart(left, right) ? left.Graph.False
            : left.Graph.Equal(left, right);
    }

    /// <summary>left ≤ right.</summary>
    public static Expression AtMost(Expression left, Expression right) => Less(left, Affine.Of(right).Plus(1).ToExpression(right.Graph), right);

    /// <summary>left &lt; right.</summary>
    public static Expression Less(Expression left, Expression right) => Less(left, right, null);

    /// <summary>The expression with all comparisons of integers in it decided that can be.</summary>
    public static Expression Decide(Expression expression)
    {
        List<Expression> nodes = Traversal.Reachable([expression]);
        var done = new Dictionary<Expression, Expression>();
        foreach (Expression node in nodes)
        {
            ImmutableArray<Expression> operands = [.. node.Operands.Select(operand => done[operand])];
            Expression same = operands.SequenceEqual(node.Operands) ? node : node.Graph.With(node, operands);
            done[node] = same is Apply { Arguments: [{ Scalar: ScalarType.Int32 } left, var right] } test ? Decide(test, left, right) : same;
        }

        return done[expression];
    }

    private static Expression Decide(Apply test, Expression left, Expression right)
        => ReferenceEquals(test.Primitive, Comparisons.Equal) ? Equal(left, right)
        : ReferenceEquals(test.Primitive, Comparisons.NotEqual) ? test.Graph.Not(Equal(left, right))
        : ReferenceEquals(test.Primitive, Comparisons.Less) ? Less(left, right)
        : ReferenceEquals(test.Primitive, Comparisons.LessOrEqual) ? AtMost(left, right)
        : test;

    // With a right side that is one more than another, which is what is written down if nothing is known.
    private static Expression Less(Expression left, Expression right, Expression? orEqual)
    {
        ExpressionGraph graph = left.Graph;
        return IsLess(left, right) ? graph.True
            : IsLess(right, Affine.Of(left).Plus(1).ToExpression(graph)) ? graph.False
            : orEqual is null ? graph.Less(left, right) : graph.LessOrEqual(left, orEqual);
    }

    private static bool AreApart(Expression left, Expression right) => IsLess(left, right) || IsLess(right, left);

    // Only where neither side can wrap around.
    private static bool IsLess(Expression left, Expression right)
        => CannotWrap(Affine.Of(left)) && CannotWrap(Affine.Of(right)) && Greatest(Affine.Combine(left, right, -1)) < 0;

    private static bool CannotWrap(Affine sum) => Bound(sum, 1) <= int.MaxValue && -Bound(sum, -1) >= int.MinValue;

    /// <summary>An upper bound of the sum; an index is less than its loop's end, which often says more than the bare numbers do.</summary>
    private static long Greatest(Affine sum)
    {
        long greatest = Bound(sum, 1);
        foreach ((Expression atom, int coefficient) in sum.Terms)
        {
            if (atom is Symbol { Role: SymbolRole.Index } index && index.Graph.RangeOf(index) is { } range && Math.Abs((long)coefficient) == 1)
            {
                Affine end = coefficient > 0 ? sum.Plus(index, -1).Plus(range.Upper, 1).Plus(-1) : sum.Plus(index, 1).Plus(range.Lower, -1);
                greatest = Math.Min(greatest, Bound(end, 1));
            }
        }

        return greatest;
    }

    /// <summary>An upper bound of the sum times the sign.</summary>
    private static long Bound(Affine sum, int sign)
    {
        long bound = (long)sign * sum.Constant;
        foreach ((Expression atom, int coefficient) in sum.Terms)
        {
            IntegerRange range = IntegerRange.Of(atom);
            long factor = (long)sign * coefficient;
            bound += factor * (factor > 0 ? range.Upper : range.Lower);
        }

        return bound;
    }
}
