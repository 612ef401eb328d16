#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SymDiff.Runtime;

/// <summary>What kernels need of a type of numbers in lanes: conversions between types of lanes would keep the compiler from leaving them in registers.</summary>
internal interface ILaneArithmetic<T>
{
    /// <summary>The product and the sum, rounded once.</summary>
    static abstract Vector512<T> Fused(Vector512<T> left, Vector512<T> right, Vector512<T> added);

    /// <summary>The sum of all lanes, see <see cref="LaneTotals.Sum(Vector512{double})"/>.</summary>
    static abstract T Sum(Vector512<T> lanes);

    /// <summary>Adds the sums of four registers to four numbers in a row, or subtracts them; each is that of <see cref="Sum"/>.</summary>
    static abstract void AddTotals(ref T target, bool isSubtracted, Vector512<T> sum0, Vector512<T> sum1, Vector512<T> sum2, Vector512<T> sum3);
}

internal readonly struct DoubleLanes : ILaneArithmetic<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Fused(Vector512<double> left, Vector512<double> right, Vector512<double> added) => Vector512.FusedMultiplyAdd(left, right, added);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes) => LaneTotals.Sum(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTotals(ref double target, bool isSubtracted, Vector512<double> sum0, Vector512<double> sum1, Vector512<double> sum2, Vector512<double> sum3)
    {
        Vector256<double> totals = Vector256.Create(Sum(sum0), Sum(sum1), Sum(sum2), Sum(sum3));
        Vector256<double> old = Vector256.LoadUnsafe(ref target);
        (isSubtracted ? old - totals : old + totals).StoreUnsafe(ref target);
    }
}

internal readonly struct SingleLanes : ILaneArithmetic<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Fused(Vector512<float> left, Vector512<float> right, Vector512<float> added) => Vector512.FusedMultiplyAdd(left, right, added);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> lanes) => LaneTotals.Sum(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTotals(ref float target, bool isSubtracted, Vector512<float> sum0, Vector512<float> sum1, Vector512<float> sum2, Vector512<float> sum3)
    {
        Vector128<float> totals;
        if (Sse.IsSupported)
        {
            (Vector128<float> quarter0, Vector128<float> quarter1, Vector128<float> quarter2, Vector128<float> quarter3) = (Quarter(sum0), Quarter(sum1), Quarter(sum2), Quarter(sum3));
            Vector128<float> pairs01 = Sse.UnpackLow(quarter0, quarter1) + Sse.UnpackHigh(quarter0, quarter1);
            Vector128<float> pairs23 = Sse.UnpackLow(quarter2, quarter3) + Sse.UnpackHigh(quarter2, quarter3);
            totals = Sse.MoveLowToHigh(pairs01, pairs23) + Sse.MoveHighToLow(pairs23, pairs01);
        }
        else
        {
            totals = Vector128.Create(Sum(sum0), Sum(sum1), Sum(sum2), Sum(sum3));
        }

        Vector128<float> old = Vector128.LoadUnsafe(ref target);
        (isSubtracted ? old - totals : old + totals).StoreUnsafe(ref target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Quarter(Vector512<float> lanes)
    {
        Vector256<float> half = lanes.GetLower() + lanes.GetUpper();
        return half.GetLower() + half.GetUpper();
    }
}
#endif
