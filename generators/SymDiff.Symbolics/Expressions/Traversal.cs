using System.Collections.Generic;

namespace SymDiff.Symbolics.Expressions;

/// <summary>Walks over a graph, without recursion: a long straight-line method makes a deep graph.</summary>
public static class Traversal
{
    /// <summary>Every node reachable from the roots, operands before users.</summary>
    public static List<Expression> Reachable(IEnumerable<Expression> roots) => Reachable(roots, static _ => true);

    /// <summary>Every node reachable from the roots through nodes that fulfil the condition, operands before users.</summary>
    public static List<Expression> Reachable(IEnumerable<Expression> roots, Func<Expression, bool> condition)
    {
        var seen = new NodeSet();
        var pending = new Stack<Expression>(roots);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (condition(node) && seen.Add(node))
            {
                foreach (Expression operand in node.Operands)
                {
                    pending.Push(operand);
                }
            }
        }

        return seen.ToList();
    }
}
