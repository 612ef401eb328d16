using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// Which integers have been required to be equal, such as the lengths of two arrays by a guard clause, and which lengths not to be zero: what follows from it
/// needn't be tested again.
/// </summary>
internal sealed class LengthFacts
{
    private readonly List<(Expression Left, Expression Right)> _equal = [];
    private readonly HashSet<Expression> _notZero = [];

    /// <summary>The condition holds from here on, whatever way is taken.</summary>
    public void Learn(Expression condition) => Learn(condition, holds: true);

    public bool Implies(Requirement requirement) => requirement switch
    {
        AtMost { Count: var count, Extent: var extent } => AreWithin(count, extent, 0),
        Below { Index: Constant { Payload: 0 }, Extent: var extent } when _notZero.Contains(extent) => true,
        Below { Index: var index, Extent: var extent } => AreWithin(index, extent, -1),
        _ => false,
    };

    private void Learn(Expression condition, bool holds)
    {
        switch (condition)
        {
            case Apply { Arguments: [var inner] } negation when ReferenceEquals(negation.Primitive, Comparisons.Not):
                Learn(inner, !holds);
                break;
            case Select { WhenFalse: Constant { IsFalse: true } } both when holds:
                Learn(both.Condition, holds);
                Learn(both.WhenTrue, holds);
                break;
            case Select { WhenTrue: Constant { IsTrue: true } } either when !holds:
                Learn(either.Condition, holds);
                Learn(either.WhenFalse, holds);
                break;
            case Apply { Arguments: [{ Scalar: ScalarType.Int32 } left, var right] } comparison
                when ReferenceEquals(comparison.Primitive, holds ? Comparisons.Equal : Comparisons.NotEqual):
                _equal.Add((left, right));
                break;
            case Apply { Arguments: [Extent length, Constant { Payload: 0 }] } comparison
                when ReferenceEquals(comparison.Primitive, holds ? Comparisons.NotEqual : Comparisons.Equal):
                _notZero.Add(length);
                break;
        }
    }

    // left − right is known, once one side of an equation takes the place of the other, and isn't above the limit.
    private bool AreWithin(Expression left, Expression right, int limit)
    {
        if (_equal.Count == 0 || IntegerRange.Of(right).Lower < 0)
        {
            return false;
        }

        Affine difference = Affine.Combine(left, right, -1);
        foreach ((Expression a, Expression b) in _equal)
        {
            foreach ((Expression atom, int coefficient) in difference.Terms.Where(term => ReferenceEquals(term.Atom, a) || ReferenceEquals(term.Atom, b)).Take(1).ToArray())
            {
                Affine replaced = difference.Plus(a, ReferenceEquals(atom, a) ? -coefficient : coefficient).Plus(b, ReferenceEquals(atom, a) ? coefficient : -coefficient);
                if (replaced.IsConstant && replaced.Constant <= limit)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
