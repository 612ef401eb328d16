using System.Collections.Generic;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>
/// What loops backwards calculate again to see which way a comparison went. It has to have the bits that it had on the way there (the largest of several values is
/// found by looking which is equal to the maximum), so no rule touches it.
/// </summary>
internal static class Recalculated
{
    public static IEnumerable<Expression> In(IEnumerable<Expression> derivatives)
    {
        List<Expression> nodes = Traversal.Reachable(derivatives);
        return nodes.Any(static node => node is Scan { IsDownward: true }) ? nodes.OfType<Apply>().Where(IsComparison).SelectMany(static comparison => comparison.Arguments) : [];
    }

    // That a derivative isn't 0 is asked about what the derivative itself has calculated.
    private static bool IsComparison(Apply apply) => Comparisons.Rows.Contains(apply.Primitive) && apply.Arguments[0].Scalar.IsFloating()
        && !(apply.Is(Comparisons.NotEqual) && apply.Arguments[1] is Constant { IsZero: true });
}
