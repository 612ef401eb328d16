using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using static SymDiff.Symbolics.Primitives.Functions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Trigonometric functions and their inverses, of radians and of half turns (<c>…Pi</c>).</summary>
public static class Trigonometry
{
    public static readonly Primitive Sin = Unary("Sin", static (x, _) => Cos(x), Math.Sin, "sin({0})").InLanesTo("Lanes.Sin");

    public static readonly Primitive Cos = Unary("Cos", static (x, _) => -Sin(x), Math.Cos, "cos({0})").InLanesTo("Lanes.Cos");

    public static readonly Primitive Tan = Unary("Tan", static (_, y) => 1 + (y * y), Math.Tan, "tan({0})").InLanesTo("Lanes.Tan");

    // sin(πx) and cos(πx) are exact at every quarter, so their slopes are too.
    public static readonly Primitive SinPi = Unary("SinPi", static (x, _) => Math.PI * CosPi(x), RealFunctions.SinPi, "sin(π·{0})").WithFactor().OnTypesOnly();

    public static readonly Primitive CosPi = Unary("CosPi", static (x, _) => -Math.PI * SinPi(x), RealFunctions.CosPi, "cos(π·{0})").WithFactor().OnTypesOnly();

    public static readonly Primitive TanPi = Unary(
        "TanPi", static (_, y) => Math.PI * (1 + (y * y)), RealFunctions.TanPi, "tan(π·{0})").WithFactor().OnTypesOnly();

    // What double.SinCosPi yields isn't always what SinPi and CosPi yield, bit for bit.
    public static readonly Primitive SinPiOfPair = SinPi with { Name = "SinCosPi.SinPi", Methods = [], CSharp = Notation.Closed("{A}.SinCosPi({0}).SinPi") };

    public static readonly Primitive CosPiOfPair = CosPi with { Name = "SinCosPi.CosPi", Methods = [], CSharp = Notation.Closed("{A}.SinCosPi({0}).CosPi") };

    public static readonly Primitive Asin = Unary("Asin", static (x, _) => 1 / Sqrt(OneMinusSquare(x)), Math.Asin, "arcsin({0})").Steep().InLanesTo("Lanes.Asin");

    public static readonly Primitive Acos = Unary("Acos", static (x, _) => -(1 / Sqrt(OneMinusSquare(x))), Math.Acos, "arccos({0})").Steep().InLanesTo("Lanes.Acos");

    public static readonly Primitive Atan = Unary("Atan", static (x, _) => 1 / (1 + (x * x)), Math.Atan, "arctan({0})").InLanesTo("Lanes.Atan");

    public static readonly Primitive AsinPi = Unary(
        "AsinPi", static (x, _) => 1 / Math.PI / Sqrt(OneMinusSquare(x)), static x => Math.Asin(x) / Math.PI, "arcsin({0})/π").AsQuotient().Steep().OnTypesOnly();

    public static readonly Primitive AcosPi = Unary(
        "AcosPi", static (x, _) => -1 / Math.PI / Sqrt(OneMinusSquare(x)), static x => Math.Acos(x) / Math.PI, "arccos({0})/π").AsQuotient().Steep().OnTypesOnly();

    public static readonly Primitive AtanPi = Unary(
        "AtanPi", static (x, _) => 1 / Math.PI / (1 + (x * x)), static x => Math.Atan(x) / Math.PI, "arctan({0})/π").AsQuotient().OnTypesOnly();

    // x/(x² + y²) with h = √(x² + y²): the squares would overflow and underflow. At the origin there is no slope: 0/0.
    public static readonly Primitive Atan2 = Binary(
        "Atan2", static (y, x, _) => x / Hypot(y, x) / Hypot(y, x), static (y, x, _) => -(y / Hypot(y, x) / Hypot(y, x)), Math.Atan2, "atan2({0}, {1})", cost: 20).InLanesTo("Lanes.Atan2");

    public static readonly Primitive Atan2Pi = Binary(
        "Atan2Pi",
        static (y, x, _) => 1 / Math.PI * (x / Hypot(y, x) / Hypot(y, x)),
        static (y, x, _) => -1 / Math.PI * (y / Hypot(y, x) / Hypot(y, x)),
        static (y, x) => Math.Atan2(y, x) / Math.PI,
        "atan2({0}, {1})/π",
        cost: 20).AsQuotient().OnTypesOnly();

    public static readonly ImmutableArray<Primitive> Rows =
        [Sin, Cos, Tan, SinPi, CosPi, TanPi, SinPiOfPair, CosPiOfPair, Asin, Acos, Atan, AsinPi, AcosPi, AtanPi, Atan2, Atan2Pi];

    private static Primitive AsQuotient(this Primitive row) => row with { Mathematics = row.Mathematics with { Binding = Binding.Multiplicative } };

    private static Primitive WithFactor(this Primitive row) => row with { Mathematics = row.Mathematics with { ArgumentBinding = Binding.Unary } };
}
