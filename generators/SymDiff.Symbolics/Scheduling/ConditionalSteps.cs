using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// A loop that runs until a condition holds may not end where the source doesn't run it. So where it is needed under conditions only, it makes no step unless one
/// of them is fulfilled, wherever in the program it comes to stand.
/// </summary>
internal sealed class ConditionalSteps
{
    // Beyond these a loop counts as needed more often than it is, for time that grows with the size of the method only.
    private const int MostConditions = 16;
    private const int MostWays = 8;

    private readonly HashSet<Expression> _holding = [];
    private readonly Dictionary<Expression, List<ImmutableArray<Expression>>> _uses = [];

    /// <summary>For every node that the roots need, what stands for it.</summary>
    public static Replacements In(IEnumerable<Expression> roots, CancellationToken cancellation)
    {
        var result = new Replacements();
        List<Expression> nodes = Traversal.Reachable(roots);
        if (!nodes.Any(IsOpenEnded))
        {
            return result;
        }

        var steps = new ConditionalSteps();
        steps.Follow(nodes, roots, cancellation);
        ILookup<(Symbol, Expression, Expression, Expression, bool), Scan> loops = nodes.OfType<Scan>().Where(IsOpenEnded).ToLookup(BlockWriter.LoopOf);
        foreach (Expression node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            Expression moved = node.Graph.Replace(node, operand => result[operand]);
            result[node] = node is Scan loop && IsOpenEnded(node) && steps.Need(loop, loops[BlockWriter.LoopOf(loop)], result) is { } need
                ? node.Graph.With(moved, moved.Operands.SetItem(1, node.Graph.Select(need, moved.Operands[1], moved.Operands[0])))
                : moved;
        }

        return result;
    }

    private static bool IsOpenEnded(Expression node) => node is Scan { While: not Constant };

    private void Follow(List<Expression> nodes, IEnumerable<Expression> roots, CancellationToken cancellation)
    {
        _holding.UnionWith(nodes.Where(node => IsOpenEnded(node) || node.Operands.Any(_holding.Contains)));
        foreach (Expression root in roots)
        {
            Use(root, []);
        }

        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_uses.TryGetValue(nodes[i], out List<ImmutableArray<Expression>>? uses))
            {
                foreach (ImmutableArray<Expression> conditions in uses)
                {
                    Use(nodes[i], nodes[i].Operands, conditions);
                }
            }
        }
    }

    private void Use(Expression node, ImmutableArray<Expression> operands, ImmutableArray<Expression> conditions)
    {
        ExpressionGraph graph = node.Graph;
        int first = Binders.FirstBoundOperand(node);
        for (int i = 0; i < operands.Length; i++)
        {
            Use(operands[i], node switch
            {
                Select select when i > 0 => conditions.Add(i == 1 ? select.Condition : graph.Not(select.Condition)),
                Reduce or Scan when i >= first => conditions.Add(graph.Less(operands[0], operands[1])),
                _ => conditions,
            });
        }
    }

    // What a condition depends on has to be known wherever the node can be evaluated. One way that needs fewer conditions makes the others not matter.
    private void Use(Expression node, ImmutableArray<Expression> conditions)
    {
        if (!_holding.Contains(node))
        {
            return;
        }

        ImmutableArray<Expression> known = [.. conditions.Where(condition => condition is not Constant && condition.Free.All(node.DependsOn)).Distinct().Take(MostConditions)];
        if (!_uses.TryGetValue(node, out List<ImmutableArray<Expression>>? uses))
        {
            _uses.Add(node, uses = []);
        }

        // What is needed on both sides of a condition is needed whatever it says.
        while (uses.FindIndex(other => Opposite(other, known) is not null) is var opposite and >= 0)
        {
            known = known.Remove(Opposite(uses[opposite], known)!);
            uses.RemoveAt(opposite);
        }

        if (!uses.Any(other => other.All(known.Contains)))
        {
            uses.RemoveAll(other => known.All(other.Contains));
            uses.Add(known);
        }

        if (uses.Count > MostWays)
        {
            ImmutableArray<Expression> common = uses[0].RemoveAll(condition => !uses.All(other => other.Contains(condition)));
            uses.Clear();
            uses.Add(common);
        }
    }

    /// <summary>The one condition in which these differ from others, if those have its opposite.</summary>
    private static Expression? Opposite(ImmutableArray<Expression> others, ImmutableArray<Expression> conditions)
        => others.Length == conditions.Length && conditions.RemoveAll(others.Contains) is [var one] && others.Contains(one.Graph.Not(one)) ? one : null;

    /// <summary>The condition under which a loop, or one that it could be written as one with, is needed, as far as it is known where the loop is; null if that is always so.</summary>
    private Expression? Need(Scan loop, IEnumerable<Scan> together, Replacements done)
    {
        Expression? need = null;
        List<ImmutableArray<Expression>> all =
        [
            .. together.SelectMany(other => _uses.TryGetValue(other, out List<ImmutableArray<Expression>>? uses) ? uses : [])
                .Select(conditions => conditions.RemoveAll(condition => !condition.Free.All(loop.DependsOn) || !IsSettled(condition, loop))),
        ];
        all.RemoveAll(conditions => all.Any(other => other.Length < conditions.Length && other.All(conditions.Contains)));
        foreach (ImmutableArray<Expression> conditions in all)
        {
            if (conditions.IsEmpty)
            {
                return null;
            }

            Expression one = conditions.Select(condition => done[condition]).Aggregate(static (outer, inner) => outer.Graph.And(outer, inner));
            need = need is null ? one : need.Graph.Or(need, one);
        }

        return need;
    }

    // A condition that waits for such a loop itself has to be there before.
    private bool IsSettled(Expression condition, Scan loop) => condition.Id < loop.Id || !_holding.Contains(condition);
}
