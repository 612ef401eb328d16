using System.Collections.Generic;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>What is evaluated whichever way the conditions turn out and however often loops run.</summary>
internal static class Certainly
{
    public static HashSet<Expression> Evaluated(IEnumerable<Expression> roots)
    {
        var evaluated = new HashSet<Expression>();
        var pending = new Stack<Expression>(roots);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (evaluated.Add(node))
            {
                foreach (Expression operand in node.Operands.Take(node is Select ? 1 : Binders.FirstBoundOperand(node)))
                {
                    pending.Push(operand);
                }
            }
        }

        return evaluated;
    }
}
