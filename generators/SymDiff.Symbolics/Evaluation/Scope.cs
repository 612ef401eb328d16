using System.Collections.Generic;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Evaluation;

/// <summary>
/// The symbols that one step of a loop binds, and the values known in it. A value is kept in the outermost scope where it is the same, so that
/// what doesn't depend on the loop is evaluated once.
/// </summary>
internal sealed class Scope
{
    private readonly Scope _root;
    private readonly Scope? _outer;
    private readonly ImmutableArray<Symbol> _bound;
    private readonly Dictionary<Expression, Value> _known = [];

    /// <summary>The outermost scope, of the parameters.</summary>
    public Scope(IEnumerable<KeyValuePair<Symbol, Value>> environment)
    {
        _root = this;
        _bound = [];
        foreach (KeyValuePair<Symbol, Value> pair in environment)
        {
            _known.Add(pair.Key, pair.Value);
        }
    }

    /// <summary>A step of a loop.</summary>
    public Scope(Scope outer, ImmutableArray<Symbol> bound, ImmutableArray<Value> values)
    {
        (_root, _outer, _bound) = (outer._root, outer, bound);
        for (int i = 0; i < bound.Length; i++)
        {
            _known.Add(bound[i], values[i]);
        }
    }

    public Value? Find(Expression node) => Home(node.Free)._known.TryGetValue(node, out Value? value) ? value : null;

    public void Add(Expression node, Value value) => Home(node.Free)._known.Add(node, value);

    // The innermost scope that binds something the node mentions; without any, the outermost.
    private Scope Home(ImmutableArray<Symbol> free)
    {
        for (Scope? scope = free.IsEmpty ? null : this; scope is not null; scope = scope._outer)
        {
            foreach (Symbol symbol in free)
            {
                if (scope._bound.Contains(symbol))
                {
                    return scope;
                }
            }
        }

        return _root;
    }
}
