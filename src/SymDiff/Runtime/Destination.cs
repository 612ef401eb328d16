using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SymDiff.Runtime;

/// <summary>For generated code: whether what the caller passes to be written to is fit for it. All of it is checked before anything is written.</summary>
/// <remarks>
/// The checks aren't inlined: there are many of them where there are many arrays, and the compiler inlines only so much into a method. It is to inline the lanes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Destination
{
    /// <summary>Checks that a destination has the length of what it receives the gradient for, and memory of its own.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="destination">What is written to.</param>
    /// <param name="array">What it receives the gradient for; null is empty.</param>
    /// <param name="name">Name of the destination's parameter.</param>
    /// <param name="arrayName">Name of the array's parameter.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps the array.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Check<T>(Span<T> destination, ReadOnlySpan<T> array, string name, string arrayName)
    {
        CheckLength(destination.Length, array.Length, name, arrayName);
        if (MemoryExtensions.Overlaps(destination, array))
        {
            ThrowOverlap(name, arrayName);
        }
    }

    /// <inheritdoc cref="Check{T}(Span{T}, ReadOnlySpan{T}, string, string)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Check<T>(Span<T> destination, T[]? array, string name, string arrayName)
        => Check(destination, new ReadOnlySpan<T>(array), name, arrayName);

    /// <inheritdoc cref="Check{T}(Span{T}, ReadOnlySpan{T}, string, string)"/>
    public static void Check<T>(Span<T> destination, Array? array, string name, string arrayName)
        where T : struct
    {
        CheckLength(destination.Length, array?.LongLength ?? 0, name, arrayName);
        CheckApart<T, T>(destination, array, name, arrayName);
    }

    /// <summary>Checks that a destination doesn't overlap what is read, or another destination.</summary>
    /// <typeparam name="T">Type of the destination's elements.</typeparam>
    /// <typeparam name="TOther">Type of the other's elements.</typeparam>
    /// <param name="destination">What is written to.</param>
    /// <param name="other">What it must be apart from; null is empty.</param>
    /// <param name="name">Name of the destination's parameter.</param>
    /// <param name="otherName">Name of the other.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void CheckApart<T, TOther>(Span<T> destination, ReadOnlySpan<TOther> other, string name, string otherName)
        where T : struct
        where TOther : struct
    {
        if (MemoryExtensions.Overlaps(MemoryMarshal.AsBytes((ReadOnlySpan<T>)destination), MemoryMarshal.AsBytes(other)))
        {
            ThrowOverlap(name, otherName);
        }
    }

    /// <inheritdoc cref="CheckApart{T, TOther}(Span{T}, ReadOnlySpan{TOther}, string, string)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void CheckApart<T, TOther>(Span<T> destination, TOther[]? other, string name, string otherName)
        where T : struct
        where TOther : struct
        => CheckApart(destination, new ReadOnlySpan<TOther>(other), name, otherName);

    /// <inheritdoc cref="CheckApart{T, TOther}(Span{T}, ReadOnlySpan{TOther}, string, string)"/>
    public static void CheckApart<T, TOther>(Span<T> destination, Array? other, string name, string otherName)
        where T : struct
        where TOther : struct
    {
#if NET
        // On older frameworks there are no spans over arrays of several dimensions.
        if (other is not null)
        {
            ref TOther first = ref Unsafe.As<byte, TOther>(ref MemoryMarshal.GetArrayDataReference(other));
            CheckApart(destination, MemoryMarshal.CreateReadOnlySpan(ref first, other.Length), name, otherName);
        }
#endif
    }

    /// <summary>Clears the elements but for some that are going to be assigned.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="elements">All of them.</param>
    /// <param name="start">The first one that stays as it is; may be outside.</param>
    /// <param name="end">The first one after those; all are cleared if that isn't after <paramref name="start"/>.</param>
    public static void ClearApart<T>(Span<T> elements, int start, int end)
    {
        if (start >= end || start >= elements.Length || end <= 0)
        {
            elements.Clear();
            return;
        }

        elements.Slice(0, Math.Max(start, 0)).Clear();
        elements.Slice(Math.Min(end, elements.Length)).Clear();
    }

    /// <summary>An array of another's shape with the given elements.</summary>
    /// <typeparam name="TArray">Type of an array of several dimensions.</typeparam>
    /// <param name="elements">In row-major order.</param>
    /// <param name="shape">An array of as many elements.</param>
    /// <returns>The elements in that shape.</returns>
    public static TArray Shape<TArray>(Array elements, TArray shape)
        where TArray : class
    {
        // A copy has the lengths, whatever the rank; then come the elements.
        object? array = ((Array?)(object?)shape)?.Clone();
        if (array is not null)
        {
            Buffer.BlockCopy(elements, 0, (Array)array, 0, Buffer.ByteLength(elements));
        }

        return (TArray)array!;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CheckLength(long found, long wanted, string name, string arrayName)
    {
        if (found != wanted)
        {
            ThrowLength(found, wanted, name, arrayName);
        }
    }

    private static void ThrowLength(long found, long wanted, string name, string arrayName) => throw new ArgumentException(
        $"'{name}' has {Elements(found)}, but receives the gradient for '{arrayName}', which has {Elements(wanted)}: pass a span of exactly that length.", name);

    private static void ThrowOverlap(string name, string otherName) => throw new ArgumentException(
        $"'{name}' overlaps '{otherName}': it is written while the other arguments are still read, so it needs memory of its own.", name);

    private static string Elements(long count) => count == 1 ? "1 element" : $"{count.ToString(CultureInfo.InvariantCulture)} elements";
}
