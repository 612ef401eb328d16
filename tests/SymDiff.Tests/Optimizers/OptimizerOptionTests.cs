namespace SymDiff.Tests;

/// <summary>Options: PyTorch's defaults and checks.</summary>
public sealed class OptimizerOptionTests
{
    private const double NaN = double.NaN;

    [Theory, InlineData(-1e-300), InlineData(NaN), InlineData(double.NegativeInfinity)]
    public void What_must_not_be_negative_is_refused_by_name(double bad)
    {
        Refused("learningRate", () => new Sgd<float>(bad));
        Refused("momentum", () => new Sgd<float>(momentum: bad));
        Refused("weightDecay", () => new Sgd<float>(weightDecay: bad));
        Refused("learningRate", () => new Adam<float>(bad));
        Refused("beta1", () => new Adam<float>(beta1: bad));
        Refused("beta2", () => new Adam<float>(beta2: bad));
        Refused("epsilon", () => new Adam<float>(epsilon: bad));
        Refused("weightDecay", () => new Adam<float>(weightDecay: bad));
        Refused("learningRate", () => new AdamW<float>(bad));
        Refused("beta1", () => new AdamW<float>(beta1: bad));
        Refused("beta2", () => new AdamW<float>(beta2: bad));
        Refused("epsilon", () => new AdamW<float>(epsilon: bad));
        Refused("weightDecay", () => new AdamW<float>(weightDecay: bad));
        Refused("learningRate", () => new RmsProp<float>(bad));
        Refused("alpha", () => new RmsProp<float>(alpha: bad));
        Refused("epsilon", () => new RmsProp<float>(epsilon: bad));
        Refused("weightDecay", () => new RmsProp<float>(weightDecay: bad));
        Refused("momentum", () => new RmsProp<float>(momentum: bad));
        Refused("learningRate", () => new Adagrad<float>(bad));
        Refused("learningRateDecay", () => new Adagrad<float>(learningRateDecay: bad));
        Refused("weightDecay", () => new Adagrad<float>(weightDecay: bad));
        Refused("initialAccumulatorValue", () => new Adagrad<float>(initialAccumulatorValue: bad));
        Refused("epsilon", () => new Adagrad<float>(epsilon: bad));
    }

    [Theory, InlineData(1), InlineData(1.5), InlineData(double.PositiveInfinity)]
    public void The_betas_must_be_less_than_1(double bad)
    {
        Refused("beta1", () => new Adam<double>(beta1: bad));
        Refused("beta2", () => new Adam<double>(beta2: bad));
        Refused("Beta1", () => new AdamW<double>().Beta1 = bad);
    }

    [Fact]
    public void Nesterov_requires_a_momentum_and_no_dampening()
    {
        Assert.Throws<ArgumentException>(() => new Sgd<double>(nesterov: true));
        Assert.Throws<ArgumentException>(() => new Sgd<double>(momentum: 0.9, dampening: 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => new Sgd<double>(momentum: 0.9, nesterov: true).Momentum = 0);
        Refused("dampening", () => new Sgd<double>(dampening: NaN));
        Refused("Momentum", () => new Sgd<double>().Momentum = -1);
        Refused("Momentum", () => new RmsProp<double>().Momentum = NaN);
    }

    [Fact]
    public void Zero_and_the_odd_values_that_PyTorch_lets_through_are_accepted()
    {
        Assert.Equal(0, new Sgd<double>(0, 0, -1, 0).LearningRate);
        Assert.Equal(0, new Adam<double>(0, 0, 0, 0, 0).Beta2);
        Assert.Equal(1, new RmsProp<double>(0, 1, 0, 0, 0).Alpha);
        Assert.Equal(0, new Adagrad<double>(0, 0, 0, 0, 0).Epsilon);
        Assert.Equal(3, new Sgd<double>(momentum: 3).Momentum);
    }

    [Fact]
    public void Defaults_are_those_of_PyTorch()
    {
        var sgd = new Sgd<double>();
        Assert.Equal((1e-3, 0, 0, 0, false, false), (sgd.LearningRate, sgd.Momentum, sgd.Dampening, sgd.WeightDecay, sgd.Nesterov, sgd.Maximize));
        var adam = new Adam<double>();
        Assert.Equal((1e-3, 0.9, 0.999, 1e-8, 0, false, false), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay, adam.Amsgrad, adam.Maximize));
        var adamW = new AdamW<double>();
        Assert.Equal((1e-3, 0.9, 0.999, 1e-8, 1e-2, false, false), (adamW.LearningRate, adamW.Beta1, adamW.Beta2, adamW.Epsilon, adamW.WeightDecay, adamW.Amsgrad, adamW.Maximize));
        var rmsProp = new RmsProp<double>();
        Assert.Equal(
            (1e-2, 0.99, 1e-8, 0, 0, false, false),
            (rmsProp.LearningRate, rmsProp.Alpha, rmsProp.Epsilon, rmsProp.WeightDecay, rmsProp.Momentum, rmsProp.Centered, rmsProp.Maximize));
        var adagrad = new Adagrad<double>();
        Assert.Equal(
            (1e-2, 0, 0, 0, 1e-10, false),
            (adagrad.LearningRate, adagrad.LearningRateDecay, adagrad.WeightDecay, adagrad.InitialAccumulatorValue, adagrad.Epsilon, adagrad.Maximize));
        Assert.False(sgd.StopOnNonFinite);
    }

    private static void Refused(string option, Func<object> create) => Assert.Contains($"'{option}'", Assert.Throws<ArgumentOutOfRangeException>(option, create).Message);

    private static void Refused(string option, Action set) => Assert.Contains($"'{option}'", Assert.Throws<ArgumentOutOfRangeException>(option, set).Message);
}
