using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// exp(x) = 2ⁿ·exp(r), where n is the integer that is nearest to x/ln 2, and |r| ≤ ln(2)/2. Added to 3·2⁵¹ (3·2²² in float), n stands in the lowest bits, from where
// a shift takes it to those of the exponent. ln 2 is in two parts; the first fused step is exact. exp(r) = 1 + r + r²·q(r) with the minimax polynomial q.
public static partial class Lanes
{
    /// <summary>The exponential function, eˣ. Error: at most 1 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>eˣ; 0 for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Exp(x.GetLower()), Exp(x.GetUpper()));

        // Beyond these it is 0 or ∞ all the same.
        x = Min(Create(710.0), Max(Create(-746.0), x));
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(1.4426950408889634), Create(6755399441055744.0 + 2046));
        Vector512<double> n = shifted - Create(6755399441055744.0 + 2046);

        // In two steps, of which the first is exact: 2ⁿ may be no normal number where the result is one, and the result may be none.
        Vector512<double> last = ConditionalSelect(LessThan(n, Vector512<double>.Zero), Create(6.223015277861142E-61), Create(4.0)); // 2⁻²⁰⁰
        Vector512<long> power = ShiftLeft(shifted.AsInt64(), 52) - last.AsInt64();
        return (ExpOfRemainder(x, n) + Vector512<double>.One) * power.AsDouble() * last;
    }

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Exp(x.GetLower()), Exp(x.GetUpper()));

        x = Min(Create(89f), Max(Create(-104f), x));
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(1.44269502f), Create(12582912f + 254));
        Vector512<float> n = shifted - Create(12582912f + 254);
        Vector512<float> last = ConditionalSelect(LessThan(n, Vector512<float>.Zero), Create(7.888609E-31f), Create(4f)); // 2⁻¹⁰⁰
        Vector512<int> power = ShiftLeft(shifted.AsInt32(), 23) - last.AsInt32();
        return (ExpOfRemainder(x, n) + Vector512<float>.One) * power.AsSingle() * last;
    }

    // For x ≤ 0, where 2ⁿ can't be too great.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOfNegative(Vector512<double> x)
    {
        x = Max(Create(-746.0), x);
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(1.4426950408889634), Create(6755399441055744.0 + 1223));
        Vector512<double> n = shifted - Create(6755399441055744.0 + 1223);
        return (ExpOfRemainder(x, n) + Vector512<double>.One) * ShiftLeft(shifted.AsInt64(), 52).AsDouble() * Create(6.223015277861142E-61); // 2⁻²⁰⁰
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfNegative(Vector512<float> x)
    {
        x = Max(Create(-104f), x);
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(1.44269502f), Create(12582912f + 227));
        Vector512<float> n = shifted - Create(12582912f + 227);
        return (ExpOfRemainder(x, n) + Vector512<float>.One) * ShiftLeft(shifted.AsInt32(), 23).AsSingle() * Create(7.888609E-31f); // 2⁻¹⁰⁰
    }

    // exp(x − n·ln 2) − 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOfRemainder(Vector512<double> x, Vector512<double> n)
    {
        Vector512<double> r = FusedMultiplyAdd(n, Create(-0.6931471805599453), x);
        r = FusedMultiplyAdd(n, Create(-2.3190468138462996e-17), r);
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
    private static Vector512<float> ExpOfRemainder(Vector512<float> x, Vector512<float> n)
    {
        Vector512<float> r = FusedMultiplyAdd(n, Create(-0.6931471825f), x);
        r = FusedMultiplyAdd(n, Create(1.904654212e-9f), r);
        Vector512<float> q = FusedMultiplyAdd(r, Create(0.00138144335f), Create(0.00836879667f));
        q = FusedMultiplyAdd(r, q, Create(0.0416683964f));
        q = FusedMultiplyAdd(r, q, Create(0.166665196f));
        q = FusedMultiplyAdd(r, q, Create(0.49999994f));
        return FusedMultiplyAdd(r * r, q, r);
    }
}
