using System.Collections.Generic;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Fusion;

/// <summary>
/// Reads from an array what a loop calculates that the array has anyway, as where the largest of scores is found that are kept: each is calculated once, and what contributes to its derivative is
/// added up in one place.
/// </summary>
public static class KnownElements
{
    /// <summary>The same function with more reads.</summary>
    public static Function Read(Function function)
    {
        while (true)
        {
            List<Expression> nodes = Traversal.Reachable(function.Results.Select(static result => result.Value));
            if (Find(nodes) is not var (array, index, element))
            {
                return function;
            }

            var done = new Replacements();
            foreach (Expression node in nodes)
            {
                // The array's own element stays what it is; nothing else that it is made of has it inside.
                done[node] = ReferenceEquals(node, element) ? node.Graph.Element(array, [index])
                    : ReferenceEquals(node, array.Array) ? node
                    : node.Graph.Replace(node, operand => done[operand]);
            }

            function = Rewriting.Results(function, done);
        }
    }

    private static (Stored Array, Symbol Index, Expression Element)? Find(List<Expression> nodes)
    {
        List<Stored> arrays = [.. nodes.OfType<Stored>().Where(static stored => stored is { IsEager: true, Array: Build { Indices.Length: 1 } build } && HasLoops(build))];
        if (arrays.Count == 0)
        {
            return null;
        }

        List<Reduce> loops = [.. nodes.OfType<Reduce>().Where(static loop => loop.Lower is Constant { IsZero: true })];
        foreach (Stored array in arrays)
        {
            var build = (Build)array.Array;
            HashSet<Expression> calculated = [.. nodes.Where(node => !ReferenceEquals(node, build)).SelectMany(static node => node.Operands)];
            foreach (Symbol index in loops.Where(loop => ReferenceEquals(loop.Upper, build.Extents[0])).Select(static loop => loop.Index).Distinct())
            {
                if (Substitution.Replace(build.Body, [(build.Indices[0], (Expression)index)]) is var element && calculated.Contains(element))
                {
                    return (array, index, element);
                }
            }
        }

        return null;
    }

    private static bool HasLoops(Build build) => Traversal.Reachable([build.Body], node => node.DependsOn(build.Indices[0])).Any(static node => node is Reduce or Scan);
}
