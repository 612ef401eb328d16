using System.Numerics;

namespace SymDiff;

/// <content>The same of the elements of spans, into a destination.</content>
public static partial class Activations
{
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Relu<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Relu(x[i]);
        }
    }

    /// <inheritdoc cref="LeakyRelu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="negativeSlope">s.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void LeakyRelu<T>(ReadOnlySpan<T> x, Span<T> destination, double negativeSlope = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = LeakyRelu(x[i], negativeSlope);
        }
    }

    /// <inheritdoc cref="PRelu{T}(T, T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="weight">w.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void PRelu<T>(ReadOnlySpan<T> x, Span<T> destination, T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = PRelu(x[i], weight);
        }
    }

    /// <inheritdoc cref="Relu6{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Relu6<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Relu6(x[i]);
        }
    }

    /// <inheritdoc cref="Elu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="alpha">α: −α is the limit for x → −∞.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Elu<T>(ReadOnlySpan<T> x, Span<T> destination, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Elu(x[i], alpha);
        }
    }

    /// <inheritdoc cref="Celu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="alpha">α, not 0: −α is the limit for x → −∞.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Celu<T>(ReadOnlySpan<T> x, Span<T> destination, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Celu(x[i], alpha);
        }
    }

    /// <inheritdoc cref="Selu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Selu<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Selu(x[i]);
        }
    }

    /// <inheritdoc cref="Gelu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Gelu<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Gelu(x[i]);
        }
    }

    /// <inheritdoc cref="GeluTanh{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void GeluTanh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = GeluTanh(x[i]);
        }
    }

    /// <inheritdoc cref="Silu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Silu<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Silu(x[i]);
        }
    }

    /// <inheritdoc cref="Mish{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Mish<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Mish(x[i]);
        }
    }

    /// <inheritdoc cref="Softplus{T}(T, double, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="beta">β, not 0: how sharp the bend is.</param>
    /// <param name="threshold">Where the function is as good as x.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Softplus<T>(ReadOnlySpan<T> x, Span<T> destination, double beta = 1, double threshold = 20)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Softplus(x[i], beta, threshold);
        }
    }

    /// <inheritdoc cref="Softsign{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Softsign<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Softsign(x[i]);
        }
    }

    /// <inheritdoc cref="Tanh{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Tanh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Tanh(x[i]);
        }
    }

    /// <inheritdoc cref="Sigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Sigmoid(x[i]);
        }
    }

    /// <inheritdoc cref="LogSigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void LogSigmoid<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = LogSigmoid(x[i]);
        }
    }

    /// <inheritdoc cref="HardTanh{T}(T, double, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void HardTanh<T>(ReadOnlySpan<T> x, Span<T> destination, double min = -1, double max = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = HardTanh(x[i], min, max);
        }
    }

    /// <inheritdoc cref="HardSigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void HardSigmoid<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = HardSigmoid(x[i]);
        }
    }

    /// <inheritdoc cref="HardSwish{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void HardSwish<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = HardSwish(x[i]);
        }
    }

    // An element is written when it has been read; so the two may be one.
    private static void RequireDestination<T>(ReadOnlySpan<T> x, Span<T> destination)
    {
        if (x.Length != destination.Length)
        {
            throw new ArgumentException($"The destination has {destination.Length} elements, the input {x.Length}.", nameof(destination));
        }

        if (x.Overlaps(destination, out int shift) && shift != 0)
        {
            throw new ArgumentException($"The destination overlaps the input, {Math.Abs(shift)} elements apart: it may only be the input itself.", nameof(destination));
        }
    }
}
