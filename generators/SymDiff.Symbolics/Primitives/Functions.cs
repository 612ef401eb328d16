using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The functions that formulas are written with, so that a row reads like the rule that it states.</summary>
public static class Functions
{
    public static Expression Sin(Expression x) => Of(Trigonometry.Sin, x);

    public static Expression Cos(Expression x) => Of(Trigonometry.Cos, x);

    public static Expression SinPi(Expression x) => Of(Trigonometry.SinPi, x);

    public static Expression CosPi(Expression x) => Of(Trigonometry.CosPi, x);

    public static Expression Sinh(Expression x) => Of(Hyperbolics.Sinh, x);

    public static Expression Cosh(Expression x) => Of(Hyperbolics.Cosh, x);

    /// <summary>The slope of tanh at x, where y = tanh(x).</summary>
    public static Expression TanhSlope(Expression x, Expression y) => Of(Hyperbolics.TanhSlope, x, y);

    public static Expression Exp(Expression x) => Of(Exponentials.Exp, x);

    public static Expression Exp2(Expression x) => Of(Exponentials.Exp2, x);

    public static Expression Exp10(Expression x) => Of(Exponentials.Exp10, x);

    public static Expression Log(Expression x) => Of(Exponentials.Log, x);

    public static Expression Pow(Expression x, Expression exponent) => Of(Powers.Pow, x, exponent);

    /// <summary>The derivative of a power by its base x, where y is the power.</summary>
    public static Expression PowSlope(Expression x, Expression exponent, Expression y) => Of(Powers.PowSlope, x, exponent, y);

    public static Expression Sqrt(Expression x) => Of(Powers.Sqrt, x);

    public static Expression Hypot(Expression x, Expression y) => Of(Powers.Hypot, x, y);

    public static Expression ScaleB(Expression x, Expression n) => Of(Powers.ScaleB, x, n);

    /// <summary>x·y + z, rounded once.</summary>
    public static Expression FusedMultiplyAdd(Expression x, Expression y, Expression z) => Of(Combinations.FusedMultiplyAdd, x, y, z);

    /// <summary>1 − x², without cancellation near ±1; its derivative −2x has none near 0.</summary>
    public static Expression OneMinusSquare(Expression x) => FusedMultiplyAdd(-x, x, x.Like(1));

    public static Expression Abs(Expression x) => Of(Piecewise.Abs, x);

    /// <summary>−1, 0, 1 or NaN, of the type of x.</summary>
    public static Expression Signum(Expression x) => Of(Piecewise.Signum, x);

    public static Expression CopySign(Expression x, Expression sign) => Of(Piecewise.CopySign, x, sign);

    public static Expression Round(Expression x) => Of(Rounding.Round, x);

    public static Expression IsNaN(Expression x) => Of(Classification.IsNaN, x);

    /// <summary>True, once x has been evaluated: for the exceptions of x, whatever its value.</summary>
    public static Expression Evaluated(Expression x) => Of(Guards.Evaluated, x);

    /// <summary>Whether two arrays have the same extents.</summary>
    public static Expression SameShape(Expression x, Expression y) => Of(Guards.SameShape, x, y);

    public static Expression Equal(Expression x, Expression y) => x.Graph.Equal(x, y);

    public static Expression Equal(Expression x, double y) => x.Graph.Equal(x, x.Like(y));

    public static Expression And(Expression left, Expression right) => left.Graph.And(left, right);

    public static Expression If(Expression condition, Expression whenTrue, Expression whenFalse) => condition.Graph.Select(condition, whenTrue, whenFalse);

    public static Expression If(Expression condition, double whenTrue, Expression whenFalse) => If(condition, whenFalse.Like(whenTrue), whenFalse);

    private static Expression Of(Primitive primitive, params ImmutableArray<Expression> arguments) => arguments[0].Graph.Apply(primitive, arguments);
}
