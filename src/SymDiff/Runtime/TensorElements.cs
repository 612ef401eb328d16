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
}
#endif
