using System.Numerics;
using System.Runtime.InteropServices;

namespace SymDiff;

/// <summary>Looks for NaN and infinities.</summary>
internal static class NonFinite
{
    /// <summary>Where the first is, if there is one.</summary>
    public static int? IndexIn<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T origin = ref MemoryMarshal.GetReference(elements);
        int start = 0;
        while (start <= elements.Length - Vector<T>.Count && Vector.AllWhereAllBitsSet(Vector.IsFinite(Vector.LoadUnsafe(ref origin, (nuint)start))))
        {
            start += Vector<T>.Count;
        }

        for (int i = start; i < elements.Length; i++)
        {
            if (!T.IsFinite(elements[i]))
            {
                return i;
            }
        }

        return null;
    }
}
