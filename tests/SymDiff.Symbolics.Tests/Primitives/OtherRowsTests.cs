using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>The rows that .NET has no function for.</summary>
public class OtherRowsTests
{
    public static ImmutableArray<Primitive> Rows { get; } = [Piecewise.Signum, Guards.Evaluated, Guards.SameShape, Specials.Stop];

    [Theory]
    [InlineData(3, 1), InlineData(-0.5, -1), InlineData(0, 0), InlineData(-0.0, 0), InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, 1), InlineData(double.NegativeInfinity, -1)]
    public void Signum_is_the_sign_and_NaN_for_NaN(double x, double sign)
    {
        (Symbol symbol, Expression signum) = Of(Functions.Signum);
        Assert.Equal(sign, Interpreter.Evaluate(signum, (symbol, x)).Number);
        Assert.Null(((Apply)signum).Primitive.Partial);
    }

    [Fact]
    public void Evaluated_throws_what_its_argument_throws_and_is_true_otherwise()
    {
        var graph = new ExpressionGraph();
        Symbol n = graph.Parameter("n", ScalarType.Int32);
        Expression evaluated = Functions.Evaluated(graph.Divide(graph.Int(1), n));
        Assert.True(evaluated.MayThrow);
        Assert.True(Interpreter.Evaluate(evaluated, (n, 2)).IsTrue);
        Assert.Throws<DivideByZeroException>(() => Interpreter.Evaluate(evaluated, (n, 0)));
        Assert.Same(graph.True, Functions.Evaluated(graph.Add(n, graph.Int(1))));
    }

    [Fact]
    public void Shapes_are_the_same_if_all_extents_are()
    {
        var graph = new ExpressionGraph();
        Symbol a = graph.Parameter("a", new ExpressionType(ScalarType.Double, 2));
        Symbol b = graph.Parameter("b", new ExpressionType(ScalarType.Double, 2));
        Expression same = Functions.SameShape(a, b);
        Assert.True(Interpreter.Evaluate(same, (a, new double[2, 3]), (b, new double[2, 3])).IsTrue);
        Assert.False(Interpreter.Evaluate(same, (a, new double[2, 3]), (b, new double[3, 2])).IsTrue);
        Assert.Same(graph.True, Functions.SameShape(a, a));
    }

    [Fact]
    public void Stop_is_its_argument_and_a_constant_to_derivatives()
    {
        (Symbol symbol, Expression stop) = Of(static x => x.Graph.Apply(Specials.Stop, [x * x]));
        Assert.Equal(9, Interpreter.Evaluate(stop, (symbol, 3.0)).Number);
        Assert.Equal(0, Interpreter.Evaluate(ForwardMode.Gradient(stop, [symbol])[0], (symbol, 3.0)).Number);
        Assert.Equal(9, Interpreter.Evaluate(ReverseMode.Gradient(symbol * stop, [symbol])[0], (symbol, 3.0)).Number);
    }

    private static (Symbol Symbol, Expression Expression) Of(Func<Expression, Expression> function)
    {
        Symbol x = new ExpressionGraph().Parameter("x", ScalarType.Double);
        return (x, function(x));
    }
}
