using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>What the form of a node says about the size of its values.</summary>
internal static class Magnitude
{
    // A sum with such a constant that isn't 0 is no smaller than half a unit in its last place, in either precision.
    private const double Floor = 1e-20;

    // How far below a node its bounds are looked for.
    private const int MaximumDepth = 4;

    // Longer sums and products aren't looked into.
    private const int MaximumTerms = 8;

    /// <summary>Whether x is never subnormal: then 1/x overflows nowhere but at 0, where a/x is infinite or NaN as well.</summary>
    public static bool HasFiniteReciprocal(this Expression node, int depth = MaximumDepth)
    {
        if (depth == 0)
        {
            return false;
        }

        return node switch
        {
            Constant constant => IsFloor(constant),
            Select select => select.WhenTrue.HasFiniteReciprocal(depth - 1) && select.WhenFalse.HasFiniteReciprocal(depth - 1),
            Apply { Arguments: [var operand] } negation when negation.Is(Arithmetic.Negate) || negation.Is(Piecewise.Abs) => operand.HasFiniteReciprocal(depth - 1),
            Apply { Arguments: [Constant { Number: >= 1 }, var rest] } product when product.Is(Arithmetic.Multiply) => rest.HasFiniteReciprocal(depth - 1),

            // The root of the smallest number that there is is a normal one, and so is a float as a double.
            Apply root when root.Is(Powers.Sqrt) || root.Is(Powers.Cbrt) => true,
            Apply { Scalar: ScalarType.Double, Arguments: [{ Scalar: ScalarType.Single }] } conversion when conversion.Is(Conversions.Convert) => true,

            // What is close to −c is a multiple of its last digit.
            Apply { Arguments: [var left, var right] } sum when sum.Is(Arithmetic.Add) && (IsFloor(left) || IsFloor(right)) => true,
            _ => node.IsWhole() || HasFloor(node, depth),
        };
    }

    /// <summary>Whether the value is above a constant, or NaN.</summary>
    private static bool HasFloor(Expression node, int depth) => depth > 0 && node switch
    {
        Constant { Number: > 0 } => IsFloor(node),
        Apply function when function.Is(Hyperbolics.Cosh) => true,
        Apply { Arguments: var arguments } largest when largest.Is(Piecewise.Max) => arguments.Any(argument => HasFloor(argument, depth - 1)),
        Apply { Arguments: { Length: <= MaximumTerms } terms } sum when sum.Is(Arithmetic.Add) => terms.Any(term => HasFloor(term, depth - 1)) && terms.All(term => IsNonNegative(term, depth - 1)),
        _ => false,
    };

    private static bool IsNonNegative(Expression node, int depth) => node.IsSumOfSquares || node switch
    {
        Constant constant => constant.Number >= 0,
        Apply function when function.Is(Exponentials.Exp) || function.Is(Powers.Sqrt) || function.Is(Powers.Hypot) || function.Is(Piecewise.Abs) => true,
        Apply { Arguments: { Length: <= MaximumTerms } operands } apply when depth > 0 && (apply.Is(Arithmetic.Add) || apply.Is(Arithmetic.Multiply) || apply.Is(Arithmetic.Divide))
            => operands.All(operand => IsNonNegative(operand, depth - 1)),
        _ => HasFloor(node, depth),
    };

    private static bool IsFloor(Expression node) => node is Constant constant && System.Math.Abs(constant.Number) is >= Floor and <= 1 / Floor;
}
