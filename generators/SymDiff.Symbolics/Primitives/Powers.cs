using System;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Powers and roots.</summary>
public static class Powers
{
    // Longer sums aren't looked into.
    private const int MostTerms = 16;

    // +∞ at 0, as IEEE and PyTorch have it. But a norm has slope 0 at the origin, not 0 · ∞.
    public static readonly Primitive Sqrt = Unary(
        "Sqrt", static (x, y) => x.IsSumOfSquares ? If(Equal(y, 0), 0, 0.5 / y) : 0.5 / y, Math.Sqrt, "√{0}", cost: 4).Exact().InLanes() with
    {
        Mathematics = new("√{0}", Binding.Unary, Binding.Primary),
        HasInfiniteSlope = static (root, _) => !root.Arguments[0].IsSumOfSquares && !IsPositive(root.Arguments[0]),
    };

    public static readonly Primitive Cbrt = Unary("Cbrt", static (_, y) => 1 / (3 * y * y), RealFunctions.Cbrt, "∛{0}").Steep().InLanesTo("Lanes.Cbrt") with
    {
        Mathematics = new("∛{0}", Binding.Unary, Binding.Primary),
    };

    public static readonly Primitive RootN = Binary(
        "RootN", RootSlope, null, RealFunctions.RootN, "root({0}, {1})", cost: 20).OnTypesOnly().Taking(Operand.Real, Operand.Integer) with
    {
        HasInfiniteSlope = static (root, _)
            => root.Arguments[1] is not Constant { Number: var n } || (n > 1 && !IsNorm(root.Arguments[0], 1 / n)),
    };

    public static readonly Primitive Hypot = Binary(
        "Hypot",
        static (a, _, h) => If(Equal(h, 0), 0, a / h),
        static (_, b, h) => If(Equal(h, 0), 0, b / h),
        RealFunctions.Hypot,
        "hypot({0}, {1})",
        cost: 12).OnTypesOnly().InLanesTo("Lanes.Hypot");

    public static readonly Primitive Pow = Binary("Pow", SlopeByBase, SlopeByExponent, Math.Pow, "{0}^{1}", cost: 20).InLanesTo("Lanes.Pow") with
    {
        Mathematics = new("{0}^{1}", Binding.Power, Binding.Primary),
        HasInfiniteSlope = static (power, argument) => argument == 0 && !IsPositive(power.Arguments[0]) && power.Arguments[1] switch
        {
            Constant n => n.Number > 0 && n.Number < 1 && !IsNorm(power.Arguments[0], n.Number),
            Apply n => !(ReferenceEquals(n.Primitive, Conversions.Convert) && n.Arguments[0].Scalar.IsInteger()),
            _ => true,
        },
    };

    /// <summary>
    /// p·xᵖ⁻¹ with y = xᵖ at hand, of which it is p·y/x wherever that is sound: a second power costs ten times as much. The dependence of y on
    /// x and p is counted in the derivatives by those, so that by y there is none.
    /// </summary>
    public static readonly Primitive PowSlope = Ternary(
        "PowSlope", CurvatureByBase, CurvatureByExponent, null, static (x, p, y) => RealFunctions.PowSlope(x, p, y), "{1}·{0}^({1} − 1)", cost: 6).InLanesTo("Slopes.Pow") with
    {
        EvaluateSingle = static args => RealFunctions.PowSlope(args[0], args[1], args[2], small: 1e-30),
        CSharp = Notation.Closed("global::SymDiff.Numerics.Slopes.Pow({0}, {1}, {2})"),
        Mathematics = new("{1}·{0}^({1} − 1)", Binding.Multiplicative, Binding.Primary),
        Methods = [],
    };

    // The values of the two are estimates that depend on the machine: their slopes are those of what they estimate.
    public static readonly Primitive ReciprocalEstimate = Unary(
        "ReciprocalEstimate", static (x, _) => -(1 / x * (1 / x)), static x => 1 / x, "1/{0}", cost: 2) with
    {
        Mathematics = new("1/{0}", Binding.Multiplicative, Binding.Unary),
    };

    public static readonly Primitive ReciprocalSqrtEstimate = Unary(
        "ReciprocalSqrtEstimate", static (x, _) => -0.5 / (x * Sqrt(x)), static x => 1 / Math.Sqrt(x), "1/√{0}", cost: 2) with
    {
        Mathematics = new("1/√{0}", Binding.Multiplicative, Binding.Primary),
    };

    // x·2ⁿ
    public static readonly Primitive ScaleB = Binary(
        "ScaleB", static (x, n, _) => ScaleB(x.Like(1), n), null, RealFunctions.ScaleB, "{0}·2^{1}", cost: 4).Taking(Operand.Real, Operand.Integer) with
    {
        Mathematics = new("{0}·2^{1}", Binding.Multiplicative, Binding.Primary),
    };

    public static readonly ImmutableArray<Primitive> Rows = [Sqrt, Cbrt, RootN, Hypot, Pow, PowSlope, ReciprocalEstimate, ReciprocalSqrtEstimate, ScaleB];

    /// <summary>The slope of a power as mathematics has it: p·xᵖ⁻¹.</summary>
    internal static Expression InFull(Apply slope) => slope.Arguments[1] * Pow(slope.Arguments[0], slope.Arguments[1] - 1);

    // (xⁿ)′ = n·xⁿ⁻¹, without a power where the exponent makes that possible.
    private static Expression? SlopeByBase(Expression x, Expression exponent, Expression y)
    {
        if (exponent is not Constant { Number: var n })
        {
            return PowSlope(x, exponent, y);
        }

        Expression? slope = n switch
        {
            0 => null,
            1 => x.Like(1),
            2 => 2 * x,
            3 => 3 * x * x,
            4 => 4 * x * x * x,
            0.5 => 0.5 / y,
            1.5 => 1.5 * Sqrt(x),
            -1 => -(y * y),
            _ => PowSlope(x, exponent, y),
        };
        return slope is not null && n < 1 && IsNorm(x, n) ? If(Equal(x, 0), 0, slope) : slope;
    }

    // (aᵖ)′ = ln(a)·aᵖ, and 0 at a = 0, p ≥ 0, where the power doesn't depend on p (but for a jump at p = 0).
    private static Expression SlopeByExponent(Expression x, Expression exponent, Expression y)
    {
        Expression slope = Log(x) * y;
        return x is Constant { IsZero: false } || IsPositive(x) ? slope : If(And(Equal(x, 0), exponent >= 0), 0, slope);
    }

    // (p·xᵖ⁻¹)′ = p·(xᵖ⁻¹)′, and 0 rather than 0 · ∞ for p = 0 at x = 0
    private static Expression? CurvatureByBase(Expression x, Expression p, Expression power, Expression y)
    {
        if (SlopeByBase(x, p - 1, Pow(x, p - 1)) is not { } slope)
        {
            return null;
        }

        return p is Constant ? p * slope : If(And(Equal(x, 0), Equal(p, 0)), 0, p * slope);
    }

    // (p·xᵖ⁻¹)′ = xᵖ⁻¹ + p·(xᵖ⁻¹)′
    private static Expression CurvatureByExponent(Expression x, Expression p, Expression power, Expression y)
        => Pow(x, p - 1) + (p * SlopeByExponent(x, p - 1, Pow(x, p - 1)));

    // y/(n·x), but where x = y (0, 1, ∞) that is 0/0 or ∞/∞, or both forms are exact.
    private static Expression RootSlope(Expression x, Expression n, Expression y)
    {
        Expression number = n.Graph.Convert(n, x.Scalar);
        Expression atFixedPoint = 1 / (number * Pow(y, number - 1));
        Expression slope = n switch
        {
            Constant { Number: 1 } => x.Like(1),
            Constant { Number: 2 } => 0.5 / y,
            Constant { Number: 3 } => 1 / (3 * y * y),
            _ => If(Equal(x, y), atFixedPoint, y / (number * x)),
        };
        return n is Constant constant && IsNorm(x, 1 / constant.Number) ? If(Equal(x, 0), 0, slope) : slope;
    }

    // (Σ u²)ⁿ: for n = ½ the slope at the origin is 0 by convention, above that it is 0, below there is none.
    private static bool IsNorm(Expression x, double? exponent) => x.IsSumOfSquares && exponent >= 0.5;

    // 1 + u² + v² doesn't reach zero.
    private static bool IsPositive(Expression x)
    {
        bool positive = false;
        for (int terms = 0; terms < MostTerms; terms++)
        {
            if (x is not Apply { Arguments: [var first, .. var others] } sum || !ReferenceEquals(sum.Primitive, Arithmetic.Add))
            {
                return (positive && x.IsSumOfSquares) || x is Constant { Number: > 0 };
            }

            if (!others.All(static term => term.IsSumOfSquares || term is Constant { Number: > 0 }))
            {
                return false;
            }

            positive |= others.Any(static term => term is Constant);
            x = first;
        }

        return false;
    }
}
