using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// |x| = n·π/2 + r + tail, with |r| ≤ π/4 and π/2 in three parts (W. Cody, W. Waite, "Software manual for the elementary functions", 1980); the first fused
// step is exact. Then sin(r) = r + r³·S(r²) and cos(r) = 1 − r²/2 + r⁴·C(r²) with the minimax polynomials S and C.
public static partial class Lanes
{
    /// <summary>The sine and the cosine. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Angles of any magnitude, in radians.</param>
    /// <returns>The same as <see cref="Sin(Vector512{double})"/> and <see cref="Cos(Vector512{double})"/>; NaN for infinities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCos(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Join(SinCos(x.GetLower()), SinCos(x.GetUpper()));

        (Vector512<double> sin, Vector512<double> cos) = SinCosOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<double> huge = GreaterThan(Abs(x), Create(1e6));
        if (huge != Vector512<double>.Zero)
        {
            sin = ConditionalSelect(huge, SinOfHuge(x), sin);
            cos = ConditionalSelect(huge, CosOfHuge(x), cos);
        }

        return (sin, cos);
    }

    /// <inheritdoc cref="SinCos(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Sin, Vector512<float> Cos) SinCos(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Join(SinCos(x.GetLower()), SinCos(x.GetUpper()));

        (Vector512<float> sin, Vector512<float> cos) = SinCosOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<float> huge = GreaterThan(Abs(x), Create(1e5f));
        if (huge != Vector512<float>.Zero)
        {
            sin = ConditionalSelect(huge, SinOfHuge(x), sin);
            cos = ConditionalSelect(huge, CosOfHuge(x), cos);
        }

        return (sin, cos);
    }

    /// <summary>The sine. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Angles of any magnitude, in radians.</param>
    /// <returns>sin(x); NaN for infinities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sin(x.GetLower()), Sin(x.GetUpper()));

        (Vector512<double> sin, _) = SinCosOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<double> huge = GreaterThan(Abs(x), Create(1e6));
        if (huge != Vector512<double>.Zero)
            sin = ConditionalSelect(huge, SinOfHuge(x), sin);

        return sin;
    }

    /// <inheritdoc cref="Sin(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sin(x.GetLower()), Sin(x.GetUpper()));

        (Vector512<float> sin, _) = SinCosOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<float> huge = GreaterThan(Abs(x), Create(1e5f));
        if (huge != Vector512<float>.Zero)
            sin = ConditionalSelect(huge, SinOfHuge(x), sin);

        return sin;
    }

    /// <summary>The cosine. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Angles of any magnitude, in radians.</param>
    /// <returns>cos(x); NaN for infinities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Cos(x.GetLower()), Cos(x.GetUpper()));

        (_, Vector512<double> cos) = SinCosOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<double> huge = GreaterThan(Abs(x), Create(1e6));
        if (huge != Vector512<double>.Zero)
            cos = ConditionalSelect(huge, CosOfHuge(x), cos);

        return cos;
    }

    /// <inheritdoc cref="Cos(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Cos(x.GetLower()), Cos(x.GetUpper()));

        (_, Vector512<float> cos) = SinCosOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<float> huge = GreaterThan(Abs(x), Create(1e5f));
        if (huge != Vector512<float>.Zero)
            cos = ConditionalSelect(huge, CosOfHuge(x), cos);

        return cos;
    }

    // Selected afterwards, so that what is returned in memory isn't what stays in a register otherwise.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> SinOfHuge(Vector512<double> x) => SinCosOfReduced(x, ReduceHugeAngle(Abs(x))).Sin;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> SinOfHuge(Vector512<float> x) => SinCosOfReduced(x, ReduceHugeAngle(Abs(x))).Sin;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> CosOfHuge(Vector512<double> x) => SinCosOfReduced(x, ReduceHugeAngle(Abs(x))).Cos;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> CosOfHuge(Vector512<float> x) => SinCosOfReduced(x, ReduceHugeAngle(Abs(x))).Cos;

    // From the reduced |x|; only the signs depend on x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Sin, Vector512<double> Cos) SinCosOfReduced(
        Vector512<double> x, (Vector512<double> R, Vector512<double> Tail, Vector512<long> Quadrant) angle)
    {
        (Vector512<double> s, Vector512<double> c) = SinCosTerms(angle.R, angle.Tail);
        s += angle.R;
        c += Vector512<double>.One;
        Vector512<long> even = Vector512.Equals(angle.Quadrant & Vector512<long>.One, Vector512<long>.Zero);
        Vector512<long> sinSign = (ShiftLeft(angle.Quadrant, 62) ^ x.AsInt64()) & Create(long.MinValue);
        Vector512<long> cosSign = ShiftLeft(angle.Quadrant + Vector512<long>.One, 62) & Create(long.MinValue);
        return (ConditionalSelect(even.AsDouble(), s, c) ^ sinSign.AsDouble(), ConditionalSelect(even.AsDouble(), c, s) ^ cosSign.AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Sin, Vector512<float> Cos) SinCosOfReduced(
        Vector512<float> x, (Vector512<float> R, Vector512<float> Tail, Vector512<int> Quadrant) angle)
    {
        (Vector512<float> s, Vector512<float> c) = SinCosTerms(angle.R, angle.Tail);
        s += angle.R;
        c += Vector512<float>.One;
        Vector512<int> even = Vector512.Equals(angle.Quadrant & Vector512<int>.One, Vector512<int>.Zero);
        Vector512<int> sinSign = (ShiftLeft(angle.Quadrant, 30) ^ x.AsInt32()) & Create(int.MinValue);
        Vector512<int> cosSign = ShiftLeft(angle.Quadrant + Vector512<int>.One, 30) & Create(int.MinValue);
        return (ConditionalSelect(even.AsSingle(), s, c) ^ sinSign.AsSingle(), ConditionalSelect(even.AsSingle(), c, s) ^ cosSign.AsSingle());
    }

    // sin(r + tail) − r and cos(r + tail) − 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Sin, Vector512<double> Cos) SinCosTerms(Vector512<double> r, Vector512<double> tail)
    {
        Vector512<double> r2 = r * r;
        Vector512<double> s = FusedMultiplyAdd(r2, Create(1.589618806757597e-10), Create(-2.5050747057954893e-08));
        Vector512<double> c = FusedMultiplyAdd(r2, Create(-1.1358507236082396e-11), Create(2.0875700289353065e-09));
        s = FusedMultiplyAdd(r2, s, Create(2.7557313617026328e-06));
        c = FusedMultiplyAdd(r2, c, Create(-2.7557314175330535e-07));
        s = FusedMultiplyAdd(r2, s, Create(-0.00019841269829577407));
        c = FusedMultiplyAdd(r2, c, Create(2.4801587288838334e-05));
        s = FusedMultiplyAdd(r2, s, Create(0.008333333333322104));
        c = FusedMultiplyAdd(r2, c, Create(-0.0013888888888873036));
        s = FusedMultiplyAdd(r2, s, Create(-0.1666666666666663));
        c = FusedMultiplyAdd(r2, c, Create(0.041666666666666595));
        c = FusedMultiplyAdd(r2, c, Create(-0.5));
        return (FusedMultiplyAdd(r2 * r, s, tail), FusedMultiplyAdd(r2, c, -(r * tail)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Sin, Vector512<float> Cos) SinCosTerms(Vector512<float> r, Vector512<float> tail)
    {
        Vector512<float> r2 = r * r;
        Vector512<float> s = FusedMultiplyAdd(r2, Create(-0.00019507276f), Create(0.00833210256f));
        Vector512<float> c = FusedMultiplyAdd(r2, Create(2.44240073e-5f), Create(-0.00138872373f));
        s = FusedMultiplyAdd(r2, s, Create(-0.166666538f));
        c = FusedMultiplyAdd(r2, c, Create(0.0416666456f));
        c = FusedMultiplyAdd(r2, c, Create(-0.5f));
        return (FusedMultiplyAdd(r2 * r, s, tail), FusedMultiplyAdd(r2, c, -(r * tail)));
    }
}
