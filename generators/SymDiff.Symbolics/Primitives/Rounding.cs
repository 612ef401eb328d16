using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;
using static SymDiff.Symbolics.Primitives.Row;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Steps: functions that are constant between jumps, and the remainders, which have a slope between theirs.</summary>
public static class Rounding
{
    public static readonly Primitive Floor = Step("Floor", Math.Floor, "⌊{0}⌋").Exact().InLanes();

    public static readonly Primitive Ceiling = Step("Ceiling", Math.Ceiling, "⌈{0}⌉").Exact().InLanes();

    public static readonly Primitive Truncate = Step("Truncate", Math.Truncate, "trunc({0})").Exact().InLanes();

    public static readonly Primitive Round = Step("Round", Math.Round, "round({0})").Exact().InLanes();

    public static readonly Primitive RoundMode = Step("RoundMode", Math.Round, "round({0})").Named("Round").Taking(Operand.Real, Operand.Mode) with
    {
        Evaluate = static args => RealFunctions.Round(args[0], (int)args[1]),
        CSharp = Notation.Closed("{M}.Round({0}, (global::System.MidpointRounding)({1}))"),
        MayThrow = static round => !IsWithin(round.Arguments[1], LastMode),
        Requirement = static round => Within(round.Arguments[1], LastMode),
    };

    public static readonly Primitive RoundDigits = Step("RoundDigits", Math.Round, "round({0}, {1})").Named("Round").Taking(Operand.Real, Operand.Integer) with
    {
        Evaluate = static args => RealFunctions.Round(args[0], (int)args[1], mode: 0),
        EvaluateSingle = static args => RealFunctions.RoundSingle(args[0], (int)args[1], mode: 0),
        CSharp = Notation.Closed("{M}.Round({0}, {1})"),
        MayThrow = static round => !IsWithin(round.Arguments[1], MostDigits(round)),
        Requirement = static round => Within(round.Arguments[1], MostDigits(round)),
    };

    // Numbers so large that they have no digits to round are returned before the mode is looked at.
    public static readonly Primitive RoundDigitsMode = Step(
        "RoundDigitsMode", Math.Round, "round({0}, {1})").Named("Round").Taking(Operand.Real, Operand.Integer, Operand.Mode) with
    {
        Evaluate = static args => RealFunctions.Round(args[0], (int)args[1], (int)args[2]),
        EvaluateSingle = static args => RealFunctions.RoundSingle(args[0], (int)args[1], (int)args[2]),
        CSharp = Notation.Closed("{M}.Round({0}, {1}, (global::System.MidpointRounding)({2}))"),
        MayThrow = static round => !(IsWithin(round.Arguments[1], MostDigits(round)) && IsWithin(round.Arguments[2], LastMode)),
        Requirement = static round => round.Graph.And(
            Within(round.Arguments[1], MostDigits(round)),
            round.Graph.Or(Within(round.Arguments[2], LastMode), round.Graph.Not(Abs(round.Arguments[0]) < (round.Scalar == ScalarType.Single ? 1e8 : 1e16)))),
    };

    public static readonly Primitive Sign = Step(
        "Sign", static x => double.IsNaN(x) ? throw new ArithmeticException("sign of NaN") : Math.Sign(x), "sgn({0})").Taking(Operand.Number) with
    {
        ResultType = static _ => ScalarType.Int32,
        EvaluateInteger = static (args, type) => Integers.Less(type, args[0], 0) ? -1 : args[0] == 0 ? 0 : 1,
        MayThrow = static sign => sign.Arguments[0].Scalar.IsFloating(),
        Requirement = static sign => sign.Graph.Not(IsNaN(sign.Arguments[0])),
    };

    public static readonly Primitive ILogB = Step("ILogB", static x => RealFunctions.ILogB(x), "ilogb({0})") with { ResultType = static _ => ScalarType.Int32 };

    // x − y·n with the integer n nearest to x/y. Away from the jumps n is constant: ∂/∂x = 1 and ∂/∂y = −n. The quotient is taken of what is
    // exactly n·y: x/y itself may round to a neighbour of n.
    public static readonly Primitive IEEERemainder = Binary(
        "IEEERemainder",
        static (x, _, _) => x.Like(1),
        static (x, y, r) => -Round((x - r) / y),
        static (x, y) => Math.IEEERemainder(x, y),
        "{0} rem {1}",
        cost: 20) with
    {
        Methods = ["Math.IEEERemainder", "MathF.IEEERemainder", "Double.Ieee754Remainder", "Single.Ieee754Remainder"],
        Mathematics = new("{0} rem {1}", Binding.Multiplicative, Binding.Unary),
    };

    public static readonly ImmutableArray<Primitive> Rows = [Floor, Ceiling, Truncate, Round, RoundMode, RoundDigits, RoundDigitsMode, Sign, ILogB, IEEERemainder];

    private static Primitive Step(string name, Func<double, double> evaluate, string mathematics) => Unary(name, null, evaluate, mathematics, cost: 1) with
    {
        CutsDerivative = static step => step.Arguments[0].Scalar.IsFloating(),
    };

    private const int LastMode = 4; // MidpointRounding.ToPositiveInfinity

    private static int MostDigits(Apply round) => round.Scalar == ScalarType.Single ? 6 : 15;

    private static bool IsWithin(Expression number, int most) => number is Constant { Number: >= 0 } constant && constant.Number <= most;

    private static Expression Within(Expression number, int most) => number.Graph.And(number >= 0, number <= most);
}
