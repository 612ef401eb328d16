using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// Of the exponential functions.
public static partial class Lanes
{
    // For x ≤ 0, where 2ⁿ can't be too great.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOfNegative(Vector512<double> x)
    {
        x = Max(Create(-746.0), x);
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(1.4426950408889634), Create(6755399441055744.0 + 1223));
        Vector512<double> n = shifted - Create(6755399441055744.0 + 1223);
        Vector512<double> power = ShiftLeft(shifted.AsInt64(), 52).AsDouble();
        return (ExpM1Short(RemainderOfLn2(x, n)) + Vector512<double>.One) * power * Create(6.223015277861142E-61); // 2⁻²⁰⁰
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfNegative(Vector512<float> x)
    {
        x = Max(Create(-104f), x);
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(1.44269502f), Create(12582912f + 227));
        Vector512<float> n = shifted - Create(12582912f + 227);
        Vector512<float> power = ShiftLeft(shifted.AsInt32(), 23).AsSingle();
        return (ExpM1Short(RemainderOfLn2(x, n)) + Vector512<float>.One) * power * Create(7.888609E-31f); // 2⁻¹⁰⁰
    }

    // y·2ⁿ, where n + 2046 (254 in float) stands in the lowest bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> TimesPowerOfTwo(Vector512<double> y, Vector512<double> shifted)
    {
        // In two steps, of which the first is exact: 2ⁿ may be no normal number where the result is one, and the result may be none.
        Vector512<double> last = ConditionalSelect(LessThan(shifted, Create(ShiftOf.Double)), Create(6.223015277861142E-61), Create(4.0)); // 2⁻²⁰⁰
        Vector512<long> power = ShiftLeft(shifted.AsInt64(), 52) - last.AsInt64();
        return y * power.AsDouble() * last;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> TimesPowerOfTwo(Vector512<float> y, Vector512<float> shifted)
    {
        // In two steps, of which the first is exact: 2ⁿ may be no normal number where the result is one, and the result may be none.
        Vector512<float> last = ConditionalSelect(LessThan(shifted, Create(ShiftOf.Single)), Create(7.888609E-31f), Create(4f)); // 2⁻¹⁰⁰
        Vector512<int> power = ShiftLeft(shifted.AsInt32(), 23) - last.AsInt32();
        return y * power.AsSingle() * last;
    }

    // x − n·ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> RemainderOfLn2(Vector512<double> x, Vector512<double> n)
        => FusedMultiplyAdd(n, Create(-2.3190468138462996e-17), FusedMultiplyAdd(n, Create(-0.6931471805599453), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> RemainderOfLn2(Vector512<float> x, Vector512<float> n)
        => FusedMultiplyAdd(n, Create(1.90465421e-9f), FusedMultiplyAdd(n, Create(-0.693147182f), x));

    // exp(r) − 1 for |r| ≤ ln(2)/2, with an error that is small beside 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpM1Short(Vector512<double> r)
    {
        Vector512<double> r2 = r * r;
        Vector512<double> even = FusedMultiplyAdd(r2, Create(2.763041198482762e-07), Create(2.4801492676570834e-05));
        Vector512<double> odd = FusedMultiplyAdd(r2, Create(2.4999937370902792e-08), Create(2.755758760021957e-06));
        even = FusedMultiplyAdd(r2, even, Create(0.0013888888943997806));
        odd = FusedMultiplyAdd(r2, odd, Create(0.00019841269504290116));
        even = FusedMultiplyAdd(r2, even, Create(0.04166666666652894));
        odd = FusedMultiplyAdd(r2, odd, Create(0.008333333333495927));
        even = FusedMultiplyAdd(r2, even, Create(0.5000000000000011));
        odd = FusedMultiplyAdd(r2, odd, Create(0.1666666666666641));
        return FusedMultiplyAdd(r2, FusedMultiplyAdd(r, odd, even), r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpM1Short(Vector512<float> r)
    {
        Vector512<float> q = FusedMultiplyAdd(r, Create(0.00138144335f), Create(0.00836879667f));
        q = FusedMultiplyAdd(r, q, Create(0.0416683964f));
        q = FusedMultiplyAdd(r, q, Create(0.166665196f));
        q = FusedMultiplyAdd(r, q, Create(0.49999994f));
        return FusedMultiplyAdd(r * r, q, r);
    }

    // (exp(x) − 1)/2ʰ = 2ⁿ⁻ʰ·r + (2ⁿ⁻ʰ − 2⁻ʰ) + 2ⁿ⁻ʰ·(exp(r) − 1 − r), for x from −40 on (−20 in float). With the upper part of r, the first sum is exact where
    // that matters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpM1Halved(Vector512<double> x, int halvings)
    {
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(1.4426950408889634), Create(6755399441055744.0 + 1023 - halvings));
        Vector512<double> n = shifted - Create(6755399441055744.0 + 1023 - halvings);
        Vector512<double> power = ShiftLeft(shifted.AsInt64(), 52).AsDouble();
        Vector512<double> upper = FusedMultiplyAdd(n, Create(-0.6931471805599453), x);
        Vector512<double> lower = n * Create(2.3190468138462996e-17);
        Vector512<double> r = upper - lower;
        Vector512<double> r2 = r * r;
        Vector512<double> even = FusedMultiplyAdd(r2, Create(2.0875329904354155e-09), Create(2.7557403009236506e-07));
        Vector512<double> odd = FusedMultiplyAdd(r2, Create(2.5109107605192783e-08), Create(2.755724403509328e-06));
        even = FusedMultiplyAdd(r2, even, Create(2.4801587171675446e-05));
        odd = FusedMultiplyAdd(r2, odd, Create(0.00019841269886269942));
        even = FusedMultiplyAdd(r2, even, Create(0.001388888888896303));
        odd = FusedMultiplyAdd(r2, odd, Create(0.008333333333321586));
        even = FusedMultiplyAdd(r2, even, Create(0.041666666666666505));
        odd = FusedMultiplyAdd(r2, odd, Create(0.16666666666666677));
        even = FusedMultiplyAdd(r2, even, Create(0.5));
        Vector512<double> rest = FusedMultiplyAdd(r2, FusedMultiplyAdd(r, odd, even), -lower);
        return FusedMultiplyAdd(power, rest, FusedMultiplyAdd(power, upper, power - Create(1.0 / (1 << halvings))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpM1Halved(Vector512<float> x, int halvings)
    {
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(1.44269502f), Create(12582912f + 127 - halvings));
        Vector512<float> n = shifted - Create(12582912f + 127 - halvings);
        Vector512<float> power = ShiftLeft(shifted.AsInt32(), 23).AsSingle();
        Vector512<float> upper = FusedMultiplyAdd(n, Create(-0.693147182f), x);
        Vector512<float> lower = n * Create(-1.90465421e-9f);
        Vector512<float> r = upper - lower;
        Vector512<float> q = FusedMultiplyAdd(r, Create(0.00019845886f), Create(0.00139407441f));
        q = FusedMultiplyAdd(r, q, Create(0.00833338965f));
        q = FusedMultiplyAdd(r, q, Create(0.0416663587f));
        q = FusedMultiplyAdd(r, q, Create(0.166666657f));
        q = FusedMultiplyAdd(r, q, Create(0.5f));
        Vector512<float> rest = FusedMultiplyAdd(r * r, q, -lower);
        return FusedMultiplyAdd(power, rest, FusedMultiplyAdd(power, upper, power - Create(1f / (1 << halvings))));
    }
}
