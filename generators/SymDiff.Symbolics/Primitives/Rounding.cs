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
    public static readonly Primitive Floor = Step("Floor", Math.Floor, "⌊{0}⌋");

    public static readonly Primitive Ceiling = Step("Ceiling", Math.Ceiling, "⌈{0}⌉");

    public static readonly Primitive Truncate = Step("Truncate", Math.Truncate, "trunc({0})");

    public static readonly Primitive Round = Step("Round", Math.Round, "round({0})");

    public static readonly Primitive RoundMode = RoundRow("RoundMode", "{M}.Round({0}, " + Mode("{1}") + ")", "round({0})", digits: null, mode: 1)
        .Taking(Operand.Real, Operand.Mode);

    public static readonly Primitive RoundDigits = RoundRow("RoundDigits", "{M}.Round({0}, {1})", "round({0}, {1})", digits: 1, mode: null)
        .Taking(Operand.Real, Operand.Integer);

    public static readonly Primitive RoundDigitsMode = RoundRow("RoundDigitsMode", "{M}.Round({0}, {1}, " + Mode("{2}") + ")", "round({0}, {1})", digits: 1, mode: 2)
        .Taking(Operand.Real, Operand.Integer, Operand.Mode);

    public static readonly Primitive Sign = Step("Sign", static x => double.IsNaN(x) ? throw new ArithmeticException("sign of NaN") : Math.Sign(x), "sgn({0})").Taking(Operand.Number) with
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
        "IEEERemainder", static (x, _, _) => x.Like(1), static (x, y, r) => -Round((x - r) / y), static (x, y) => Math.IEEERemainder(x, y), "{0} rem {1}", cost: 20) with
    {
        Methods = ["Math.IEEERemainder", "MathF.IEEERemainder", "Double.Ieee754Remainder", "Single.Ieee754Remainder"],
        Mathematics = new("{0} rem {1}", Binding.Multiplicative, Binding.Unary),
    };

    public static readonly ImmutableArray<Primitive> Rows = [Floor, Ceiling, Truncate, Round, RoundMode, RoundDigits, RoundDigitsMode, Sign, ILogB, IEEERemainder];

    private static Primitive Step(string name, Func<double, double> evaluate, string mathematics) => Unary(name, null, evaluate, mathematics, cost: 1) with
    {
        CutsDerivative = static step => step.Arguments[0].Scalar.IsFloating(),
    };

    private static Primitive RoundRow(string name, string csharp, string mathematics, int? digits, int? mode)
    {
        double Evaluate(double[] args, int most) => RealFunctions.Round(args[0], digits is { } d ? (int)args[d] : 0, mode is { } m ? (int)args[m] : 0, most);
        return Step(name, Math.Round, mathematics) with
        {
            Evaluate = args => Evaluate(args, MostDigits(ScalarType.Double)),
            EvaluateSingle = args => Evaluate(args, MostDigits(ScalarType.Single)),
            Methods = ["Math.Round", "MathF.Round", "Double.Round", "Single.Round"],
            CSharp = Notation.Closed(csharp),
            MayThrow = round => !(IsWithin(round, digits, MostDigits(round.Scalar)) && IsWithin(round, mode, LastMode)),
            Requirement = round => round.Graph.And(Within(round, digits, MostDigits(round.Scalar)), Within(round, mode, LastMode)),
        };
    }

    private const int LastMode = 4; // MidpointRounding.ToPositiveInfinity

    private static int MostDigits(ScalarType type) => type == ScalarType.Single ? 6 : 15;

    private static bool IsWithin(Apply round, int? argument, int most) => argument is not { } k || round.Arguments[k] is Constant { Number: >= 0 } constant && constant.Number <= most;

    private static Expression Within(Apply round, int? argument, int most) => argument is not { } k
        ? round.Graph.True
        : round.Graph.And(round.Arguments[k] >= 0, round.Arguments[k] <= most);

    private static string Mode(string argument) => $"(global::System.MidpointRounding)({argument})";
}
