using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

public static partial class Lanes
{
    // x = n·π/2 + r + tail for 0 ≤ x ≤ 10⁶; n stands in the lowest bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> R, Vector512<double> Tail, Vector512<long> Quadrant) ReduceAngle(Vector512<double> x)
    {
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(0.6366197723675814), Create(6755399441055744.0)); // 2/π and 3·2⁵¹
        Vector512<double> n = shifted - Create(6755399441055744.0);
        Vector512<double> first = FusedMultiplyAdd(n, Create(-1.5707963267948966), x);
        Vector512<double> r = FusedMultiplyAdd(n, Create(-6.12323399538461e-17), first);
        Vector512<double> tail = FusedMultiplyAdd(n, Create(-6.12323399538461e-17), first - r);
        return (r, FusedMultiplyAdd(n, Create(-3.5215598651832e-27), tail), shifted.AsInt64());
    }

    // For 0 ≤ x ≤ 10⁵.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> R, Vector512<float> Tail, Vector512<int> Quadrant) ReduceAngle(Vector512<float> x)
    {
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(0.6366197467f), Create(12582912f)); // 2/π and 3·2²²
        Vector512<float> n = shifted - Create(12582912f);
        Vector512<float> first = FusedMultiplyAdd(n, Create(-1.570796371f), x);
        Vector512<float> second = n * Create(-4.371138829e-8f);
        Vector512<float> r = first - second;
        Vector512<float> tail = (first - r) - second - FusedMultiplyAdd(n, Create(-4.371138829e-8f), -second);
        return (r, FusedMultiplyAdd(n, Create(1.71512451e-15f), tail), shifted.AsInt32());
    }

    // Lane by lane, because such angles are rare. Lanes below 1 aren't reduced.
    private static (Vector512<double> R, Vector512<double> Tail, Vector512<long> Quadrant) ReduceHugeAngle(Vector512<double> x)
    {
        Vector512<double> r = default;
        Vector512<double> tail = default;
        Vector512<long> quadrant = default;
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            (double ofLane, double tailOfLane, int quadrantOfLane) = HugeAngle.Reduce(Math.Max(x[lane], 1));
            r = r.WithElement(lane, ofLane);
            tail = tail.WithElement(lane, tailOfLane);
            quadrant = quadrant.WithElement(lane, quadrantOfLane);
        }

        return (r, tail, quadrant);
    }

    private static (Vector512<float> R, Vector512<float> Tail, Vector512<int> Quadrant) ReduceHugeAngle(Vector512<float> x)
    {
        Vector512<float> r = default;
        Vector512<float> tail = default;
        Vector512<int> quadrant = default;
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            (double ofLane, _, int quadrantOfLane) = HugeAngle.Reduce(Math.Max(x[lane], 1));
            r = r.WithElement(lane, (float)ofLane);
            tail = tail.WithElement(lane, (float)(ofLane - (float)ofLane));
            quadrant = quadrant.WithElement(lane, quadrantOfLane);
        }

        return (r, tail, quadrant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> First, Vector512<double> Second) Join(
        (Vector256<double> First, Vector256<double> Second) lower, (Vector256<double> First, Vector256<double> Second) upper)
        => (Create(lower.First, upper.First), Create(lower.Second, upper.Second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> First, Vector512<float> Second) Join(
        (Vector256<float> First, Vector256<float> Second) lower, (Vector256<float> First, Vector256<float> Second) upper)
        => (Create(lower.First, upper.First), Create(lower.Second, upper.Second));
}
