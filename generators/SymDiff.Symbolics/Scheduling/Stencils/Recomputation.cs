using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Calculates in one step of a loop what another step calculates.</summary>
internal sealed class Recomputation
{
    // Beyond this, adding to memory twice costs less. A division is below it, a function isn't.
    private const int MostCost = 16;

    private readonly Symbol _index;
    private readonly Dictionary<Symbol, Declare> _declared;
    private readonly HashSet<Symbol> _changing;
    private readonly HashSet<Symbol> _written;
    private readonly Dictionary<(Symbol, int), Symbol> _copies = [];
    private readonly List<Declare> _new = [];
    private int _cost;

    public Recomputation(Loop loop)
    {
        ImmutableArray<Statement> all = [.. Statements.Inside(loop.Body)];
        _index = loop.Index;
        _declared = loop.Body.OfType<Declare>().Where(declare => declare.Value is not null).ToDictionary(declare => declare.Local);
        _written = [.. all.OfType<Store>().Select(store => store.Array)];
        _changing = [.. all.Select(statement => statement switch
        {
            Declare { Value: null } declare => declare.Local,
            Assign assign => assign.Local,
            Accumulate accumulate => accumulate.Local,
            _ => null,
        }).OfType<Symbol>()];
    }

    /// <summary>Whether all that was asked for costs little and is the same when it is calculated once more.</summary>
    public bool IsCheap => _cost <= MostCost;

    /// <summary>What the value is in the step that is so far away.</summary>
    public Expression At(Expression value, int distance) => distance == 0 ? value : Move(value, distance);

    /// <summary>The locals that this takes.</summary>
    public ImmutableArray<Statement> TakeDeclarations()
    {
        ImmutableArray<Statement> taken = [.. _new];
        _new.Clear();
        return taken;
    }

    // Trees in statements are small: no recursion gets deep.
    private Expression Move(Expression node, int distance)
    {
        switch (node)
        {
            case Symbol symbol when ReferenceEquals(symbol, _index):
                return node.Graph.Add(node, node.Graph.Int(distance));
            case Symbol { Role: SymbolRole.Local } local when _changing.Contains(local):
                _cost = MostCost + 1;
                return node;
            case Symbol { Role: SymbolRole.Local } local when _declared.TryGetValue(local, out Declare? declare):
                return Copy(declare, distance);
            case Element { Array: Symbol array } when _written.Contains(array):
                _cost = MostCost + 1;
                return node;
            case Apply sum when UnitStride.Of(sum, _index, static term => term is Constant) is { Base: null, Shift: var shift }:
                return node.Graph.Add(_index, node.Graph.Int(shift + distance));
            case Apply apply when apply.Scalar.IsFloating():
                _cost += apply.Cost;
                break;
        }

        return node.Graph.Replace(node, operand => Move(operand, distance));
    }

    private Symbol Copy(Declare declare, int distance)
    {
        if (!_copies.TryGetValue((declare.Local, distance), out Symbol? copy))
        {
            Expression value = Move(declare.Value!, distance);
            copy = declare.Local.Graph.Local(declare.Local.Name, declare.Local.Type);
            _copies.Add((declare.Local, distance), copy);
            _new.Add(new Declare(copy, value));
        }

        return copy;
    }
}
