using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// One step of the chain rule, kept from making NaN out of what doesn't contribute: zero arms of a selection stay structural zeros, so the factor
/// beside them isn't even evaluated. Null is a structural zero throughout.
/// </summary>
internal static class ChainRule
{
    public static bool IsStructuralZero(Expression? expression) => expression is null or Constant { IsZero: true } or Zeros;

    /// <summary>partial · tangent, in the type of the partial; both may be selections with structural zeros.</summary>
    public static Expression? Multiply(Expression? partial, Expression? tangent)
    {
        if (partial is null || tangent is null || IsStructuralZero(partial))
        {
            return null;
        }

        ExpressionGraph graph = partial.Graph;
        return partial switch
        {
            Select gated when HasZeroArm(gated) => Choose(gated.Condition, Multiply(gated.WhenTrue, tangent), Multiply(gated.WhenFalse, tangent)),
            _ when tangent is Select gated && HasZeroArm(gated) => Choose(gated.Condition, Arm(gated.WhenTrue), Arm(gated.WhenFalse)),
            _ => graph.Multiply(tangent, partial),
        };

        Expression? Arm(Expression arm) => IsStructuralZero(arm) ? null : Multiply(partial, arm);
    }

    /// <summary>A selection between values of which one or both may be structural zeros.</summary>
    public static Expression? Choose(Expression condition, Expression? whenTrue, Expression? whenFalse)
        => (whenTrue, whenFalse) switch
        {
            (null, null) => null,
            (null, { } value) => condition.Graph.Select(condition, value.Zero, value),
            ({ } value, null) => condition.Graph.Select(condition, value, value.Zero),
            _ => condition.Graph.Select(condition, whenTrue!, whenFalse!),
        };

    public static Expression? Add(Expression? left, Expression? right)
        => left is null ? right : right is null ? left : left.Graph.Add(left, right);

    /// <summary>Whether a zero cotangent or tangent has to be kept from meeting an infinite slope (0 · ∞).</summary>
    public static bool NeedsStrongZero(Apply application, int argument, Expression tangent)
        => tangent is not Constant && application.Primitive.HasInfiniteSlope(application, argument);

    /// <summary>Whether some leaf of the selection is a structural zero.</summary>
    public static bool HasZeroArm(Select select)
        => IsStructuralZero(select.WhenTrue) || IsStructuralZero(select.WhenFalse)
            || (select.WhenTrue is Select first && HasZeroArm(first)) || (select.WhenFalse is Select second && HasZeroArm(second));
}
