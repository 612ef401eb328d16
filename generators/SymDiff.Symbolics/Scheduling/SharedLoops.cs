using System.Collections.Generic;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Which loops of a block become one: those over the same range, but for sequential ones that carry the same symbol differently. Two of those are copies of one loop that start
/// from different values, and each needs a variable of its own.
/// </summary>
internal static class SharedLoops
{
    /// <param name="loops">None of them waits for another.</param>
    public static IEnumerable<IGrouping<(Symbol Index, Expression Lower, Expression Upper, Expression While, bool IsDownward), Expression>> Of(IEnumerable<Expression> loops)
    {
        var rounds = new List<(List<Expression> Loops, Dictionary<Symbol, (Expression Initial, Expression Next)> Carried)>();
        foreach (Expression loop in loops)
        {
            int round = rounds.FindIndex(other => loop is not Scan scan || Agree(scan, other.Carried));
            if (round < 0)
            {
                round = rounds.Count;
                rounds.Add(([], []));
            }

            rounds[round].Loops.Add(loop);
            if (loop is Scan added)
            {
                for (int i = 0; i < added.Carried.Length; i++)
                {
                    rounds[round].Carried[added.Carried[i]] = (added.Initials[i], added.Nexts[i]);
                }
            }
        }

        return rounds.SelectMany(static round => round.Loops.GroupBy(BlockWriter.LoopOf));
    }

    // A loop and its differentiated form do.
    private static bool Agree(Scan scan, Dictionary<Symbol, (Expression Initial, Expression Next)> carried)
    {
        for (int i = 0; i < scan.Carried.Length; i++)
        {
            if (carried.TryGetValue(scan.Carried[i], out (Expression Initial, Expression Next) known) && !(ReferenceEquals(known.Initial, scan.Initials[i]) && ReferenceEquals(known.Next, scan.Nexts[i])))
            {
                return false;
            }
        }

        return true;
    }
}
