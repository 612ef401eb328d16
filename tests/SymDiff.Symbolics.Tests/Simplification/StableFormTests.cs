using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Mathematics;
using SymDiff.Symbolics.Simplification;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>Gradients that plain chain rule makes NaN or 0 of, because the exponential in them overflows.</summary>
public class StableFormTests
{
    [Theory]
    [InlineData(1000, 1)]
    [InlineData(0, 0.5)]
    [InlineData(-40, 4.248354255291589e-18)]
    [InlineData(-1000, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NaN, double.NaN)]
    public void Softplus(double at, double slope) => Check(slope, Slope(x => Log(1 + Exp(x)), at));

    [Theory]
    [InlineData(100, 1)]
    [InlineData(-40, 4.248354255291589e-18)]
    [InlineData(-200, 0)]
    public void Softplus_in_float(double at, double slope) => Check((float)slope, Slope(x => Log(1 + Exp(x)), at, ScalarType.Single), 1e-6);

    [Theory]
    [InlineData(-800, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(0, 0.25)]
    [InlineData(40, 4.248354255291589e-18)]
    [InlineData(-40, 4.248354255291589e-18)]
    [InlineData(800, 0)]
    public void Logistic(double at, double slope) => Check(slope, Slope(x => 1 / (1 + Exp(-x)), at));

    [Theory]
    [InlineData(-800, 0)]
    [InlineData(0, 0.75)]
    [InlineData(40, 1.2745062765874767e-17)]
    public void Scaled_logistic(double at, double slope) => Check(slope, Slope(x => 3 / (1 + Exp(-x)), at));

    [Theory]
    [InlineData(1000, 1000, 0.5, 0.5)]
    [InlineData(-1000, -1000, 0.5, 0.5)]
    [InlineData(1, 1, 0.5, 0.5)]
    [InlineData(1000, 998, 0.88079707797788243, 0.11920292202211755)]
    [InlineData(-2000, 1000, 0, 1)]
    [InlineData(0, -40, 1, 4.248354255291589e-18)]
    public void Logarithm_of_two_exponentials(double a, double b, double slopeOfA, double slopeOfB)
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", ScalarType.Double);
        Symbol y = graph.Parameter("y", ScalarType.Double);
        Expression value = Log(Exp(x) + Exp(y));

        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(value, [x, y]), [value]);

        Check(slopeOfA, Interpreter.Evaluate(gradient[0], (x, a), (y, b)).Number);
        Check(slopeOfB, Interpreter.Evaluate(gradient[1], (x, a), (y, b)).Number);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    [InlineData(-1000)]
    public void Logarithm_of_many_exponentials_and_a_factor(double at)
    {
        var graph = new ExpressionGraph();
        ImmutableArray<Symbol> inputs = [.. Enumerable.Range(0, 5).Select(k => graph.Parameter($"x{k}", ScalarType.Double))];
        Expression value = 3 * Log(inputs.Select(static input => Exp(input)).Aggregate(static (left, right) => left + right));

        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(value, inputs), [value]);

        Assert.All(gradient, slope => Check(0.6, Interpreter.Evaluate(slope, [.. inputs.Select(input => (input, (Value)at))]).Number));
    }

    [Fact]
    public void Formulas_know_no_largest_number()
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", ScalarType.Double);
        Symbol y = graph.Parameter("y", ScalarType.Double);
        string Formula(Expression value)
        {
            var function = new Function("F", graph, [x, y], [new Result("F", value)]);
            return FormulaPrinter.Print(function, [(FormulaPrinter.Derivative(function, x), Simplifier.Simplify(ReverseMode.Gradient(value, [x]), [value])[0])])[0];
        }

        Assert.Equal("∂F/∂x = exp(x)/(1 + exp(x))", Formula(Log(1 + Exp(x))));
        Assert.Equal("∂F/∂x = exp(x)/(exp(x) + exp(y))", Formula(Log(Exp(x) + Exp(y))));
    }

    [Fact]
    public void Softmax_of_a_far_point()
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", ScalarType.Double);
        Symbol y = graph.Parameter("y", ScalarType.Double);
        Expression value = Exp(x) / (Exp(x) + Exp(y));

        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(value, [x, y]), [value]);

        Assert.All(gradient, slope => Check(0, Interpreter.Evaluate(slope, (x, 0.0), (y, 1000.0)).Number));
        Check(0.25, Interpreter.Evaluate(gradient[0], (x, 3.0), (y, 3.0)).Number);
        Check(-0.25, Interpreter.Evaluate(gradient[1], (x, 3.0), (y, 3.0)).Number);
    }

    [Fact]
    public void Logistic_regression_keeps_its_gradient_at_far_points()
        => Check(-3.0, Slope(w => Log(1 + Exp(-(w * w.Like(3)))), -1000));

    private static double Slope(Func<Expression, Expression> function, double at, ScalarType type = ScalarType.Double)
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", type);
        Expression value = function(x);
        Expression slope = Simplifier.Simplify(ReverseMode.Gradient(value, [x]), [value])[0];
        return Interpreter.Evaluate(slope, (x, Value.Of(type, at))).Number;
    }

    private static void Check(double expected, double actual, double tolerance = 1e-14)
        => Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Abs(expected), $"{actual:R} instead of {expected:R}");
}
