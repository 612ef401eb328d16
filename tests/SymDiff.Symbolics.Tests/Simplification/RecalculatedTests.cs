using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Symbolics.Tests.Simplification;

public class RecalculatedTests
{
    [Fact]
    public void The_smallest_value_in_a_step_is_found_again_on_the_way_back()
    {
        // The term's constants could be multiplied first, which rounds differently: then no term would be equal to the minimum.
        var graph = new ExpressionGraph();
        (Symbol a, Symbol data) = (graph.Parameter("a", ScalarType.Double), graph.Parameter("data", new ExpressionType(ScalarType.Double, 1)));
        (Symbol i, Symbol j, Symbol state) = (graph.Index("i"), graph.Index("j"), graph.Carried("state", ScalarType.Double));
        Expression n = graph.Extent(data, 0);
        Expression term = 0.3 * (0.7 * (graph.Element(data, [j]) * (0.1 * state)));
        Expression smallest = graph.Reduce(ReduceOperator.Min, j, graph.Int(0), n, state.Like(double.PositiveInfinity), [term]);
        Scan scan = graph.Scan(i, graph.Int(0), graph.Int(3), [state], [a], [Functions.Sin(state + smallest)]);
        Expression value = graph.Output(scan, 0);
        ImmutableArray<Expression> gradient = ReverseMode.Gradient(value, [a, data]);
        var function = new Function("F", graph, [a, data], [.. gradient.Concat(Simplifier.Simplify(gradient, [value])).Select(part => new Result("", part))]);
        ImmutableArray<Value> results = Interpreter.Evaluate(function, 0.7, new[] { 1.3, 1.1, 1.7 });
        Assert.Equal(results[0].Number, results[2].Number, 1e-12);
        Assert.NotEqual(0, results[1].Numbers[1]);
        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(results[1].Numbers[k], results[3].Numbers[k], 1e-12);
        }
    }
}
