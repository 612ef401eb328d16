using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>An index of an array in two loops: start + row·stride, plus the column if it goes along the columns. As integers wrap around, it holds whatever overflows.</summary>
internal readonly record struct StridedIndex(Expression Start, Expression Stride, bool IsAlongColumns)
{
    /// <param name="index">The index to be taken apart.</param>
    /// <param name="row">That of the outer loop.</param>
    /// <param name="column">That of the inner loop.</param>
    /// <param name="isInvariant">Whether something is the same in all steps of both.</param>
    public static StridedIndex? Of(Expression index, Symbol row, Symbol column, Func<Expression, bool> isInvariant)
    {
        ExpressionGraph graph = index.Graph;
        if (isInvariant(index))
        {
            return new StridedIndex(index, graph.Int(0), IsAlongColumns: false);
        }

        if (ReferenceEquals(index, row) || ReferenceEquals(index, column))
        {
            return new StridedIndex(graph.Int(0), graph.Int(ReferenceEquals(index, row) ? 1 : 0), ReferenceEquals(index, column));
        }

        if (index is not Apply { Scalar: ScalarType.Int32 } apply)
        {
            return null;
        }

        if (ReferenceEquals(apply.Primitive, Arithmetic.Add))
        {
            StridedIndex sum = new(graph.Int(0), graph.Int(0), IsAlongColumns: false);
            foreach (Expression term in apply.Arguments)
            {
                if (Of(term, row, column, isInvariant) is not { } part || (part.IsAlongColumns && sum.IsAlongColumns))
                {
                    return null;
                }

                sum = new StridedIndex(graph.Add(sum.Start, part.Start), graph.Add(sum.Stride, part.Stride), part.IsAlongColumns || sum.IsAlongColumns);
            }

            return sum;
        }

        if (ReferenceEquals(apply.Primitive, Arithmetic.Multiply) && apply.Arguments.Where(factor => !isInvariant(factor)).ToImmutableArray() is [var varying]
            && Of(varying, row, column, isInvariant) is { IsAlongColumns: false } scaled)
        {
            Expression factor = graph.Multiply([.. apply.Arguments.Where(other => !ReferenceEquals(other, varying))]);
            return new StridedIndex(Times(scaled.Start, factor), Times(scaled.Stride, factor), IsAlongColumns: false);
        }

        return null;
    }

    /// <summary>The product; nothing of it where one of them is zero.</summary>
    public static Expression Times(Expression left, Expression right) => left is Constant { IsZero: true } ? left : right is Constant { IsZero: true } ? right : left.Graph.Multiply([left, right]);
}
