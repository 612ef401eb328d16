#if NET
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SymDiff.Runtime;

/// <summary>For generated code: truth values in lanes, with all bits set for true.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneMask
{
    // A table, because comparing the lanes' numbers takes ten times as long where lanes are two registers.
    private static ReadOnlySpan<int> Singles =>
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1];

    private static ReadOnlySpan<long> Doubles => [0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1];

    /// <summary>The lanes from one on.</summary>
    /// <param name="first">The first lane that counts: 0 for all, 16 for none.</param>
    /// <returns>True in that lane and those after it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SinglesFrom(int first) => Vector512.LoadUnsafe(in MemoryMarshal.GetReference(Singles), (nuint)(uint)(16 - first)).AsSingle();

    /// <summary>The lanes from one on.</summary>
    /// <param name="first">The first lane that counts: 0 for all, 8 for none.</param>
    /// <returns>True in that lane and those after it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> DoublesFrom(int first) => Vector512.LoadUnsafe(in MemoryMarshal.GetReference(Doubles), (nuint)(uint)(8 - first)).AsDouble();

    /// <summary>One truth value in all lanes.</summary>
    /// <typeparam name="T">Type of the lanes.</typeparam>
    /// <param name="value">The truth value.</param>
    /// <returns>The truth value, in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> All<T>(bool value) => value ? Vector512<T>.AllBitsSet : Vector512<T>.Zero;

    /// <summary>In how many lanes it is true.</summary>
    /// <typeparam name="T">Type of the lanes.</typeparam>
    /// <param name="mask">The truth values.</param>
    /// <returns>The number of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count<T>(Vector512<T> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());
}
#endif
