using System.Collections.Generic;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>The nodes that the user's value is made of, and how to find one that a derivative could use.</summary>
internal sealed class FrozenValues
{
    private readonly HashSet<Expression> _nodes;
    private readonly Dictionary<(Primitive, Expression, Expression), Expression> _pairs = [];

    public FrozenValues(IEnumerable<Expression> values)
    {
        List<Expression> nodes = Traversal.Reachable(values);
        _nodes = [.. nodes];
        foreach (Expression node in nodes)
        {
            if (node is Apply { Arguments: [var left, var right] } pair && (pair.Is(Arithmetic.Add) || pair.Is(Arithmetic.Multiply)))
            {
                _pairs[(pair.Primitive, left, right)] = pair;
            }
        }
    }

    public bool Contains(Expression node) => _nodes.Contains(node);

    /// <summary>a + b or b + a (a · b or b · a) among the values; both have the same bits.</summary>
    public Expression? Pair(Primitive primitive, Expression left, Expression right)
        => _pairs.TryGetValue((primitive, left, right), out Expression? same) ? same
            : _pairs.TryGetValue((primitive, right, left), out Expression? swapped) ? swapped : null;
}
