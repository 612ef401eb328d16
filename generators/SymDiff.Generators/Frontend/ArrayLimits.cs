using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Loops that gradients for arrays can't be taken through: those that multiply up or carry values.</summary>
internal static class ArrayLimits
{
    public static void Report(Lifter lifter, Expression value, IEnumerable<Symbol> withRespectTo, Location method, ProblemList problems)
    {
        foreach (Symbol array in withRespectTo.Where(static parameter => parameter.Type.IsArray))
        {
            Activity active = Activity.Of(lifter.Graph.Nodes, [array]);
            if (!active.Contains(value))
            {
                continue;
            }

            foreach (Expression loop in Traversal.Reachable([value], active.Contains).Where(static node => node is Output or Reduce { Operator: ReduceOperator.Product }))
            {
                // A loop may have been read more than once, in calls.
                Location[] places = [.. lifter.Loops.Where(known => ReferenceEquals(known.Result, loop)).Select(static known => known.Place).Distinct()];
                foreach (Location place in places.Length > 0 ? places : [method])
                {
                    problems.Add(Problems.ArrayThroughLoop, place, array.SourceName);
                }
            }
        }
    }
}
