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

    /// <summary>Whether both have the same lengths along all axes but the last, of which there is one at least.</summary>
    /// <typeparam name="TLeft">A type of tensor.</typeparam>
    /// <typeparam name="TRight">A type of tensor.</typeparam>
    /// <param name="left">A tensor.</param>
    /// <param name="right">Another.</param>
    /// <returns><see langword="true"/> if no other axis differs.</returns>
    public static bool SameButLast<TLeft, TRight>(scoped in TLeft left, scoped in TRight right)
        where TLeft : IReadOnlyTensor, allows ref struct
        where TRight : IReadOnlyTensor, allows ref struct
        => left.Rank > 0 && left.Rank == right.Rank && left.Lengths[..^1].SequenceEqual(right.Lengths[..^1]);

    /// <summary>Whether a table has the shape of its rows, with one axis more behind, along which a row lies.</summary>
    /// <typeparam name="TRows">A type of tensor.</typeparam>
    /// <typeparam name="TTable">A type of tensor.</typeparam>
    /// <param name="rows">A tensor with one element for each row.</param>
    /// <param name="table">The table.</param>
    /// <returns><see langword="true"/> if all other axes agree.</returns>
    public static bool AreRows<TRows, TTable>(scoped in TRows rows, scoped in TTable table)
        where TRows : IReadOnlyTensor, allows ref struct
        where TTable : IReadOnlyTensor, allows ref struct
        => table.Rank == rows.Rank + 1 && table.Lengths[..^1].SequenceEqual(rows.Lengths);

    /// <summary>The length along the last axis.</summary>
    /// <typeparam name="T">A type of tensor.</typeparam>
    /// <param name="tensor">A tensor.</param>
    /// <returns>The length; 0 where there is no axis.</returns>
    public static int LastLength<T>(scoped in T tensor)
        where T : IReadOnlyTensor, allows ref struct
        => tensor.Rank == 0 ? 0 : checked((int)tensor.Lengths[^1]);

    /// <summary>The shape for a message: <c>[2, 3]</c>.</summary>
    /// <typeparam name="T">A type of tensor.</typeparam>
    /// <param name="tensor">A tensor.</param>
    /// <returns>The lengths along all axes.</returns>
    public static string Describe<T>(scoped in T tensor)
        where T : IReadOnlyTensor, allows ref struct
        => $"[{string.Join(", ", tensor.Lengths.ToArray())}]";
}
#endif
