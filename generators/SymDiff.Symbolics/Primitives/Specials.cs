using System;
using System.Collections.Immutable;
using SymDiff.Numerics;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The functions of <c>SymDiff.Numerics.SpecialFunctions</c>, which .NET doesn't have, or not as exact near 0. Their sources are one with those that run.</summary>
public static class Specials
{
    public static readonly Primitive Sigmoid = Special("Sigmoid", static (x, y) => x.Graph.Apply(SigmoidSlope!, [x, y]), Logistics.Sigmoid, "σ({0})", cost: 14).InLanesTo("Lanes.Sigmoid");

    // σ″(x) = −σ′(x)·tanh(x/2), which doesn't cancel at 0. As with that of tanh, the dependence on y is counted in the derivative by x.
    public static readonly Primitive SigmoidSlope = Binary(
        "SigmoidSlope", static (x, _, slope) => -slope * x.Graph.Apply(Hyperbolics.Tanh, [x / 2]), null, Logistics.SigmoidSlope, "σ′({0})", cost: 4) with
    {
        CSharp = Notation.Closed("global::SymDiff.Numerics.Slopes.Sigmoid({0}, {1})"),
        Lanes = Notation.Closed("global::SymDiff.Numerics.Slopes.Sigmoid({0}, {1})"),
        Methods = [],
    };

    public static readonly Primitive Softplus = Special("Softplus", static (x, _) => Of(Sigmoid, x), Logistics.Softplus, "softplus({0})", cost: 24).InLanesTo("Lanes.Softplus");

    public static readonly Primitive Log1p = Special("Log1p", static (x, _) => 1 / (1 + x), Logistics.LogP1, "log1p({0})", cost: 12).Called("LogP1").InLanesTo("Lanes.LogP1");

    public static readonly Primitive Expm1 = Special("Expm1", static (x, _) => Exp(x), Logistics.ExpM1, "expm1({0})", cost: 18).Called("ExpM1").InLanesTo("Lanes.ExpM1");

    public static readonly Primitive Erf = Special("Erf", static (x, _) => TwoByRootPi * Exp(-(x * x)), ErrorFunction.Of, "erf({0})", cost: 20).InLanesTo("Lanes.Erf");

    public static readonly Primitive Erfc = Special("Erfc", static (x, _) => -TwoByRootPi * Exp(-(x * x)), ErrorFunction.Complement, "erfc({0})", cost: 20).InLanesTo("Lanes.Erfc");

    /// <summary>The value, and a constant to every derivative.</summary>
    public static readonly Primitive Stop = new()
    {
        Name = "Stop",
        Takes = [Operand.Number],
        Evaluate = static args => args[0],
        EvaluateInteger = static (args, _) => args[0],
        Fold = static (_, _, args) => args[0] is Constant ? args[0] : null,
        CSharp = new("{0}", Binding.Primary, Binding.Primary),
        Lanes = new("{0}", Binding.Primary, Binding.Primary),
        IsExactInLanes = true,
        Mathematics = new("{0}", Binding.Primary, Binding.Primary),
    };

    private const double TwoByRootPi = 1.1283791670955126;

    public static readonly ImmutableArray<Primitive> Rows = [Sigmoid, SigmoidSlope, Softplus, Log1p, Expm1, Erf, Erfc, Stop];

    private static Primitive Special(string name, UnarySlope slope, Func<double, double> evaluate, string mathematics, int cost)
        => Unary(name, slope, evaluate, mathematics, cost).Called(name);

    private static Primitive Called(this Primitive row, string method) => row with
    {
        Methods = [$"SpecialFunctions.{method}"],
        CSharp = Notation.Closed($"global::SymDiff.Numerics.SpecialFunctions.{method}({{0}})"),
    };

    private static Expression Of(Primitive primitive, Expression x) => x.Graph.Apply(primitive, [x]);
}
