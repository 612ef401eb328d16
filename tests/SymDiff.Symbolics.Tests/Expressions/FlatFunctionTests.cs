using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Expressions;

/// <summary>A function survives being flattened, and flat functions are equal exactly if they are the same function.</summary>
public class FlatFunctionTests
{
    [Fact]
    public void Every_kind_of_node_comes_back()
    {
        Function function = Everything();
        Function restored = FlatFunction.From(function).Restore();
        Assert.Empty(ExpressionChecker.Check(restored));
        Assert.Equal(Print(function), Print(restored));
        Assert.Equal(function.Parameters.Select(parameter => (parameter.Name, parameter.Type)), restored.Parameters.Select(parameter => (parameter.Name, parameter.Type)));
        Assert.Equal(function.Names.Select(name => (name.Node.ToString(), name.Name)), restored.Names.Select(name => (name.Node.ToString(), name.Name)));
        Assert.NotSame(function.Graph, restored.Graph);
    }

    [Fact]
    public void Flattening_what_came_back_gives_the_same()
        => Assert.Equal(FlatFunction.From(Everything()), FlatFunction.From(FlatFunction.From(Everything()).Restore()));

    [Fact]
    public void Random_functions_come_back()
    {
        for (int seed = 1; seed < 100; seed++)
        {
            (Function function, _) = RandomFunctions.Make(seed, 12);
            FlatFunction flat = FlatFunction.From(function);
            Function restored = flat.Restore();
            Assert.Equal(Print(function), Print(restored));
            Assert.Equal(flat, FlatFunction.From(restored));
            Assert.Empty(ExpressionChecker.Check(restored));
        }
    }

    [Fact]
    public void Two_liftings_of_the_same_are_equal()
    {
        FlatFunction first = FlatFunction.From(Everything());
        FlatFunction second = FlatFunction.From(Everything());
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void What_was_made_but_is_not_used_does_not_count()
    {
        Function function = Everything();
        _ = function.Graph.Add(function.Parameters[0], function.Parameters[0].Like(123));
        Assert.Equal(FlatFunction.From(Everything()), FlatFunction.From(function));
    }

    public static TheoryData<string, Func<ExpressionGraph, Symbol, Expression>> Variations => new()
    {
        { "another constant", static (_, x) => x + 2 },
        { "negative zero", static (_, x) => x * -0.0 },
        { "positive zero", static (_, x) => x * 0.0 },
        { "another primitive", static (_, x) => Functions.Sin(x) },
        { "other operands", static (graph, x) => graph.Add(x.Like(1), x) },
        { "another type", static (graph, x) => graph.Convert(graph.Convert(x, ScalarType.Single), ScalarType.Double) },
        { "another index's name", static (graph, x) => Sum(graph, x, "k", ReduceOperator.Sum) },
        { "an index", static (graph, x) => Sum(graph, x, "i", ReduceOperator.Sum) },
        { "another operator", static (graph, x) => Sum(graph, x, "i", ReduceOperator.Product) },
        { "state", static (graph, x) => x + graph.External("this.Scale", ScalarType.Double) },
        { "other state", static (graph, x) => x + graph.External("this.Shift", ScalarType.Double) },
        { "the plain one", static (_, x) => x + 1 },
    };

    [Fact]
    public void Different_functions_differ()
    {
        FlatFunction[] all = [.. Variations.Select(variation => Flat((Func<ExpressionGraph, Symbol, Expression>)variation[1]))];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Names_and_requirements_count()
    {
        Function plain = Everything();
        Assert.NotEqual(FlatFunction.From(plain), FlatFunction.From(plain with { Name = "G" }));
        Assert.NotEqual(FlatFunction.From(plain), FlatFunction.From(plain with { Requirements = [] }));
        Assert.NotEqual(FlatFunction.From(plain), FlatFunction.From(plain with { Names = [] }));
        Assert.NotEqual(FlatFunction.From(plain), FlatFunction.From(plain with { Results = [.. plain.Results.Select(result => result with { Name = "other" })] }));
        Assert.NotEqual(FlatFunction.From(plain), FlatFunction.From(plain with { Parameters = [.. plain.Parameters.Reverse()] }));
        Assert.False(FlatFunction.From(plain).Equals(null));
    }

    // Sharing: 2⁶⁰ paths, 60 rows.
    [Fact]
    public void Comparing_takes_no_more_time_than_there_are_nodes()
    {
        static FlatFunction Make() => Flat((graph, x) => Enumerable.Range(0, 60).Aggregate((Expression)x, (y, _) => y * y));
        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
    }

    private static FlatFunction Flat(Func<ExpressionGraph, Symbol, Expression> make)
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", ScalarType.Double);
        return FlatFunction.From(new Function("F", graph, [x], [new Result("Value", make(graph, x))]));
    }

    private static Expression Sum(ExpressionGraph graph, Expression x, string index, ReduceOperator op)
    {
        Symbol i = graph.Index(index);
        return graph.Reduce(op, i, graph.Int(0), graph.Int(3), x, [graph.Convert(i, ScalarType.Double)]);
    }

    private static Function Everything()
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", ScalarType.Double);
        Symbol a = graph.Parameter("a", new ExpressionType(ScalarType.Double, 1));
        Symbol unused = graph.Parameter("unused", ScalarType.Single);
        (Symbol i, Symbol j, Symbol s, Symbol t) = (graph.Index("i"), graph.Index("i"), graph.Carried("s", ScalarType.Double), graph.Carried("t", ScalarType.Double));
        Expression n = graph.Extent(a, 0);
        Expression sum = graph.Reduce(ReduceOperator.Sum, i, graph.Int(0), n, x.Like(-0.0), [graph.Element(a, [i]), x * graph.Convert(i, ScalarType.Double)]);
        Scan scan = graph.Scan(i, graph.Int(0), n, [s, t], [x, sum], [Functions.Sin(t) + graph.Element(a, [i]), s], graph.Less(s, t), stacked: [t, graph.Less(t, s)]);
        Scan down = graph.Scan(i, graph.Int(0), n, [s], [x], [s * graph.Element(graph.Trace(scan, 0), [i])], isDownward: true);
        Expression built = graph.Build([j], [n], graph.Convert(j, ScalarType.Double) * x);
        Expression chosen = graph.Select(graph.Less(x, graph.External("this.Limit", ScalarType.Double)), graph.Output(scan, 0), graph.Output(scan, 1));
        return new Function("F", graph, [x, a, unused], [new Result("Value", chosen + x.Like(double.NaN) + graph.Output(down, 0)), new Result("Table", built)])
        {
            Requirements = [graph.Less(graph.Int(0), n), Functions.Evaluated(graph.Element(a, [graph.Int(0)]))],
            Names = [(sum, "sum"), (chosen, "y")],
        };
    }

    private static string Print(Function function)
        => ExpressionPrinter.Print([.. function.Results.Select(result => result.Value), .. function.Requirements]);
}
