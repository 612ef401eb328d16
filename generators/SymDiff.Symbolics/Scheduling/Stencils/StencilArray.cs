using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What a step adds to the element at a constant distance from its index.</summary>
internal sealed record Contribution(Store Store, int Distance);

/// <summary>An array that a loop does nothing with but to add to its elements, each at a constant distance from the index.</summary>
internal sealed record StencilArray(Symbol Array, ImmutableArray<Contribution> Contributions)
{
    public int Least { get; } = Contributions.Min(contribution => contribution.Distance);

    public int Width => Contributions.Max(contribution => contribution.Distance) - Least;

    /// <summary>The last of the statements that add to it.</summary>
    public Store Last => Contributions[Contributions.Length - 1].Store;

    public static StencilArray? Of(Loop loop, Symbol array)
    {
        var contributions = ImmutableArray.CreateBuilder<Contribution>();
        foreach (Statement statement in Statements.Inside(loop.Body))
        {
            if (Statements.Trees(statement).Any(tree => Traversal.Reachable([tree]).Any(node => node is Element element && ReferenceEquals(element.Array, array))))
            {
                return null;
            }

            if (statement is Store store && ReferenceEquals(store.Array, array))
            {
                if (!store.IsAddition || !loop.Body.Contains(store) || store.Indices is not [var position]
                    || UnitStride.Of(position, loop.Index, static node => node is Constant) is not { Base: null, Shift: var distance })
                {
                    return null;
                }

                contributions.Add(new Contribution(store, distance));
            }
        }

        return contributions.Count == 0 ? null : new StencilArray(array, contributions.ToImmutable());
    }
}
