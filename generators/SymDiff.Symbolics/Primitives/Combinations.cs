using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Products and sums that round otherwise than the operators do, so that they are functions of their own.</summary>
public static class Combinations
{
    public static readonly Primitive FusedMultiplyAdd = MultiplyAdd("FusedMultiplyAdd").InLanes();

    public static readonly Primitive MultiplyAddEstimate = MultiplyAdd("MultiplyAddEstimate").OnTypesOnly().InLanes();

    // a·(1 − t) + b·t, the sum fused with a product
    public static readonly Primitive Lerp = Ternary(
        "Lerp", static (_, _, t, _) => 1 - t, static (_, _, t, _) => t, static (a, b, _, _) => b - a, RealFunctions.Lerp, "lerp({0}, {1}, {2})").OnTypesOnly().InLanes() with
    {
        EvaluateSingle = static args => RealFunctions.LerpSingle(args[0], args[1], args[2]),
    };

    public static readonly Primitive DegreesToRadians = Unary(
        "DegreesToRadians", static (x, _) => x.Like(Math.PI / 180), static x => x * Math.PI / 180, "{0}·π/180", cost: 5).OnTypesOnly().InLanes() with
    {
        Mathematics = new("{0}·π/180", Binding.Multiplicative, Binding.Multiplicative),
    };

    public static readonly Primitive RadiansToDegrees = Unary(
        "RadiansToDegrees", static (x, _) => x.Like(180 / Math.PI), static x => x * 180 / Math.PI, "{0}·180/π", cost: 5).OnTypesOnly().InLanes() with
    {
        Mathematics = new("{0}·180/π", Binding.Multiplicative, Binding.Multiplicative),
    };

    public static readonly ImmutableArray<Primitive> Rows = [FusedMultiplyAdd, MultiplyAddEstimate, Lerp, DegreesToRadians, RadiansToDegrees];

    private static Primitive MultiplyAdd(string name)
        => Ternary(name, static (_, b, _, _) => b, static (a, _, _, _) => a, static (_, _, c, _) => c.Like(1), RealFunctions.FusedMultiplyAdd, "{0}·{1} + {2}") with
        {
            Mathematics = new("{0}·{1} + {2}", Binding.Additive, Binding.Unary),
        };
}
