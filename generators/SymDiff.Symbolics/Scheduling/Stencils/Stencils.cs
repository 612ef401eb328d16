using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Turns loops round in which several steps add to the same element, as the derivative of <c>a[i + 1] − a[i]</c> does: then each step calculates all of one
/// element and assigns it, from what it calculated itself and from what its neighbours did, which is cheap enough to be calculated again. Nothing is read back
/// from memory that was just written, and nothing is in the way of lanes.
/// </summary>
public static class Stencils
{
    /// <param name="program">The program.</param>
    /// <param name="isWorthIt">Whether to turn a loop round that would become this one.</param>
    public static Program Gather(Program program, Func<Loop, bool> isWorthIt)
    {
        // Only where all that is added to an array is added by one loop, and to zeros.
        List<Symbol> arrays = [.. program.Body.OfType<Clear>().Select(clear => clear.Array)
            .Where(array => program.Body.Count(statement => statement is not (Clear or Allocate or Release) && Writes(statement, array)) == 1)
            .Where(array => program.Body.Count(statement => statement is Clear clear && ReferenceEquals(clear.Array, array)) == 1)];
        if (arrays.Count == 0)
        {
            return program;
        }

        var cleared = new Dictionary<Symbol, Clear>();
        var body = ImmutableArray.CreateBuilder<Statement>();
        foreach (Statement statement in program.Body)
        {
            if (statement is Loop loop && Stencil.Of(loop, arrays) is { } stencil && isWorthIt(stencil.Inner))
            {
                foreach (Clear clear in stencil.Cleared)
                {
                    cleared.Add(clear.Array, clear);
                }

                body.AddRange(stencil.Replacement);
            }
            else
            {
                body.Add(statement);
            }
        }

        // What stays as it is isn't known before the loop's bounds are.
        return cleared.Count == 0 ? program : program with
        {
            Body = body.ToImmutable().RemoveAll(statement => statement is Clear { Apart: null } clear && cleared.ContainsKey(clear.Array)),
        };
    }

    private static bool Writes(Statement statement, Symbol array)
        => Statements.Inside([statement]).Any(inner => inner is Store store && ReferenceEquals(store.Array, array));
}
