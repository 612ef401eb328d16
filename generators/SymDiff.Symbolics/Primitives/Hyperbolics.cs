using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using static SymDiff.Symbolics.Primitives.Functions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Hyperbolic functions and their inverses.</summary>
public static class Hyperbolics
{
    public static readonly Primitive Sinh = Unary("Sinh", static (x, _) => Cosh(x), Math.Sinh, "sinh({0})", cost: 16).InLanesTo("Lanes.Sinh");

    public static readonly Primitive Cosh = Unary("Cosh", static (x, _) => Sinh(x), Math.Cosh, "cosh({0})", cost: 16).InLanesTo("Lanes.Cosh");

    public static readonly Primitive Tanh = Unary("Tanh", static (x, y) => TanhSlope(x, y), Math.Tanh, "tanh({0})", cost: 16).InLanesTo("Lanes.Tanh");

    /// <summary>
    /// sech²(x) with y = tanh(x) at hand: 1 − y² while that is accurate, else by an exponential (at 20 it is 1.7e-17, but 1 − y² is 0).
    /// The dependence of y on x is counted in the derivative by x, so that by y there is none.
    /// </summary>
    public static readonly Primitive TanhSlope = Binary(
        "TanhSlope", static (_, y, slope) => -2 * y * slope, null, RealFunctions.TanhSlope, "sech²({0})", cost: 6).InLanesTo("Slopes.Tanh") with
    {
        CSharp = Notation.Closed("global::SymDiff.Numerics.Slopes.Tanh({0}, {1})"),
        Methods = [],
    };

    // cosh(arsinh x) = √(1 + x²); the square would overflow.
    public static readonly Primitive Asinh = Unary("Asinh", static (x, _) => 1 / Hypot(x.Like(1), x), RealFunctions.Asinh, "arsinh({0})", cost: 16).InLanesTo("Lanes.Asinh");

    public static readonly Primitive Acosh = Unary(
        "Acosh", static (x, _) => 1 / (Sqrt(x - 1) * Sqrt(x + 1)), RealFunctions.Acosh, "arcosh({0})", cost: 16).Steep().InLanesTo("Lanes.Acosh");

    public static readonly Primitive Atanh = Unary("Atanh", static (x, _) => 1 / OneMinusSquare(x), RealFunctions.Atanh, "artanh({0})", cost: 16).InLanesTo("Lanes.Atanh");

    public static readonly ImmutableArray<Primitive> Rows = [Sinh, Cosh, Tanh, TanhSlope, Asinh, Acosh, Atanh];
}
