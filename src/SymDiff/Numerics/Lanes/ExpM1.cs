using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// exp(x) − 1 = 2ⁿ·p + (2ⁿ − 1), where p = exp(r) − 1 = r + r²·q(r), with n and r as in exp(x) = 2ⁿ·exp(r). The fused step rounds once; 2ⁿ − 1 is exact where it matters.
public static partial class Lanes
{
    /// <summary>eˣ − 1, also where eˣ is close to 1. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>eˣ − 1; −1 for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpM1(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));

        Vector512<double> inRange = Min(Create(709.8), Max(Create(-40.0), x));
        (Vector512<double> p, Vector512<double> half) = ExpM1OfRemainder(inRange, exponentBias: 1022); // 2ⁿ⁻¹: 2ⁿ may be too great
        Vector512<double> y = FusedMultiplyAdd(half, p, half - Create(0.5));
        return ConditionalSelect(LessThan(Abs(x), Create(1e-17)), x, y + y);
    }

    /// <inheritdoc cref="ExpM1(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));

        Vector512<float> inRange = Min(Create(88.8f), Max(Create(-20f), x));
        (Vector512<float> p, Vector512<float> half) = ExpM1OfRemainder(inRange, exponentBias: 126);
        Vector512<float> y = FusedMultiplyAdd(half, p, half - Create(0.5f));
        return ConditionalSelect(LessThan(Abs(x), Create(1e-9f)), x, y + y);
    }

    // h/(1 + h) with h = (e²ˣ − 1)/2, or 1 − 1/(1 + h). Written as a − a·(a/(1 + h)), where a is h or 1, the roundings before the last one hardly count.
    /// <summary>The hyperbolic tangent. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>tanh(x); −1 for −∞ and 1 for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));

        Vector512<double> sign = x & Create(-0.0);
        Vector512<double> magnitude = Min(Create(22.0), x ^ sign);
        (Vector512<double> p, Vector512<double> half) = ExpM1OfRemainder(magnitude + magnitude, exponentBias: 1022);
        Vector512<double> a = ConditionalSelect(GreaterThan(magnitude, Create(0.55)), Vector512<double>.One, FusedMultiplyAdd(half, p, half - Create(0.5)));
        return FusedMultiplyAdd(-a, a / FusedMultiplyAdd(half, p, half + Create(0.5)), a) ^ sign;
    }

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));

        Vector512<float> sign = x & Create(-0f);
        Vector512<float> magnitude = Min(Create(10f), x ^ sign);
        (Vector512<float> p, Vector512<float> half) = ExpM1OfRemainder(magnitude + magnitude, exponentBias: 126);
        Vector512<float> a = ConditionalSelect(GreaterThan(magnitude, Create(0.55f)), Vector512<float>.One, FusedMultiplyAdd(half, p, half - Create(0.5f)));
        return FusedMultiplyAdd(-a, a / FusedMultiplyAdd(half, p, half + Create(0.5f)), a) ^ sign;
    }

    // exp(r) − 1, and the power of two whose biased exponent is n + exponentBias.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Remainder, Vector512<double> Power) ExpM1OfRemainder(Vector512<double> x, int exponentBias)
    {
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(1.4426950408889634), Create(6755399441055744.0 + exponentBias));
        Vector512<double> n = shifted - Create(6755399441055744.0 + exponentBias);
        Vector512<double> r = FusedMultiplyAdd(n, Create(-0.6931471805599453), x);
        r = FusedMultiplyAdd(n, Create(-2.3190468138462996e-17), r);
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
        return (FusedMultiplyAdd(r2, FusedMultiplyAdd(r, odd, even), r), ShiftLeft(shifted.AsInt64(), 52).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Remainder, Vector512<float> Power) ExpM1OfRemainder(Vector512<float> x, int exponentBias)
    {
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(1.44269502f), Create(12582912f + exponentBias));
        Vector512<float> n = shifted - Create(12582912f + exponentBias);
        Vector512<float> r = FusedMultiplyAdd(n, Create(-0.6931471825f), x);
        r = FusedMultiplyAdd(n, Create(1.904654212e-9f), r);
        Vector512<float> q = FusedMultiplyAdd(r, Create(0.00019845886f), Create(0.00139407441f));
        q = FusedMultiplyAdd(r, q, Create(0.00833338965f));
        q = FusedMultiplyAdd(r, q, Create(0.0416663587f));
        q = FusedMultiplyAdd(r, q, Create(0.166666657f));
        q = FusedMultiplyAdd(r, q, Create(0.5f));
        return (FusedMultiplyAdd(r * r, q, r), ShiftLeft(shifted.AsInt32(), 23).AsSingle());
    }
}
