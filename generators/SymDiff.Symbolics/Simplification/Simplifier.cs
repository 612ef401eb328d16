using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Simplification;

/// <summary>
/// Rewrites derivatives to what one would write by hand, by the rules of <see cref="RuleList"/>. The nodes that the user's value is
/// made of are frozen: they keep their bits, and serve as atoms, because they are calculated anyway.
/// </summary>
public static class Simplifier
{
    // A pass normalises every node; the next one knows better what is shared. Two or three settle everything met so far.
    private const int MaximumPasses = 8;

    /// <summary>The same values as the roots, up to rounding and the sign of a zero, for less work.</summary>
    /// <param name="roots">The derivatives.</param>
    /// <param name="frozen">What the user's value is made of; with every node that is reachable from here, left as it is.</param>
    public static ImmutableArray<Expression> Simplify(
        IReadOnlyList<Expression> roots, IReadOnlyCollection<Expression> frozen, CancellationToken cancellation = default)
        => Simplify(roots, frozen, trace: null, cancellation);

    /// <inheritdoc cref="Simplify(IReadOnlyList{Expression}, IReadOnlyCollection{Expression}, CancellationToken)"/>
    /// <param name="trace">Is told every rewrite.</param>
    internal static ImmutableArray<Expression> Simplify(
        IReadOnlyList<Expression> roots, IReadOnlyCollection<Expression> frozen, Trace? trace, CancellationToken cancellation)
    {
        var values = new FrozenValues([.. frozen, .. Recalculated.In(roots)]);
        ImmutableArray<Expression> current = [.. roots];
        for (int pass = 0; pass < MaximumPasses; pass++)
        {
            ImmutableArray<Expression> next = new Pass(current, values, trace, cancellation).Run();
            if (next.SequenceEqual(current))
            {
                break;
            }

            current = next;
        }

        return current;
    }
}
