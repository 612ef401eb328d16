using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Differentiation;

/// <summary>The largest and the smallest element of an array, differentiated for the array.</summary>
public sealed class ExtremumTests
{
    [Theory]
    [InlineData(new[] { 1.0, 5, 2 }, new[] { 0.0, 1, 0 })]
    [InlineData(new[] { 5.0, 1, 5, 2 }, new[] { 0.5, 0, 0.5, 0 })]
    [InlineData(new[] { 3.0, 3, 3, 3 }, new[] { 0.25, 0.25, 0.25, 0.25 })]
    [InlineData(new[] { double.PositiveInfinity, 1 }, new[] { 1.0, 0 })]
    [InlineData(new[] { -7.0 }, new[] { 1.0 })]
    [InlineData(new double[0], new double[0])]
    public void The_largest_take_equal_shares(double[] x, double[] expected)
    {
        Assert.Equal(expected, GradientOf(ReduceOperator.Max, double.NegativeInfinity, x));
        Assert.Equal(expected, GradientOf(ReduceOperator.Min, double.PositiveInfinity, [.. x.Select(element => -element)]));
    }

    [Fact]
    public void What_it_starts_from_has_its_share()
    {
        Assert.Equal([0.0, 0], GradientOf(ReduceOperator.Max, 4, [1, 2]));
        Assert.Equal([0.5, 0], GradientOf(ReduceOperator.Max, 4, [4, 2]));
    }

    [Fact]
    public void With_a_NaN_there_is_no_largest()
        => Assert.All(GradientOf(ReduceOperator.Max, double.NegativeInfinity, [1, double.NaN, 3]), share => Assert.True(double.IsNaN(share)));

    /// <summary>log Σ exp(x − max x) + max x: the largest takes part three times, and what it takes cancels.</summary>
    [Fact]
    public void A_shifted_log_sum_exp_has_the_softmax_as_its_gradient()
    {
        double[] x = [1000, 999, 1000, 990];
        var graph = new ExpressionGraph();
        Symbol data = graph.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        Symbol i = graph.Index("i");
        Expression n = graph.Extent(data, 0);
        Expression max = graph.Reduce(ReduceOperator.Max, i, graph.Int(0), n, graph.Number(ScalarType.Double, double.NegativeInfinity), [graph.Element(data, [i])]);
        Expression sum = graph.Reduce(ReduceOperator.Sum, i, graph.Int(0), n, max.Like(0), [graph.Apply(Exponentials.Exp, graph.Element(data, [i]) - max)]);
        Expression value = max + graph.Apply(Exponentials.Log, sum);
        Expression gradient = Assert.Single(ReverseMode.Gradient(value, [data]));
        double total = x.Sum(element => Math.Exp(element - 1000));
        ImmutableArray<double> actual = Interpreter.Evaluate(gradient, (data, x)).Numbers;
        Assert.All(actual.Zip(x), pair => Assert.Equal(Math.Exp(pair.Second - 1000) / total, pair.First, 1e-15));
    }

    private static double[] GradientOf(ReduceOperator op, double initial, double[] x)
    {
        var graph = new ExpressionGraph();
        Symbol data = graph.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        Symbol i = graph.Index("i");
        Expression value = graph.Reduce(op, i, graph.Int(0), graph.Extent(data, 0), graph.Number(ScalarType.Double, initial), [graph.Element(data, [i])]);
        return [.. Interpreter.Evaluate(Assert.Single(ReverseMode.Gradient(value, [data])), (data, x)).Numbers];
    }
}
