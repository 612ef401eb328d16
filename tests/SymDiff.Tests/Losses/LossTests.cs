namespace SymDiff.Tests;

/// <summary>What losses do with arguments that don't fit, with none, and at the limits.</summary>
public sealed class LossTests
{
    private static readonly double[] s_two = [0.25, 0.5];
    private static readonly double[] s_three = [0.25, 0.5, 0.75];

    [Fact]
    public void Lengths_that_differ_are_refused()
    {
        Action[] calls =
        [
            () => Losses.MeanSquaredError<double>(s_two, s_three),
            () => Losses.MeanAbsoluteError<double>(s_three, s_two),
            () => Losses.SmoothL1<double>(s_two, s_three),
            () => Losses.Huber<double>(s_two, s_three),
            () => Losses.BinaryCrossEntropy<double>(s_two, s_three),
            () => Losses.BinaryCrossEntropy<double>(s_two, s_two, weight: s_three),
            () => Losses.BinaryCrossEntropyWithLogits<double>(s_two, s_three),
            () => Losses.BinaryCrossEntropyWithLogits<double>(s_two, s_two, weight: s_three),
            () => Losses.BinaryCrossEntropyWithLogits<double>(s_three, s_three, positiveWeight: s_two),
            () => Losses.Hinge<double>(s_two, s_three),
            () => Losses.SoftMargin<double>(s_two, s_three),
            () => Losses.CrossEntropy<double>([0, 1], s_three),
            () => Losses.CrossEntropy<double>([0, 1], []),
            () => Losses.CrossEntropy<double>([], s_two),
            () => Losses.CrossEntropy<double>([0], s_three, weight: s_two),
            () => Losses.CrossEntropy<double>(s_two, s_three, classes: 2),
            () => Losses.CrossEntropy<double>(s_three, s_three, classes: 2),
            () => Losses.CrossEntropy<double>(s_two, s_two, classes: 2, weight: s_three),
            () => Losses.CrossEntropy<double>(s_two, s_two, classes: 0),
            () => Losses.NegativeLogLikelihood<double>([0, 1], s_three),
            () => Losses.KullbackLeiblerDivergence<double>(s_two, s_three),
            () => Losses.GaussianNegativeLogLikelihood<double>(s_two, s_three, s_three),
            () => Losses.GaussianNegativeLogLikelihood<double>(s_three, s_three, s_two),
            () => Losses.GaussianNegativeLogLikelihood<double>(s_three, s_three, []),
            () => Losses.PoissonNegativeLogLikelihood<double>(s_two, s_three),
            () => Losses.HingeEmbedding<double>(s_two, s_three),
            () => Losses.CosineEmbedding<double>([1], s_two, s_three),
            () => Losses.CosineEmbedding<double>([1, 1], s_three, s_three),
            () => Losses.CosineEmbedding<double>([], s_three, s_three),
            () => Losses.CosineEmbedding<double>([1], [], []),
            () => Losses.MarginRanking<double>([1], s_two, s_two),
        ];
        Assert.All(calls, call => Assert.ThrowsAny<ArgumentException>(call));
    }

    [Fact]
    public void The_message_has_both_lengths()
        => Assert.StartsWith("The target has 2 elements, the prediction 3.", Assert.Throws<ArgumentException>(() => Losses.MeanSquaredError<double>(s_two, s_three)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void Labels_of_no_class_are_refused(int label)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Losses.CrossEntropy<double>([label], s_three));
        Assert.Throws<ArgumentOutOfRangeException>(() => Losses.NegativeLogLikelihood<double>([label], s_three));
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void Predictions_that_are_no_probabilities_are_refused(double prediction)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Losses.BinaryCrossEntropy<double>([1.0], [prediction]));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Options_out_of_range_are_refused(double option)
    {
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Losses.SmoothL1<double>(s_two, s_two, beta: option));
        Assert.Throws<ArgumentOutOfRangeException>("delta", () => Losses.Huber<double>(s_two, s_two, delta: option));
        Assert.Throws<ArgumentOutOfRangeException>("labelSmoothing", () => Losses.CrossEntropy<double>([1], s_two, labelSmoothing: option));
        Assert.Throws<ArgumentOutOfRangeException>("labelSmoothing", () => Losses.CrossEntropy<double>(s_two, s_two, classes: 2, labelSmoothing: option));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Losses.GaussianNegativeLogLikelihood<double>(s_two, s_two, s_two, epsilon: option));
        Assert.Throws<ArgumentOutOfRangeException>("variance", () => Losses.GaussianNegativeLogLikelihood<double>(s_two, s_two, [1, -1e-3]));
        Assert.Throws<ArgumentOutOfRangeException>("reduction", () => Losses.MeanSquaredError<double>(s_two, s_two, (Reduction)2));
    }

    [Fact]
    public void With_a_beta_of_0_smooth_L1_is_the_mean_absolute_error()
        => Assert.Equal(Losses.MeanAbsoluteError<double>([1, 2, 3], [1, 4, -5]), Losses.SmoothL1<double>([1, 2, 3], [1, 4, -5], beta: 0));

    [Fact]
    public void The_mean_of_nothing_is_NaN_and_its_sum_0()
    {
        Assert.Equal(double.NaN, Losses.MeanSquaredError<double>([], []));
        Assert.Equal(0, Losses.MeanSquaredError<double>([], [], Reduction.Sum));
        Assert.Equal(double.NaN, Losses.CrossEntropy<double>([], []));
        Assert.Equal(double.NaN, Losses.CrossEntropy<double>([-100], s_three));
        Assert.Equal(0, Losses.CosineEmbedding<double>([], [], [], reduction: Reduction.Sum));
    }

    [Fact]
    public void NaN_gives_NaN()
    {
        double[] x = [0.5, double.NaN];
        Assert.All(
            [
                Losses.MeanSquaredError<double>(s_two, x), Losses.MeanAbsoluteError<double>(s_two, x), Losses.SmoothL1<double>(s_two, x), Losses.Huber<double>(s_two, x),
                Losses.BinaryCrossEntropyWithLogits<double>(s_two, x), Losses.Hinge<double>(s_two, x), Losses.SoftMargin<double>(s_two, x), Losses.CrossEntropy<double>([0], x),
                Losses.CrossEntropy<double>(s_two, x, classes: 2), Losses.KullbackLeiblerDivergence<double>(s_two, x), Losses.GaussianNegativeLogLikelihood<double>(s_two, x, s_two),
                Losses.GaussianNegativeLogLikelihood<double>(s_two, s_two, x), Losses.PoissonNegativeLogLikelihood<double>(s_two, x), Losses.HingeEmbedding<double>([-1, -1], x),
                Losses.CosineEmbedding<double>([-1], s_two, x), Losses.MarginRanking<double>([1, 1], s_two, x),
            ],
            loss => Assert.Equal(double.NaN, loss));
    }
}
