using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Functions with kinks. At a kink the slope is PyTorch's choice.</summary>
public static class Piecewise
{
    public static readonly Primitive Abs = Unary("Abs", static (x, _) => Signum(x), Math.Abs, "|{0}|", cost: 1).Exact().InLanes().Taking(Operand.Number) with
    {
        EvaluateInteger = static (args, type) => !type.IsSigned() || args[0] >= 0 ? args[0]
            : args[0] == Integers.MinValue(type) ? throw new OverflowException() : -args[0],
        MayThrow = static abs => abs.Scalar.IsInteger() && abs.Scalar.IsSigned(),
        Requirement = static abs => abs.Graph.NotEqual(abs.Arguments[0], Integers.Minimum(abs.Graph, abs.Scalar)),
    };

    /// <summary>The slope of |x|: −1, 0 at 0, 1; NaN for NaN, where <c>Math.Sign</c> throws.</summary>
    public static readonly Primitive Signum = Unary(
        "Signum", null, static x => x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : double.NaN, "sgn({0})", cost: 1).Exact().InLanesTo("Slopes.Abs") with
    {
        IsExactInLanes = true,
        CSharp = Notation.Closed("global::SymDiff.Numerics.Slopes.Abs({0})"),
        Methods = [],
    };

    public static readonly Primitive Max = Binary(
        "Max", static (a, b, _) => SlopeOfMax(a, b), static (a, b, _) => SlopeOfMax(b, a), RealFunctions.Max, "max({0}, {1})", cost: 2).Exact().InLanes()
        .OnIntegers(static (a, b) => a < b ? b : a, static (a, b) => (ulong)a < (ulong)b ? b : a);

    public static readonly Primitive Min = Binary(
        "Min", static (a, b, _) => SlopeOfMin(a, b), static (a, b, _) => SlopeOfMin(b, a), RealFunctions.Min, "min({0}, {1})", cost: 2).Exact().InLanes()
        .OnIntegers(static (a, b) => b < a ? b : a, static (a, b) => (ulong)b < (ulong)a ? b : a);

    // What the machine's instruction does; which operand it takes for NaN and for zeros of both signs differs.
    public static readonly Primitive MaxNative = Choice("MaxNative", RealFunctions.MaxNative, "max({0}, {1})");

    public static readonly Primitive MinNative = Choice("MinNative", RealFunctions.MinNative, "min({0}, {1})");

    // A NaN counts as missing.
    public static readonly Primitive MaxNumber = Choice("MaxNumber", RealFunctions.MaxNumber, "max({0}, {1})");

    public static readonly Primitive MinNumber = Choice("MinNumber", RealFunctions.MinNumber, "min({0}, {1})");

    public static readonly Primitive MaxMagnitude = Choice("MaxMagnitude", RealFunctions.MaxMagnitude, "max by |·|({0}, {1})").OnMath();

    public static readonly Primitive MinMagnitude = Choice("MinMagnitude", RealFunctions.MinMagnitude, "min by |·|({0}, {1})").OnMath();

    public static readonly Primitive MaxMagnitudeNumber = Choice("MaxMagnitudeNumber", RealFunctions.MaxMagnitudeNumber, "max by |·|({0}, {1})");

    public static readonly Primitive MinMagnitudeNumber = Choice("MinMagnitudeNumber", RealFunctions.MinMagnitudeNumber, "min by |·|({0}, {1})");

    public static readonly Primitive Clamp = ClampRow("Clamp").Taking(Operand.Number, Operand.Number, Operand.Number) with
    {
        Methods = ["Math.Clamp"],
        CSharp = Notation.Closed("global::System.Math.Clamp({0}, {1}, {2})"),
        Lanes = Notation.Closed("{V}.ConditionalSelect({V}.LessThan({0}, {1}), {1}, {V}.ConditionalSelect({V}.GreaterThan({0}, {2}), {2}, {0}))"),
        IsExactInLanes = true,
        EvaluateInteger = static (args, type) => Integers.Less(type, args[2], args[1]) ? throw new ArgumentException("min > max")
            : Integers.Less(type, args[0], args[1]) ? args[1] : Integers.Less(type, args[2], args[0]) ? args[2] : args[0],
    };

    // That of double and float: min(max(x, lo), hi), so that a NaN bound isn't overlooked, and −0 is below +0.
    public static readonly Primitive ClampPropagating = ClampRow("Clamp").OnTypesOnly() with
    {
        Name = "ClampPropagating",
        Lanes = Notation.Closed("{V}.Min({V}.Max({0}, {1}), {2})"),
        IsExactInLanes = true,
        Evaluate = static args => args[1] > args[2] ? throw new ArgumentException("min > max") : RealFunctions.Min(RealFunctions.Max(args[0], args[1]), args[2]),
    };

    public static readonly Primitive ClampNative = ClampRow("ClampNative").OnTypesOnly().InLanes() with
    {
        Evaluate = static args => args[1] > args[2] ? throw new ArgumentException("min > max")
            : RealFunctions.MinNative(RealFunctions.MaxNative(args[0], args[1]), args[2]),
    };

    // The sign turns the slope too; at 0 there is a kink, as |x| has one. PyTorch has it so.
    public static readonly Primitive CopySign = Binary(
        "CopySign", static (x, sign, _) => Signum(x) * CopySign(x.Like(1), sign), null, RealFunctions.CopySign, "|{0}|·sgn({1})", cost: 2).Exact().InLanes() with
    {
        Mathematics = new("|{0}|·sgn({1})", Binding.Multiplicative, Binding.Any),
    };

    public static readonly ImmutableArray<Primitive> Rows =
    [
        Abs, Signum, Max, Min, MaxNative, MinNative, MaxNumber, MinNumber, MaxMagnitude, MinMagnitude, MaxMagnitudeNumber, MinMagnitudeNumber,
        Clamp, ClampPropagating, ClampNative, CopySign,
    ];

    // The zero comes first, since it decides whether there is a contribution at all. Half at a tie, so that max(x, x) has slope 1; nothing with a
    // literal zero, so that max(x, 0) is ReLU; NaN beside NaN.
    private static Expression SlopeOfMax(Expression a, Expression b)
        => b is Constant { IsZero: true } ? If(a <= b, 0, If(a > b, 1, a.Like(double.NaN))) : If(a < b, 0, If(a > b, 1, If(Equal(a, b), 0.5, a.Like(double.NaN))));

    private static Expression SlopeOfMin(Expression a, Expression b)
        => b is Constant { IsZero: true } ? If(a >= b, 0, If(a < b, 1, a.Like(double.NaN))) : If(a > b, 0, If(a < b, 1, If(Equal(a, b), 0.5, a.Like(double.NaN))));

    // The operand that the value is has slope 1, whatever the rule of choice.
    private static Primitive Choice(string name, Func<double, double, double> evaluate, string mathematics)
        => Binary(name, static (a, b, y) => Chosen(a, b, y), static (a, b, y) => Chosen(b, a, y), evaluate, mathematics, cost: 2).OnTypesOnly().InLanes();

    private static Expression Chosen(Expression a, Expression b, Expression y)
        => If(Equal(a, b), 0.5, If(Equal(y, a), 1, If(Equal(y, b), 0, a.Like(double.NaN))));

    private static Primitive OnMath(this Primitive row) => row with
    {
        Methods = row.Methods.AddRange($"Math.{row.Name}", $"MathF.{row.Name}"),
        CSharp = row.CSharp with { Text = row.CSharp.Text.Replace("{A}", "{M}") },
    };

    private static Primitive OnIntegers(this Primitive row, Func<long, long, long> signed, Func<long, long, long> unsigned)
        => row.Taking(Operand.Number, Operand.Number) with
    {
        EvaluateInteger = (args, type) => (type == ScalarType.UInt64 ? unsigned : signed)(args[0], args[1]),
    };

    // As .NET does it: value < min ? min : value > max ? max : value.
    private static Primitive ClampRow(string name) => Ternary(
        name,
        static (x, min, max, _) => If(x < min, 0, If(x > max, 0, x.Like(1))),
        static (x, min, _, _) => If(x < min, 1, x.Like(0)),
        static (x, min, max, _) => If(x < min, 0, If(x > max, 1, x.Like(0))),
        static (x, min, max) => min > max ? throw new ArgumentException("min > max") : x < min ? min : x > max ? max : x,
        "clamp({0}, {1}, {2})") with
    {
        MayThrow = static clamp => !(clamp.Arguments is [_, Constant { Number: var min }, Constant { Number: var max }] && !(min > max)),
        Requirement = static clamp => clamp.Graph.Not(clamp.Arguments[1] > clamp.Arguments[2]),
    };
}
