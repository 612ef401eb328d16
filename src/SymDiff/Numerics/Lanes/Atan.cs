using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// atan(q) = q + q³·A(q²) for |q| ≤ ½, with the minimax polynomial A. Other arguments come there by one division:
// atan(a/b) = π/4 + atan((a − b)/(a + b)) where a/b is between ½ and 1, so that the difference is exact, and π/2 − atan(b/a) above.
public static partial class Lanes
{
    /// <summary>The arc tangent. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>atan(x); −π/2 for −∞ and π/2 for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Atan(x.GetLower()), Atan(x.GetUpper()));

        Vector512<double> magnitude = Abs(x);
        Vector512<double> swapped = GreaterThan(magnitude, Vector512<double>.One);
        Vector512<double> small = ConditionalSelect(swapped, Vector512<double>.One, magnitude);
        Vector512<double> great = ConditionalSelect(swapped, magnitude, Vector512<double>.One);
        return AtanOfQuotient(small, great, swapped, Vector512<double>.Zero) ^ (x & Create(-0.0));
    }

    /// <inheritdoc cref="Atan(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Atan(x.GetLower()), Atan(x.GetUpper()));

        Vector512<float> magnitude = Abs(x);
        Vector512<float> swapped = GreaterThan(magnitude, Vector512<float>.One);
        Vector512<float> small = ConditionalSelect(swapped, Vector512<float>.One, magnitude);
        Vector512<float> great = ConditionalSelect(swapped, magnitude, Vector512<float>.One);
        return AtanOfQuotient(small, great, swapped, Vector512<float>.Zero) ^ (x & Create(-0.0f));
    }

    /// <summary>The angle of the point (x, y). Error: at most 2 ulp.</summary>
    /// <param name="y">The ordinates.</param>
    /// <param name="x">The abscissas.</param>
    /// <returns>atan2(y, x), as <see cref="Math.Atan2"/> has it also for zeros and infinities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Atan2(y.GetLower(), x.GetLower()), Atan2(y.GetUpper(), x.GetUpper()));

        Vector512<double> first = Abs(x);
        Vector512<double> second = Abs(y);
        Vector512<double> swapped = GreaterThan(second, first);
        Vector512<double> small = ConditionalSelect(swapped, first, second);
        Vector512<double> great = ConditionalSelect(swapped, second, first);

        // A sum must not overflow; infinities are as good as 1 beside 0, or beside 1; two zeros as good as 0 beside 1.
        Vector512<double> scale = ConditionalSelect(GreaterThan(great, Create(1e300)), Create(0.0625), Vector512<double>.One);
        Vector512<double> infinite = Vector512.Equals(great, Create(double.PositiveInfinity));
        small = ConditionalSelect(infinite & LessThan(small, great), Vector512<double>.Zero, small * scale);
        small = ConditionalSelect(infinite & Vector512.Equals(small, great), Vector512<double>.One, small);
        great = ConditionalSelect(infinite | Vector512.Equals(great, Vector512<double>.Zero), Vector512<double>.One, great * scale);

        // All bits set where the sign of x is, also that of zero.
        Vector512<double> left = LessThan(x.AsInt64(), Vector512<long>.Zero).AsDouble();
        return AtanOfQuotient(small, great, swapped, left) ^ (y & Create(-0.0));
    }

    /// <inheritdoc cref="Atan2(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Atan2(y.GetLower(), x.GetLower()), Atan2(y.GetUpper(), x.GetUpper()));

        Vector512<float> first = Abs(x);
        Vector512<float> second = Abs(y);
        Vector512<float> swapped = GreaterThan(second, first);
        Vector512<float> small = ConditionalSelect(swapped, first, second);
        Vector512<float> great = ConditionalSelect(swapped, second, first);

        // A sum must not overflow; infinities are as good as 1 beside 0, or beside 1; two zeros as good as 0 beside 1.
        Vector512<float> scale = ConditionalSelect(GreaterThan(great, Create(1e38f)), Create(0.0625f), Vector512<float>.One);
        Vector512<float> infinite = Vector512.Equals(great, Create(float.PositiveInfinity));
        small = ConditionalSelect(infinite & LessThan(small, great), Vector512<float>.Zero, small * scale);
        small = ConditionalSelect(infinite & Vector512.Equals(small, great), Vector512<float>.One, small);
        great = ConditionalSelect(infinite | Vector512.Equals(great, Vector512<float>.Zero), Vector512<float>.One, great * scale);

        // All bits set where the sign of x is, also that of zero.
        Vector512<float> left = LessThan(x.AsInt32(), Vector512<int>.Zero).AsSingle();
        return AtanOfQuotient(small, great, swapped, left) ^ (y & Create(-0.0f));
    }

    // atan(small/great) for 0 ≤ small ≤ great; π/2 minus that where swapped; and π minus all that where left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AtanOfQuotient(Vector512<double> small, Vector512<double> great, Vector512<double> swapped, Vector512<double> left)
    {
        Vector512<double> middle = GreaterThan(small, great * Create(0.5));
        Vector512<double> q = ConditionalSelect(middle, small - great, small) / ConditionalSelect(middle, small + great, great);
        Vector512<double> atan = AtanPolynomial(q) ^ ((swapped ^ left) & Create(-0.0));

        // Multiples of π/4, exactly.
        Vector512<double> multiple = middle & Vector512<double>.One;
        multiple = ConditionalSelect(swapped, Create(2.0) - multiple, multiple);
        multiple = ConditionalSelect(left, Create(4.0) - multiple, multiple);
        Vector512<double> angle = multiple * Create(0.7853981633974483);
        Vector512<double> rest = FusedMultiplyAdd(multiple, Create(0.7853981633974483), -angle);
        rest = FusedMultiplyAdd(multiple, Create(3.061616997868383e-17), rest);
        return angle + (rest + atan);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AtanOfQuotient(Vector512<float> small, Vector512<float> great, Vector512<float> swapped, Vector512<float> left)
    {
        Vector512<float> middle = GreaterThan(small, great * Create(0.5f));
        Vector512<float> q = ConditionalSelect(middle, small - great, small) / ConditionalSelect(middle, small + great, great);
        Vector512<float> atan = AtanPolynomial(q) ^ ((swapped ^ left) & Create(-0.0f));

        // Multiples of π/4, exactly.
        Vector512<float> multiple = middle & Vector512<float>.One;
        multiple = ConditionalSelect(swapped, Create(2f) - multiple, multiple);
        multiple = ConditionalSelect(left, Create(4f) - multiple, multiple);
        Vector512<float> angle = multiple * Create(0.785398185f);
        Vector512<float> rest = FusedMultiplyAdd(multiple, Create(0.785398185f), -angle);
        rest = FusedMultiplyAdd(multiple, Create(-2.18556941e-8f), rest);
        return angle + (rest + atan);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AtanPolynomial(Vector512<double> q)
    {
        Vector512<double> q2 = q * q;
        Vector512<double> q4 = q2 * q2;
        Vector512<double> even = FusedMultiplyAdd(q4, Create(-0.027398820660002772), Create(-0.051212000007051846));
        Vector512<double> odd = FusedMultiplyAdd(q4, Create(0.010091595874018791), Create(0.04184249339277963));
        even = FusedMultiplyAdd(q4, even, Create(-0.06663783637917677));
        odd = FusedMultiplyAdd(q4, odd, Create(0.05858117048168842));
        even = FusedMultiplyAdd(q4, even, Create(-0.09090896074407914));
        odd = FusedMultiplyAdd(q4, odd, Create(0.0769207125936577));
        even = FusedMultiplyAdd(q4, even, Create(-0.142857142762266));
        odd = FusedMultiplyAdd(q4, odd, Create(0.11111110652787858));
        even = FusedMultiplyAdd(q4, even, Create(-0.33333333333332976));
        odd = FusedMultiplyAdd(q4, odd, Create(0.19999999999901272));
        return FusedMultiplyAdd(q * q2, FusedMultiplyAdd(q2, odd, even), q);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AtanPolynomial(Vector512<float> q)
    {
        Vector512<float> q2 = q * q;
        Vector512<float> a = FusedMultiplyAdd(q2, Create(0.0386743918f), Create(-0.0798076242f));
        a = FusedMultiplyAdd(q2, a, Create(0.109401599f));
        a = FusedMultiplyAdd(q2, a, Create(-0.142719865f));
        a = FusedMultiplyAdd(q2, a, Create(0.199994847f));
        a = FusedMultiplyAdd(q2, a, Create(-0.333333254f));
        return FusedMultiplyAdd(q * q2, a, q);
    }
}
