using System.Numerics;
using SymDiff.Numerics;

namespace SymDiff;

/// <content>Losses for yes or no.</content>
public static partial class Losses
{
    /// <summary>The mean (or sum) of −w·(y·log x + (1 − y)·log(1 − x)): <c>torch.nn.BCELoss</c>.</summary>
    /// <remarks>
    /// Logarithms below −100 count as −100, so that the loss is finite where a prediction is 0 or 1; there they are constant, and contribute nothing to the derivative.
    /// <see cref="BinaryCrossEntropyWithLogits{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/> has no such limit: prefer it.
    /// </remarks>
    /// <param name="target">y: 0 or 1, or a probability.</param>
    /// <param name="prediction">x, a probability.</param>
    /// <param name="weight">w, for each element; none: 1.</param>
    /// <param name="reduction">Mean (over the number of elements, whatever their weights) or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentOutOfRangeException">A prediction isn't between 0 and 1.</exception>
    public static T BinaryCrossEntropy<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, ReadOnlySpan<T> weight = default, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        RequireWeights(weight.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            T loss = BinaryCrossEntropyOf(target[i], prediction[i]);
            sum += weight.IsEmpty ? loss : weight[i] * loss;
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>The mean (or sum) of −w·(p·y·log σ(x) + (1 − y)·log(1 − σ(x))), with σ(x) = 1/(1 + e⁻ˣ): <c>torch.nn.BCEWithLogitsLoss</c>.</summary>
    /// <param name="target">y: 0 or 1, or a probability.</param>
    /// <param name="prediction">x: any number; 0 is undecided.</param>
    /// <param name="weight">w, for each element; none: 1.</param>
    /// <param name="positiveWeight">p, by which the positive cases are weighted; none: 1. One for each element, or for each class, if the elements are rows of as many classes.</param>
    /// <param name="reduction">Mean (over the number of elements, whatever their weights) or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T BinaryCrossEntropyWithLogits<T>(
        ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, ReadOnlySpan<T> weight = default, ReadOnlySpan<T> positiveWeight = default, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        RequireWeights(weight.Length, prediction.Length);
        if (!positiveWeight.IsEmpty && prediction.Length % positiveWeight.Length != 0)
        {
            throw new ArgumentException($"{prediction.Length} elements aren't rows of {positiveWeight.Length}.", nameof(positiveWeight));
        }

        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            T y = target[i];
            T x = prediction[i];
            T share = positiveWeight.IsEmpty ? T.One : T.One + (positiveWeight[i % positiveWeight.Length] - T.One) * y;
            T loss = (T.One - y) * x + share * SpecialFunctions.Softplus(-x);
            sum += weight.IsEmpty ? loss : weight[i] * loss;
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>The mean (or sum) of max(0, m − y·x), for targets 1 and −1: the loss of support vector machines.</summary>
    /// <remarks>The derivative at the kink, m = y·x, is that of m − y·x.</remarks>
    /// <param name="target">y: 1 or −1.</param>
    /// <param name="prediction">x.</param>
    /// <param name="margin">m.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T Hinge<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, double margin = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += NotNegative(T.CreateChecked(margin) - target[i] * prediction[i]);
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>The mean (or sum) of log(1 + e⁻ʸˣ), for targets 1 and −1: <c>torch.nn.SoftMarginLoss</c>.</summary>
    /// <param name="target">y: 1 or −1.</param>
    /// <param name="prediction">x.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T SoftMargin<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += SpecialFunctions.Softplus(-target[i] * prediction[i]);
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    private static T BinaryCrossEntropyOf<T>(T y, T x)
        where T : IFloatingPointIeee754<T>
    {
        if (!(x >= T.Zero && x <= T.One))
        {
            throw new ArgumentOutOfRangeException("prediction", x, "A prediction is between 0 and 1.");
        }

        return (y - T.One) * T.Max(SpecialFunctions.LogP1(-x), T.CreateChecked(-100)) - y * T.Max(T.Log(x), T.CreateChecked(-100));
    }
}
