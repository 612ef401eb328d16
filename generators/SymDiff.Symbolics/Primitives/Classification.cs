using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Questions about a floating-point number, answered with a truth value.</summary>
public static class Classification
{
    public static readonly Primitive IsNaN = Test("IsNaN", double.IsNaN).InLanes();

    public static readonly ImmutableArray<Primitive> Rows =
    [
        IsNaN,
        Test("IsRealNumber", static x => !double.IsNaN(x)),
        Test("IsFinite", static x => !double.IsNaN(x) && !double.IsInfinity(x)).InLanes(),
        Test("IsInfinity", double.IsInfinity).InLanes(),
        Test("IsPositiveInfinity", double.IsPositiveInfinity).InLanes(),
        Test("IsNegativeInfinity", double.IsNegativeInfinity).InLanes(),
        Test("IsNegative", static x => BitConverter.DoubleToInt64Bits(x) < 0).InLanes(),
        Test("IsPositive", static x => BitConverter.DoubleToInt64Bits(x) >= 0).InLanes(),
        Test("IsInteger", static x => IsInteger(x)).InLanes(),
        Test("IsEvenInteger", static x => IsInteger(x) && x % 2 == 0).InLanes(),
        Test("IsOddInteger", static x => IsInteger(x) && x % 2 != 0).InLanes(),
        Test("IsNormal", static x => IsNormal(x, SmallestNormalDouble), static x => IsNormal(x, SmallestNormalSingle)).InLanes(),
        Test("IsSubnormal", static x => IsSubnormal(x, SmallestNormalDouble), static x => IsSubnormal(x, SmallestNormalSingle)).InLanes(),
        Test("IsPow2", IsPow2),
    ];

    private const double SmallestNormalDouble = 2.2250738585072014e-308;
    private const double SmallestNormalSingle = 1.17549435082228750797e-38;
    private const long Significand = (1L << 52) - 1;

    private static Primitive Test(string name, Func<double, bool> evaluate, Func<double, bool>? single = null) => Unary(
        name, null, x => evaluate(x) ? 1 : 0, $"{name}({{0}})", cost: 1).OnTypesOnly() with
    {
        Fold = (graph, _, args) => args is [Constant { Scalar: ScalarType.Double } number] ? graph.Boolean(evaluate(number.Number)) : null,
        ResultType = static _ => ScalarType.Boolean,
        EvaluateSingle = single is null ? null : args => single(args[0]) ? 1 : 0,
    };

    private static bool IsInteger(double x) => Math.Truncate(x) == x && !double.IsInfinity(x);

    private static bool IsNormal(double x, double smallest) => Math.Abs(x) >= smallest && !double.IsInfinity(x);

    private static bool IsSubnormal(double x, double smallest) => x != 0 && Math.Abs(x) < smallest;

    // One bit is set beside those of the exponent, which a subnormal number hasn't got.
    private static bool IsPow2(double x)
    {
        long significand = BitConverter.DoubleToInt64Bits(x) & Significand;
        return x > 0 && !double.IsInfinity(x) && (x >= SmallestNormalDouble ? significand == 0 : (significand & (significand - 1)) == 0);
    }
}
