using System.Numerics;

namespace SymDiff;

/// <content>Losses for what shall be near or far from each other.</content>
public static partial class Losses
{
    /// <summary>The mean (or sum) of x where y = 1, and of max(0, m − x) where y = −1, for distances x: <c>torch.nn.HingeEmbeddingLoss</c>.</summary>
    /// <remarks>The derivative at the kink, x = m, is that of m − x. Where y is neither 1 nor −1, both are added up, as in PyTorch.</remarks>
    /// <param name="target">y: 1 for what shall be near, −1 for what shall be far.</param>
    /// <param name="prediction">x, the distances.</param>
    /// <param name="margin">m, how far is far enough.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T HingeEmbedding<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, double margin = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            T far = target[i] == T.One ? T.Zero : NotNegative(T.CreateChecked(margin) - prediction[i]);
            T near = target[i] == T.NegativeOne ? T.Zero : prediction[i];
            sum += far + near;
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>
    /// The mean (or sum) of 1 − cos(a, b) where y = 1, and of max(0, cos(a, b) − m) where y = −1, for pairs of vectors a and b: <c>torch.nn.CosineEmbeddingLoss</c>.
    /// </summary>
    /// <remarks>
    /// The squares of both lengths are increased by 10⁻¹², as in PyTorch: the cosine of a zero vector is 0. The derivative at the kink is that of cos(a, b) − m.
    /// Where y is neither 1 nor −1, the loss is 0.
    /// </remarks>
    /// <param name="target">y, for each pair: 1 for what shall be alike, −1 for what shall not.</param>
    /// <param name="first">The vectors a, one after the other.</param>
    /// <param name="second">The vectors b.</param>
    /// <param name="margin">m, from −1 to 1: how unlike is unlike enough.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The vectors aren't as many as the targets, and all of one length.</exception>
    public static T CosineEmbedding<T>(
        ReadOnlySpan<T> target, ReadOnlySpan<T> first, ReadOnlySpan<T> second, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"The first vectors have {first.Length} elements, the second {second.Length}.", nameof(second));
        }

        if (target.IsEmpty ? !first.IsEmpty : first.IsEmpty || first.Length % target.Length != 0)
        {
            throw new ArgumentException($"{first.Length} elements aren't {target.Length} vectors, one for each target.", nameof(first));
        }

        int length = target.IsEmpty ? 1 : first.Length / target.Length;
        T sum = T.Zero;
        for (int pair = 0; pair < target.Length; pair++)
        {
            T product = T.Zero;
            T firstSquare = T.Zero;
            T secondSquare = T.Zero;
            for (int k = 0; k < length; k++)
            {
                T a = first[pair * length + k];
                T b = second[pair * length + k];
                product += a * b;
                firstSquare += a * a;
                secondSquare += b * b;
            }

            T epsilon = T.CreateChecked(1e-12);
            T cosine = product / T.Sqrt((firstSquare + epsilon) * (secondSquare + epsilon));
            sum += target[pair] == T.One ? T.One - cosine : target[pair] == T.NegativeOne ? NotNegative(cosine - T.CreateChecked(margin)) : T.Zero;
        }

        return Reduced(sum, target.Length, reduction);
    }

    /// <summary>The mean (or sum) of max(0, m − y·(a − b)): <c>torch.nn.MarginRankingLoss</c>.</summary>
    /// <remarks>The derivative at the kink is that of m − y·(a − b).</remarks>
    /// <param name="target">y: 1 where a shall be greater than b, −1 where it shall be less.</param>
    /// <param name="first">a.</param>
    /// <param name="second">b.</param>
    /// <param name="margin">m, by how much.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T MarginRanking<T>(
        ReadOnlySpan<T> target, ReadOnlySpan<T> first, ReadOnlySpan<T> second, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (target.Length != first.Length || target.Length != second.Length)
        {
            throw new ArgumentException($"There are {target.Length} targets for {first.Length} and {second.Length} elements.", nameof(target));
        }

        T sum = T.Zero;
        for (int i = 0; i < target.Length; i++)
        {
            sum += NotNegative(T.CreateChecked(margin) - target[i] * (first[i] - second[i]));
        }

        return Reduced(sum, target.Length, reduction);
    }
}
