using System.Numerics.Tensors;

namespace SymDiff.Consumer.Tests.Library;

/// <summary>Each loss of the library over tensors, of a prediction that depends on two numbers.</summary>
internal static partial class TensorLosses
{
    [Differentiable(nameof(w), nameof(b))]
    internal static double MeanSquaredError(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.MeanSquaredError(y, w * x + b);

    [Differentiable(nameof(w), nameof(b))]
    internal static double SummedSquares(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.MeanSquaredError(y, w * x + b, Reduction.Sum);

    [Differentiable(nameof(w), nameof(b))]
    internal static double MeanAbsoluteError(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.MeanAbsoluteError(y, w * x + b);

    [Differentiable(nameof(w), nameof(b))]
    internal static double SmoothL1(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.SmoothL1(y, w * x + b, beta: 0.7);

    [Differentiable(nameof(w), nameof(b))]
    internal static double Huber(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.Huber(y, w * x + b, 0.7, Reduction.Sum);

    [Differentiable(nameof(w), nameof(b))]
    internal static double BinaryCrossEntropy(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.BinaryCrossEntropy(y, Tensor.Sigmoid<double>(w * x + b));

    [Differentiable(nameof(w), nameof(b))]
    internal static double BinaryCrossEntropyWithLogits(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.BinaryCrossEntropyWithLogits(y, w * x + b);

    [Differentiable(nameof(w), nameof(b))]
    internal static double WeightedLogits(double w, double b, Tensor<double> x, Tensor<double> y, ReadOnlySpan<double> weights) => Losses.BinaryCrossEntropyWithLogits(y, w * x + b, positiveWeight: weights, reduction: Reduction.Sum);

    [Differentiable(nameof(w), nameof(b))]
    internal static double Hinge(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.Hinge(y, w * x + b);

    [Differentiable(nameof(w), nameof(b))]
    internal static double SoftMargin(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.SoftMargin(y, w * x + b);

    [Differentiable(nameof(w), nameof(b))]
    internal static double CrossEntropy(double w, double b, Tensor<double> x, Tensor<int> y) => Losses.CrossEntropy(y, w * x + b * x * x);

    [Differentiable(nameof(w), nameof(b))]
    internal static double WeightedCrossEntropy(double w, double b, Tensor<double> x, Tensor<int> y, ReadOnlySpan<double> weights) => Losses.CrossEntropy(y, w * x + b * x * x, weights, labelSmoothing: 0.1);

    [Differentiable(nameof(w), nameof(b))]
    internal static double CrossEntropyOfProbabilities(double w, double b, Tensor<double> x, Tensor<double> y, ReadOnlySpan<double> weights) => Losses.CrossEntropy(y, w * x + b * x * x, weights, 0.1);

    [Differentiable(nameof(w), nameof(b))]
    internal static double NegativeLogLikelihood(double w, double b, Tensor<double> x, Tensor<int> y, ReadOnlySpan<double> weights) => Losses.NegativeLogLikelihood(y, w * x + b, weights);

    [Differentiable(nameof(w), nameof(b))]
    internal static double KullbackLeiblerDivergence(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.KullbackLeiblerDivergence(y, w * x + b);

    [Differentiable(nameof(w), nameof(b))]
    internal static double OfLogarithms(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.KullbackLeiblerDivergence(w * y + b, x, logTarget: true);

    [Differentiable(nameof(w), nameof(b))]
    internal static double GaussianNegativeLogLikelihood(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.GaussianNegativeLogLikelihood(y, w * x, b * y * y + 0.1, full: true);

    [Differentiable(nameof(w), nameof(b))]
    internal static double PoissonNegativeLogLikelihood(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.PoissonNegativeLogLikelihood(y, w * x + b, full: true);

    [Differentiable(nameof(w), nameof(b))]
    internal static double PoissonOfMeans(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.PoissonNegativeLogLikelihood(y, w * x * x + b, logInput: false);

    [Differentiable(nameof(w), nameof(b))]
    internal static double HingeEmbedding(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.HingeEmbedding(y, w * x + b);

    [Differentiable(nameof(w), nameof(b))]
    internal static double CosineEmbedding(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.CosineEmbedding(y, w * x + b, x * x - w, margin: 0.1);

    [Differentiable(nameof(w), nameof(b))]
    internal static double MarginRanking(double w, double b, Tensor<double> x, Tensor<double> y) => Losses.MarginRanking(y, w * x, b - x, margin: 0.2);

    [Differentiable(nameof(w), nameof(b))]
    internal static float InSinglePrecision(float w, float b, Tensor<float> x, Tensor<float> y) => Losses.BinaryCrossEntropyWithLogits(y, w * x + b) + Losses.Huber(y, b * x);
}
