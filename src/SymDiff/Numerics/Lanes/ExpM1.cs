using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// Functions of exp(x) − 1 = 2ⁿ·(exp(r) − 1) + (2ⁿ − 1), with n and r as in exp(x) = 2ⁿ·exp(r).
public static partial class Lanes
{
    /// <summary>eˣ − 1, also where eˣ is close to 1. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>eˣ − 1; −1 for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpM1(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));

        Vector512<double> inRange = Min(Create(709.8), Max(Create(-40.0), x));
        Vector512<double> y = ExpM1Halved(inRange, halvings: 1); // because 2ⁿ may be too great
        return ConditionalSelect(LessThan(Abs(x), Create(1e-17)), x, y + y);
    }

    /// <inheritdoc cref="ExpM1(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(ExpM1(x.GetLower()), ExpM1(x.GetUpper()));

        Vector512<float> inRange = Min(Create(88.8f), Max(Create(-20f), x));
        Vector512<float> y = ExpM1Halved(inRange, halvings: 1); // because 2ⁿ may be too great
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
        Vector512<double> magnitude = x ^ sign;
        (Vector512<double> a, Vector512<double> quotient) = TanhParts(magnitude, GreaterThan(magnitude, Create(0.55)));
        return FusedMultiplyAdd(-a, quotient, a) ^ sign;
    }

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Tanh(x.GetLower()), Tanh(x.GetUpper()));

        Vector512<float> sign = x & Create(-0.0f);
        Vector512<float> magnitude = x ^ sign;
        (Vector512<float> a, Vector512<float> quotient) = TanhParts(magnitude, GreaterThan(magnitude, Create(0.55f)));
        return FusedMultiplyAdd(-a, quotient, a) ^ sign;
    }

    /// <summary>The hyperbolic tangent and its slope, 1 − tanh²(x), also where that is small. Error: at most 2 ulp; of the slope 3 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>The same as <see cref="Tanh(Vector512{double})"/>, and the slope; below the least normal number the slope is 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Tanh, Vector512<double> Slope) TanhWithSlope(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Join(TanhWithSlope(x.GetLower()), TanhWithSlope(x.GetUpper()));

        Vector512<double> sign = x & Create(-0.0);
        Vector512<double> magnitude = x ^ sign;
        Vector512<double> great = GreaterThan(magnitude, Create(0.55));
        (Vector512<double> a, Vector512<double> quotient) = TanhParts(magnitude, great);
        Vector512<double> tanh = FusedMultiplyAdd(-a, quotient, a);

        // Where a is 1, the quotient is 1 − tanh|x|.
        Vector512<double> slope = FusedMultiplyAdd(tanh, ConditionalSelect(great, quotient, -tanh), ConditionalSelect(great, quotient, Vector512<double>.One));
        return (tanh ^ sign, AndNot(slope, GreaterThan(magnitude, Create(354.891))));
    }

    /// <inheritdoc cref="TanhWithSlope(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Tanh, Vector512<float> Slope) TanhWithSlope(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Join(TanhWithSlope(x.GetLower()), TanhWithSlope(x.GetUpper()));

        Vector512<float> sign = x & Create(-0.0f);
        Vector512<float> magnitude = x ^ sign;
        Vector512<float> great = GreaterThan(magnitude, Create(0.55f));
        (Vector512<float> a, Vector512<float> quotient) = TanhParts(magnitude, great);
        Vector512<float> tanh = FusedMultiplyAdd(-a, quotient, a);

        // Where a is 1, the quotient is 1 − tanh|x|.
        Vector512<float> slope = FusedMultiplyAdd(tanh, ConditionalSelect(great, quotient, -tanh), ConditionalSelect(great, quotient, Vector512<float>.One));
        return (tanh ^ sign, AndNot(slope, GreaterThan(magnitude, Create(44.3614f))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> A, Vector512<double> Quotient) TanhParts(Vector512<double> magnitude, Vector512<double> great)
    {
        magnitude = Min(Create(354.891), magnitude);
        Vector512<double> h = ExpM1Halved(magnitude + magnitude, halvings: 1);
        Vector512<double> a = ConditionalSelect(great, Vector512<double>.One, h);
        return (a, a / (Vector512<double>.One + h));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> A, Vector512<float> Quotient) TanhParts(Vector512<float> magnitude, Vector512<float> great)
    {
        magnitude = Min(Create(44.3614f), magnitude);
        Vector512<float> h = ExpM1Halved(magnitude + magnitude, halvings: 1);
        Vector512<float> a = ConditionalSelect(great, Vector512<float>.One, h);
        return (a, a / (Vector512<float>.One + h));
    }

    // e = exp(|x|) − 1 gives (e + e/(e + 1))/2, or e − (e/2)·(e/(e + 1)), where the rounding of the quotient counts less for small e. All of it in
    // quarters, because e may be too great.
    /// <summary>The hyperbolic sine. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>sinh(x); −∞ for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sinh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sinh(x.GetLower()), Sinh(x.GetUpper()));

        Vector512<double> sign = x & Create(-0.0);
        Vector512<double> magnitude = x ^ sign;
        Vector512<double> e = ExpM1Halved(Min(Create(710.5), magnitude), halvings: 2);
        Vector512<double> quotient = e / FusedMultiplyAdd(e, Create(4.0), Vector512<double>.One);
        Vector512<double> small = LessThan(e, Create(0.25));
        Vector512<double> y = FusedMultiplyAdd(ConditionalSelect(small, e * Create(-4.0), Vector512<double>.One), quotient, ConditionalSelect(small, e + e, e));
        return ConditionalSelect(LessThan(magnitude, Create(1e-17)), magnitude, y + y) ^ sign;
    }

    /// <inheritdoc cref="Sinh(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sinh(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sinh(x.GetLower()), Sinh(x.GetUpper()));

        Vector512<float> sign = x & Create(-0.0f);
        Vector512<float> magnitude = x ^ sign;
        Vector512<float> e = ExpM1Halved(Min(Create(89.45f), magnitude), halvings: 2);
        Vector512<float> quotient = e / FusedMultiplyAdd(e, Create(4f), Vector512<float>.One);
        Vector512<float> small = LessThan(e, Create(0.25f));
        Vector512<float> y = FusedMultiplyAdd(ConditionalSelect(small, e * Create(-4f), Vector512<float>.One), quotient, ConditionalSelect(small, e + e, e));
        return ConditionalSelect(LessThan(magnitude, Create(1e-9f)), magnitude, y + y) ^ sign;
    }

    /// <summary>The hyperbolic cosine. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>cosh(x); +∞ for infinities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cosh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Cosh(x.GetLower()), Cosh(x.GetUpper()));

        Vector512<double> magnitude = Min(Create(710.5), Abs(x));
        Vector512<double> shifted = FusedMultiplyAdd(magnitude, Create(1.4426950408889634), Create(6755399441055744.0 + 1021));
        Vector512<double> n = shifted - Create(6755399441055744.0 + 1021);
        Vector512<double> quarter = (ExpM1Short(RemainderOfLn2(magnitude, n)) + Vector512<double>.One) * ShiftLeft(shifted.AsInt64(), 52).AsDouble();
        return (quarter + quarter) + (Create(0.125) / quarter);
    }

    /// <inheritdoc cref="Cosh(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cosh(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Cosh(x.GetLower()), Cosh(x.GetUpper()));

        Vector512<float> magnitude = Min(Create(89.45f), Abs(x));
        Vector512<float> shifted = FusedMultiplyAdd(magnitude, Create(1.44269502f), Create(12582912f + 125));
        Vector512<float> n = shifted - Create(12582912f + 125);
        Vector512<float> quarter = (ExpM1Short(RemainderOfLn2(magnitude, n)) + Vector512<float>.One) * ShiftLeft(shifted.AsInt32(), 23).AsSingle();
        return (quarter + quarter) + (Create(0.125f) / quarter);
    }
}
