#if NET
using System.ComponentModel;
using System.Numerics.Tensors;

namespace SymDiff.Runtime;

/// <summary>For generated code: shapes of tensors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorShapes
{
    /// <summary>Whether both have the same lengths along the same axes.</summary>
    /// <typeparam name="TLeft">A type of tensor.</typeparam>
    /// <typeparam name="TRight">A type of tensor.</typeparam>
    /// <param name="left">A tensor.</param>
    /// <param name="right">Another.</param>
    /// <returns><see langword="true"/> if no axis differs.</returns>
    public static bool Same<TLeft, TRight>(scoped in TLeft left, scoped in TRight right)
        where TLeft : IReadOnlyTensor, allows ref struct
        where TRight : IReadOnlyTensor, allows ref struct
        => left.Lengths.SequenceEqual(right.Lengths);
}
#endif
