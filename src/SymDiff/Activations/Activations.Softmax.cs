using System.Numerics;
using System.Numerics.Tensors;
using SymDiff.Runtime;

namespace SymDiff;

/// <content>Activation functions of several numbers at once.</content>
public static partial class Activations
{
    /// <summary>e^x / ∑ e^x, positive shares that add up to 1: <c>torch.nn.Softmax</c>.</summary>
    /// <remarks>All exponents are shifted by the largest number, so that nothing overflows. NaN and +∞ give NaN, as in PyTorch.</remarks>
    /// <typeparam name="T">Type of the numbers: <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives their shares.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the two overlap otherwise than from their first elements on.</exception>
    public static void Softmax<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        Softmax(x, destination, 0, x.Length, 1);
    }

    /// <summary>e^x / ∑ e^x in each row of a table: <c>torch.nn.Softmax(dim=-1)</c>.</summary>
    /// <inheritdoc cref="Softmax{T}(ReadOnlySpan{T}, Span{T})"/>
    /// <param name="x">Numbers, row by row.</param>
    /// <param name="destination">Receives their shares in their rows.</param>
    /// <param name="classes">The length of a row.</param>
    /// <exception cref="ArgumentException">The lengths differ or aren't those of whole rows, or the two overlap otherwise than from their first elements on.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> isn't positive.</exception>
    public static void Softmax<T>(ReadOnlySpan<T> x, Span<T> destination, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        RequireRows(x.Length, classes);
        for (int start = 0; start < x.Length; start += classes)
        {
            Softmax(x, destination, start, classes, 1);
        }
    }

    /// <summary>e^x / ∑ e^x along one axis: <c>torch.nn.Softmax</c>.</summary>
    /// <inheritdoc cref="Softmax{T}(ReadOnlySpan{T}, Span{T})"/>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">Along which axis the shares add up to 1; a negative one counts from the last one, which is −1.</param>
    /// <returns>The shares, in a new tensor of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor<T> Softmax<T>(Tensor<T> x, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        Softmax<T>(x, result, axis);
        return result;
    }

    /// <summary>e^x / ∑ e^x along one axis: <c>torch.nn.Softmax</c>.</summary>
    /// <inheritdoc cref="Softmax{T}(ReadOnlySpan{T}, Span{T})"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives their shares.</param>
    /// <param name="axis">Along which axis the shares add up to 1; a negative one counts from the last one, which is −1.</param>
    /// <exception cref="ArgumentException">The shapes differ; the destination isn't dense; or the two overlap otherwise than from their first elements on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static void Softmax<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int count, int stride) = Axis(x.Lengths, axis);
        ReadOnlySpan<T> elements = TensorElements.Of(x);
        Span<T> results = Elements(x, destination);
        RequireDestination(elements, results);
        for (int block = 0; block < elements.Length; block += count * stride)
        {
            for (int start = block; start < block + stride; start++)
            {
                Softmax(elements, results, start, count, stride);
            }
        }
    }

    /// <summary>log(e^x / ∑ e^x) = x − log ∑ e^x, also where the share itself is too small for a number: <c>torch.nn.LogSoftmax</c>.</summary>
    /// <inheritdoc cref="Softmax{T}(ReadOnlySpan{T}, Span{T})"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the logarithms of their shares.</param>
    public static void LogSoftmax<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        LogSoftmax(x, destination, 0, x.Length, 1);
    }

    /// <summary>x − log ∑ e^x in each row of a table: <c>torch.nn.LogSoftmax(dim=-1)</c>.</summary>
    /// <inheritdoc cref="Softmax{T}(ReadOnlySpan{T}, Span{T}, int)"/>
    /// <param name="x">Numbers, row by row.</param>
    /// <param name="destination">Receives the logarithms of their shares in their rows.</param>
    /// <param name="classes">The length of a row.</param>
    public static void LogSoftmax<T>(ReadOnlySpan<T> x, Span<T> destination, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireDestination(x, destination);
        RequireRows(x.Length, classes);
        for (int start = 0; start < x.Length; start += classes)
        {
            LogSoftmax(x, destination, start, classes, 1);
        }
    }

    /// <summary>x − log ∑ e^x along one axis: <c>torch.nn.LogSoftmax</c>.</summary>
    /// <inheritdoc cref="Softmax{T}(Tensor{T}, int)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="axis">Along which axis the shares add up to 1; a negative one counts from the last one, which is −1.</param>
    /// <returns>The logarithms of their shares, in a new tensor of the same shape.</returns>
    public static Tensor<T> LogSoftmax<T>(Tensor<T> x, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> result = Like(x);
        LogSoftmax<T>(x, result, axis);
        return result;
    }

    /// <summary>x − log ∑ e^x along one axis: <c>torch.nn.LogSoftmax</c>.</summary>
    /// <inheritdoc cref="Softmax{T}(in ReadOnlyTensorSpan{T}, in TensorSpan{T}, int)"/>
    /// <param name="x">Numbers.</param>
    /// <param name="destination">Receives the logarithms of their shares.</param>
    /// <param name="axis">Along which axis the shares add up to 1; a negative one counts from the last one, which is −1.</param>
    public static void LogSoftmax<T>(scoped in ReadOnlyTensorSpan<T> x, scoped in TensorSpan<T> destination, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int count, int stride) = Axis(x.Lengths, axis);
        ReadOnlySpan<T> elements = TensorElements.Of(x);
        Span<T> results = Elements(x, destination);
        RequireDestination(elements, results);
        for (int block = 0; block < elements.Length; block += count * stride)
        {
            for (int start = block; start < block + stride; start++)
            {
                LogSoftmax(elements, results, start, count, stride);
            }
        }
    }

    private static void Softmax<T>(ReadOnlySpan<T> x, Span<T> destination, int start, int count, int stride)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T shift = Largest(x, start, count, stride);
        T sum = T.Zero;
        for (int i = 0; i < count; i++)
        {
            T power = T.Exp(x[start + i * stride] - shift);
            destination[start + i * stride] = power;
            sum += power;
        }

        for (int i = 0; i < count; i++)
        {
            destination[start + i * stride] /= sum;
        }
    }

    private static void LogSoftmax<T>(ReadOnlySpan<T> x, Span<T> destination, int start, int count, int stride)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T shift = Largest(x, start, count, stride);
        T sum = T.Zero;
        for (int i = 0; i < count; i++)
        {
            sum += T.Exp(x[start + i * stride] - shift);
        }

        T logarithm = T.Log(sum);
        for (int i = 0; i < count; i++)
        {
            destination[start + i * stride] = x[start + i * stride] - shift - logarithm;
        }
    }

    // Shares are the same whatever all exponents are shifted by: that's why its derivative needn't be followed.
    private static T Largest<T>(ReadOnlySpan<T> x, int start, int count, int stride)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T largest = T.NegativeInfinity;
        for (int i = 0; i < count; i++)
        {
            largest = T.Max(largest, x[start + i * stride]);
        }

        return Gradients.Stop(largest);
    }

    private static (int Count, int Stride) Axis(scoped ReadOnlySpan<nint> lengths, int axis)
    {
        int index = axis < 0 ? axis + lengths.Length : axis;
        if (index < 0 || index >= lengths.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"A tensor of {lengths.Length} axes has none of that number.");
        }

        nint stride = 1;
        foreach (nint length in lengths[(index + 1)..])
        {
            stride *= length;
        }

        return (checked((int)lengths[index]), checked((int)stride));
    }

    private static void RequireRows(int numbers, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (numbers % classes != 0)
        {
            throw new ArgumentException($"{numbers} numbers aren't rows of {classes}.", "x");
        }
    }
}
