using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SymDiff.Runtime;

namespace SymDiff;

/// <content>The same of the elements of tensors, into a destination.</content>
public static partial class Activations
{
    /// <inheritdoc cref="Relu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Relu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Relu(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="LeakyRelu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="negativeSlope">s.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void LeakyRelu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, double negativeSlope = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T>
        => LeakyRelu(TensorElements.Of(x), Elements(x, destination), negativeSlope);

    /// <inheritdoc cref="PRelu{T}(T, T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="weight">w.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void PRelu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
        => PRelu(TensorElements.Of(x), Elements(x, destination), weight);

    /// <inheritdoc cref="Relu6{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Relu6<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Relu6(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="Elu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="alpha">α: −α is the limit for x → −∞.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Elu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Elu(TensorElements.Of(x), Elements(x, destination), alpha);

    /// <inheritdoc cref="Celu{T}(T, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="alpha">α, not 0: −α is the limit for x → −∞.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Celu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Celu(TensorElements.Of(x), Elements(x, destination), alpha);

    /// <inheritdoc cref="Selu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Selu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Selu(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="Gelu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Gelu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Gelu(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="GeluTanh{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void GeluTanh<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => GeluTanh(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="Silu{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Silu<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Silu(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="Mish{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Mish<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Mish(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="Softplus{T}(T, double, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="beta">β, not 0: how sharp the bend is.</param>
    /// <param name="threshold">Where the function is as good as x.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Softplus<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, double beta = 1, double threshold = 20)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Softplus(TensorElements.Of(x), Elements(x, destination), beta, threshold);

    /// <inheritdoc cref="Softsign{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Softsign<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Softsign(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="Tanh{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Tanh<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Tanh(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="Sigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void Sigmoid<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Sigmoid(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="LogSigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void LogSigmoid<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => LogSigmoid(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="HardTanh{T}(T, double, double)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void HardTanh<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, double min = -1, double max = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
        => HardTanh(TensorElements.Of(x), Elements(x, destination), min, max);

    /// <inheritdoc cref="HardSigmoid{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void HardSigmoid<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => HardSigmoid(TensorElements.Of(x), Elements(x, destination));

    /// <inheritdoc cref="HardSwish{T}(T)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the value of the function for each of them.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    public static void HardSwish<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => HardSwish(TensorElements.Of(x), Elements(x, destination));

    private static Span<T> Elements<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination)
    {
        if (!TensorShapes.Same(x, destination))
        {
            throw new ArgumentException($"The destination has the shape {TensorShapes.Describe(destination)}, the input {TensorShapes.Describe(x)}.", nameof(destination));
        }

        if (!destination.IsDense)
        {
            throw new ArgumentException("The elements of the destination don't lie in a row.", nameof(destination));
        }

        return Elements(destination);
    }

    private static Span<T> Elements<T>(scoped in TensorSpan<T> dense)
        => dense.IsEmpty ? [] : MemoryMarshal.CreateSpan(ref Unsafe.AsRef(in dense.GetPinnableReference()), checked((int)dense.FlattenedLength));
}
