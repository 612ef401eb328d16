using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>A function under test: a row of the table, or what the graph makes of a function that has no row, and the reference that says what is right.</summary>
/// <param name="Name">The row.</param>
/// <param name="Reference">The function in the tables of references.</param>
/// <param name="Build">The function applied.</param>
internal sealed record Subject(string Name, string Reference, Func<ImmutableArray<Expression>, Expression> Build)
{
    // Where a row isn't the function of the same name.
    private static readonly ImmutableArray<Subject> Special =
    [
        new("Subtract", "Subtract", static args => args[0] - args[1]),
        new("TanhSlope", "SechSquared", static args => Functions.TanhSlope(args[0], args[0].Graph.Apply(Hyperbolics.Tanh, args[0]))),
        new("ConvertToInteger", "ConvertToInteger", static args => args[0].Graph.Apply(Conversions.ConvertToInteger, ScalarType.Int32, args)),
        new("ConvertToIntegerNative", "ConvertToInteger", static args => args[0].Graph.Apply(Conversions.ConvertToIntegerNative, ScalarType.Int32, args)),
        new("SigmoidSlope", "SigmoidSlope", static args => args[0].Graph.Apply(Specials.SigmoidSlope, [args[0], args[0].Graph.Apply(Specials.Sigmoid, args)])),
        new("Log1p", "LogP1", static args => args[0].Graph.Apply(Specials.Log1p, args)),
        new("Expm1", "ExpM1", static args => args[0].Graph.Apply(Specials.Expm1, args)),
        new("ClampPropagating", "Clamp", static args => args[0].Graph.Apply(Piecewise.ClampPropagating, args)),
        new("SinCosPi.SinPi", "SinPi", static args => args[0].Graph.Apply(Trigonometry.SinPiOfPair, args)),
        new("SinCosPi.CosPi", "CosPi", static args => args[0].Graph.Apply(Trigonometry.CosPiOfPair, args)),
    ];

    public static ImmutableArray<Subject> All { get; } =
    [
        .. Special,
        .. PrimitiveTable.All.Where(static row => Special.All(special => special.Name != row.Name))
            .Select(static row => new Subject(row.Name, row.Name, args => args[0].Graph.Apply(row, args))),
    ];

    /// <summary>Whether the table has a derivative for it, by some argument.</summary>
    public bool IsDifferentiable => Name == "Subtract" || PrimitiveTable.ByName(Name).Partial is not null;

    public static Subject ByName(string name) => All.Single(subject => subject.Name == name);
}

/// <summary>A function at a point: its arguments are symbols, the last one a constant if so wanted.</summary>
internal sealed class Sample
{
    private readonly (Symbol, Value)[] _environment;

    public Sample(Subject subject, IReadOnlyList<Argument> point, ScalarType type, bool lastIsConstant)
    {
        var graph = new ExpressionGraph();
        ImmutableArray<Symbol> symbols = [.. point.Select((argument, i) => graph.Parameter($"x{i}", argument.IsInteger ? ScalarType.Int32 : type))];
        _environment = [.. symbols.Zip(point, (symbol, argument)
            => (symbol, argument.IsInteger ? (Value)(int)argument.Number : Symbolics.Evaluation.Value.Of(type, argument.Number)))];
        ImmutableArray<Expression> arguments = [.. symbols];
        if (lastIsConstant)
        {
            Argument last = point[^1];
            arguments = arguments.SetItem(arguments.Length - 1, last.IsInteger ? graph.Int((int)last.Number) : graph.Number(type, last.Number));
        }

        Arguments = [.. arguments.OfType<Symbol>()];
        Expression = subject.Build(arguments);
    }

    /// <summary>The arguments that aren't constant.</summary>
    public ImmutableArray<Symbol> Arguments { get; }

    public Expression Expression { get; }

    public double Value => Evaluate(Expression);

    /// <summary>The value where one argument is another number.</summary>
    public double ValueAt(int argument, double number)
    {
        (Symbol, Value)[] environment = [.. _environment];
        environment[argument] = (environment[argument].Item1, number);
        return Interpreter.Evaluate(Expression, environment).Number;
    }

    /// <summary>The derivative by an argument, as the row states it.</summary>
    public Expression First(int argument)
        => Expression is Apply apply && apply.Arguments.Length > argument && ReferenceEquals(apply.Arguments[argument], Arguments[argument])
            && apply.Arguments.Count(Arguments[argument].Equals) == 1 && apply.Arguments.All(operand => operand is Symbol or Constant)
            ? apply.Primitive.Partial?.Invoke(apply, argument) ?? Arguments[argument].Like(0)
            : ForwardMode.Gradient(Expression, [Arguments[argument]])[0];

    public double Evaluate(Expression expression)
    {
        Assert.Empty(ExpressionChecker.Check(new Function("F", expression.Graph, [.. _environment.Select(pair => pair.Item1)], [new Result("", expression)])));
        return Interpreter.Evaluate(expression, _environment).Number;
    }
}
