using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using static SymDiff.Symbolics.Primitives.Functions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Exponentials and logarithms. A slope is written so that it is accurate wherever the function is.</summary>
public static class Exponentials
{
    private const double Ln2 = 0.69314718055994531;
    private const double Ln10 = 2.3025850929940457;

    public static readonly Primitive Exp = Unary("Exp", static (_, y) => y, Math.Exp, "exp({0})").InLanesTo("Lanes.Exp");

    public static readonly Primitive Exp2 = Unary("Exp2", static (_, y) => Ln2 * y, RealFunctions.Exp2, "exp₂({0})").OnTypesOnly().InLanesTo("Lanes.Exp2");

    public static readonly Primitive Exp10 = Unary("Exp10", static (_, y) => Ln10 * y, RealFunctions.Exp10, "exp₁₀({0})").OnTypesOnly().InLanesTo("Lanes.Exp10");

    // Not y + 1: far below zero that cancels.
    public static readonly Primitive ExpM1 = Unary("ExpM1", static (x, _) => Exp(x), RealFunctions.ExpM1, "expm1({0})").OnTypesOnly().InLanesTo("Lanes.ExpM1");

    public static readonly Primitive Exp2M1 = Unary("Exp2M1", static (x, _) => Ln2 * Exp2(x), RealFunctions.Exp2M1, "exp2m1({0})").OnTypesOnly();

    public static readonly Primitive Exp10M1 = Unary("Exp10M1", static (x, _) => Ln10 * Exp10(x), RealFunctions.Exp10M1, "exp10m1({0})").OnTypesOnly();

    public static readonly Primitive Log = Unary("Log", static (x, _) => 1 / x, Math.Log, "ln({0})").InLanesTo("Lanes.Log");

    public static readonly Primitive Log2 = Unary("Log2", static (x, _) => 1 / Ln2 / x, RealFunctions.Log2, "log₂({0})").InLanesTo("Lanes.Log2");

    public static readonly Primitive Log10 = Unary("Log10", static (x, _) => 1 / Ln10 / x, Math.Log10, "log₁₀({0})").InLanesTo("Lanes.Log10");

    public static readonly Primitive LogP1 = Unary("LogP1", static (x, _) => 1 / (1 + x), RealFunctions.LogP1, "log1p({0})").OnTypesOnly().InLanesTo("Lanes.LogP1");

    public static readonly Primitive Log2P1 = Unary(
        "Log2P1", static (x, _) => 1 / Ln2 / (1 + x), static x => RealFunctions.LogP1(x) / Ln2, "log2p1({0})").OnTypesOnly();

    public static readonly Primitive Log10P1 = Unary(
        "Log10P1", static (x, _) => 1 / Ln10 / (1 + x), static x => RealFunctions.LogP1(x) / Ln10, "log10p1({0})").OnTypesOnly();

    // log_b x = ln x / ln b, by the quotient rule.
    public static readonly Primitive LogBase = Binary(
        "LogBase", static (x, b, _) => 1 / x / Log(b), static (_, b, y) => -(y / (b * Log(b))), RealFunctions.LogBase, "log({0}, base {1})", cost: 20).Named("Log");

    public static readonly ImmutableArray<Primitive> Rows = [Exp, Exp2, Exp10, ExpM1, Exp2M1, Exp10M1, Log, Log2, Log10, LogP1, Log2P1, Log10P1, LogBase];
}
