#if NET
using System.ComponentModel;
using System.Numerics.Tensors;

namespace SymDiff.Runtime;

/// <summary>For generated code: the checks of <see cref="Destination"/> for tensors. Apart from those, which programs need that have no tensors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorDestination
{
    /// <summary>Checks that a destination has as many elements as the tensor that it receives the gradient for, and memory of its own.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="destination">What is written to.</param>
    /// <param name="tensor">What it receives the gradient for; null is empty.</param>
    /// <param name="name">Name of the destination's parameter.</param>
    /// <param name="tensorName">Name of the tensor's parameter.</param>
    /// <exception cref="ArgumentException">The numbers of elements differ, or the destination overlaps the tensor.</exception>
    public static void Check<T>(Span<T> destination, Tensor<T>? tensor, string name, string tensorName)
        where T : struct
        => Check(destination, tensor is null ? default : tensor.AsReadOnlyTensorSpan(), name, tensorName);

    /// <inheritdoc cref="Check{T}(Span{T}, Tensor{T}, string, string)"/>
    public static void Check<T>(Span<T> destination, scoped in TensorSpan<T> tensor, string name, string tensorName)
        where T : struct
        => Check(destination, tensor.AsReadOnlyTensorSpan(), name, tensorName);

    /// <inheritdoc cref="Check{T}(Span{T}, Tensor{T}, string, string)"/>
    public static void Check<T>(Span<T> destination, scoped in ReadOnlyTensorSpan<T> tensor, string name, string tensorName)
        where T : struct
    {
        Destination.CheckLength(destination.Length, tensor.FlattenedLength, name, tensorName);
        CheckApart(destination, tensor, name, tensorName);
    }

    /// <summary>Checks that a destination doesn't overlap what is read.</summary>
    /// <typeparam name="T">Type of the destination's elements.</typeparam>
    /// <typeparam name="TOther">Type of the tensor's elements.</typeparam>
    /// <param name="destination">What is written to.</param>
    /// <param name="other">What it must be apart from; null is empty.</param>
    /// <param name="name">Name of the destination's parameter.</param>
    /// <param name="otherName">Name of the tensor.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void CheckApart<T, TOther>(Span<T> destination, Tensor<TOther>? other, string name, string otherName)
        where T : struct
        where TOther : struct
        => CheckApart(destination, other is null ? default : other.AsReadOnlyTensorSpan(), name, otherName);

    /// <inheritdoc cref="CheckApart{T, TOther}(Span{T}, Tensor{TOther}, string, string)"/>
    public static void CheckApart<T, TOther>(Span<T> destination, scoped in TensorSpan<TOther> other, string name, string otherName)
        where T : struct
        where TOther : struct
        => CheckApart(destination, other.AsReadOnlyTensorSpan(), name, otherName);

    /// <inheritdoc cref="CheckApart{T, TOther}(Span{T}, Tensor{TOther}, string, string)"/>
    public static void CheckApart<T, TOther>(Span<T> destination, scoped in ReadOnlyTensorSpan<TOther> other, string name, string otherName)
        where T : struct
        where TOther : struct
        => Destination.CheckApart(destination, TensorElements.Memory(other), name, otherName);
}
#endif
