using System.Numerics.Tensors;
using SymDiff.Consumer.Tests.Cases;
using static SymDiff.Consumer.Tests.Library.TensorLosses;

namespace SymDiff.Consumer.Tests.Library;

/// <summary>Losses of the library, called in differentiated methods.</summary>
public sealed class TensorLossTests
{
    private static readonly Tensor<double> s_x = Tensor.Create([0.5, -1.25, 2.0, 0.75, -0.25, 1.5], [2, 3]);
    private static readonly Tensor<double> s_y = Tensor.Create([1.5, -0.75, 1.0, 2.75, -1.25, 0.5], [2, 3]);
    private static readonly Tensor<double> s_probabilities = Tensor.Create([0.2, 0.5, 0.3, 0.9, 0.05, 0.05], [2, 3]);
    private static readonly Tensor<double> s_signs = Tensor.Create([1.0, -1, -1, 1, 1, -1], [2, 3]);
    private static readonly Tensor<double> s_rows = Tensor.Create([1.0, -1], [2]);
    private static readonly Tensor<int> s_labels = Tensor.Create([2, 0], [2]);
    private static readonly double[] s_weights = [0.5, 1.5, 2];
    private static readonly Tensor<float> s_singles = Tensor.Create([0.5f, -1.25f, 2.0f, 0.75f], [4]);

    internal static IEnumerable<Case> Cases =>
    [
        Case.Of((w, b) => MeanSquaredError(w, b, s_x, s_y), (w, b) => MeanSquaredErrorGradient(w, b, s_x, s_y), (w, b) => MeanSquaredErrorValueAndGradient(w, b, s_x, s_y)),
        Case.Of((w, b) => SummedSquares(w, b, s_x, s_y), (w, b) => SummedSquaresGradient(w, b, s_x, s_y), (w, b) => SummedSquaresValueAndGradient(w, b, s_x, s_y)),
        Case.Of((w, b) => MeanAbsoluteError(w, b, s_x, s_y), (w, b) => MeanAbsoluteErrorGradient(w, b, s_x, s_y), (w, b) => MeanAbsoluteErrorValueAndGradient(w, b, s_x, s_y)),
        Case.Of((w, b) => SmoothL1(w, b, s_x, s_y), (w, b) => SmoothL1Gradient(w, b, s_x, s_y), (w, b) => SmoothL1ValueAndGradient(w, b, s_x, s_y)).Within(1e-4),
        Case.Of((w, b) => Huber(w, b, s_x, s_y), (w, b) => HuberGradient(w, b, s_x, s_y), (w, b) => HuberValueAndGradient(w, b, s_x, s_y)).Within(1e-4),
        Case.Of((w, b) => BinaryCrossEntropy(w, b, s_x, s_probabilities), (w, b) => BinaryCrossEntropyGradient(w, b, s_x, s_probabilities), (w, b) => BinaryCrossEntropyValueAndGradient(w, b, s_x, s_probabilities)),
        Case.Of((w, b) => BinaryCrossEntropyWithLogits(w, b, s_x, s_probabilities), (w, b) => BinaryCrossEntropyWithLogitsGradient(w, b, s_x, s_probabilities), (w, b) => BinaryCrossEntropyWithLogitsValueAndGradient(w, b, s_x, s_probabilities)),
        Case.Of((w, b) => WeightedLogits(w, b, s_x, s_probabilities, s_weights), (w, b) => WeightedLogitsGradient(w, b, s_x, s_probabilities, s_weights), (w, b) => WeightedLogitsValueAndGradient(w, b, s_x, s_probabilities, s_weights)),
        Case.Of((w, b) => Hinge(w, b, s_x, s_signs), (w, b) => HingeGradient(w, b, s_x, s_signs), (w, b) => HingeValueAndGradient(w, b, s_x, s_signs)),
        Case.Of((w, b) => SoftMargin(w, b, s_x, s_signs), (w, b) => SoftMarginGradient(w, b, s_x, s_signs), (w, b) => SoftMarginValueAndGradient(w, b, s_x, s_signs)),
        Case.Of((w, b) => CrossEntropy(w, b, s_x, s_labels), (w, b) => CrossEntropyGradient(w, b, s_x, s_labels), (w, b) => CrossEntropyValueAndGradient(w, b, s_x, s_labels)),
        Case.Of((w, b) => WeightedCrossEntropy(w, b, s_x, s_labels, s_weights), (w, b) => WeightedCrossEntropyGradient(w, b, s_x, s_labels, s_weights), (w, b) => WeightedCrossEntropyValueAndGradient(w, b, s_x, s_labels, s_weights)),
        Case.Of((w, b) => CrossEntropyOfProbabilities(w, b, s_x, s_probabilities, s_weights), (w, b) => CrossEntropyOfProbabilitiesGradient(w, b, s_x, s_probabilities, s_weights), (w, b) => CrossEntropyOfProbabilitiesValueAndGradient(w, b, s_x, s_probabilities, s_weights)),
        Case.Of((w, b) => NegativeLogLikelihood(w, b, s_x, s_labels, s_weights), (w, b) => NegativeLogLikelihoodGradient(w, b, s_x, s_labels, s_weights), (w, b) => NegativeLogLikelihoodValueAndGradient(w, b, s_x, s_labels, s_weights)),
        Case.Of((w, b) => KullbackLeiblerDivergence(w, b, s_x, s_probabilities), (w, b) => KullbackLeiblerDivergenceGradient(w, b, s_x, s_probabilities), (w, b) => KullbackLeiblerDivergenceValueAndGradient(w, b, s_x, s_probabilities)),
        Case.Of((w, b) => OfLogarithms(w, b, s_x, s_probabilities), (w, b) => OfLogarithmsGradient(w, b, s_x, s_probabilities), (w, b) => OfLogarithmsValueAndGradient(w, b, s_x, s_probabilities)),
        Case.Of((w, b) => GaussianNegativeLogLikelihood(w, b, s_x, s_y), (w, b) => GaussianNegativeLogLikelihoodGradient(w, b, s_x, s_y), (w, b) => GaussianNegativeLogLikelihoodValueAndGradient(w, b, s_x, s_y)),
        Case.Of((w, b) => PoissonNegativeLogLikelihood(w, b, s_x, s_probabilities), (w, b) => PoissonNegativeLogLikelihoodGradient(w, b, s_x, s_probabilities), (w, b) => PoissonNegativeLogLikelihoodValueAndGradient(w, b, s_x, s_probabilities)),
        Case.Of((w, b) => PoissonOfMeans(w, b, s_x, s_probabilities), (w, b) => PoissonOfMeansGradient(w, b, s_x, s_probabilities), (w, b) => PoissonOfMeansValueAndGradient(w, b, s_x, s_probabilities)),
        Case.Of((w, b) => HingeEmbedding(w, b, s_x, s_signs), (w, b) => HingeEmbeddingGradient(w, b, s_x, s_signs), (w, b) => HingeEmbeddingValueAndGradient(w, b, s_x, s_signs)),
        Case.Of((w, b) => CosineEmbedding(w, b, s_x, s_rows), (w, b) => CosineEmbeddingGradient(w, b, s_x, s_rows), (w, b) => CosineEmbeddingValueAndGradient(w, b, s_x, s_rows)),
        Case.Of((w, b) => MarginRanking(w, b, s_x, s_signs), (w, b) => MarginRankingGradient(w, b, s_x, s_signs), (w, b) => MarginRankingValueAndGradient(w, b, s_x, s_signs)),
        Case.Of((float w, float b) => InSinglePrecision(w, b, s_singles, s_singles), (w, b) => InSinglePrecisionGradient(w, b, s_singles, s_singles), (w, b) => InSinglePrecisionValueAndGradient(w, b, s_singles, s_singles)),
    ];

    [Fact]
    public void A_logit_of_0_has_the_slope_of_the_sigmoid()
    {
        // Zero weights are where training often starts. ∂/∂b = mean(σ(0) − y).
        (double dw, double db) = BinaryCrossEntropyWithLogitsGradient(0, 0, s_x, s_probabilities);
        Assert.Equal(0.5 - (2.0 / 6), db, 1e-15);
        Assert.Equal(((0.5 * 0.3) - (1.25 * 0) + (2 * 0.2) + (0.75 * -0.4) + (-0.25 * 0.45) + (1.5 * 0.45)) / 6, dw, 1e-15);
    }

    [Fact]
    public void Shapes_that_differ_throw_what_the_loss_throws()
    {
        string message = Assert.Throws<ArgumentException>(() => Losses.MeanSquaredError(s_x, s_rows)).Message;
        Assert.StartsWith("The target has the shape [2, 3], the prediction [2].", message, StringComparison.Ordinal);
        Assert.StartsWith("The target has the shape [2], the prediction [2, 3].", Assert.Throws<ArgumentException>(() => MeanSquaredErrorGradient(1, 1, s_x, s_rows)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CrossEntropyGradient(1, 1, s_singlesAsRows, s_labels));
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossEntropyGradient(1, 1, s_x, Tensor.Create([3, 0], [2])));
    }

    private static readonly Tensor<double> s_singlesAsRows = Tensor.Create([0.5, -1.25, 2.0, 0.75], [4]);
}
