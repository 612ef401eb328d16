using System;
using System.Collections.Generic;
using System.Linq;

namespace SymDiff.Symbolics.Expressions;

/// <summary>Which nodes are evaluated whichever way conditions turn out.</summary>
internal static class Certainly
{
    /// <summary>Whichever way conditions turn out, and however often loops run.</summary>
    public static HashSet<Expression> Evaluated(IEnumerable<Expression> roots)
        => Down(roots, static node => node is Select ? 1 : Binders.FirstBoundOperand(node));

    /// <summary>In each step of the loops around, and whoever asks for the elements of arrays: what a step takes can be had before anything is asked for.</summary>
    public static HashSet<Expression> EvaluatedInEachStep(Expression root) => Down([root], static node => node switch
    {
        Select => 1,
        Scan => Binders.FirstBoundOperand(node),
        Stored { IsEager: false } => 0,
        _ => node.Operands.Length,
    });

    /// <param name="roots">What is evaluated itself.</param>
    /// <param name="certain">How many operands of a node are evaluated with it, which are the first.</param>
    private static HashSet<Expression> Down(IEnumerable<Expression> roots, Func<Expression, int> certain)
    {
        var evaluated = new HashSet<Expression>();
        var pending = new Stack<Expression>(roots);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (evaluated.Add(node))
            {
                foreach (Expression operand in node.Operands.Take(certain(node)))
                {
                    pending.Push(operand);
                }
            }
        }

        return evaluated;
    }
}
