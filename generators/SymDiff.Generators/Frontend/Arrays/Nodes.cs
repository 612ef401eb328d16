using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Replacements of nodes that aren't just symbols.</summary>
internal static class Nodes
{
    /// <summary>
    /// The expression with another node in the place of one; but not where a loop inside of the expression binds what either of them refers to: there the same
    /// node means something else.
    /// </summary>
    public static Expression Replace(Expression expression, Expression node, Expression by)
    {
        var done = new Dictionary<Expression, Expression> { [node] = by };
        foreach (Expression current in Traversal.Reachable([expression], candidate => candidate.Id >= node.Id))
        {
            if (!done.ContainsKey(current))
            {
                int count = Binders.Of(current).Any(bound => node.DependsOn(bound) || by.DependsOn(bound)) ? Binders.FirstBoundOperand(current) : current.Operands.Length;
                done[current] = WithOperands(current, [.. current.Operands.Select((operand, i) => i < count && done.TryGetValue(operand, out Expression? other) ? other : operand)]);
            }
        }

        return done.TryGetValue(expression, out Expression? replaced) ? replaced : expression;
    }

    /// <summary>The expression at another index.</summary>
    /// <param name="staysEager">Whether an array that is calculated at each trip still is where the index is this one.</param>
    public static Expression ReplaceIndex(Expression expression, Symbol index, Expression by, bool staysEager)
        => Substitution.Replace(staysEager ? expression : Lazily(expression, index), [(index, by)]);

    /// <summary>The expression with arrays that depend on the index calculated only where they are read.</summary>
    private static Expression Lazily(Expression expression, Symbol index)
    {
        var done = new Dictionary<Expression, Expression>();
        foreach (Expression node in Traversal.Reachable([expression], candidate => candidate.DependsOn(index)))
        {
            ImmutableArray<Expression> operands = [.. node.Operands.Select(operand => done.TryGetValue(operand, out Expression? other) ? other : operand)];
            done[node] = node is Stored ? node.Graph.Stored(operands[0], isEager: false) : WithOperands(node, operands);
        }

        return done.TryGetValue(expression, out Expression? lazy) ? lazy : expression;
    }

    private static Expression WithOperands(Expression node, ImmutableArray<Expression> operands) => operands.SequenceEqual(node.Operands) ? node : node.Graph.With(node, operands);
}
