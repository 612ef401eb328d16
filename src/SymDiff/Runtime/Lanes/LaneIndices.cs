#if NET
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SymDiff.Runtime;

/// <summary>For generated code: the index of a loop in lanes, as a number to calculate with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneIndices
{
    /// <summary>Sixteen indices in a row, each rounded as a conversion rounds it.</summary>
    /// <param name="first">The first index.</param>
    /// <returns>The indices.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Singles(int first) => Vector512.ConvertToSingle(Vector512.Create(first) + Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));

    /// <summary>Eight indices in a row.</summary>
    /// <param name="first">The first index.</param>
    /// <returns>The indices.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Doubles(int first) => Vector512.Create((double)first) + Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7);
}
#endif
