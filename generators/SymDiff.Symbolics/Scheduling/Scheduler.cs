using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// From an expression graph to a program: places each value in the outermost block and the innermost branch where it can be evaluated once for all its uses,
/// fuses loops over the same range, and gives locals to what is shared.
/// </summary>
public static class Scheduler
{
    /// <param name="function">The requirements are checked first, in order; then come the results.</param>
    public static Program Schedule(Function function, CancellationToken cancellation = default)
    {
        ImmutableArray<Result> wanted = [.. function.Results];
        Replacements live = LiveValues.Only(wanted.Select(result => result.Value), cancellation);
        wanted = [.. wanted.Select(result => result with { Value = live[result.Value] })];
        Replacements conditional = ConditionalSteps.In(wanted.Select(result => result.Value), cancellation);
        wanted = [.. wanted.Select(result => result with { Value = conditional[result.Value] })];
        ImmutableArray<Expression> requirements = [.. function.Requirements.Select(requirement => ConditionalSteps.In([requirement], cancellation)[requirement])];
        Replacements filled = StoredArrays.AsContributions([.. wanted.Select(result => result.Value), .. requirements]);
        wanted = [.. wanted.Select(result => result with { Value = filled[result.Value] })];
        var names = new LocalNames(
        [
            .. function.Names,
            .. function.Names.Select(named => (conditional[live[named.Node]], named.Name)),
            .. function.Names.Select(named => (filled[conditional[live[named.Node]]], named.Name)),
        ]);
        var kept = new Dictionary<Expression, Symbol>();
        var surroundings = new Surroundings(node => kept.TryGetValue(node, out Symbol? local) ? local : null, Region: null, Bound: [], IsSpeculative: false);
        var body = ImmutableArray.CreateBuilder<Statement>();
        foreach (Expression requirement in requirements.Select(requirement => filled[requirement]))
        {
            BlockWriter writer = Write([Goal.For(requirement)]);
            body.Add(new Require(writer.Tree(requirement)));
            Keep(writer);
        }

        body.AddRange(wanted.Where(result => result.Destination is not null && !Contributions.AreOnePerElement(result.Value)).Select(result => new Clear(result.Destination!)));
        BlockWriter results = Write([.. wanted.SelectMany(GoalsFor)]);
        return LocalReuse.Where(Buffers.Settle(Declarations.Settle(AssignedLocals.Check(new Program(
            body.ToImmutable(),
            [.. wanted.Where(result => result.Destination is null).Select(result => result with { Value = results.Tree(result.Value) })])))));

        IEnumerable<Goal> GoalsFor(Result result) => result.Destination is { } array
            ? Goal.Contribute(result.Value, array, []).Select(goal => goal with
            {
                IsOnly = Contributions.AreOnePerElement(result.Value),

                // A destination of one dimension takes the elements of several in a row.
                Extents = result.Value.Type.Rank > array.Type.Rank ? StoredArrays.ExtentsOf(((Zeros)result.Value.Zero).Shape) : [],
            })
            : [Goal.For(result.Value)];

        BlockWriter Write(ImmutableArray<Goal> goals)
        {
            cancellation.ThrowIfCancellationRequested();
            var writer = new BlockWriter(new Block(goals, surroundings, names), names, cancellation);
            body.AddRange(writer.Write());
            return writer;
        }

        void Keep(BlockWriter writer)
        {
            foreach ((Expression node, Symbol local) in writer.Kept)
            {
                kept[node] = local;
            }
        }
    }
}
