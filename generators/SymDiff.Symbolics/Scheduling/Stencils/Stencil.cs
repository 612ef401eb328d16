using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// A loop that adds to elements at constant distances d, …, d + width from its index, turned round. The first <c>width</c> steps add as they did, to elements that
/// are cleared before. From there on each step i assigns the element i + d, to which earlier steps have contributed, too. What the last <c>width</c> steps would have
/// added beyond the last element assigned is added after the loop. So each step runs once, in order, and no element misses a contribution, however few steps there are.
/// </summary>
/// <param name="Cleared">Which elements have to be cleared.</param>
/// <param name="Inner">The loop of the steps that assign.</param>
/// <param name="Replacement">All that takes the loop's place.</param>
internal sealed record Stencil(ImmutableArray<Clear> Cleared, Loop Inner, ImmutableArray<Statement> Replacement)
{
    // Steps at the ends are not in lanes.
    private const int Widest = 7;

    private const int LargestLower = 1 << 16;

    /// <param name="loop">The loop.</param>
    /// <param name="arrays">The arrays that nothing but the loop adds to, each cleared before.</param>
    /// <returns>The loop turned round; null if it has no such form, or not one that pays.</returns>
    public static Stencil? Of(Loop loop, IReadOnlyCollection<Symbol> arrays)
    {
        if (loop is not { IsDownward: false, Lower: Constant { Scalar: ScalarType.Int32, Payload: >= -LargestLower and <= LargestLower } first } || Carries(loop))
        {
            return null;
        }

        ImmutableArray<StencilArray> targets =
        [
            .. arrays.Select(array => StencilArray.Of(loop, array)).OfType<StencilArray>().Where(target => target.Width is > 0 and <= Widest),
        ];
        if (targets.IsEmpty)
        {
            return null;
        }

        ExpressionGraph graph = loop.Index.Graph;
        Declare? end = loop.Upper is Symbol or Extent or Constant ? null : new Declare(graph.Local("end", ScalarType.Int32), loop.Upper);
        loop = end is null ? loop : loop with { Upper = end.Local };
        int width = targets.Max(target => target.Width);
        int lower = (int)first.Payload + width;
        var body = ImmutableArray.CreateBuilder<Statement>();
        var rest = ImmutableArray.CreateBuilder<Statement>();
        var recomputation = new Recomputation(loop);
        foreach (Statement statement in loop.Body)
        {
            StencilArray? target = targets.FirstOrDefault(target => target.Contributions.Any(contribution => ReferenceEquals(contribution.Store, statement)));
            if (target is null)
            {
                body.Add(statement);
                if (statement is Declare)
                {
                    rest.Add(statement);
                }

                continue;
            }

            if (ReferenceEquals(target.Last, statement))
            {
                // The earliest step's contribution comes first, as in the source.
                ImmutableArray<Expression> terms = [.. target.Contributions.OrderByDescending(contribution => contribution.Distance)
                    .Select(contribution => recomputation.At(contribution.Store.Value, target.Least - contribution.Distance))];
                body.AddRange(recomputation.TakeDeclarations());
                body.Add(new Store(target.Array, [graph.Add(loop.Index, graph.Int(target.Least))], graph.Add(terms), IsAddition: false));
            }

            Contribution own = target.Contributions.First(contribution => ReferenceEquals(contribution.Store, statement));
            rest.AddRange(Remaining(own, own.Distance - target.Least, width, loop));
        }

        if (!recomputation.IsCheap)
        {
            return null;
        }

        var inner = new Loop(loop.Index, graph.Int(lower), loop.Upper, body.ToImmutable());
        Expression ends = graph.Apply(Piecewise.Min, graph.Int(lower), loop.Upper);
        Expression starts = graph.Add(graph.Apply(Piecewise.Max, graph.Int(lower + width), loop.Upper), graph.Int(-width));
        ImmutableArray<Clear> cleared = [.. targets.Select(target => new Clear(target.Array)
        {
            Apart = (graph.Int(lower + target.Least), graph.Add(loop.Upper, graph.Int(target.Least))),
        })];
        return new Stencil(cleared, inner,
        [
            .. end is null ? [] : new Statement[] { end },
            .. cleared,
            loop with { Upper = ends, Body = FreshLocals.In(loop.Body), MostSteps = width },
            inner,
            new Loop(loop.Index, starts, loop.Upper, FreshLocals.In(Needed(rest.ToImmutable()))) { MostSteps = width },
        ]);
    }

    // What one step leaves to the next, or a step that may be the last, isn't there any more when the steps at the end are made up for.
    private static bool Carries(Loop loop)
    {
        ImmutableArray<Statement> all = [.. Statements.Inside(loop.Body)];
        HashSet<Symbol> own = [.. all.OfType<Declare>().Select(declare => declare.Local)];
        return all.Any(statement => statement is Leave or Reserve || (statement is Assign assign && !own.Contains(assign.Local)));
    }

    // What a step adds to elements beyond those that are assigned: one of the last steps if it is so near to the end.
    private static ImmutableArray<Statement> Remaining(Contribution contribution, int beyond, int width, Loop loop)
    {
        ExpressionGraph graph = loop.Index.Graph;
        return beyond == 0 ? []
            : beyond == width ? [contribution.Store]
            : [new If(graph.LessOrEqual(graph.Add(loop.Upper, graph.Int(-beyond)), loop.Index), [contribution.Store], [])];
    }

    // Without the declarations that nothing reads.
    private static ImmutableArray<Statement> Needed(ImmutableArray<Statement> statements)
    {
        var read = new HashSet<Symbol>();
        var needed = new List<Statement>();
        foreach (Statement statement in statements.Reverse())
        {
            if (statement is not Declare declare || read.Contains(declare.Local))
            {
                needed.Add(statement);
                read.UnionWith(Statements.Inside([statement]).SelectMany(static inner => Statements.Trees(inner)).SelectMany(Statements.Locals));
            }
        }

        needed.Reverse();
        return [.. needed];
    }
}
