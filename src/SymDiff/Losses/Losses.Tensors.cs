using System.Numerics;
using System.Numerics.Tensors;
using SymDiff.Runtime;

namespace SymDiff;

/// <content>The same over tensors.</content>
public static partial class Losses
{
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T MeanSquaredError<T>(Tensor<T> target, Tensor<T> prediction, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return MeanSquaredError(TensorElements.Of(target), TensorElements.Of(prediction), reduction);
    }

    /// <inheritdoc cref="MeanAbsoluteError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T MeanAbsoluteError<T>(Tensor<T> target, Tensor<T> prediction, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return MeanAbsoluteError(TensorElements.Of(target), TensorElements.Of(prediction), reduction);
    }

    /// <inheritdoc cref="SmoothL1{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, double, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T SmoothL1<T>(Tensor<T> target, Tensor<T> prediction, double beta = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return SmoothL1(TensorElements.Of(target), TensorElements.Of(prediction), beta, reduction);
    }

    /// <inheritdoc cref="Huber{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, double, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T Huber<T>(Tensor<T> target, Tensor<T> prediction, double delta = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return Huber(TensorElements.Of(target), TensorElements.Of(prediction), delta, reduction);
    }

    /// <inheritdoc cref="BinaryCrossEntropy{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T BinaryCrossEntropy<T>(Tensor<T> target, Tensor<T> prediction, ReadOnlySpan<T> weight = default, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return BinaryCrossEntropy(TensorElements.Of(target), TensorElements.Of(prediction), weight, reduction);
    }

    /// <inheritdoc cref="BinaryCrossEntropyWithLogits{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T BinaryCrossEntropyWithLogits<T>(
        Tensor<T> target, Tensor<T> prediction, ReadOnlySpan<T> weight = default, ReadOnlySpan<T> positiveWeight = default, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return BinaryCrossEntropyWithLogits(TensorElements.Of(target), TensorElements.Of(prediction), weight, positiveWeight, reduction);
    }

    /// <inheritdoc cref="Hinge{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, double, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T Hinge<T>(Tensor<T> target, Tensor<T> prediction, double margin = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return Hinge(TensorElements.Of(target), TensorElements.Of(prediction), margin, reduction);
    }

    /// <inheritdoc cref="SoftMargin{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T SoftMargin<T>(Tensor<T> target, Tensor<T> prediction, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return SoftMargin(TensorElements.Of(target), TensorElements.Of(prediction), reduction);
    }

    /// <inheritdoc cref="CrossEntropy{T}(ReadOnlySpan{int}, ReadOnlySpan{T}, ReadOnlySpan{T}, int, double, Reduction)"/>
    /// <exception cref="ArgumentException">The scores have another shape than the labels with one axis more, for the classes; or the weights aren't as many as the classes.</exception>
    public static T CrossEntropy<T>(
        Tensor<int> target,
        Tensor<T> prediction,
        ReadOnlySpan<T> weight = default,
        int ignoreIndex = Ignored,
        double labelSmoothing = 0,
        Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireRows(target, prediction);
        return CrossEntropy(TensorElements.Of(target), TensorElements.Of(prediction), weight, ignoreIndex, labelSmoothing, reduction);
    }

    /// <inheritdoc cref="CrossEntropy{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, int, ReadOnlySpan{T}, double, Reduction)"/>
    /// <remarks>The classes are along the last axis.</remarks>
    /// <exception cref="ArgumentException">The shapes differ; or the weights aren't as many as the classes.</exception>
    public static T CrossEntropy<T>(
        Tensor<T> target, Tensor<T> prediction, ReadOnlySpan<T> weight = default, double labelSmoothing = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return CrossEntropy(TensorElements.Of(target), TensorElements.Of(prediction), TensorShapes.LastLength(prediction), weight, labelSmoothing, reduction);
    }

    /// <inheritdoc cref="NegativeLogLikelihood{T}(ReadOnlySpan{int}, ReadOnlySpan{T}, ReadOnlySpan{T}, int, Reduction)"/>
    /// <exception cref="ArgumentException">The logarithms have another shape than the labels with one axis more, for the classes; or the weights aren't as many as the classes.</exception>
    public static T NegativeLogLikelihood<T>(
        Tensor<int> target, Tensor<T> prediction, ReadOnlySpan<T> weight = default, int ignoreIndex = Ignored, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireRows(target, prediction);
        return NegativeLogLikelihood(TensorElements.Of(target), TensorElements.Of(prediction), weight, ignoreIndex, reduction);
    }

    /// <inheritdoc cref="KullbackLeiblerDivergence{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, bool, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T KullbackLeiblerDivergence<T>(Tensor<T> target, Tensor<T> prediction, bool logTarget = false, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return KullbackLeiblerDivergence(TensorElements.Of(target), TensorElements.Of(prediction), logTarget, reduction);
    }

    /// <inheritdoc cref="GaussianNegativeLogLikelihood{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, bool, double, Reduction)"/>
    /// <remarks>The variances have the shape of the prediction, or that without its last axis: then there is one for each row.</remarks>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public static T GaussianNegativeLogLikelihood<T>(
        Tensor<T> target, Tensor<T> prediction, Tensor<T> variance, bool full = false, double epsilon = 1e-6, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        if (!TensorShapes.Same(variance, prediction))
        {
            RequireRows(variance, prediction);
        }

        return GaussianNegativeLogLikelihood(TensorElements.Of(target), TensorElements.Of(prediction), TensorElements.Of(variance), full, epsilon, reduction);
    }

    /// <inheritdoc cref="PoissonNegativeLogLikelihood{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, bool, bool, double, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T PoissonNegativeLogLikelihood<T>(
        Tensor<T> target, Tensor<T> prediction, bool logInput = true, bool full = false, double epsilon = 1e-8, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return PoissonNegativeLogLikelihood(TensorElements.Of(target), TensorElements.Of(prediction), logInput, full, epsilon, reduction);
    }

    /// <inheritdoc cref="HingeEmbedding{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, double, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T HingeEmbedding<T>(Tensor<T> target, Tensor<T> prediction, double margin = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, prediction);
        return HingeEmbedding(TensorElements.Of(target), TensorElements.Of(prediction), margin, reduction);
    }

    /// <inheritdoc cref="CosineEmbedding{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, double, Reduction)"/>
    /// <remarks>The vectors are along the last axis.</remarks>
    /// <exception cref="ArgumentException">The vectors have different shapes, or another one than the targets with one axis more.</exception>
    public static T CosineEmbedding<T>(Tensor<T> target, Tensor<T> first, Tensor<T> second, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(first, second);
        RequireRows(target, first);
        return CosineEmbedding(TensorElements.Of(target), TensorElements.Of(first), TensorElements.Of(second), margin, reduction);
    }

    /// <inheritdoc cref="MarginRanking{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, double, Reduction)"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static T MarginRanking<T>(Tensor<T> target, Tensor<T> first, Tensor<T> second, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(target, first);
        RequireSameShape(target, second);
        return MarginRanking(TensorElements.Of(target), TensorElements.Of(first), TensorElements.Of(second), margin, reduction);
    }

    private static void RequireSameShape<T>(Tensor<T> target, Tensor<T> prediction)
    {
        if (!TensorShapes.Same(target, prediction))
        {
            throw new ArgumentException($"The target has the shape {TensorShapes.Describe(target)}, the prediction {TensorShapes.Describe(prediction)}.", nameof(prediction));
        }
    }

    private static void RequireRows<TTarget, T>(Tensor<TTarget> target, Tensor<T> prediction)
    {
        if (!TensorShapes.AreRows(target, prediction))
        {
            throw new ArgumentException(
                $"The shape {TensorShapes.Describe(prediction)} isn't {TensorShapes.Describe(target)} with one axis more.", nameof(prediction));
        }
    }
}
