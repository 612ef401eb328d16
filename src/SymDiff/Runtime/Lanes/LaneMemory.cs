#if NET
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SymDiff.Runtime;

/// <summary>For generated code: elements of arrays, as many at a time as there are lanes. Ranges are checked once, where they start.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneMemory
{
    /// <summary>Where the elements start.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="elements">All of them.</param>
    /// <returns>The first one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Start<T>(ReadOnlySpan<T> elements) => ref MemoryMarshal.GetReference(elements);

    /// <summary>Where a range starts. Throws if there are fewer elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="elements">All of them.</param>
    /// <param name="start">The first one of the range.</param>
    /// <param name="length">How many there must be from there on.</param>
    /// <returns>The first element of the range.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Start<T>(ReadOnlySpan<T> elements, int start, int length) => ref MemoryMarshal.GetReference(elements.Slice(start, length));

    /// <summary>Where a part of a row starts. Throws if there are fewer elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="elements">All rows.</param>
    /// <param name="row">Which one.</param>
    /// <param name="start">The first element of the part.</param>
    /// <param name="length">How many there must be from there on, at least one.</param>
    /// <returns>The first element of the part.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Start<T>(T[,] elements, int row, int start, int length)
    {
        _ = elements[row, start + (length - 1)];
        return ref elements[row, start];
    }

    /// <summary>Whether there is such a range: then it can be read also where the source wouldn't read all of it.</summary>
    /// <param name="elements">How many elements there are.</param>
    /// <param name="start">The first one of the range.</param>
    /// <param name="length">Its length.</param>
    /// <returns><see langword="true"/> if the whole range is there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Covers(int elements, int start, int length) => start >= 0 && length >= 0 && (long)start + length <= elements;

    /// <summary>As many elements as there are lanes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="start">Where they start.</param>
    /// <param name="index">The first one, from there on.</param>
    /// <returns>The elements.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(ref T start, int index) => Vector512.LoadUnsafe(ref start, (nuint)(uint)index);

    /// <summary>Writes as many elements as there are lanes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="start">Where they start.</param>
    /// <param name="index">The first one, from there on.</param>
    /// <param name="value">The elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(ref T start, int index, Vector512<T> value) => value.StoreUnsafe(ref start, (nuint)(uint)index);
}
#endif
