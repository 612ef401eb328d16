using System.Numerics;

namespace SymDiff;

/// <content>Likelihoods, and distances of distributions.</content>
public static partial class Losses
{
    /// <summary>The mean (or sum) of y·(log y − x), where x is the logarithm of a probability: <c>torch.nn.KLDivLoss</c>.</summary>
    /// <remarks>
    /// The sum is the divergence. The mean is over all elements, as in PyTorch; the mean over a batch of distributions (<c>batchmean</c> there) is the sum divided by their number.
    /// </remarks>
    /// <param name="target">y, a probability; where it is 0, so is the loss, but for the limits of x. With <paramref name="logTarget"/> its logarithm.</param>
    /// <param name="prediction">x, the logarithm of a probability.</param>
    /// <param name="logTarget">Whether the target is given by its logarithm.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T KullbackLeiblerDivergence<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, bool logTarget = false, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += logTarget ? T.Exp(target[i]) * (target[i] - prediction[i]) : EntropyOf(target[i]) - target[i] * prediction[i];
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>
    /// The mean (or sum) of ½·(log v + (x − y)²/v), for normal distributions with the mean x and the variance v: <c>torch.nn.GaussianNLLLoss</c>.
    /// </summary>
    /// <remarks>Variances less than <paramref name="epsilon"/> count as that, but the derivative with respect to them is taken as if they were it, and not 0, so that they can grow again: as in PyTorch.</remarks>
    /// <param name="target">y.</param>
    /// <param name="prediction">x.</param>
    /// <param name="variance">v, not negative: one for each element, or for each row, if the elements are as many rows.</param>
    /// <param name="full">Whether to add the constant ½·log 2π.</param>
    /// <param name="epsilon">The least variance, positive.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentException">The lengths differ, or the elements aren't as many rows as there are variances.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A variance is negative, or <paramref name="epsilon"/> isn't positive.</exception>
    public static T GaussianNegativeLogLikelihood<T>(
        ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, ReadOnlySpan<T> variance, bool full = false, double epsilon = 1e-6, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        if (!(epsilon > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon is positive.");
        }

        if (variance.IsEmpty ? !prediction.IsEmpty : prediction.Length % variance.Length != 0)
        {
            throw new ArgumentException($"{prediction.Length} elements aren't {variance.Length} rows, one for each variance.", nameof(variance));
        }

        int length = variance.IsEmpty ? 1 : prediction.Length / variance.Length;
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            T v = AtLeast(variance[i / length], T.CreateChecked(epsilon));
            T error = prediction[i] - target[i];
            T loss = T.CreateChecked(0.5) * (T.Log(v) + error * error / v);
            sum += full ? loss + T.CreateChecked(0.91893853320467274178) : loss;
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>The mean (or sum) of eˣ − y·x, for counts y from Poisson distributions with the mean eˣ: <c>torch.nn.PoissonNLLLoss</c>.</summary>
    /// <param name="target">y.</param>
    /// <param name="prediction">x; the logarithm of the mean, or the mean.</param>
    /// <param name="logInput">Whether <paramref name="prediction"/> is the logarithm of the mean. If it is the mean itself, the loss is x − y·log(x + ε).</param>
    /// <param name="full">Whether to add Stirling's approximation of log y!, y·log y − y + ½·log 2πy, where y &gt; 1.</param>
    /// <param name="epsilon">ε, against the logarithm of 0.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T PoissonNegativeLogLikelihood<T>(
        ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, bool logInput = true, bool full = false, double epsilon = 1e-8, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            T x = prediction[i];
            T loss = logInput ? T.Exp(x) - target[i] * x : x - target[i] * T.Log(x + T.CreateChecked(epsilon));
            sum += full ? loss + StirlingOf(target[i]) : loss;
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    // y·log y, which is 0 at 0.
    private static T EntropyOf<T>(T y)
        where T : IFloatingPointIeee754<T>
        => y == T.Zero ? T.Zero : y * T.Log(y);

    private static T AtLeast<T>(T variance, T epsilon)
        where T : IFloatingPointIeee754<T>
    {
        if (variance < T.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "A variance is not negative.");
        }

        // What is added is 0 for all variances but those below, and is a constant to the derivative.
        return variance < epsilon ? variance + Gradients.Stop(epsilon - variance) : variance;
    }

    private static T StirlingOf<T>(T y)
        where T : IFloatingPointIeee754<T>
        => y > T.One ? y * T.Log(y) - y + T.CreateChecked(0.5) * T.Log(T.CreateChecked(2) * T.Pi * y) : T.Zero;
}
