#if NET
using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SymDiff.Runtime;

/// <summary>For generated code: the elements of a tensor in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorElements
{
    /// <summary>The elements in row-major order: the tensor's own memory where it's dense; else a copy, which allocates.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <returns>All elements.</returns>
    public static ReadOnlySpan<T> Of<T>(Tensor<T> tensor) => Of(tensor.AsReadOnlyTensorSpan());

    /// <inheritdoc cref="Of{T}(Tensor{T})"/>
    public static ReadOnlySpan<T> Of<T>(scoped in TensorSpan<T> tensor) => Of(tensor.AsReadOnlyTensorSpan());

    /// <inheritdoc cref="Of{T}(Tensor{T})"/>
    public static ReadOnlySpan<T> Of<T>(scoped in ReadOnlyTensorSpan<T> tensor)
    {
        int length = checked((int)tensor.FlattenedLength);
        if (length == 0)
        {
            return [];
        }

        if (tensor.IsDense)
        {
            return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in tensor.GetPinnableReference()), length);
        }

        T[] copy = new T[length];
        tensor.CopyTo(new TensorSpan<T>(copy, tensor.Lengths));
        return copy;
    }

    /// <summary>The number of elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="tensor">The tensor; null for none.</param>
    /// <returns>The product of the lengths.</returns>
    public static long Count<T>(Tensor<T>? tensor) => tensor?.FlattenedLength ?? 0;

    /// <summary>A tensor of another's shape over the given elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="elements">In row-major order; they become the tensor's own.</param>
    /// <param name="shape">A tensor of as many elements.</param>
    /// <returns>The elements in that shape.</returns>
    public static Tensor<T> Shape<T>(T[] elements, Tensor<T>? shape) => shape is null ? Tensor<T>.Empty : Tensor.Create(elements, shape.Lengths);

    /// <summary>A tensor of another's shape, but for the length of the last axis, over the given elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="elements">In row-major order; they become the tensor's own.</param>
    /// <param name="shape">A tensor with at least one axis.</param>
    /// <param name="length">The length of the last axis.</param>
    /// <returns>The elements in that shape.</returns>
    public static Tensor<T> WithLastLength<T>(T[] elements, Tensor<T> shape, int length) => Tensor.Create(elements, [.. shape.Lengths[..^1], length]);

    /// <summary>The memory from the first element to the last, with what may lie between the elements.</summary>
    internal static ReadOnlySpan<T> Memory<T>(scoped in ReadOnlyTensorSpan<T> tensor)
    {
        if (tensor.IsEmpty)
        {
            return [];
        }

        nint last = 0;
        for (int axis = 0; axis < tensor.Rank; axis++)
        {
            last += (tensor.Lengths[axis] - 1) * tensor.Strides[axis];
        }

        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in tensor.GetPinnableReference()), checked((int)(last + 1)));
    }
}
#endif
