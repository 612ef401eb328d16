using System.Collections.Generic;

namespace SymDiff.Symbolics.Expressions;

/// <summary>What stands for the nodes that were rewritten; every other node stands for itself.</summary>
internal sealed class Replacements
{
    private readonly Dictionary<Expression, Expression> _rewritten = [];

    public Expression this[Expression node]
    {
        get => _rewritten.TryGetValue(node, out Expression? other) ? other : node;
        set
        {
            if (!ReferenceEquals(node, value))
            {
                _rewritten[node] = value;
            }
        }
    }

    public bool Contains(Expression node) => _rewritten.ContainsKey(node);
}
