using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Fusion;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Symbolics.Tests.Fusion;

/// <summary>A network of two layers over a batch: what is kept, and how its gradient runs.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void A_layer_is_kept_for_one_sample_at_a_time()
    {
        Network network = Network.Make();
        Function gradient = network.Gradient();
        Assert.Empty(ExpressionChecker.Check(gradient));
        ImmutableArray<Statement> body = Scheduler.Schedule(gradient).Body;

        // One pass over the samples; what a layer's units come to, their arguments and their cotangents, each a row.
        Assert.Single(body.OfType<Loop>());
        ImmutableArray<Allocate> arrays = [.. body.OfType<Allocate>()];
        Assert.Equal(3, arrays.Length);
        Assert.All(arrays, array => Assert.Equal(network.Function.Graph.Extent(network.Parameters[0], 0), Assert.Single(array.Extents)));
        Assert.Contains(arrays, array => array.Array.Name == "hidden");

        // tanh once a unit, and its argument's sum too: the derivative reads what is kept.
        string text = ProgramPrinter.Print(Scheduler.Schedule(gradient));
        Assert.Equal(2, text.Split("Tanh(").Length);
        Assert.Equal(2, text.Split("Multiply(w1[").Length);
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        Network network = Network.Make();
        Function gradient = network.Gradient();
        var random = new Random(1);
        Value Random(params int[] extents) => Value.Array(
            ScalarType.Double, [.. extents], [.. Enumerable.Range(0, extents.Aggregate(1, (product, extent) => product * extent)).Select(_ => (Value)(random.NextDouble() - 0.5))]);
        ImmutableArray<Value> point = [Random(4, 3), Random(4), Random(2, 4), Random(2), Random(5, 3), Random(5, 2)];
        ImmutableArray<Value>? actual = ProgramInterpreter.Run(Scheduler.Schedule(gradient), gradient, point);
        Assert.NotNull(actual);
        Assert.Equal(Interpreter.Evaluate(network.Function, point)[0].Number, actual.Value[0].Number);
        for (int parameter = 0; parameter < 4; parameter++)
        {
            for (int k = 0; k < point[parameter].Items.Length; k++)
            {
                Value original = point[parameter];
                (double difference, _) = FiniteDifferences.Of(
                    x => Interpreter.Evaluate(network.Function, point.SetItem(parameter, Value.Array(ScalarType.Double, original.Extents, original.Items.SetItem(k, x))))[0].Number,
                    original.Items[k].Number,
                    step: 1e-3);
                Assert.Equal(difference, actual.Value[1 + parameter].Items[k].Number, 1e-8);
            }
        }
    }

    private sealed record Network(Function Function, ImmutableArray<Symbol> Parameters)
    {
        public static Network Make()
        {
            var graph = new ExpressionGraph();
            Symbol w1 = graph.Parameter("w1", new ExpressionType(ScalarType.Double, 2));
            Symbol b1 = graph.Parameter("b1", new ExpressionType(ScalarType.Double, 1));
            Symbol w2 = graph.Parameter("w2", new ExpressionType(ScalarType.Double, 2));
            Symbol b2 = graph.Parameter("b2", new ExpressionType(ScalarType.Double, 1));
            Symbol x = graph.Parameter("x", new ExpressionType(ScalarType.Double, 2));
            Symbol y = graph.Parameter("y", new ExpressionType(ScalarType.Double, 2));
            Expression Extent(Symbol a, int axis) => graph.Extent(a, axis);
            Expression zero = graph.Int(0);
            Expression Sum(Symbol index, Expression upper, Expression term) => graph.Reduce(ReduceOperator.Sum, index, zero, upper, term.Like(0), [term]);

            Symbol b = graph.Index("b", zero, Extent(x, 0), 0);
            Symbol k = graph.Index("k", zero, Extent(w1, 0), 1);
            Symbol i = graph.Index("i", zero, Extent(x, 1), 2);
            Expression z1 = Sum(i, Extent(x, 1), graph.Element(w1, [k, i]) * graph.Element(x, [b, i])) + graph.Element(b1, [k]);
            Expression hidden = graph.Stored(graph.Build([b, k], [Extent(x, 0), Extent(w1, 0)], graph.Apply(Hyperbolics.Tanh, z1)), isEager: true);
            Symbol o = graph.Index("o", zero, Extent(w2, 0), 1);
            Symbol j = graph.Index("j", zero, Extent(w1, 0), 2);
            Expression z2 = Sum(j, Extent(w1, 0), graph.Element(w2, [o, j]) * graph.Element(hidden, [b, j])) + graph.Element(b2, [o]);
            Expression output = graph.Stored(graph.Build([b, o], [Extent(x, 0), Extent(w2, 0)], z2), isEager: true);
            Expression error = graph.Element(output, [b, o]) - graph.Element(y, [b, o]);
            Expression loss = Sum(b, Extent(x, 0), Sum(o, Extent(w2, 0), error * error)) / graph.Convert(Extent(x, 0), ScalarType.Double);
            return new Network(
                new Function("Loss", graph, [w1, b1, w2, b2, x, y], [new Result("Value", loss)])
                {
                    Names = [(hidden, "hidden"), (output, "output"), (error, "error")],
                },
                [w1, b1, w2, b2]);
        }

        public Function Gradient()
        {
            Function fused = Arguments.Keep(ArrayFusion.Fuse(Function));
            Expression value = fused.Results[0].Value;
            ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(value, Parameters), Traversal.Reachable([value]));
            return ArrayFusion.Fuse(fused with
            {
                Results = [.. fused.Results, .. gradient.Select((part, k) => new Result(Parameters[k].Name, part, Function.Graph.Parameter(Parameters[k].Name + "Gradient", Parameters[k].Type)))],
            });
        }
    }
}
