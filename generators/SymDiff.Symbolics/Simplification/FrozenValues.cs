using System.Collections.Generic;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>The nodes that the user's value is made of, and how to find one that a derivative could use.</summary>
internal sealed class FrozenValues
{
    private readonly NodeTable<bool> _isFrozen = new();
    private readonly NodeTable<bool> _hasReciprocal = new();
    private readonly Dictionary<Expression, Expression> _negatives = [];
    private readonly Dictionary<(Primitive, Expression, Expression), Expression> _pairs = [];

    public FrozenValues(IEnumerable<Expression> values)
    {
        foreach (Expression node in Traversal.Reachable(values))
        {
            _isFrozen[node] = true;
            if (node.Negated() is { } positive)
            {
                _negatives[positive] = node;
            }

            if (node.AsReciprocal() is ({ IsOne: true }, var denominator))
            {
                _hasReciprocal[denominator] = true;
            }

            if (node is Apply { Arguments: [var left, var right] } pair && (pair.Is(Arithmetic.Add) || pair.Is(Arithmetic.Multiply) || pair.Is(Arithmetic.Divide)))
            {
                _pairs[(pair.Primitive, left, right)] = pair;
            }
        }
    }

    public bool Contains(Expression node) => _isFrozen[node];

    /// <summary>Whether 1/x is among the values.</summary>
    public bool HasReciprocal(Expression denominator) => _hasReciprocal[denominator];

    /// <summary>a/b among the values.</summary>
    public Expression? Quotient(Expression numerator, Expression denominator)
        => _pairs.TryGetValue((Arithmetic.Divide, numerator, denominator), out Expression? quotient) ? quotient : null;

    /// <summary>a + b or b + a (a · b or b · a) among the values; both have the same bits.</summary>
    public Expression? Pair(Primitive primitive, Expression left, Expression right)
        => _pairs.TryGetValue((primitive, left, right), out Expression? same) ? same
            : _pairs.TryGetValue((primitive, right, left), out Expression? swapped) ? swapped : null;

    /// <summary>−(a + b) among the values, given a and b: the sum of their negatives.</summary>
    public Expression? PairOfNegatives(Expression left, Expression right)
        => Negative(left) is { } first && Negative(right) is { } second ? Pair(Arithmetic.Add, first, second) : null;

    private Expression? Negative(Expression node)
        => node.Negated() ?? (_negatives.TryGetValue(node, out Expression? negative) ? negative : null);
}
