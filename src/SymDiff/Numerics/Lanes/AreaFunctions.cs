using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// The inverse hyperbolic functions: logarithms of 1 + a sum in two parts.
public static partial class Lanes
{
    // log(a + √(a² + 1)) = log(1 + a + w) with w = √(a² + 1) − 1 = a²/(1 + √(a² + 1)). Where a² would be lost in rounding or overflow, it is log(2a).
    /// <summary>The inverse hyperbolic sine. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>arsinh(x); −∞ for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asinh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Asinh(x.GetLower()), Asinh(x.GetUpper()));

        Vector512<double> sign = x & Create(-0.0);
        Vector512<double> a = x ^ sign;
        Vector512<double> great = GreaterThan(a, Create(268435456.0));
        Vector512<double> square = ConditionalSelect(great, Vector512<double>.One, a * a);
        Vector512<double> w = square / (Vector512<double>.One + Sqrt(Vector512<double>.One + square));
        Vector512<double> y = LogOfThree(a, w, great, a);
        return ConditionalSelect(LessThan(a, Create(1e-17)), a, y) ^ sign;
    }

    /// <inheritdoc cref="Asinh(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asinh(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Asinh(x.GetLower()), Asinh(x.GetUpper()));

        Vector512<float> sign = x & Create(-0.0f);
        Vector512<float> a = x ^ sign;
        Vector512<float> great = GreaterThan(a, Create(8192f));
        Vector512<float> square = ConditionalSelect(great, Vector512<float>.One, a * a);
        Vector512<float> w = square / (Vector512<float>.One + Sqrt(Vector512<float>.One + square));
        Vector512<float> y = LogOfThree(a, w, great, a);
        return ConditionalSelect(LessThan(a, Create(1e-9f)), a, y) ^ sign;
    }

    // log(x + √(x² − 1)) = log(1 + w + t) with t = x − 1 and w = √(t·(t + 2)).
    /// <summary>The inverse hyperbolic cosine. Error: at most 2 ulp; close to 1, where its slope is infinite, 2.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>arcosh(x); NaN below 1 and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acosh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Acosh(x.GetLower()), Acosh(x.GetUpper()));

        Vector512<double> great = GreaterThan(x, Create(268435456.0));
        Vector512<double> t = x - Vector512<double>.One;
        Vector512<double> w = Sqrt(ConditionalSelect(great, Vector512<double>.One, FusedMultiplyAdd(t, t, t + t)));
        return LogOfThree(w, t, great, x) | LessThan(x, Vector512<double>.One); // all bits set: NaN
    }

    /// <inheritdoc cref="Acosh(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acosh(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Acosh(x.GetLower()), Acosh(x.GetUpper()));

        Vector512<float> great = GreaterThan(x, Create(8192f));
        Vector512<float> t = x - Vector512<float>.One;
        Vector512<float> w = Sqrt(ConditionalSelect(great, Vector512<float>.One, FusedMultiplyAdd(t, t, t + t)));
        return LogOfThree(w, t, great, x) | LessThan(x, Vector512<float>.One); // all bits set: NaN
    }

    // ½·log((1 + a)/(1 − a)) = ½·k·ln 2 + artanh(s), where (1 + a)/(1 − a) = 2ᵏ·(1 + s)/(1 − s), and artanh(s) = s + s³·A(s²) with the minimax polynomial A.
    // The difference of the bits of two numbers is nearly that of their logarithms; from 0.75 on, k becomes 1, so that little of ½·k·ln 2 is taken back. Where
    // k is 0, s is a itself.
    /// <summary>The inverse hyperbolic tangent. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>artanh(x); −∞ for −1, +∞ for 1 and NaN beyond.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atanh(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Atanh(x.GetLower()), Atanh(x.GetUpper()));

        Vector512<double> sign = x & Create(-0.0);
        Vector512<double> a = x ^ sign;
        Vector512<double> sum = Vector512<double>.One + a;
        Vector512<double> difference = Vector512<double>.One - a;
        Vector512<long> exponent = ShiftRightLogical(sum.AsInt64() - difference.AsInt64() + Create(0x3FF4000000000000), 52); // k + 1023
        Vector512<double> power = ShiftLeft(exponent, 52).AsDouble();
        Vector512<double> k = (exponent | Create(4503599627370496.0).AsInt64()).AsDouble() - Create(4503599627370496.0 + 1023);

        // 1 + power is exact where 1 − a isn't.
        Vector512<double> numerator = ConditionalSelect(
            LessThan(a, Create(0.5)),
            FusedMultiplyAdd(a, Vector512<double>.One + power, Vector512<double>.One - power),
            FusedMultiplyAdd(-power, difference, sum));
        Vector512<double> s = numerator / FusedMultiplyAdd(power, difference, sum);
        s = ConditionalSelect(Vector512.Equals(k, Vector512<double>.Zero), a, s);
        Vector512<double> small = FusedMultiplyAdd(k, Create(1.1595234069231498e-17), s * s * s * AtanhPolynomial(s * s));
        Vector512<double> y = FusedMultiplyAdd(k, Create(0.34657359027997264), s + small);
        y = ConditionalSelect(Vector512.Equals(a, Vector512<double>.One), Create(double.PositiveInfinity), y);
        return (y | GreaterThan(a, Vector512<double>.One)) ^ sign; // all bits set: NaN
    }

    /// <inheritdoc cref="Atanh(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atanh(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Atanh(x.GetLower()), Atanh(x.GetUpper()));

        Vector512<float> sign = x & Create(-0.0f);
        Vector512<float> a = x ^ sign;
        Vector512<float> sum = Vector512<float>.One + a;
        Vector512<float> difference = Vector512<float>.One - a;
        Vector512<int> exponent = ShiftRightLogical(sum.AsInt32() - difference.AsInt32() + Create(0x3FA00000), 23); // k + 127
        Vector512<float> power = ShiftLeft(exponent, 23).AsSingle();
        Vector512<float> k = ConvertToSingle(exponent) - Create(127f);

        // 1 + power is exact where 1 − a isn't.
        Vector512<float> numerator = ConditionalSelect(
            LessThan(a, Create(0.5f)),
            FusedMultiplyAdd(a, Vector512<float>.One + power, Vector512<float>.One - power),
            FusedMultiplyAdd(-power, difference, sum));
        Vector512<float> s = numerator / FusedMultiplyAdd(power, difference, sum);
        s = ConditionalSelect(Vector512.Equals(k, Vector512<float>.Zero), a, s);
        Vector512<float> small = FusedMultiplyAdd(k, Create(-9.52327106e-10f), s * s * s * AtanhPolynomial(s * s));
        Vector512<float> y = FusedMultiplyAdd(k, Create(0.346573591f), s + small);
        y = ConditionalSelect(Vector512.Equals(a, Vector512<float>.One), Create(float.PositiveInfinity), y);
        return (y | GreaterThan(a, Vector512<float>.One)) ^ sign; // all bits set: NaN
    }

    // log(1 + a + b) for a ≥ b; log(2x) where great.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOfThree(Vector512<double> a, Vector512<double> b, Vector512<double> great, Vector512<double> x)
    {
        Vector512<double> upper = a + b;
        Vector512<double> lower = b - (upper - a);
        upper = ConditionalSelect(great, x, upper);
        lower = ConditionalSelect(great, Create(-1.0), lower);
        Vector512<double> sum = Vector512<double>.One + upper;
        Vector512<double> other = sum - Vector512<double>.One;
        Vector512<double> rest = (Vector512<double>.One - (sum - other)) + (upper - other) + lower;
        (Vector512<double> k, Vector512<double> f) = SplitPowerOfTwo(sum, rest);
        return ConditionalSelect(LessThan(sum, Create(double.PositiveInfinity)), LogOfProduct(k + (great & Vector512<double>.One), f), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfThree(Vector512<float> a, Vector512<float> b, Vector512<float> great, Vector512<float> x)
    {
        Vector512<float> upper = a + b;
        Vector512<float> lower = b - (upper - a);
        upper = ConditionalSelect(great, x, upper);
        lower = ConditionalSelect(great, Create(-1.0f), lower);
        Vector512<float> sum = Vector512<float>.One + upper;
        Vector512<float> other = sum - Vector512<float>.One;
        Vector512<float> rest = (Vector512<float>.One - (sum - other)) + (upper - other) + lower;
        (Vector512<float> k, Vector512<float> f) = SplitPowerOfTwo(sum, rest);
        return ConditionalSelect(LessThan(sum, Create(float.PositiveInfinity)), LogOfProduct(k + (great & Vector512<float>.One), f), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AtanhPolynomial(Vector512<double> s2)
    {
        Vector512<double> s4 = s2 * s2;
        Vector512<double> even = FusedMultiplyAdd(s4, Create(0.07673719759319941), Create(0.06710173426294887));
        Vector512<double> odd = FusedMultiplyAdd(s4, Create(0.054389000708537596), Create(0.07689771478782667));
        even = FusedMultiplyAdd(s4, even, Create(0.09090999542400513));
        odd = FusedMultiplyAdd(s4, odd, Create(0.11111109170384942));
        even = FusedMultiplyAdd(s4, even, Create(0.14285714309215514));
        odd = FusedMultiplyAdd(s4, odd, Create(0.19999999999860665));
        even = FusedMultiplyAdd(s4, even, Create(0.3333333333333362));
        return FusedMultiplyAdd(s2, odd, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AtanhPolynomial(Vector512<float> s2)
    {
        Vector512<float> a = FusedMultiplyAdd(s2, Create(0.112077273f), Create(0.109136872f));
        a = FusedMultiplyAdd(s2, a, Create(0.142938927f));
        a = FusedMultiplyAdd(s2, a, Create(0.199998528f));
        return FusedMultiplyAdd(s2, a, Create(0.333333343f));
    }
}
