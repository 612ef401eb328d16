using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Fusion;

/// <summary>
/// Decides which of the arrays that a function calculates are there at all. One whose elements are read once, or cost next to nothing, is calculated where it
/// is read, so that the loop that fills it and the loop that reads it are one. Of another only the axes are kept along which it is read repeatedly: if all
/// of it is read row by row in a loop over the rows, a row is enough.
/// </summary>
public static class ArrayFusion
{
    // What costs no more is calculated again rather than written to memory and read back.
    private const int CheapElement = 4;

    /// <summary>The same function with fewer and smaller arrays.</summary>
    public static Function Fuse(Function function, CancellationToken cancellation = default)
    {
        var kept = new HashSet<Stored>();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            List<Expression> nodes = Traversal.Reachable([.. function.Results.Select(result => result.Value), .. function.Requirements]);

            // From the last array to the first, since where one is calculated decides how often those are read that it is made of.
            if (nodes.OfType<Stored>().LastOrDefault(stored => stored.Array is Build && !kept.Contains(stored)) is not { } array)
            {
                return function;
            }

            (Dictionary<Expression, Expression> replacements, Expression? slice) = Replacements(array, new LoopNests(nodes), nodes);
            if (replacements.Count == 0)
            {
                kept.Add(array);
                continue;
            }

            // What takes its place is called what it was called.
            ImmutableArray<Expression> inItsPlace = slice is null ? [.. replacements.Values.Distinct()] : [slice];
            function = function with
            {
                Names = [.. function.Names, .. function.Names.Where(named => ReferenceEquals(named.Node, array)).SelectMany(named => inItsPlace.Select(other => (other, named.Name)))],
            };

            function = Rewrite(function, replacements, nodes, kept);
        }
    }

    private static (Dictionary<Expression, Expression> Reads, Expression? Slice) Replacements(Stored array, LoopNests nests, List<Expression> nodes)
    {
        var build = (Build)array.Array;
        List<Element> reads = [.. nodes.OfType<Element>().Where(element => ReferenceEquals(element.Array, array))];
        bool isReadOnly = nodes.All(node => node is Element || !node.Operands.Contains(array));
        if (!isReadOnly)
        {
            return ([], null);
        }

        return IsCheap(build) || (reads.Count == 1 && nests.IsReadOnce(array, reads[0])) ? (reads.ToDictionary(read => (Expression)read, read => build.Graph.Element(build, read.Indices)), null)
            : nests.SharedAxes(array, reads) is { IsEmpty: false } axes && axes.Length < build.Indices.Length ? Slice(array, axes, reads)
            : ([], null);
    }

    private static bool IsCheap(Build build)
    {
        int cost = 0;
        foreach (Expression node in Traversal.Reachable([build.Body], node => build.Indices.Any(node.DependsOn)))
        {
            cost += node switch
            {
                Apply apply => apply.Cost,
                Reduce or Scan => CheapElement + 1,
                _ => 0,
            };
        }

        return cost <= CheapElement;
    }

    /// <summary>The array of lower rank that is left where the loops around run along some of the axes, and all that is read of it.</summary>
    private static (Dictionary<Expression, Expression> Reads, Expression? Slice) Slice(Stored array, ImmutableArray<int> axes, List<Element> reads)
    {
        ExpressionGraph graph = array.Graph;
        var build = (Build)array.Array;
        ImmutableArray<int> remaining = [.. Enumerable.Range(0, build.Indices.Length).Where(axis => !axes.Contains(axis))];
        ImmutableArray<Expression> along = reads[0].Indices;

        // New indices for the axes that stay, lest a loop around the read has the same.
        ImmutableArray<Symbol> fresh = [.. remaining.Select(axis => graph.Index(build.Indices[axis].Name))];
        Expression body = Substitution.Replace(
            build.Body,
            [.. axes.Select(axis => (build.Indices[axis], along[axis])), .. remaining.Select((axis, k) => (build.Indices[axis], (Expression)fresh[k]))]);
        Expression slice = graph.Stored(graph.Build(fresh, [.. remaining.Select(axis => build.Extents[axis])], body), array.IsEager);
        return (reads.ToDictionary(read => (Expression)read, read => graph.Element(slice, [.. remaining.Select(axis => read.Indices[axis])])), slice);
    }

    private static Function Rewrite(Function function, Dictionary<Expression, Expression> replacements, List<Expression> nodes, HashSet<Stored> kept)
    {
        var done = new Dictionary<Expression, Expression>(replacements);
        foreach (Expression node in nodes)
        {
            if (!done.ContainsKey(node))
            {
                done[node] = node.Graph.Replace(node, operand => done[operand]);
                if (node is Stored stored && kept.Contains(stored) && done[node] is Stored moved)
                {
                    kept.Add(moved);
                }
            }
        }

        return function with
        {
            Results = [.. function.Results.Select(result => result with { Value = done[result.Value] })],
            Requirements = [.. function.Requirements.Select(requirement => done[requirement])],
            Names = [.. function.Names.Select(named => (done.TryGetValue(named.Node, out Expression? node) ? node : named.Node, named.Name))],
        };
    }
}
