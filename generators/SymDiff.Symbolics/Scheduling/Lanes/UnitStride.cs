using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>An index that goes up by one with each step of a loop: its index, plus something that stays the same, plus a number.</summary>
/// <param name="Base">What stays the same; null for nothing.</param>
/// <param name="Shift">The number.</param>
internal readonly record struct UnitStride(Expression? Base, int Shift)
{
    /// <param name="position">The index to be taken apart.</param>
    /// <param name="index">That of the loop.</param>
    /// <param name="isInvariant">Whether something is the same in all steps.</param>
    public static UnitStride? Of(Expression position, Symbol index, Func<Expression, bool> isInvariant)
    {
        if (ReferenceEquals(position, index))
        {
            return new UnitStride(null, 0);
        }

        if (position is not Apply { Scalar: ScalarType.Int32 } sum || !ReferenceEquals(sum.Primitive, Arithmetic.Add))
        {
            return null;
        }

        ImmutableArray<Expression> varying = [.. sum.Arguments.Where(term => !isInvariant(term))];
        if (varying.Length != 1 || Of(varying[0], index, isInvariant) is not { } inner)
        {
            return null;
        }

        long shift = inner.Shift;
        ImmutableArray<Expression>.Builder fixedTerms = ImmutableArray.CreateBuilder<Expression>();
        if (inner.Base is not null)
        {
            fixedTerms.Add(inner.Base);
        }

        foreach (Expression term in sum.Arguments.Where(term => !ReferenceEquals(term, varying[0])))
        {
            if (term is Constant constant)
            {
                shift += constant.Payload;
            }
            else
            {
                fixedTerms.Add(term);
            }
        }

        // Anything larger is no neighbour, and might overflow.
        return shift is < -LargestShift or > LargestShift ? null
            : new UnitStride(fixedTerms.Count == 0 ? null : sum.Graph.Add(fixedTerms.ToImmutable()), (int)shift);
    }

    private const int LargestShift = 1 << 16;
}
