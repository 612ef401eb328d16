using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// asin(s) = s + s³·R(s²) for |s| ≤ ½, with the minimax polynomial R; above, asin(x) = π/2 − 2·asin(√((1 − x)/2)).
public static partial class Lanes
{
    /// <summary>The arc sine. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>asin(x); NaN beyond −1 and 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asin(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Asin(x.GetLower()), Asin(x.GetUpper()));

        Vector512<double> sign = x & Create(-0.0);
        (Vector512<double> great, Vector512<double> s, Vector512<double> rest) = AsinOfHalf(x ^ sign);
        Vector512<double> y = s + rest;
        rest -= y - s;
        Vector512<double> above = (Create(1.5707963267948966) - (y + y)) - FusedMultiplyAdd(Create(2.0), rest, Create(-6.123233995736766e-17));
        return ConditionalSelect(great, above, y) ^ sign;
    }

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asin(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Asin(x.GetLower()), Asin(x.GetUpper()));

        Vector512<float> sign = x & Create(-0.0f);
        (Vector512<float> great, Vector512<float> s, Vector512<float> rest) = AsinOfHalf(x ^ sign);
        Vector512<float> y = s + rest;
        rest -= y - s;
        Vector512<float> above = (Create(1.57079637f) - (y + y)) - FusedMultiplyAdd(Create(2f), rest, Create(4.37113883e-8f));
        return ConditionalSelect(great, above, y) ^ sign;
    }

    /// <summary>The arc cosine. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>acos(x); NaN beyond −1 and 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acos(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Acos(x.GetLower()), Acos(x.GetUpper()));

        Vector512<double> sign = x & Create(-0.0);
        (Vector512<double> great, Vector512<double> s, Vector512<double> rest) = AsinOfHalf(x ^ sign);
        Vector512<double> y = s + rest;

        // 2y, or π − 2y for negative x; where |x| ≤ ½, π/2 ∓ y.
        Vector512<double> left = LessThan(x, Vector512<double>.Zero);
        Vector512<double> constant = ConditionalSelect(great, left & Create(3.141592653589793), Create(1.5707963267948966));
        Vector512<double> tail = ConditionalSelect(great, left & Create(1.2246467991473532e-16), Create(6.123233995736766e-17));
        Vector512<double> angle = ConditionalSelect(great, y + y, y) ^ AndNot(Create(-0.0), great ^ left);
        return constant + (tail + angle);
    }

    /// <inheritdoc cref="Acos(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acos(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Acos(x.GetLower()), Acos(x.GetUpper()));

        Vector512<float> sign = x & Create(-0.0f);
        (Vector512<float> great, Vector512<float> s, Vector512<float> rest) = AsinOfHalf(x ^ sign);
        Vector512<float> y = s + rest;

        // 2y, or π − 2y for negative x; where |x| ≤ ½, π/2 ∓ y.
        Vector512<float> left = LessThan(x, Vector512<float>.Zero);
        Vector512<float> constant = ConditionalSelect(great, left & Create(3.14159274f), Create(1.57079637f));
        Vector512<float> tail = ConditionalSelect(great, left & Create(-8.74227766e-8f), Create(-4.37113883e-8f));
        Vector512<float> angle = ConditionalSelect(great, y + y, y) ^ AndNot(Create(-0.0f), great ^ left);
        return constant + (tail + angle);
    }

    // asin(x) where that isn't great, else asin(√((1 − x)/2)), for x ≥ 0, as s and what the arc is longer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Great, Vector512<double> S, Vector512<double> Longer) AsinOfHalf(Vector512<double> x)
    {
        Vector512<double> great = GreaterThan(x, Create(0.5));
        Vector512<double> square = ConditionalSelect(great, FusedMultiplyAdd(x, Create(-0.5), Create(0.5)), x * x);
        Vector512<double> s = ConditionalSelect(great, Sqrt(square), x);
        return (great, s, s * square * AsinPolynomial(square));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Great, Vector512<float> S, Vector512<float> Longer) AsinOfHalf(Vector512<float> x)
    {
        Vector512<float> great = GreaterThan(x, Create(0.5f));
        Vector512<float> square = ConditionalSelect(great, FusedMultiplyAdd(x, Create(-0.5f), Create(0.5f)), x * x);
        Vector512<float> s = ConditionalSelect(great, Sqrt(square), x);
        return (great, s, s * square * AsinPolynomial(square));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AsinPolynomial(Vector512<double> s2)
    {
        Vector512<double> s4 = s2 * s2;
        Vector512<double> even = FusedMultiplyAdd(s4, Create(-0.016256841616757164), Create(0.006520665074533741));
        Vector512<double> odd = FusedMultiplyAdd(s4, Create(0.031934994130984794), Create(0.019548659858168376));
        even = FusedMultiplyAdd(s4, even, Create(0.013884988852117783));
        odd = FusedMultiplyAdd(s4, odd, Create(0.01217086738534969));
        even = FusedMultiplyAdd(s4, even, Create(0.02237175647807977));
        odd = FusedMultiplyAdd(s4, odd, Create(0.01735972912783591));
        even = FusedMultiplyAdd(s4, even, Create(0.04464285682683937));
        odd = FusedMultiplyAdd(s4, odd, Create(0.03038195920056404));
        even = FusedMultiplyAdd(s4, even, Create(0.16666666666665403));
        odd = FusedMultiplyAdd(s4, odd, Create(0.07500000000338745));
        return FusedMultiplyAdd(s2, odd, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AsinPolynomial(Vector512<float> s2)
    {
        Vector512<float> r = FusedMultiplyAdd(s2, Create(0.0421782248f), Create(0.0241729561f));
        r = FusedMultiplyAdd(s2, r, Create(0.0454716049f));
        r = FusedMultiplyAdd(s2, r, Create(0.0749528855f));
        return FusedMultiplyAdd(s2, r, Create(0.166667521f));
    }
}
