using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Differentiation;

/// <summary>What doesn't influence the result contributes nothing to the derivative, not even a NaN.</summary>
public sealed class GateTests
{
    private readonly ExpressionGraph graph = new();
    private readonly Symbol x;
    private readonly Symbol y;
    private readonly Symbol data;

    public GateTests()
    {
        x = graph.Parameter("x", ScalarType.Double);
        y = graph.Parameter("y", ScalarType.Double);
        data = graph.Parameter("data", new ExpressionType(ScalarType.Double, 1));
    }

    [Fact]
    public void A_branch_that_is_not_taken() => Check(0, At(x > 0, Log(x), y), 0.0, 3.0, 0);

    [Fact]
    public void One_value_on_branches_of_two_conditions_that_both_fail()
        => Check(0, At(x > 1, 1 / x, 0) + At(y > 5, 1 / x, 0) + x, 0.0, 3.0, 1);

    [Fact]
    public void The_other_operand_of_a_minimum() => Check(0, graph.Apply(SymDiff.Symbolics.Primitives.Piecewise.Min, y, 1 / x), 0.0, 1.0, 0);

    [Fact]
    public void An_infinite_slope_times_zero() => Check(0, Sqrt(x) * y, 0.0, 0.0, 0);

    [Fact]
    public void A_norm_at_the_origin() => Check(0, Sqrt((x * x) + (y * y)), 0.0, 0.0, 0);

    [Fact]
    public void A_value_that_no_step_of_a_loop_comes_to() => Check(0, Sum(i => At(Item(i) > 100, Log(x) * Item(i), Item(i))), 0.0, 0.0, 0, 1.0, 2.0);

    [Fact]
    public void A_value_of_a_loop_that_does_not_run() => Check(0, x + Sum(i => Log(x) * Item(i)), 0.0, 0.0, 1);

    [Fact]
    public void Many_kinks_in_a_row()
    {
        Expression value = x;
        for (int i = 0; i < 40; i++)
        {
            value = graph.Apply(SymDiff.Symbolics.Primitives.Piecewise.Max, 2 * value, value - 1);
        }

        Check(0, value, 0.5, 0.0, Math.Pow(2, 40));
    }

    [Fact]
    public void A_carried_value_that_no_step_reads_has_its_derivative()
    {
        Symbol last = graph.Carried("last", ScalarType.Double);
        Symbol running = graph.Carried("running", ScalarType.Double);
        Expression extent = graph.Extent(data, 0);
        Symbol index = graph.Index("i", graph.Int(0), extent, 0);
        Scan scan = graph.Scan(index, graph.Int(0), extent, [last, running], [y, x], [running * running, running * Item(index)]);
        Check(0, graph.Output(scan, 0), 3.0, 0.0, 2 * 3.0 * 4, 2.0, 5.0);
    }

    private void Check(int input, Expression value, double xValue, double yValue, double expected, params double[] items)
    {
        ImmutableArray<Symbol> inputs = [x, y];
        var function = new Function("F", graph, [x, y, data], [new Result("reverse", ReverseMode.Gradient(value, inputs)[input]), new Result("forward", ForwardMode.Gradient(value, inputs)[input])]);
        Assert.Empty(ExpressionChecker.Check(function));
        ImmutableArray<Value> derivatives = Interpreter.Evaluate(function, xValue, yValue, items);
        Assert.Equal(expected, derivatives[0].Number);

        // 0 · ∞ is a matter of the reverse sweep: forwards the zero may come first.
        if (!double.IsNaN(derivatives[1].Number))
        {
            Assert.Equal(expected, derivatives[1].Number);
        }
    }

    private Expression At(Expression condition, Expression whenTrue, Expression whenFalse) => graph.Select(condition, whenTrue, whenFalse);

    private Expression At(Expression condition, Expression whenTrue, double whenFalse) => graph.Select(condition, whenTrue, whenTrue.Like(whenFalse));

    private Expression Item(Symbol index) => graph.Element(data, [index]);

    private Expression Sum(Func<Symbol, Expression> term)
    {
        Expression extent = graph.Extent(data, 0);
        Symbol index = graph.Index("i", graph.Int(0), extent, 0);
        return graph.Reduce(ReduceOperator.Sum, index, graph.Int(0), extent, graph.Number(ScalarType.Double, 0), [term(index)]);
    }
}
