using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Fusion;

/// <summary>Inside of which loops the nodes of a function are evaluated, if each is evaluated as far outside as it can be.</summary>
internal sealed class LoopNests
{
    // Of each bound symbol: the loops around the one that binds it, from the outermost in. Loops may share their symbol; then they are at the same depth.
    private readonly Dictionary<Symbol, ImmutableArray<Symbol>> _around = [];
    private readonly Dictionary<Symbol, List<Expression>> _binders = [];

    /// <param name="nodes">All nodes, operands before users.</param>
    public LoopNests(List<Expression> nodes)
    {
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            ImmutableArray<Symbol> around = [];
            bool isFirst = true;
            foreach (Symbol bound in Binders.Of(nodes[i]))
            {
                around = isFirst ? Of(nodes[i]) : around;
                isFirst = false;
                if (!_around.TryGetValue(bound, out ImmutableArray<Symbol> known) || known.Length < around.Length)
                {
                    _around[bound] = around;
                }

                if (!_binders.TryGetValue(bound, out List<Expression>? binders))
                {
                    _binders.Add(bound, binders = []);
                }

                binders.Add(nodes[i]);
                if (bound.Role == SymbolRole.Index)
                {
                    around = around.Add(bound);
                }
            }
        }
    }

    /// <summary>The loops around the node, from the outermost in.</summary>
    public ImmutableArray<Symbol> Of(Expression node)
    {
        ImmutableArray<Symbol> nest = [];
        foreach (Symbol symbol in node.Free)
        {
            if (_around.TryGetValue(symbol, out ImmutableArray<Symbol> around) && around.Length >= nest.Length)
            {
                nest = symbol.Role == SymbolRole.Index ? around.Add(symbol) : around;
            }
        }

        return nest;
    }

    /// <summary>Whether this read, the only one, reads no element twice.</summary>
    public bool IsReadOnce(Stored array, Element read)
    {
        ImmutableArray<Symbol> loops = Of(read).RemoveRange(0, Of(array).Length);
        ImmutableArray<Symbol>? along = [];
        foreach (Expression index in read.Indices)
        {
            along = along is { } known && Along(index, loops) is { } more ? known.AddRange(more) : null;
        }

        return along is { } all && loops.All(loop => all.Count(other => ReferenceEquals(other, loop)) == 1 && IsOnePass(loop, [read]));
    }

    // The loops that the index goes along with, if it is another one in each of their steps: i, i + 1, −i, and i·n + j as in a row of rows. Of anything else, as i/n, nothing is known.
    private static ImmutableArray<Symbol>? Along(Expression index, ImmutableArray<Symbol> loops)
    {
        if (!loops.Any(index.DependsOn))
        {
            return [];
        }

        ImmutableArray<Symbol> along = [];
        switch (index)
        {
            case Symbol loop:
                return [loop];
            case Apply linear when ReferenceEquals(linear.Primitive, Arithmetic.Add) || ReferenceEquals(linear.Primitive, Arithmetic.Negate) || ReferenceEquals(linear.Primitive, Arithmetic.Multiply):
                foreach (Expression part in linear.Arguments)
                {
                    if (Along(part, loops) is not { } more)
                    {
                        return null;
                    }

                    along = along.AddRange(more);
                }

                return along;
            default:
                return null;
        }
    }

    /// <summary>The axes along which all reads go together in one loop, which is around all loops that read repeatedly.</summary>
    public ImmutableArray<int> SharedAxes(Stored array, List<Element> reads)
    {
        int outside = Of(array).Length;
        var axes = ImmutableArray.CreateBuilder<int>();
        for (int depth = outside; ; depth++)
        {
            if (reads.Select(read => SymbolAt(read, depth)).Distinct().ToList() is not [{ } loop] || !IsOnePass(loop, reads))
            {
                return axes.ToImmutable();
            }

            List<int> axis = [.. reads.Select(read => read.Indices.IndexOf(loop)).Distinct()];
            if (axis is not [>= 0 and var along])
            {
                return axes.ToImmutable();
            }

            axes.Add(along);
        }

        Symbol? SymbolAt(Element read, int depth) => Of(read) is var nest && depth < nest.Length ? nest[depth] : null;
    }

    /// <summary>Whether the loops with this index that read are one, or can be: none waits for another to end.</summary>
    private bool IsOnePass(Symbol index, List<Element> reads)
    {
        List<Expression> binders = [.. _binders[index].Where(binder => Traversal.Reachable([binder], node => ReferenceEquals(node, binder) || node.DependsOn(index)).Any(reads.Contains))];
        for (int i = 0; i < binders.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                // Those found first come last in the graph.
                if (DependsOn(binders[j], binders[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool DependsOn(Expression later, Expression earlier)
    {
        var seen = new HashSet<Expression>();
        var pending = new Stack<Expression>();
        pending.Push(later);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (ReferenceEquals(node, earlier))
            {
                return true;
            }

            if (node.Id > earlier.Id && seen.Add(node))
            {
                foreach (Expression operand in node.Operands)
                {
                    pending.Push(operand);
                }
            }
        }

        return false;
    }
}
