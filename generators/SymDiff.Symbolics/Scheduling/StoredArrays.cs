using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Arrays that a program keeps: filled by loops that contribute to their elements, whatever they were in the graph, or changed by the loops that carry them.</summary>
internal static class StoredArrays
{
    /// <summary>For every node that the roots need, what stands for it: comprehensions are loops that contribute once to each element, and arrays that loops change are rows of all elements.</summary>
    /// <param name="roots">Arrays among them are contributions to destinations.</param>
    public static Replacements AsContributions(ImmutableArray<Expression> roots)
    {
        var loops = new ConditionalLoops();
        List<Expression> nodes = Traversal.Reachable(roots);
        var arrays = new ChangedArrays(nodes, loops);
        var done = new Replacements();
        foreach (Expression node in arrays.Extents.Concat(nodes))
        {
            if (done.Contains(node))
            {
                continue;
            }

            Expression moved = node.Graph.Replace(node, operand => done[operand]);
            done[node] = moved switch
            {
                Stored { Array: Build build } stored => node.Graph.Stored(AsContributions(build), stored.IsEager),
                Stored stored => node.Graph.Stored(loops.Separate(stored.Array), stored.IsEager),
                Scan scan when scan.Carried.Any(static symbol => symbol.Type.IsArray) => arrays.InMemory((Scan)node, scan, done),
                Element or Update => arrays.InRow(node, moved, done),
                Zeros or Scatter => arrays.InKnownShape(moved, done),
                _ => moved,
            };
        }

        foreach (Expression root in roots.Where(static root => root.Type.IsArray))
        {
            done[root] = loops.Separate(done[root]);
        }

        return done;
    }

    /// <summary>The extents of the array.</summary>
    public static ImmutableArray<Expression> ExtentsOf(Expression array) => [.. Enumerable.Range(0, array.Type.Rank).Select(axis => array.Graph.Extent(array, axis))];

    /// <summary>Where an element stands in the row of all elements.</summary>
    public static Expression Position(ImmutableArray<Expression> indices, ImmutableArray<Expression> extents)
    {
        Expression position = indices[0];
        for (int axis = 1; axis < indices.Length; axis++)
        {
            position = (position * extents[axis]) + indices[axis];
        }

        return position;
    }

    /// <summary>The comprehension as a loop that contributes once to each element.</summary>
    public static Expression AsContributions(Build build)
    {
        ExpressionGraph graph = build.Graph;
        Expression array = graph.Scatter(build, [.. build.Indices], build.Body);
        Expression zeros = graph.Zeros(build);
        for (int axis = build.Indices.Length - 1; axis >= 0; axis--)
        {
            array = graph.Reduce(ReduceOperator.Sum, build.Indices[axis], graph.Int(0), build.Extents[axis], zeros, [array]);
        }

        return array;
    }
}
