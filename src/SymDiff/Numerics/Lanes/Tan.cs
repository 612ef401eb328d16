using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// |x| = n·π/2 + r + tail as for the sine: sin(r)/cos(r), or −cos(r)/sin(r) for odd n.
public static partial class Lanes
{
    /// <summary>The tangent. Error: at most 2 ulp.</summary>
    /// <param name="x">Angles of any magnitude, in radians.</param>
    /// <returns>tan(x); NaN for infinities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Tan(x.GetLower()), Tan(x.GetUpper()));

        Vector512<double> tan = TanOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<double> huge = GreaterThan(Abs(x), Create(1e6));
        if (huge != Vector512<double>.Zero)
            tan = ConditionalSelect(huge, TanOfHuge(x), tan);

        return tan;
    }

    /// <inheritdoc cref="Tan(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tan(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Tan(x.GetLower()), Tan(x.GetUpper()));

        Vector512<float> tan = TanOfReduced(x, ReduceAngle(Abs(x)));
        Vector512<float> huge = GreaterThan(Abs(x), Create(1e5f));
        if (huge != Vector512<float>.Zero)
            tan = ConditionalSelect(huge, TanOfHuge(x), tan);

        return tan;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> TanOfHuge(Vector512<double> x) => TanOfReduced(x, ReduceHugeAngle(Abs(x)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> TanOfHuge(Vector512<float> x) => TanOfReduced(x, ReduceHugeAngle(Abs(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> TanOfReduced(Vector512<double> x, (Vector512<double> R, Vector512<double> Tail, Vector512<long> Quadrant) angle)
    {
        Vector512<double> r = angle.R;
        (Vector512<double> sinRest, Vector512<double> cosRest) = SinCosTerms(r, angle.Tail);
        Vector512<double> s = r + sinRest;
        Vector512<double> c = Vector512<double>.One + cosRest;
        sinRest -= s - r;
        cosRest -= c - Vector512<double>.One;

        // The quotient, and what it lacks.
        Vector512<double> even = Vector512.Equals(angle.Quadrant & Vector512<long>.One, Vector512<long>.Zero).AsDouble();
        Vector512<double> numerator = ConditionalSelect(even, s, c);
        Vector512<double> divisor = ConditionalSelect(even, c, s);
        Vector512<double> reciprocal = Vector512<double>.One / divisor;
        Vector512<double> tan = numerator * reciprocal;
        Vector512<double> rest = FusedMultiplyAdd(-tan, ConditionalSelect(even, cosRest, sinRest), ConditionalSelect(even, sinRest, cosRest));
        tan = FusedMultiplyAdd(rest + FusedMultiplyAdd(-tan, divisor, numerator), reciprocal, tan);
        return tan ^ ((x ^ AndNot(Create(-0.0), even)) & Create(-0.0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> TanOfReduced(Vector512<float> x, (Vector512<float> R, Vector512<float> Tail, Vector512<int> Quadrant) angle)
    {
        Vector512<float> r = angle.R;
        (Vector512<float> sinRest, Vector512<float> cosRest) = SinCosTerms(r, angle.Tail);
        Vector512<float> s = r + sinRest;
        Vector512<float> c = Vector512<float>.One + cosRest;
        sinRest -= s - r;
        cosRest -= c - Vector512<float>.One;

        // The quotient, and what it lacks.
        Vector512<float> even = Vector512.Equals(angle.Quadrant & Vector512<int>.One, Vector512<int>.Zero).AsSingle();
        Vector512<float> numerator = ConditionalSelect(even, s, c);
        Vector512<float> divisor = ConditionalSelect(even, c, s);
        Vector512<float> reciprocal = Vector512<float>.One / divisor;
        Vector512<float> tan = numerator * reciprocal;
        Vector512<float> rest = FusedMultiplyAdd(-tan, ConditionalSelect(even, cosRest, sinRest), ConditionalSelect(even, sinRest, cosRest));
        tan = FusedMultiplyAdd(rest + FusedMultiplyAdd(-tan, divisor, numerator), reciprocal, tan);
        return tan ^ ((x ^ AndNot(Create(-0.0f), even)) & Create(-0.0f));
    }
}
