#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SymDiff.Runtime;

/// <summary>The kernels of <see cref="Contractions"/>, for either type of numbers.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLanes">Its arithmetic in lanes.</typeparam>
internal static class ContractionKernels<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : struct, ILaneArithmetic<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowsTimesVector(
        Span<T> target, int targetStart, ReadOnlySpan<T> matrix, int start, int stride, ReadOnlySpan<T> vector, int vectorStart, int rows, int columns, bool isSubtracted)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }

        ref T total = ref Range(target, targetStart, 1, rows, 1);
        ref T row = ref Range(matrix, start, stride, rows, columns);
        ref T x = ref Range(vector, vectorStart, 0, 1, columns);
        int r = 0;
        for (; r <= rows - 4; r += 4)
        {
            ref T row0 = ref Unsafe.Add(ref row, (nint)r * stride), row1 = ref Unsafe.Add(ref row0, stride), row2 = ref Unsafe.Add(ref row1, stride), row3 = ref Unsafe.Add(ref row2, stride);
            Vector512<T> sum0 = Vector512<T>.Zero, sum1 = Vector512<T>.Zero, sum2 = Vector512<T>.Zero, sum3 = Vector512<T>.Zero;
            int c = 0;
            for (; c <= columns - Vector512<T>.Count; c += Vector512<T>.Count)
            {
                Vector512<T> xs = Vector512.LoadUnsafe(ref x, (nuint)c);
                sum0 = TLanes.Fused(Vector512.LoadUnsafe(ref row0, (nuint)c), xs, sum0);
                sum1 = TLanes.Fused(Vector512.LoadUnsafe(ref row1, (nuint)c), xs, sum1);
                sum2 = TLanes.Fused(Vector512.LoadUnsafe(ref row2, (nuint)c), xs, sum2);
                sum3 = TLanes.Fused(Vector512.LoadUnsafe(ref row3, (nuint)c), xs, sum3);
            }

            TLanes.AddTotals(ref Unsafe.Add(ref total, r), isSubtracted, sum0, sum1, sum2, sum3);
            for (; c < columns; c++)
            {
                T xc = Signed(Unsafe.Add(ref x, c), isSubtracted);
                Unsafe.Add(ref total, r) += Unsafe.Add(ref row0, c) * xc;
                Unsafe.Add(ref total, r + 1) += Unsafe.Add(ref row1, c) * xc;
                Unsafe.Add(ref total, r + 2) += Unsafe.Add(ref row2, c) * xc;
                Unsafe.Add(ref total, r + 3) += Unsafe.Add(ref row3, c) * xc;
            }
        }

        for (; r < rows; r++)
        {
            ref T row0 = ref Unsafe.Add(ref row, (nint)r * stride);
            Vector512<T> sum0 = Vector512<T>.Zero;
            int c = 0;
            for (; c <= columns - Vector512<T>.Count; c += Vector512<T>.Count)
            {
                sum0 = TLanes.Fused(Vector512.LoadUnsafe(ref row0, (nuint)c), Vector512.LoadUnsafe(ref x, (nuint)c), sum0);
            }

            Unsafe.Add(ref total, r) += Signed(TLanes.Sum(sum0), isSubtracted);
            for (; c < columns; c++)
            {
                Unsafe.Add(ref total, r) += Unsafe.Add(ref row0, c) * Signed(Unsafe.Add(ref x, c), isSubtracted);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CombinationOfRows(
        Span<T> target, int targetStart, ReadOnlySpan<T> matrix, int start, int stride, ReadOnlySpan<T> factors, int factorsStart, int rows, int columns, bool isSubtracted)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }

        ref T total = ref Range(target, targetStart, 0, 1, columns);
        ref T row = ref Range(matrix, start, stride, rows, columns);
        ref T factor = ref Range(factors, factorsStart, 1, rows, 1);
        int r = 0;
        for (; r <= rows - 4; r += 4)
        {
            ref T row0 = ref Unsafe.Add(ref row, (nint)r * stride), row1 = ref Unsafe.Add(ref row0, stride), row2 = ref Unsafe.Add(ref row1, stride), row3 = ref Unsafe.Add(ref row2, stride);
            T factor0 = Signed(Unsafe.Add(ref factor, r), isSubtracted), factor1 = Signed(Unsafe.Add(ref factor, r + 1), isSubtracted);
            T factor2 = Signed(Unsafe.Add(ref factor, r + 2), isSubtracted), factor3 = Signed(Unsafe.Add(ref factor, r + 3), isSubtracted);
            int c = 0;
            for (; c <= columns - Vector512<T>.Count; c += Vector512<T>.Count)
            {
                Vector512<T> totals = Vector512.LoadUnsafe(ref total, (nuint)c);
                totals = TLanes.Fused(Vector512.LoadUnsafe(ref row0, (nuint)c), Vector512.Create(factor0), totals);
                totals = TLanes.Fused(Vector512.LoadUnsafe(ref row1, (nuint)c), Vector512.Create(factor1), totals);
                totals = TLanes.Fused(Vector512.LoadUnsafe(ref row2, (nuint)c), Vector512.Create(factor2), totals);
                totals = TLanes.Fused(Vector512.LoadUnsafe(ref row3, (nuint)c), Vector512.Create(factor3), totals);
                totals.StoreUnsafe(ref total, (nuint)c);
            }

            for (; c < columns; c++)
            {
                T sum = Unsafe.Add(ref total, c);
                sum += Unsafe.Add(ref row0, c) * factor0;
                sum += Unsafe.Add(ref row1, c) * factor1;
                sum += Unsafe.Add(ref row2, c) * factor2;
                sum += Unsafe.Add(ref row3, c) * factor3;
                Unsafe.Add(ref total, c) = sum;
            }
        }

        for (; r < rows; r++)
        {
            AddScaled(ref total, ref Unsafe.Add(ref row, (nint)r * stride), Signed(Unsafe.Add(ref factor, r), isSubtracted), columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OuterProduct(
        Span<T> matrix, int start, int stride, ReadOnlySpan<T> factors, int factorsStart, ReadOnlySpan<T> vector, int vectorStart, int rows, int columns, bool isSubtracted)
    {
        if (rows <= 0 || columns <= 0)
        {
            return;
        }

        ref T row = ref Range(matrix, start, stride, rows, columns);
        ref T factor = ref Range(factors, factorsStart, 1, rows, 1);
        ref T x = ref Range(vector, vectorStart, 0, 1, columns);
        int r = 0;

        for (; r <= rows - 4; r += 4)
        {
            ref T row0 = ref Unsafe.Add(ref row, (nint)r * stride), row1 = ref Unsafe.Add(ref row0, stride), row2 = ref Unsafe.Add(ref row1, stride), row3 = ref Unsafe.Add(ref row2, stride);
            T factor0 = Signed(Unsafe.Add(ref factor, r), isSubtracted), factor1 = Signed(Unsafe.Add(ref factor, r + 1), isSubtracted);
            T factor2 = Signed(Unsafe.Add(ref factor, r + 2), isSubtracted), factor3 = Signed(Unsafe.Add(ref factor, r + 3), isSubtracted);
            int c = 0;
            for (; c <= columns - Vector512<T>.Count; c += Vector512<T>.Count)
            {
                Vector512<T> xs = Vector512.LoadUnsafe(ref x, (nuint)c);
                TLanes.Fused(xs, Vector512.Create(factor0), Vector512.LoadUnsafe(ref row0, (nuint)c)).StoreUnsafe(ref row0, (nuint)c);
                TLanes.Fused(xs, Vector512.Create(factor1), Vector512.LoadUnsafe(ref row1, (nuint)c)).StoreUnsafe(ref row1, (nuint)c);
                TLanes.Fused(xs, Vector512.Create(factor2), Vector512.LoadUnsafe(ref row2, (nuint)c)).StoreUnsafe(ref row2, (nuint)c);
                TLanes.Fused(xs, Vector512.Create(factor3), Vector512.LoadUnsafe(ref row3, (nuint)c)).StoreUnsafe(ref row3, (nuint)c);
            }

            for (; c < columns; c++)
            {
                T xc = Unsafe.Add(ref x, c);
                Unsafe.Add(ref row0, c) += xc * factor0;
                Unsafe.Add(ref row1, c) += xc * factor1;
                Unsafe.Add(ref row2, c) += xc * factor2;
                Unsafe.Add(ref row3, c) += xc * factor3;
            }
        }

        for (; r < rows; r++)
        {
            AddScaled(ref Unsafe.Add(ref row, (nint)r * stride), ref x, Signed(Unsafe.Add(ref factor, r), isSubtracted), columns);
        }
    }

    private static ref T Range(ReadOnlySpan<T> elements, int start, int stride, int rows, int columns)
    {
        long last = start + ((rows - 1L) * stride);
        if (Math.Min(start, last) < 0 || Math.Max(start, last) > (long)elements.Length - columns)
        {
            throw new ArgumentOutOfRangeException(nameof(elements));
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetReference(elements), start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Signed(T number, bool isSubtracted) => isSubtracted ? -number : number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled(ref T target, ref T row, T factor, int columns)
    {
        int c = 0;
        for (; c <= columns - Vector512<T>.Count; c += Vector512<T>.Count)
        {
            TLanes.Fused(Vector512.LoadUnsafe(ref row, (nuint)c), Vector512.Create(factor), Vector512.LoadUnsafe(ref target, (nuint)c)).StoreUnsafe(ref target, (nuint)c);
        }

        for (; c < columns; c++)
        {
            Unsafe.Add(ref target, c) += Unsafe.Add(ref row, c) * factor;
        }
    }
}
#endif
