using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Values as trees: what is a statement of its own stands as its local, all else is written where it's used.</summary>
internal sealed partial class BlockWriter
{
    private readonly NodeTable<Expression> _trees = new();

    // One for all nodes.
    private Func<Expression, Expression>? _tree;

    /// <summary>The expression as a tree over symbols.</summary>
    public Expression Tree(Expression node)
    {
        if (Block.IsLeaf(node))
        {
            return node switch
            {
                Symbol { Role: SymbolRole.Carried } => block.Surroundings.Find(node)!,
                Extent { Array: Symbol { Role: SymbolRole.Carried } carried } extent => names.Sizes[block.Surroundings.Find(carried)!][extent.Axis],
                _ => node,
            };
        }

        return block.LocalOf(node) ?? block.Surroundings.Find(node) ?? Inline(node);
    }

    private Expression Inline(Expression node)
    {
        if (_trees[node] is { } known)
        {
            return known;
        }

        Expression tree = node switch
        {
            _ when block.AliasOf(node) is { } alias => Tree(alias),
            Output output => _outputs[(output.Scan, output.Position)],
            Element { Array: Trace trace } element => node.Graph.Element(Tree(trace), [Tree(element.Indices[0])]),
            Element { Array: Stored stored } element => node.Graph.Element(Tree(stored), [StoredArrays.Position([.. element.Indices.Select(Tree)], [.. StoredArrays.ExtentsOf(stored).Select(Tree)])]) is var read
                && Throwing.Condition(element, block.Surroundings.Loops, names.Sizes) is null ? read : Guarded(node, read),
            _ => Guarded(node, node.Graph.Replace(node, _tree ??= Tree)),
        };
        _trees[node] = tree;
        return tree;
    }

    // Where the source wouldn't have evaluated it, any value will do, but not an exception.
    private Expression Guarded(Expression node, Expression tree)
        => block.IsSpeculative(node) && Throwing.Condition(tree, block.Surroundings.Loops, names.Sizes) is { } safe
            ? node.Graph.Select(safe, tree, node.Scalar == ScalarType.Boolean ? node.Graph.False : node.Like(0))
            : tree;
}
