using System.Collections.Generic;
using System.Linq;

namespace SymDiff.Symbolics.Expressions;

/// <summary>Walks over a graph, without recursion: a long straight-line method makes a deep graph.</summary>
public static class Traversal
{
    /// <summary>Every node reachable from the roots, operands before users.</summary>
    public static List<Expression> Reachable(IEnumerable<Expression> roots)
    {
        var seen = new HashSet<Expression>();
        var pending = new Stack<Expression>(roots);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (seen.Add(node))
            {
                foreach (Expression operand in node.Operands)
                {
                    pending.Push(operand);
                }
            }
        }

        return [.. seen.OrderBy(node => node.Id)];
    }
}
