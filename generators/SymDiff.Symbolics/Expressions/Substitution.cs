using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace SymDiff.Symbolics.Expressions;

/// <summary>Replaces symbols by expressions, all at once, renaming a binder where it would capture a symbol of the replacement.</summary>
public static class Substitution
{
    public static Expression Replace(Expression expression, ImmutableArray<(Symbol Symbol, Expression Value)> replacements)
    {
        ImmutableArray<(Symbol Symbol, Expression Value)> effective = replacements.RemoveAll(pair => ReferenceEquals(pair.Symbol, pair.Value));
        return effective.IsEmpty ? expression : new Replacer(effective).Visit(expression);
    }

    private sealed class Replacer(ImmutableArray<(Symbol Symbol, Expression Value)> replacements)
    {
        private readonly Dictionary<Expression, Expression> _done = [];

        public Expression Visit(Expression root)
        {
            // An explicit stack: a straight-line method gives a graph as deep as the method is long.
            var pending = new Stack<Expression>();
            pending.Push(root);
            while (pending.Count > 0)
            {
                Expression node = pending.Peek();
                if (_done.ContainsKey(node))
                {
                    pending.Pop();
                    continue;
                }

                if (!Mentions(node))
                {
                    _done[pending.Pop()] = node;
                    continue;
                }

                if (node is Symbol symbol)
                {
                    _done[pending.Pop()] = replacements.FirstOrDefault(pair => ReferenceEquals(pair.Symbol, symbol)).Value ?? symbol;
                    continue;
                }

                if (Rename(node) is { } renamed)
                {
                    _done[pending.Pop()] = new Replacer(replacements).Visit(renamed);
                    continue;
                }

                int waiting = pending.Count;
                foreach (Expression operand in node.Operands)
                {
                    if (!_done.ContainsKey(operand))
                    {
                        pending.Push(operand);
                    }
                }

                if (pending.Count == waiting)
                {
                    pending.Pop();
                    _done[node] = node.Graph.Replace(node, operand => _done[operand]);
                }
            }

            return _done[root];
        }

        // Parameters aren't among the free symbols, so a replacement of one has to look at every node.
        private bool Mentions(Expression node)
            => replacements.Any(pair => !pair.Symbol.IsBound || node.DependsOn(pair.Symbol));

        // λi. body with i ↦ …i… must not capture: the binder takes a new symbol first. A binder of the replaced symbol itself shadows it the same way.
        private Expression? Rename(Expression node)
        {
            ImmutableArray<Symbol> captured = [.. Binders.Of(node).Where(binder => replacements.Any(pair => ReferenceEquals(pair.Symbol, binder) || pair.Value.DependsOn(binder)))];
            return captured.IsEmpty ? null : Binders.Rename(node, captured);
        }
    }
}
