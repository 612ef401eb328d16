using System.Collections.Generic;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>The condition of a loop is evaluated before the rest of the step, which shares values with it.</summary>
internal static class LoopCondition
{
    /// <summary>The outermost values that the condition certainly evaluates and the rest of the step evaluates as well.</summary>
    public static IEnumerable<Expression> SharedWith(Expression condition, IEnumerable<Expression> rest)
    {
        var evaluated = new HashSet<Expression>(Traversal.Reachable(rest));
        var seen = new HashSet<Expression>();
        var pending = new Stack<Expression>();
        pending.Push(condition);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (Block.IsLeaf(node) || !seen.Add(node))
            {
                continue;
            }

            if (evaluated.Contains(node) && !node.Type.IsArray && node.Scalar != ScalarType.None)
            {
                yield return node;
                continue;
            }

            for (int i = node is Select ? 0 : Binders.FirstBoundOperand(node) - 1; i >= 0; i--)
            {
                pending.Push(node.Operands[i]);
            }
        }
    }
}
