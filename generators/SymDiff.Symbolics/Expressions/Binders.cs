using System;
using System.Collections.Immutable;
using System.Linq;

namespace SymDiff.Symbolics.Expressions;

/// <summary>Which symbols a node binds, over which of its operands, and how to give them new names.</summary>
public static class Binders
{
    public static ImmutableArray<Symbol> Of(Expression node) => node switch
    {
        Reduce reduce => [reduce.Index],
        Scan scan => [scan.Index, .. scan.Carried],
        Build build => build.Indices,
        _ => [],
    };

    /// <summary>The position of the first operand that lies under the binder; those before it lie outside.</summary>
    public static int FirstBoundOperand(Expression node) => node switch
    {
        Reduce => 3,
        Scan scan => 2 + scan.Carried.Length,
        Build build => build.Indices.Length,
        _ => node.Operands.Length,
    };

    /// <summary>The same node with fresh symbols for those given.</summary>
    public static Expression Rename(Expression node, ImmutableArray<Symbol> binders)
    {
        ExpressionGraph graph = node.Graph;
        ImmutableArray<(Symbol, Expression)> fresh = [.. binders.Select(old
            => (old, (Expression)(old.Role == SymbolRole.Index ? graph.Index(old.Name) : graph.Carried(old.Name, old.Type))))];
        Symbol New(Symbol symbol) => (Symbol)(fresh.FirstOrDefault(pair => ReferenceEquals(pair.Item1, symbol)).Item2 ?? symbol);

        int first = FirstBoundOperand(node);
        ImmutableArray<Expression> operands = [.. node.Operands.Select((operand, i) => i < first ? operand : Substitution.Replace(operand, fresh))];
        return node switch
        {
            Reduce reduce => graph.Reduce(reduce.Operator, New(reduce.Index), operands[0], operands[1], operands[2], operands.RemoveRange(0, 3)),
            Scan scan => graph.Scan(scan, New(scan.Index), [.. scan.Carried.Select(New)], operands),
            Build build => graph.Build([.. build.Indices.Select(New)], operands.RemoveAt(operands.Length - 1), operands[operands.Length - 1]),
            _ => throw new ArgumentException("binds nothing", nameof(node)),
        };
    }
}
