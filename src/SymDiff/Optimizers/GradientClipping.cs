using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace SymDiff;

/// <summary>Keeps gradients from being too large for a step, in place: <c>torch.nn.utils.clip_grad_norm_</c> and <c>clip_grad_value_</c>.</summary>
/// <example><code>
/// float loss = model.LossValueAndGradient(x, y, gradient);
/// float norm = GradientClipping.ByNorm(gradient, maximumNorm: 1);
/// optimizer.Step(model.Parameters, gradient);
/// </code></example>
public static class GradientClipping
{
    // PyTorch's, against division by zero; so a gradient that is clipped ends a little below the maximum.
    private const double Epsilon = 1e-6;

    /// <summary>Multiplies the gradient by min(1, maximumNorm / (norm + 10⁻⁶)), so that its norm is not above the maximum.</summary>
    /// <remarks>
    /// The norm of order p is (Σᵢ |gᵢ|ᵖ)^(1/p), over all elements: that of the whole gradient, not parameter by parameter. It is summed in double precision and in
    /// the same order on all machines, and doesn't overflow where the norm itself doesn't. A gradient with a NaN becomes NaN as a whole; with an infinite
    /// element, that becomes NaN and the others 0, unless <paramref name="errorIfNonFinite"/> is set. It allocates nothing.
    /// </remarks>
    /// <typeparam name="T">Type of the elements: <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">The gradient, which is changed where its norm is too large.</param>
    /// <param name="maximumNorm">The greatest norm to let through, in the unit of the gradient.</param>
    /// <param name="order">p, greater than 0: 2 for the length, 1 for the sum of magnitudes, <see cref="double.PositiveInfinity"/> for the greatest magnitude.</param>
    /// <param name="errorIfNonFinite">Whether a norm that is NaN or infinite is an error.</param>
    /// <returns>The norm before clipping; 0 for no elements.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is negative, or the order isn't greater than 0, or one of them is NaN.</exception>
    /// <exception cref="NotFiniteNumberException"><paramref name="errorIfNonFinite"/> is set, and the norm is NaN or infinite. Nothing was changed.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public static T ByNorm<T>(Span<T> gradient, double maximumNorm, double order = 2, bool errorIfNonFinite = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Option.NotNegative(maximumNorm);
        Option.Positive(order);
        T norm = T.CreateTruncating(GradientNorm.Of<T>(gradient, order));
        if (errorIfNonFinite && !T.IsFinite(norm))
        {
            double number = double.CreateTruncating(norm);
            throw new NotFiniteNumberException($"The gradient can't be clipped: its norm is {number.ToString(CultureInfo.InvariantCulture)}.", number);
        }

        T factor = T.One / (norm + T.CreateTruncating(Epsilon)) * T.CreateTruncating(maximumNorm);
        if (!(factor >= T.One))
        {
            TensorPrimitives.Multiply(gradient, factor, gradient);
        }

        return norm;
    }

    /// <summary>Brings each element of the gradient into the range from −maximum to maximum. NaN stays. It allocates nothing.</summary>
    /// <typeparam name="T">Type of the elements: <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">The gradient, which is changed where its elements are too large.</param>
    /// <param name="maximum">The greatest magnitude to let through, in the unit of the gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is negative or NaN.</exception>
    public static void ByValue<T>(Span<T> gradient, double maximum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T bound = T.CreateTruncating(Option.NotNegative(maximum));
        TensorPrimitives.Clamp(gradient, -bound, bound, gradient);
    }
}
