using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Fusion;

/// <summary>
/// Makes arrays of what a loop calculates with loops of its own if another loop over the same range, which has to wait for the first, needs it again: as the backward sweep over a layer,
/// which waits for the loss, needs the layer's sums. It costs more to have these again than to keep them. So do functions, where the array is that of a step of a loop around and stays in the fastest memory.
/// </summary>
public sealed class KeptBetweenLoops
{
    // What costs no more is made again of what is kept.
    private const int CheapElement = 4;

    private readonly Dictionary<Symbol, List<Expression>> _binders = [];
    private readonly HashSet<Expression> _certain;

    private KeptBetweenLoops(List<Expression> nodes, Expression value)
    {
        foreach (Expression node in nodes)
        {
            foreach (Symbol bound in Binders.Of(node))
            {
                if (!_binders.TryGetValue(bound, out List<Expression>? binders))
                {
                    _binders.Add(bound, binders = []);
                }

                binders.Add(node);
            }
        }

        _certain = Certainly.EvaluatedInEachStep(value);
    }

    /// <summary>The same function with more arrays.</summary>
    /// <param name="function">What comes first among its results is the value, which the source calculates.</param>
    public static Function Keep(Function function)
    {
        List<Expression> nodes = Traversal.Reachable(function.Results.Select(static result => result.Value));
        var loops = new KeptBetweenLoops(nodes, function.Results[0].Value);
        Dictionary<Expression, Symbol> kept = loops.Repeated();
        if (kept.Count == 0)
        {
            return function;
        }

        var done = new Replacements();
        var arrays = new Dictionary<Expression, Expression>();
        foreach (Expression node in nodes)
        {
            Expression moved = node.Graph.Replace(node, operand => done[operand]);
            if (kept.TryGetValue(node, out Symbol? index))
            {
                arrays[node] = Stored(moved, index, done[loops.RangeOf(index)]);
                moved = node.Graph.Element(arrays[node], [index]);
            }

            done[node] = moved;
        }

        function = Rewriting.Results(function, done);
        return function with { Names = [.. function.Names, .. function.Names.Where(named => arrays.ContainsKey(named.Node)).Select(named => (arrays[named.Node], named.Name))] };
    }

    private static Expression Stored(Expression element, Symbol index, Expression length)
    {
        ExpressionGraph graph = element.Graph;
        Symbol fresh = graph.Index(index.Name);
        return graph.Stored(graph.Build([fresh], [length], Substitution.Replace(element, [(index, (Expression)fresh)])), isEager: true);
    }

    /// <summary>What to keep, with the loop that it's calculated in.</summary>
    private Dictionary<Expression, Symbol> Repeated()
    {
        var kept = new Dictionary<Expression, Symbol>();
        foreach ((Symbol index, List<Expression> binders) in _binders.OrderBy(static loop => loop.Key.Id).Select(static loop => (loop.Key, loop.Value)))
        {
            if (binders.Count < 2 || !HasOneRange(index))
            {
                continue;
            }

            Dictionary<Expression, HashSet<Expression>> costly = binders.ToDictionary(static binder => binder, binder => Costly(binder, index));
            foreach (Expression later in binders.Where(binder => costly[binder].Count > 0))
            {
                HashSet<Expression> before = [.. Before(later, [.. binders.Where(binder => binder.Id < later.Id && costly[binder].Count > 0)]).SelectMany(earlier => costly[earlier])];
                foreach (Expression node in Read(later, index, before))
                {
                    kept[node] = index;
                }
            }
        }

        return kept;
    }

    private Expression RangeOf(Symbol index) => Upper(_binders[index][0], index)!;

    // From the first element on, as far as all its loops go.
    private bool HasOneRange(Symbol index)
        => index.Role == SymbolRole.Index && _binders[index] is var binders && Upper(binders[0], index) is { } upper && binders.All(binder => ReferenceEquals(Upper(binder, index), upper));

    private static Expression? Upper(Expression binder, Symbol index) => binder switch
    {
        Build build => build.Extents[build.Indices.IndexOf(index)],
        Reduce { Lower: Constant { IsZero: true } } reduce => reduce.Upper,
        Scan { Lower: Constant { IsZero: true } } scan => scan.Upper,
        _ => null,
    };

    /// <summary>The numbers in a loop's steps that take inner loops or functions, and that the source calculates in every step.</summary>
    private HashSet<Expression> Costly(Expression binder, Symbol index)
    {
        var costly = new HashSet<Expression>();
        bool isInside = binder.Free.Any(static symbol => symbol.Role == SymbolRole.Index);
        foreach (Expression node in Body(binder, index))
        {
            if (!node.Type.IsArray && node.Scalar.IsFloating()
                && (node is Reduce or Output || (isInside && node is Apply { Primitive: { Lanes: not null, IsExactInLanes: false } }) || (node is Apply or Select && node.Operands.Any(costly.Contains))))
            {
                costly.Add(node);
            }
        }

        costly.RemoveWhere(node => !_certain.Contains(node) || node.Free.Any(symbol => !HasOneRange(symbol) || (!ReferenceEquals(symbol, index) && !binder.Free.Contains(symbol))));
        return costly;
    }

    private static List<Expression> Body(Expression binder, Symbol index) => Traversal.Reachable(binder.Operands.Skip(Binders.FirstBoundOperand(binder)), node => node.DependsOn(index));

    /// <summary>Those of the loops that must have ended before this one begins.</summary>
    private static List<Expression> Before(Expression later, HashSet<Expression> loops)
    {
        if (loops.Count == 0)
        {
            return [];
        }

        int first = loops.Min(static loop => loop.Id);
        return [.. Traversal.Reachable(later.Operands, node => node.Id >= first).Where(loops.Contains)];
    }

    /// <summary>What the loop reads of all that there is before it: not what that is made of, nor what is made of it in no time.</summary>
    private static List<Expression> Read(Expression later, Symbol index, HashSet<Expression> before)
    {
        if (before.Count == 0)
        {
            return [];
        }

        ImmutableArray<Expression> roots = later.Operands.RemoveRange(0, Binders.FirstBoundOperand(later));
        HashSet<Expression> read = [.. roots.Where(before.Contains)];
        foreach (Expression node in Body(later, index).Where(node => !before.Contains(node)))
        {
            read.UnionWith(node.Operands.Where(before.Contains));
        }

        return [.. read.Where(node => CostFrom(read, node, index) > CheapElement)];
    }

    private static int CostFrom(HashSet<Expression> read, Expression node, Symbol index)
        => Traversal.Reachable([node], inner => inner.DependsOn(index) && (ReferenceEquals(inner, node) || !read.Contains(inner)))
            .Sum(static inner => inner switch { Apply apply => apply.Cost, Reduce or Scan => CheapElement + 1, _ => 0 });
}
