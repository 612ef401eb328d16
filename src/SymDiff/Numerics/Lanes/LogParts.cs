using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// Of the logarithms.
public static partial class Lanes
{
    // k and f with x = 2ᵏ·(1 + f) and √½ ≤ 1 + f < √2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> K, Vector512<double> F) SplitPowerOfTwo(Vector512<double> x)
    {
        Vector512<double> subnormal = LessThan(x, Create(2.2250738585072014E-308));
        Vector512<double> normal = ConditionalSelect(subnormal, x * Create(18014398509481984.0), x); // 2⁵⁴
        Vector512<long> bits = normal.AsInt64() + Create(0x3FF0000000000000 - 0x3FE6A09E667F3BCD); // 1 and √½
        Vector512<double> f = ((bits & Create(0x000FFFFFFFFFFFFF)) + Create(0x3FE6A09E667F3BCD)).AsDouble() - Vector512<double>.One;

        // The integer in the lowest bits of 2⁵² becomes a number when 2⁵² goes.
        Vector512<double> k = (ShiftRightLogical(bits, 52) | Create(4503599627370496.0).AsInt64()).AsDouble()
            - ConditionalSelect(subnormal, Create(4503599627370496.0 + 1023 + 54), Create(4503599627370496.0 + 1023));

        return (k, f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> K, Vector512<float> F) SplitPowerOfTwo(Vector512<float> x)
    {
        Vector512<float> subnormal = LessThan(x, Create(1.1754944E-38f));
        Vector512<float> normal = ConditionalSelect(subnormal, x * Create(33554432f), x); // 2²⁵
        Vector512<int> bits = normal.AsInt32() - Create(0x3F3504F3); // √½
        Vector512<float> f = ((bits & Create(0x007FFFFF)) + Create(0x3F3504F3)).AsSingle() - Vector512<float>.One;
        return (ConvertToSingle(ShiftRightArithmetic(bits, 23)) - (subnormal & Create(25f)), f);
    }

    // k and f with sum + rest = 2ᵏ·(1 + f), where the sum is normal and the rest small beside it. Where k is 0, f has all the digits that the rest adds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> K, Vector512<double> F) SplitPowerOfTwo(Vector512<double> sum, Vector512<double> rest)
    {
        Vector512<long> bits = sum.AsInt64() + Create(0x3FF0000000000000 - 0x3FE6A09E667F3BCD);
        Vector512<double> f = ((bits & Create(0x000FFFFFFFFFFFFF)) + Create(0x3FE6A09E667F3BCD)).AsDouble() - Vector512<double>.One;
        Vector512<long> exponent = ShiftRightLogical(bits, 52);
        Vector512<double> k = (exponent | Create(4503599627370496.0).AsInt64()).AsDouble() - Create(4503599627370496.0 + 1023);

        // 2⁻ᵏ. For the greatest k it isn't a normal number, nor does the rest matter.
        Vector512<double> power = MaxNative(Vector512<double>.Zero, ShiftLeft(Create(2046L) - exponent, 52).AsDouble());
        return (k, FusedMultiplyAdd(rest, power, f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> K, Vector512<float> F) SplitPowerOfTwo(Vector512<float> sum, Vector512<float> rest)
    {
        Vector512<int> bits = sum.AsInt32() - Create(0x3F3504F3);
        Vector512<float> f = ((bits & Create(0x007FFFFF)) + Create(0x3F3504F3)).AsSingle() - Vector512<float>.One;
        Vector512<int> exponent = ShiftRightArithmetic(bits, 23);
        Vector512<float> power = MaxNative(Vector512<float>.Zero, ShiftLeft(Create(127) - exponent, 23).AsSingle());
        return (ConvertToSingle(exponent), FusedMultiplyAdd(rest, power, f));
    }

    // log(2ᵏ·(1 + f)) as in FreeBSD's e_log.c: log(1 + f) = 2·artanh(s) = f − f²/2 + s·(f²/2 + R(s²)) with s = f/(2 + f), and the minimax polynomial R.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogOfProduct(Vector512<double> k, Vector512<double> f)
    {
        (Vector512<double> s, Vector512<double> halfSquare, Vector512<double> product) = LogTerms(f);
        Vector512<double> small = FusedMultiplyAdd(s, product, k * Create(2.3190468138462996e-17));
        return FusedMultiplyAdd(k, Create(0.6931471805599453), f - (halfSquare - small));
    }

    // In float, log(1 + f) = f − f²/2 + f³·P(f).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfProduct(Vector512<float> k, Vector512<float> f)
    {
        (Vector512<float> f2, Vector512<float> polynomial) = LogTerms(f);
        Vector512<float> small = FusedMultiplyAdd(f * f2, polynomial, k * Create(-1.904654212e-9f));
        return FusedMultiplyAdd(k, Create(0.6931471825f), f + FusedMultiplyAdd(Create(-0.5f), f2, small));
    }

    // log(1 + f)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogP1OfFraction(Vector512<double> f)
    {
        (Vector512<double> s, Vector512<double> halfSquare, Vector512<double> product) = LogTerms(f);
        return f - FusedMultiplyAdd(-s, product, halfSquare);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogP1OfFraction(Vector512<float> f)
    {
        (Vector512<float> f2, Vector512<float> polynomial) = LogTerms(f);
        return f + FusedMultiplyAdd(Create(-0.5f), f2, f * f2 * polynomial);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> S, Vector512<double> HalfSquare, Vector512<double> Product) LogTerms(Vector512<double> f)
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
        return (s, halfSquare, FusedMultiplyAdd(s2, FusedMultiplyAdd(s2, odd, even), halfSquare));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Square, Vector512<float> Polynomial) LogTerms(Vector512<float> f)
    {
        Vector512<float> f2 = f * f;
        Vector512<float> even = FusedMultiplyAdd(f2, Create(0.127633289f), Create(0.142015532f));
        Vector512<float> odd = FusedMultiplyAdd(f2, Create(-0.0763566121f), Create(-0.131605804f));
        even = FusedMultiplyAdd(f2, even, Create(0.200012341f));
        odd = FusedMultiplyAdd(f2, odd, Create(-0.166232988f));
        even = FusedMultiplyAdd(f2, even, Create(0.333333313f));
        odd = FusedMultiplyAdd(f2, odd, Create(-0.250008225f));
        return (f2, FusedMultiplyAdd(f, odd, even));
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
        y = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), y, x) | LessThan(x, Vector512<float>.Zero); // all bits set: NaN
        return ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), Create(float.NegativeInfinity), y);
    }
}
