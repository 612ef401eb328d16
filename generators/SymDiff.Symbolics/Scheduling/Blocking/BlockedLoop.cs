using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>A loop with loops in it, split into <see cref="LoopPhases"/> that run one after the other for a block of steps.</summary>
/// <param name="Buffers">What is kept from one phase for a later one.</param>
/// <param name="Replacement">What takes the loop's place.</param>
internal sealed record BlockedLoop(ImmutableArray<Allocate> Buffers, ImmutableArray<Statement> Replacement)
{
    // What is kept fits on the stack.
    private const int LargestBlock = 128;

    // One register full.
    private const int SmallestBlock = 8;

    // So many elements of what inner loops read are still in the fastest memory when they are read again.
    private const int ElementsAtHand = 2048;

    /// <param name="loop">The loop.</param>
    /// <param name="formOf">How a loop would run in lanes, if it would.</param>
    /// <returns>The loop in blocks; null if it can't be split, or if there's nothing to gain.</returns>
    public static BlockedLoop? Of(Loop loop, Func<Loop, LaneForm?> formOf)
    {
        if (loop is not { IsDownward: false, Lower: Constant { Scalar: ScalarType.Int32, Payload: >= 0 } lower, Upper.Scalar: ScalarType.Int32 }
            || (loop.Upper is Constant upper && upper.Payload - lower.Payload < 2 * SmallestBlock)
            || LoopPhases.Of(loop) is not { } phases)
        {
            return null;
        }

        ExpressionGraph graph = loop.Index.Graph;
        Symbol start = graph.Local("start", ScalarType.Int32);
        Symbol count = graph.Local("count", ScalarType.Int32);
        ImmutableArray<Loop> parts = [.. phases.Bodies(start, graph.Int(LargestBlock)).Select(body => new Loop(loop.Index, graph.Int(0), count, body))];
        ImmutableArray<LaneForm?> forms = [.. parts.Where(part => !HasLoops(part)).Select(formOf)];

        // Functions are what it's done for; a register full of steps at a time has no totals apart, see there.
        if (forms.Contains(null) || !forms.Any(form => form!.Unrolled == 0))
        {
            return null;
        }

        var replacement = ImmutableArray.CreateBuilder<Statement>();
        Expression end = loop.Upper;
        if (end is not (Symbol or Extent or Constant))
        {
            Symbol local = graph.Local("end", ScalarType.Int32);
            replacement.Add(new Declare(local, end));
            end = local;
        }

        Symbol size = graph.Local("size", ScalarType.Int32);
        replacement.Add(new Declare(size, Size(loop)));
        replacement.Add(new Blocks(start, count, lower, end, size, [.. parts]));
        return new BlockedLoop(phases.Buffers, replacement.ToImmutable());
    }

    // The more the inner loops read in a step, the fewer steps to a block.
    private static Expression Size(Loop loop)
    {
        ExpressionGraph graph = loop.Index.Graph;
        HashSet<Expression> changing = [loop.Index, .. Statements.Inside(loop.Body).SelectMany(static inner => inner is Declare declare ? new[] { declare.Local } : inner is Loop { Index: var index } ? [index] : [])];
        Expression? length = Statements.Inside(loop.Body).OfType<Loop>().Where(static inner => inner.Lower is Constant { Payload: 0 }).Select(static inner => inner.Upper)
            .FirstOrDefault(upper => upper is Symbol or Extent && !changing.Contains(upper));
        if (length is null)
        {
            return graph.Int(LargestBlock);
        }

        Expression fitting = graph.Divide(graph.Int(ElementsAtHand), graph.Apply(Piecewise.Max, length, graph.Int(1)));
        return graph.Apply(Piecewise.Min, graph.Apply(Piecewise.Max, fitting, graph.Int(SmallestBlock)), graph.Int(LargestBlock));
    }

    private static bool HasLoops(Loop loop) => Statements.Inside(loop.Body).Any(static statement => statement is Loop or Blocks);
}
