using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Simplification.Rules;

namespace SymDiff.Symbolics.Simplification;

/// <summary>All rules, in the order in which they are tried on a node. Every rule sees operands that no rule applies to any more.</summary>
internal static class RuleList
{
    public static readonly ImmutableArray<Rule> Ordered =
    [
        // Signs first: all others see positive factors.
        Products.Signs,
        Quotients.Signs,

        // Selections before the arithmetic on them: what is gated together is then simplified together.
        Selections.Asked,
        Selections.OwnGate,
        Selections.Sum,
        Selections.GatedProduct,
        Selections.GatedQuotient,
        Selections.NegatedGate,

        // The shape of a product, before anything looks for its constants.
        Products.Flatten,
        Products.ConstantFirst,

        // The exact and always sound before what needs room.
        Products.SingleFactor,
        Products.ConstantIntoReciprocal,
        Products.ConstantOut,
        Products.ConstantsCancel,
        Products.ConstantOverWhole,
        Products.ConstantOverQuotient,

        // While the exponential and the sum that it is a part of still stand beside each other.
        ExponentialShares.Product,
        ExponentialShares.Quotient,

        // After the constants have gone into c/n: only a plain 1/b becomes a division.
        Sharing.ScaledReciprocal,
        Sharing.Quotient,
        Products.Reciprocal,

        Quotients.ByConstant,
        Quotients.ConstantOverScaled,
        Quotients.ConstantOverQuotient,
        Quotients.ScaledOverScaled,
        Quotients.ConstantOut,
        Quotients.ByReciprocal,
        Quotients.OfQuotient,
        Quotients.ByWholes,
        Quotients.ByHoistedWhole,
        Quotients.ByKnownReciprocal,

        // Known sums before they are taken apart.
        Sums.Known,
        Sums.Flatten,
        Sums.Zeros,
        Sums.Constants,
        Sums.LikeTerms,
        Sums.CommonConstant,
        Sums.CommonFactor,
        Sums.SharedConstant,
        Sums.Signs,
        Sums.NegatedDifference,

        Reductions.OneTerm,
        Reductions.Count,
        Reductions.ConstantOut,

        // Last: they only choose among equals.
        Products.Order,
        Products.HoistedFactors,
        Sharing.Product,
        Sharing.Sum,
    ];

    private static readonly Dictionary<object, ImmutableArray<Rule>> ByHead
        = Ordered.GroupBy(static rule => rule.Head).ToDictionary(static group => group.Key, static group => group.ToImmutableArray());

    /// <summary>The rules about such a node, in order. Only floating scalars have any: integers are indices and lengths, for which the graph's own folding does.</summary>
    public static ImmutableArray<Rule> About(Expression node)
        => !node.Type.IsArray && node.Scalar.IsFloating() && ByHead.TryGetValue(Rule.HeadOf(node), out ImmutableArray<Rule> rules) ? rules : [];
}
