using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Evaluation;

/// <summary>
/// The symbols that one step of a loop binds, and the values known in it. A value is kept in the outermost scope where it is the same, so that
/// what doesn't depend on the loop is evaluated once.
/// </summary>
internal sealed class Scope(Scope? outer, IReadOnlyDictionary<Symbol, Value> bound)
{
    private readonly Scope? _outer = outer;
    private readonly IReadOnlyDictionary<Symbol, Value> _bound = bound;
    private readonly Dictionary<Expression, Value> _known = bound.ToDictionary(static pair => (Expression)pair.Key, static pair => pair.Value);

    public Value? Find(Expression node) => Home(node.Free)._known.TryGetValue(node, out Value? value) ? value : null;

    public void Add(Expression node, Value value) => Home(node.Free)._known.Add(node, value);

    // The innermost scope that binds something the node mentions; without any, the outermost.
    private Scope Home(ImmutableArray<Symbol> free)
    {
        Scope scope = this;
        while (scope._outer is { } next && !free.Any(scope._bound.ContainsKey))
        {
            scope = next;
        }

        return scope;
    }
}
