using System.Collections.Immutable;
using System.Globalization;

namespace SymDiff.Tests;

/// <summary>What all optimizers have in common.</summary>
public sealed class OptimizerTests
{
    public static TheoryData<string> Optimizers => new(Makers.Keys.Order());

    private static ImmutableDictionary<string, Func<Optimizer<double>>> Makers { get; } = new Dictionary<string, Func<Optimizer<double>>>
    {
        ["Sgd"] = () => new Sgd<double>(0.1),
        ["Sgd with momentum"] = () => new Sgd<double>(0.1, momentum: 0.9, weightDecay: 0.1, nesterov: true),
        ["Adam"] = () => new Adam<double>(0.1),
        ["Adam with AMSGrad"] = () => new Adam<double>(0.1, weightDecay: 0.1, amsgrad: true),
        ["AdamW"] = () => new AdamW<double>(0.1, amsgrad: true),
        ["RmsProp"] = () => new RmsProp<double>(0.1),
        ["RmsProp, centered, with momentum"] = () => new RmsProp<double>(0.1, weightDecay: 0.1, momentum: 0.9, centered: true),
        ["Adagrad"] = () => new Adagrad<double>(0.1, learningRateDecay: 0.1, weightDecay: 0.1, initialAccumulatorValue: 0.1),
    }.ToImmutableDictionary();

    [Theory, MemberData(nameof(Optimizers))]
    public void After_the_first_step_nothing_is_allocated(string name)
    {
        Optimizer<double> optimizer = Makers[name]();
        optimizer.StopOnNonFinite = true;
        double[] parameters = new double[103];
        double[] gradient = Gradient(103, 1);
        Steps(3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Steps(100);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Steps(int count)
        {
            for (int i = 0; i < count; i++)
            {
                optimizer.LearningRate = 0.1 / (i + 1);
                optimizer.Step(parameters, gradient, 1);
            }
        }
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Lengths_that_differ_are_refused_before_anything_changes(string name)
    {
        Optimizer<double> optimizer = Makers[name]();
        double[] parameters = Gradient(5, 1);
        double[] before = [.. parameters];
        Assert.Contains("4 elements", Assert.Throws<ArgumentException>("gradient", () => optimizer.Step(parameters, new double[4])).Message);
        Assert.Contains("6 elements", Assert.Throws<ArgumentException>("gradient", () => optimizer.Step(parameters, new double[6])).Message);
        Assert.Equal(before, parameters);
        Assert.Equal(0, optimizer.StepCount);

        optimizer.Step(parameters, Gradient(5, 2));
        double[] other = Gradient(6, 3);
        Assert.Throws<ArgumentException>("parameters", () => optimizer.Step(other, new double[6]));
        Assert.Equal(Gradient(6, 3), other);
        Assert.Equal(1, optimizer.StepCount);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void A_gradient_that_overlaps_the_parameters_is_refused(string name)
    {
        double[] both = Gradient(20, 1);
        Assert.Throws<ArgumentException>("gradient", () => Makers[name]().Step(both.AsSpan(0, 10), both.AsSpan(1, 10)));
        Assert.Equal(Gradient(20, 1), both);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void NaN_in_the_gradient_makes_its_parameter_NaN_and_no_other(string name)
    {
        for (int place = 0; place < 11; place++)
        {
            Optimizer<double> optimizer = Makers[name]();
            double[] parameters = Gradient(11, 1);
            double[] gradient = Gradient(11, 2);
            gradient[place] = double.NaN;
            optimizer.Step(parameters, gradient);
            optimizer.Step(parameters, Gradient(11, 3));
            Assert.All(parameters, (parameter, i) => Assert.Equal(i == place, double.IsNaN(parameter)));
        }
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void A_step_with_a_gradient_or_loss_that_is_not_finite_can_be_refused(string name)
    {
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Optimizer<double> optimizer = Makers[name]();
            optimizer.StopOnNonFinite = true;
            double[] parameters = Gradient(11, 1);
            optimizer.Step(parameters, Gradient(11, 2), loss: 3);
            double[] before = [.. parameters];
            OptimizerState<double> state = optimizer.SaveState();
            for (int place = 0; place < 11; place++)
            {
                double[] gradient = Gradient(11, 2);
                gradient[place] = bad;
                string text = bad.ToString(CultureInfo.InvariantCulture);
                Assert.Equal($"Step 2: the gradient at index {place} is {text}.", Assert.Throws<NotFiniteNumberException>(() => optimizer.Step(parameters, gradient)).Message);
                Assert.Equal($"Step 2: the loss is {text}.", Assert.Throws<NotFiniteNumberException>(() => optimizer.Step(parameters, Gradient(11, 2), bad)).Message);
            }

            Assert.Equal(before, parameters);
            Same(state, optimizer.SaveState());
        }
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void After_a_reset_all_begins_again(string name)
    {
        Optimizer<double> optimizer = Makers[name]();
        double[] first = Train(optimizer, 7, 5);
        optimizer.Reset();
        Assert.Equal(0, optimizer.StepCount);
        Assert.Equal(first, Train(optimizer, 7, 5));
        optimizer.Reset();
        Assert.Equal(Train(Makers[name](), 9, 5), Train(optimizer, 9, 5));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void A_saved_state_goes_on_bit_for_bit(string name)
    {
        Optimizer<double> optimizer = Makers[name](), other = Makers[name]();
        double[] parameters = Train(optimizer, 11, 4);
        OptimizerState<double> state = optimizer.SaveState();
        Assert.Equal(4, state.StepCount);
        double[] copy = [.. parameters];
        Train(other, 6, 3);
        other.LoadState(state);
        Same(state, other.SaveState());
        for (int step = 0; step < 3; step++)
        {
            optimizer.Step(parameters, Gradient(11, 100 + step));
            other.Step(copy, Gradient(11, 100 + step));
        }

        Assert.Equal(parameters, copy);
        Same(optimizer.SaveState(), other.SaveState());
        Assert.Equal(4, state.StepCount);
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused_by_name()
    {
        var adam = new Adam<double>();
        Train(adam, 5, 2);
        OptimizerState<double> state = adam.SaveState();
        OptimizerState<double> before = adam.SaveState();
        Assert.Contains("'exp_avg'", Assert.Throws<ArgumentException>(() => new Sgd<double>().LoadState(state)).Message);
        Assert.Contains("'max_exp_avg_sq'", Assert.Throws<ArgumentException>(() => new Adam<double>(amsgrad: true).LoadState(state)).Message);
        Refused("'exp_avg_sq'", state with { Buffers = state.Buffers.Remove("exp_avg_sq") });
        Refused("'exp_avg' has 3", state with { Buffers = state.Buffers.SetItem("exp_avg", [1, 2, 3]) });
        Refused("-1 steps", state with { StepCount = -1 });
        Assert.Throws<ArgumentNullException>(() => adam.LoadState(null!));
        Same(before, adam.SaveState());

        void Refused(string reason, OptimizerState<double> unfit) => Assert.Contains(reason, Assert.Throws<ArgumentException>(() => adam.LoadState(unfit)).Message);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Without_parameters_a_step_only_counts(string name)
    {
        Optimizer<double> optimizer = Makers[name]();
        optimizer.Step([], []);
        Assert.Equal(1, optimizer.StepCount);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void The_learning_rate_can_be_set_but_not_to_what_the_constructor_refuses(string name)
    {
        Optimizer<double> optimizer = Makers[name]();
        double[] parameters = Gradient(5, 1);
        optimizer.LearningRate = 0;
        optimizer.Step(parameters, Gradient(5, 2));
        Assert.Equal(Gradient(5, 1), parameters);
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => optimizer.LearningRate = -1);
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => optimizer.LearningRate = double.NaN);
        Assert.Equal(0, optimizer.LearningRate);
    }

    [Fact]
    public void Half_precision_is_refused()
    {
        Assert.Throws<NotSupportedException>(() => new Sgd<Half>());
        Assert.Throws<NotSupportedException>(() => new Adam<System.Runtime.InteropServices.NFloat>());
    }

    private static double[] Train(Optimizer<double> optimizer, int length, int steps)
    {
        double[] parameters = Gradient(length, 1);
        for (int step = 0; step < steps; step++)
        {
            optimizer.Step(parameters, Gradient(length, 2 + step));
        }

        return parameters;
    }

    private static double[] Gradient(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
    }

    private static void Same(OptimizerState<double> expected, OptimizerState<double> actual)
    {
        Assert.Equal(expected.StepCount, actual.StepCount);
        Assert.Equal(expected.Buffers.Keys, actual.Buffers.Keys);
        Assert.All(expected.Buffers, buffer => Assert.Equal(buffer.Value.AsEnumerable(), actual.Buffers[buffer.Key]));
    }
}
