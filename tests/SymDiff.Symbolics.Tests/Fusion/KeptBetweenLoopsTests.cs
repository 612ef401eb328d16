using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Fusion;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Symbolics.Tests.Fusion;

/// <summary>A layer without an array of its own, which the gradient needs again: Σᵣ (Σₖ tanh(Σᵢ wₖᵢ·xᵣᵢ))².</summary>
public sealed class KeptBetweenLoopsTests
{
    [Fact]
    public void Sums_and_functions_that_a_later_loop_reads_are_calculated_once()
    {
        string text = Gradient(static (_, layer) => layer);
        Assert.Equal(2, text.Split("Tanh(").Length);
        Assert.Equal(2, text.Split("Multiply(w[").Length);
    }

    [Fact]
    public void What_only_some_steps_calculate_is_not_kept()
    {
        // The condition guards elements that may not be there.
        string text = Gradient(static (row, layer) => layer.Graph.Select(layer.Graph.Less(row, layer.Graph.Int(3)), layer, layer.Like(0)));
        Assert.True(text.Split("Tanh(").Length > 2, text);
    }

    [Fact]
    public void What_loops_over_other_ranges_calculate_is_not_kept()
    {
        string text = Gradient(static (_, layer) =>
        {
            var sum = (Reduce)layer;
            return layer + layer.Graph.Reduce(ReduceOperator.Sum, sum.Index, layer.Graph.Int(1), sum.Upper, layer.Like(0), sum.Terms);
        });
        Assert.True(text.Split("Tanh(").Length > 2, text);
    }

    [Fact]
    public void Function_without_loops_in_loops_stays_as_it_is()
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        Symbol i = graph.Index("i", graph.Int(0), graph.Extent(x, 0), 0);
        Expression sum = graph.Reduce(ReduceOperator.Sum, i, graph.Int(0), graph.Extent(x, 0), x.Like(0), [graph.Apply(Hyperbolics.Tanh, graph.Element(x, [i]))]);
        Function function = Differentiated(new Function("F", graph, [x], [new Result("Value", sum * sum)]), x);
        Assert.Equal(function, KeptBetweenLoops.Keep(function));
    }

    private static string Gradient(Func<Symbol, Expression, Expression> inARow)
    {
        var graph = new ExpressionGraph();
        Symbol w = graph.Parameter("w", new ExpressionType(ScalarType.Double, 2));
        Symbol x = graph.Parameter("x", new ExpressionType(ScalarType.Double, 2));
        Expression zero = graph.Int(0);
        Symbol row = graph.Index("row", zero, graph.Extent(x, 0), 0);
        Symbol unit = graph.Index("unit", zero, graph.Extent(w, 0), 1);
        Symbol input = graph.Index("input", zero, graph.Extent(x, 1), 2);
        Expression Sum(Symbol index, Expression upper, Expression term) => graph.Reduce(ReduceOperator.Sum, index, zero, upper, term.Like(0), [term]);

        Expression z = Sum(input, graph.Extent(x, 1), graph.Element(w, [unit, input]) * graph.Element(x, [row, input]));
        Expression layer = inARow(row, Sum(unit, graph.Extent(w, 0), graph.Apply(Hyperbolics.Tanh, z)));
        Function function = KeptBetweenLoops.Keep(Differentiated(new Function("Loss", graph, [w, x], [new Result("Value", Sum(row, graph.Extent(x, 0), layer * layer))]), w));
        Assert.Empty(ExpressionChecker.Check(function));
        return ProgramPrinter.Print(Scheduler.Schedule(function));
    }

    private static Function Differentiated(Function function, Symbol parameter)
    {
        Expression value = function.Results[0].Value;
        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(value, [parameter]), Traversal.Reachable([value]));
        return function with { Results = [.. function.Results, new Result(parameter.Name, gradient[0], function.Graph.Parameter(parameter.Name + "Gradient", parameter.Type))] };
    }
}
