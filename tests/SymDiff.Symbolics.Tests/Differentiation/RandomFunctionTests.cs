using System.Collections.Immutable;
using System.Globalization;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Fusion;
using SymDiff.Symbolics.Scheduling;
using SymDiff.Symbolics.Simplification;

namespace SymDiff.Symbolics.Tests.Differentiation;

/// <summary>On random functions reverse mode, forward mode, finite differences, and what is scheduled from them agree.</summary>
public sealed class RandomFunctionTests
{
    private const int Count = 500;

    // Another start tries other functions; a failure names its seed and size.
    private static readonly int FirstSeed = int.Parse(Environment.GetEnvironmentVariable("SYMDIFF_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public void Reverse_and_forward_mode_agree_with_finite_differences()
    {
        int compared = 0;
        for (int seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            int size = 1 + (seed % 14);
            (Function function, ImmutableArray<Symbol> inputs) = RandomFunctions.Make(seed, size);
            Expression value = function.Results[0].Value;
            ImmutableArray<Expression> reverse = ReverseMode.Gradient(value, inputs);
            ImmutableArray<Expression> forward = ForwardMode.Gradient(value, inputs);
            ImmutableArray<Value> point = PointFor(seed);
            ImmutableArray<Value> derivatives = Interpreter.Evaluate(function with { Results = [.. reverse.Concat(forward).Select(e => new Result("", e))] }, point);
            for (int k = 0; k < inputs.Length; k++)
            {
                double backwards = derivatives[k].Number;
                double forwards = derivatives[inputs.Length + k].Number;
                Assert.True(Close(backwards, forwards, 1e-9), $"seed {seed}, size {size}: ∂/∂{inputs[k].Name} reverse {backwards}, forward {forwards}");

                // Where the differences don't settle there is a kink nearby.
                (double difference, double error) = FiniteDifferences.Of(x => Interpreter.Evaluate(function, point.SetItem(k, x))[0].Number, point[k].Number, step: 1e-3);
                if (error < 1e-8 * (1 + Math.Abs(difference)))
                {
                    compared++;
                    Assert.True(Close(backwards, difference, 1e-5), $"seed {seed}, size {size}: ∂/∂{inputs[k].Name} reverse {backwards}, differences {difference} ± {error}");
                }
            }
        }

        Assert.True(compared > 2 * Count, $"only {compared} derivatives could be compared");
    }

    [Fact]
    public void A_scheduled_program_calculates_the_same_bits()
    {
        for (int seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            (Function function, ImmutableArray<Symbol> inputs) = RandomFunctions.Make(seed, 1 + (seed % 14));
            ImmutableArray<Expression> gradient = ReverseMode.Gradient(function.Results[0].Value, inputs);
            Function all = function with { Results = [.. function.Results, .. gradient.Select((e, k) => new Result("d" + k, e))] };
            ImmutableArray<Value> point = PointFor(seed);
            ImmutableArray<Value> expected = Interpreter.Evaluate(all, point);
            ImmutableArray<Value>? actual = ProgramInterpreter.Run(Vectorisation.Apply(Scheduler.Schedule(all), mayReorderSums: true), all, point);
            Assert.NotNull(actual);
            Assert.True(expected.Select(value => value.Payload).SequenceEqual(actual.Value.Select(value => value.Payload)), $"seed {seed}, size {1 + (seed % 14)}");
        }
    }

    [Fact]
    public void Gradients_by_the_elements_of_an_array_agree_with_finite_differences_and_with_the_scheduled_program()
    {
        int compared = 0;
        for (int seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            int size = 1 + (seed % 14);
            (Function function, ImmutableArray<Symbol> inputs) = RandomFunctions.Make(seed, size);
            Expression value = function.Results[0].Value;
            Symbol data = function.Parameters[^1];
            ImmutableArray<Expression> gradient = ReverseMode.Gradient(value, [.. inputs, data]);
            ImmutableArray<Expression> simplified = Simplifier.Simplify(gradient, Traversal.Reachable([value]));
            ImmutableArray<Value> point = PointFor(seed);
            Function all = function with
            {
                Results = [.. function.Results, .. simplified.Take(3).Select(e => new Result("", e)), new Result("data", simplified[^1], function.Graph.Parameter("dataGradient", data.Type))],
            };
            ImmutableArray<Value> expected = Interpreter.Evaluate(function with { Results = [.. function.Results, .. gradient.Select(e => new Result("", e))] }, point);
            ImmutableArray<Value>? actual = ProgramInterpreter.Run(Scheduler.Schedule(all), all, point);
            Assert.NotNull(actual);
            ImmutableArray<double> byElement = expected[^1].Numbers;
            for (int k = 0; k < byElement.Length; k++)
            {
                Assert.True(Close(byElement[k], actual.Value[^1].Numbers[k], 1e-9), $"seed {seed}, size {size}: element {k} {byElement[k]}, scheduled {actual.Value[^1].Numbers[k]}");
                ImmutableArray<double> numbers = point[3].Numbers;
                (double difference, double error) = FiniteDifferences.Of(x => Interpreter.Evaluate(function, point.SetItem(3, numbers.SetItem(k, x).ToArray()))[0].Number, numbers[k], step: 1e-3);
                if (error < 1e-8 * (1 + Math.Abs(difference)))
                {
                    compared++;
                    Assert.True(Close(byElement[k], difference, 1e-5), $"seed {seed}, size {size}: element {k} {byElement[k]}, differences {difference} ± {error}");
                }
            }
        }

        Assert.True(compared > 2 * Count, $"only {compared} derivatives could be compared");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_through_arrays_agree_with_finite_differences_and_with_the_scheduled_program(bool isFused)
    {
        int compared = 0;
        int stored = 0;
        for (int seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            int size = 1 + (seed % 14);
            (Function function, ImmutableArray<Symbol> inputs) = RandomFunctions.Make(seed, size, hasLoops: seed % 2 == 0, hasArrays: true);
            Assert.Empty(ExpressionChecker.Check(function));
            Function fused = isFused ? Arguments.Keep(ArrayFusion.Fuse(function)) : function;
            Expression value = fused.Results[0].Value;
            Symbol data = function.Parameters[^1];
            ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(value, [.. inputs, data]), Traversal.Reachable([value]));
            ImmutableArray<Value> point = PointFor(seed);
            Function all = fused with
            {
                Results = [.. fused.Results, .. gradient.Take(3).Select(e => new Result("", e)), new Result("data", gradient[^1], function.Graph.Parameter("dataGradient", data.Type))],
            };
            all = isFused ? ArrayFusion.Fuse(all) : all;
            Assert.Empty(ExpressionChecker.Check(all).Select(problem => $"seed {seed}, size {size}: {problem}"));
            Program program = Scheduler.Schedule(all);

            // The same steps in blocks and turned round; lanes are the emitted code's.
            program = seed % 2 == 0 ? program : Vectorisation.Apply(program, mayReorderSums: true);
            stored += Traversal.Reachable(all.Results.Select(result => result.Value)).Any(node => node is Stored) ? 1 : 0;
            ImmutableArray<Value> expected = Interpreter.Evaluate(all with { Results = [.. all.Results.Select(result => new Result("", result.Value))] }, point);
            ImmutableArray<Value>? actual = ProgramInterpreter.Run(program, all, point);
            Assert.NotNull(actual);
            Assert.True(Close(Interpreter.Evaluate(function, point)[0].Number, actual.Value[0].Number, 1e-12), $"seed {seed}, size {size}: the value");
            for (int k = 0; k < 6; k++)
            {
                double Part(ImmutableArray<Value> all) => k < 3 ? all[1 + k].Number : all[^1].Numbers[k - 3];
                Assert.True(Close(Part(expected), Part(actual.Value), 1e-9), $"seed {seed}, size {size}: part {k} {Part(expected)}, scheduled {Part(actual.Value)}");
                (double difference, double error) = FiniteDifferences.Of(x => Interpreter.Evaluate(function, With(point, k, x))[0].Number, k < 3 ? point[k].Number : point[3].Numbers[k - 3], step: 1e-3);
                if (error < 1e-8 * (1 + Math.Abs(difference)))
                {
                    compared++;
                    Assert.True(Close(Part(actual.Value), difference, 1e-5), $"seed {seed}, size {size}: part {k} {Part(actual.Value)}, differences {difference} ± {error}");
                }
            }
        }

        Assert.True(compared > 2 * Count, $"only {compared} derivatives could be compared");
        Assert.True(stored > Count / 20, $"only {stored} functions keep an array");
    }

    private static ImmutableArray<Value> With(ImmutableArray<Value> point, int k, double x)
        => k < 3 ? point.SetItem(k, x) : point.SetItem(3, point[3].Numbers.SetItem(k - 3, x).ToArray());

    [Fact]
    public void Simplification_changes_no_derivative_beyond_rounding()
    {
        for (int seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            (Function function, ImmutableArray<Symbol> inputs) = RandomFunctions.Make(seed, 1 + (seed % 14));
            Expression value = function.Results[0].Value;
            ImmutableArray<Expression> gradient = ReverseMode.Gradient(value, inputs);
            ImmutableArray<Expression> simplified = Simplifier.Simplify(gradient, Traversal.Reachable([value]));
            ImmutableArray<Value> results = Interpreter.Evaluate(
                function with { Results = [.. gradient.Concat(simplified).Select(e => new Result("", e))] }, PointFor(seed));
            for (int k = 0; k < inputs.Length; k++)
            {
                Assert.True(
                    Close(results[k].Number, results[inputs.Length + k].Number, 1e-9),
                    $"seed {seed}, size {1 + (seed % 14)}: ∂/∂{inputs[k].Name} {results[k].Number}, simplified {results[inputs.Length + k].Number}");
            }
        }
    }

    private static ImmutableArray<Value> PointFor(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 3).Select(_ => (Value)((random.NextDouble() * 3) - 1.5)), new[] { 0.7, -1.3, 0.2 }];
    }

    private static bool Close(double left, double right, double tolerance)
        => left.Equals(right) || Math.Abs(left - right) <= tolerance * (1 + Math.Max(Math.Abs(left), Math.Abs(right)));
}
