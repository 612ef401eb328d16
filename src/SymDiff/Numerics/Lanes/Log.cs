using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// log(x) = k·ln 2 + log(1 + f), where x = 2ᵏ·(1 + f) and √½ ≤ 1 + f < √2. In double, as in FreeBSD's e_log.c, log(1 + f) = 2·artanh(s) = f − f²/2 + s·(f²/2 + R(s²))
// with s = f/(2 + f); in float, f − f²/2 + f³·P(f). R and P are minimax polynomials.
public static partial class Lanes
{
    /// <summary>The natural logarithm. Error: at most 1 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>log(x); −∞ for zeros, NaN for negative numbers and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Log(x.GetLower()), Log(x.GetUpper()));

        Vector512<double> subnormal = LessThan(x, Create(2.2250738585072014E-308));
        Vector512<double> normal = ConditionalSelect(subnormal, x * Create(18014398509481984.0), x); // 2⁵⁴
        Vector512<long> bits = normal.AsInt64() + Create(0x3FF0000000000000 - 0x3FE6A09E667F3BCD); // 1 and √½
        Vector512<double> f = ((bits & Create(0x000FFFFFFFFFFFFF)) + Create(0x3FE6A09E667F3BCD)).AsDouble() - Vector512<double>.One;

        // The integer in the lowest bits of 2⁵² becomes a number when 2⁵² goes.
        Vector512<double> k = (ShiftRightLogical(bits, 52) | Create(4503599627370496.0).AsInt64()).AsDouble()
            - ConditionalSelect(subnormal, Create(4503599627370496.0 + 1023 + 54), Create(4503599627370496.0 + 1023));

        return WithLogOfEdges(x, LogOfProduct(k, f));
    }

    /// <inheritdoc cref="Log(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Log(x.GetLower()), Log(x.GetUpper()));

        Vector512<float> subnormal = LessThan(x, Create(1.1754944E-38f));
        Vector512<float> normal = ConditionalSelect(subnormal, x * Create(33554432f), x); // 2²⁵
        Vector512<int> bits = normal.AsInt32() - Create(0x3F3504F3); // √½
        Vector512<float> f = ((bits & Create(0x007FFFFF)) + Create(0x3F3504F3)).AsSingle() - Vector512<float>.One;
        Vector512<float> k = ConvertToSingle(ShiftRightArithmetic(bits, 23)) - ConditionalSelect(subnormal, Create(25f), Vector512<float>.Zero);
        return WithLogOfEdges(x, LogOfProduct(k, f));
    }

    /// <summary>log(1 + x), also where 1 + x is close to 1. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>log(1 + x); −∞ for −1, NaN for numbers below and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogP1(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(LogP1(x.GetLower()), LogP1(x.GetUpper()));

        // 1 + x = sum + rest exactly. Where k is 0, f becomes x itself.
        Vector512<double> sum = Vector512<double>.One + x;
        Vector512<double> other = sum - Vector512<double>.One;
        Vector512<double> rest = (Vector512<double>.One - (sum - other)) + (x - other);

        Vector512<long> bits = sum.AsInt64() + Create(0x3FF0000000000000 - 0x3FE6A09E667F3BCD);
        Vector512<double> f = ((bits & Create(0x000FFFFFFFFFFFFF)) + Create(0x3FE6A09E667F3BCD)).AsDouble() - Vector512<double>.One;
        Vector512<long> exponent = ShiftRightLogical(bits, 52);
        Vector512<double> k = (exponent | Create(4503599627370496.0).AsInt64()).AsDouble() - Create(4503599627370496.0 + 1023);

        // 2⁻ᵏ, which for the greatest k isn't a normal number, nor does the rest matter.
        Vector512<double> power = MaxNative(Vector512<double>.Zero, ShiftLeft(Create(2046L) - exponent, 52).AsDouble());
        Vector512<double> y = WithLogOfEdges(sum, LogOfProduct(k, FusedMultiplyAdd(rest, power, f)));
        return ConditionalSelect(LessThan(Abs(x), Create(1e-17)), x, y);
    }

    /// <inheritdoc cref="LogP1(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogP1(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(LogP1(x.GetLower()), LogP1(x.GetUpper()));

        Vector512<float> sum = Vector512<float>.One + x;
        Vector512<float> other = sum - Vector512<float>.One;
        Vector512<float> rest = (Vector512<float>.One - (sum - other)) + (x - other);

        Vector512<int> bits = sum.AsInt32() - Create(0x3F3504F3);
        Vector512<float> f = ((bits & Create(0x007FFFFF)) + Create(0x3F3504F3)).AsSingle() - Vector512<float>.One;
        Vector512<int> exponent = ShiftRightArithmetic(bits, 23);
        Vector512<float> k = ConvertToSingle(exponent);
        Vector512<float> power = MaxNative(Vector512<float>.Zero, ShiftLeft(Create(127) - exponent, 23).AsSingle());
        Vector512<float> y = WithLogOfEdges(sum, LogOfProduct(k, FusedMultiplyAdd(rest, power, f)));
        return ConditionalSelect(LessThan(Abs(x), Create(1e-9f)), x, y);
    }

    // log(2ᵏ·(1 + f))
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOfProduct(Vector512<double> k, Vector512<double> f)
    {
        Vector512<double> s = f / (Create(2.0) + f);
        Vector512<double> halfSquare = Create(0.5) * f * f;
        Vector512<double> s2 = s * s;
        Vector512<double> s4 = s2 * s2;
        Vector512<double> even = FusedMultiplyAdd(s4, Create(0.147966240775367), Create(0.18183566668220622));
        Vector512<double> odd = FusedMultiplyAdd(s4, Create(0.15313986808216795), Create(0.22222198531143342));
        even = FusedMultiplyAdd(s4, even, Create(0.2857142874276605));
        odd = FusedMultiplyAdd(s4, odd, Create(0.3999999999941313));
        even = FusedMultiplyAdd(s4, even, Create(0.6666666666666735));
        Vector512<double> product = FusedMultiplyAdd(s2, FusedMultiplyAdd(s2, odd, even), halfSquare);
        Vector512<double> small = FusedMultiplyAdd(s, product, k * Create(2.3190468138462996e-17));
        return FusedMultiplyAdd(k, Create(0.6931471805599453), f - (halfSquare - small));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfProduct(Vector512<float> k, Vector512<float> f)
    {
        Vector512<float> f2 = f * f;
        Vector512<float> even = FusedMultiplyAdd(f2, Create(0.127633289f), Create(0.142015532f));
        Vector512<float> odd = FusedMultiplyAdd(f2, Create(-0.0763566121f), Create(-0.131605804f));
        even = FusedMultiplyAdd(f2, even, Create(0.200012341f));
        odd = FusedMultiplyAdd(f2, odd, Create(-0.166232988f));
        even = FusedMultiplyAdd(f2, even, Create(0.333333313f));
        odd = FusedMultiplyAdd(f2, odd, Create(-0.250008225f));
        Vector512<float> small = FusedMultiplyAdd(f * f2, FusedMultiplyAdd(f, odd, even), k * Create(-1.904654212e-9f));
        return FusedMultiplyAdd(k, Create(0.6931471825f), f + FusedMultiplyAdd(Create(-0.5f), f2, small));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> WithLogOfEdges(Vector512<double> x, Vector512<double> y)
    {
        y = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), y, x) | LessThan(x, Vector512<double>.Zero); // all bits set: NaN
        return ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), Create(double.NegativeInfinity), y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> WithLogOfEdges(Vector512<float> x, Vector512<float> y)
    {
        y = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), y, x) | LessThan(x, Vector512<float>.Zero);
        return ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), Create(float.NegativeInfinity), y);
    }
}
