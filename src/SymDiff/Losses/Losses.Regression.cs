using System.Numerics;

namespace SymDiff;

/// <content>Losses for numbers.</content>
public static partial class Losses
{
    /// <summary>The mean (or sum) of (x − y)²: <c>torch.nn.MSELoss</c>.</summary>
    /// <typeparam name="T">Type of the elements: <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="target">y.</param>
    /// <param name="prediction">x.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static T MeanSquaredError<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            T error = prediction[i] - target[i];
            sum += error * error;
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>The mean (or sum) of |x − y|: <c>torch.nn.L1Loss</c>. The derivative at x = y is 0.</summary>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    public static T MeanAbsoluteError<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += T.Abs(prediction[i] - target[i]);
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>The mean (or sum) of ½·(x − y)²/β where |x − y| &lt; β, else of |x − y| − ½·β: <c>torch.nn.SmoothL1Loss</c>.</summary>
    /// <param name="target">y.</param>
    /// <param name="prediction">x.</param>
    /// <param name="beta">β, not negative: where the parabola becomes a line. With 0 it is the mean absolute error.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is negative or NaN.</exception>
    public static T SmoothL1<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, double beta = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(beta >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "Beta is not negative.");
        }

        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += SmoothL1Of(prediction[i] - target[i], T.CreateChecked(beta));
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    /// <summary>The mean (or sum) of ½·(x − y)² where |x − y| ≤ δ, else of δ·(|x − y| − ½·δ): <c>torch.nn.HuberLoss</c>.</summary>
    /// <param name="target">y.</param>
    /// <param name="prediction">x.</param>
    /// <param name="delta">δ, positive: where the parabola becomes a line.</param>
    /// <param name="reduction">Mean or sum.</param>
    /// <inheritdoc cref="MeanSquaredError{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Reduction)"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> isn't positive.</exception>
    public static T Huber<T>(ReadOnlySpan<T> target, ReadOnlySpan<T> prediction, double delta = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(delta > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta is positive.");
        }

        RequireSameLength(target.Length, prediction.Length);
        T sum = T.Zero;
        for (int i = 0; i < prediction.Length; i++)
        {
            sum += HuberOf(prediction[i] - target[i], T.CreateChecked(delta));
        }

        return Reduced(sum, prediction.Length, reduction);
    }

    private static T SmoothL1Of<T>(T error, T beta)
        where T : IFloatingPointIeee754<T>
    {
        T half = T.CreateChecked(0.5);
        T distance = T.Abs(error);
        return distance < beta ? half * error * error / beta : distance - half * beta;
    }

    private static T HuberOf<T>(T error, T delta)
        where T : IFloatingPointIeee754<T>
    {
        T half = T.CreateChecked(0.5);
        T distance = T.Abs(error);
        return distance <= delta ? half * error * error : delta * (distance - half * delta);
    }
}
