using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// xʸ = exp(y·log x), where the logarithm and the product have some 64 bits in double, because the exponential function makes their absolute error a relative
// one. In float they have those of double. Edges are those of IEEE 754's pow and of Math.Pow.
public static partial class Lanes
{
    /// <summary>The power xʸ. Error: at most 1.5 ulp.</summary>
    /// <param name="x">The bases.</param>
    /// <param name="y">The exponents.</param>
    /// <returns>xʸ, as <see cref="Math.Pow"/> has it: 1 for y = 0 and for x = 1, NaN where x is negative and y isn't an integer.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Pow(x.GetLower(), y.GetLower()), Pow(x.GetUpper(), y.GetUpper()));

        Vector512<double> magnitude = Abs(x);
        (Vector512<double> log, Vector512<double> tail) = LogInTwo(magnitude);
        log = ConditionalSelect(Vector512.Equals(magnitude, Vector512<double>.Zero), Create(double.NegativeInfinity), log);
        log = ConditionalSelect(Vector512.Equals(magnitude, Create(double.PositiveInfinity)), magnitude, log);

        // Where the product is out of range, whatever the exponent, its tail has no meaning.
        Vector512<double> exponent = Min(Create(1e20), Max(Create(-1e20), y));
        Vector512<double> product = exponent * log;
        tail = FusedMultiplyAdd(exponent, log, -product) + (exponent * tail);
        tail &= LessThan(Abs(product), Create(1000.0));

        product = Min(Create(710.0), Max(Create(-746.0), product));
        Vector512<double> shifted = FusedMultiplyAdd(product, Create(1.4426950408889634), Create(ShiftOf.Double));
        Vector512<double> r = RemainderOfLn2(product, shifted - Create(ShiftOf.Double)) + tail;
        return WithPowOfEdges(x, y, TimesPowerOfTwo(ExpM1Short(r) + Vector512<double>.One, shifted));
    }

    /// <inheritdoc cref="Pow(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Pow(x.GetLower(), y.GetLower()), Pow(x.GetUpper(), y.GetUpper()));

        Vector512<float> magnitude = Abs(x);
        Vector512<float> exponent = Min(Create(1e30f), Max(Create(-1e30f), y));
        Vector512<double> lower = Exp(WidenLower(exponent) * Log(WidenLower(magnitude)));
        Vector512<double> upper = Exp(WidenUpper(exponent) * Log(WidenUpper(magnitude)));
        return WithPowOfEdges(x, y, Narrow(lower, upper));
    }

    // With the sign of odd powers of negative numbers, and what holds whatever the magnitude is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> WithPowOfEdges(Vector512<double> x, Vector512<double> y, Vector512<double> magnitude)
    {
        Vector512<double> half = y * Create(0.5);
        Vector512<double> whole = Vector512.Equals(Floor(y), y);
        Vector512<double> odd = AndNot(whole, Vector512.Equals(Floor(half), half));
        Vector512<double> power = magnitude ^ (x & odd & Create(-0.0));

        // All bits set are NaN.
        power |= AndNot(LessThan(x, Vector512<double>.Zero) & GreaterThan(x, Create(double.NegativeInfinity)), whole);
        power = ConditionalSelect(Vector512.Equals(x, x), power, x);
        return ConditionalSelect(Vector512.Equals(x, Vector512<double>.One) | Vector512.Equals(y, Vector512<double>.Zero), Vector512<double>.One, power);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> WithPowOfEdges(Vector512<float> x, Vector512<float> y, Vector512<float> magnitude)
    {
        Vector512<float> half = y * Create(0.5f);
        Vector512<float> whole = Vector512.Equals(Floor(y), y);
        Vector512<float> odd = AndNot(whole, Vector512.Equals(Floor(half), half));
        Vector512<float> power = magnitude ^ (x & odd & Create(-0.0f));

        // All bits set are NaN.
        power |= AndNot(LessThan(x, Vector512<float>.Zero) & GreaterThan(x, Create(float.NegativeInfinity)), whole);
        power = ConditionalSelect(Vector512.Equals(x, x), power, x);
        return ConditionalSelect(Vector512.Equals(x, Vector512<float>.One) | Vector512.Equals(y, Vector512<float>.Zero), Vector512<float>.One, power);
    }

    // log(x) as the sum of two numbers, with a relative error below 2⁻⁶⁴. With s = f/(2 + f), log(1 + f) = 2·artanh(s) = 2s + s³·(2/3 + s²·P(s²)),
    // where all but P has two parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Log, Vector512<double> Tail) LogInTwo(Vector512<double> x)
    {
        (Vector512<double> k, Vector512<double> f) = SplitPowerOfTwo(x);

        // s
        Vector512<double> divisor = Create(2.0) + f;
        Vector512<double> reciprocal = Vector512<double>.One / divisor;
        Vector512<double> s = f * reciprocal;
        Vector512<double> restOfDivisor = f - (divisor - Create(2.0));
        Vector512<double> restOfS = FusedMultiplyAdd(-s, restOfDivisor, FusedMultiplyAdd(-s, divisor, f)) * reciprocal;

        // s²
        Vector512<double> square = s * s;
        Vector512<double> restOfSquare = FusedMultiplyAdd(s + s, restOfS, FusedMultiplyAdd(s, s, -square));

        // 2/3 + s²·P(s²)
        Vector512<double> fourth = square * square;
        Vector512<double> even = FusedMultiplyAdd(fourth, Create(0.13196879465221384), Create(0.15386759749303883));
        Vector512<double> odd = FusedMultiplyAdd(fourth, Create(0.13256759882499192), Create(0.18181784316165006));
        even = FusedMultiplyAdd(fourth, even, Create(0.22222222520486673));
        odd = FusedMultiplyAdd(fourth, odd, Create(0.28571428570096524));
        even = FusedMultiplyAdd(fourth, even, Create(0.4000000000000226));
        Vector512<double> polynomial = square * FusedMultiplyAdd(square, odd, even);
        Vector512<double> factor = Create(0.6666666666666666) + polynomial;
        Vector512<double> restOfFactor = polynomial - (factor - Create(0.6666666666666666)) + Create(3.700743415417188e-17);

        // s³ times that
        Vector512<double> term = square * factor;
        Vector512<double> restOfTerm = FusedMultiplyAdd(square, factor, -term) + FusedMultiplyAdd(square, restOfFactor, restOfSquare * factor);
        Vector512<double> cubic = s * term;
        Vector512<double> restOfCubic = FusedMultiplyAdd(s, term, -cubic) + FusedMultiplyAdd(s, restOfTerm, restOfS * term);

        // k·ln 2 + 2s + the cubic term: the first product is exact, and each summand is greater than the next, or 0.
        Vector512<double> multiple = k * Create(0.6931471805598903);
        Vector512<double> first = multiple + (s + s);
        Vector512<double> restOfFirst = (s + s) - (first - multiple);
        Vector512<double> sum = first + cubic;
        Vector512<double> rest = cubic - (sum - first) + restOfFirst;
        rest += FusedMultiplyAdd(k, Create(5.497923018708371e-14), restOfCubic) + (restOfS + restOfS);
        return (sum, rest);
    }
}
