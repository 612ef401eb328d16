using System.Collections.Generic;
using System.Collections.Immutable;

namespace SymDiff.Symbolics.Expressions;

/// <summary>The bound symbols that a node refers to and doesn't bind itself.</summary>
internal static class FreeSymbols
{
    public static ImmutableArray<Symbol> Of(Expression node)
    {
        switch (node)
        {
            case Symbol symbol:
                return symbol.IsBound ? [symbol] : [];
            case Reduce reduce:
                return Union(Union(reduce.Lower.Free, reduce.Upper.Free), Union(reduce.Initial.Free, Without(UnionOf(reduce.Operands, 3, reduce.Operands.Length), reduce.Index, [])));
            case Scan scan:
                int firstNext = 2 + scan.Carried.Length;
                return Union(UnionOf(scan.Operands, 0, firstNext), Without(UnionOf(scan.Operands, firstNext, scan.Operands.Length), scan.Index, scan.Carried));
            case Build build:
                return Union(UnionOf(build.Operands, 0, build.Indices.Length), Without(build.Body.Free, null, build.Indices));
            default:
                return UnionOf(node.Operands, 0, node.Operands.Length);
        }
    }

    private static ImmutableArray<Symbol> UnionOf(ImmutableArray<Expression> nodes, int from, int to)
    {
        ImmutableArray<Symbol> all = [];
        for (int i = from; i < to; i++)
        {
            all = Union(all, nodes[i].Free);
        }

        return all;
    }

    // The sets are short (the depth of nesting) and mostly equal to an operand's, which is then shared.
    private static ImmutableArray<Symbol> Union(ImmutableArray<Symbol> left, ImmutableArray<Symbol> right)
    {
        if (right.IsEmpty || left == right)
        {
            return left;
        }

        if (left.IsEmpty)
        {
            return right;
        }

        var all = new SortedDictionary<int, Symbol>();
        foreach (Symbol symbol in left)
        {
            all[symbol.Id] = symbol;
        }

        foreach (Symbol symbol in right)
        {
            all[symbol.Id] = symbol;
        }

        return all.Count == left.Length ? left : all.Count == right.Length ? right : [.. all.Values];
    }

    private static ImmutableArray<Symbol> Without(ImmutableArray<Symbol> symbols, Symbol? one, ImmutableArray<Symbol> others)
        => symbols.RemoveAll(symbol => ReferenceEquals(symbol, one) || others.Contains(symbol));
}
