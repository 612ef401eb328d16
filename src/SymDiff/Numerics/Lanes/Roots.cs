using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// Roots other than the square root, which machines have.
public static partial class Lanes
{
    // |x| = 8ⁿ·m with ½ ≤ m < 4. r approximates 1/∛m: a minimax polynomial, and a step of third order. Then m·r² approximates ∛m, and a last step, by an exact
    // residual, rounds it.
    /// <summary>The cube root. Error: at most 1 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>∛x; −∞ for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cbrt(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Cbrt(x.GetLower()), Cbrt(x.GetUpper()));

        Vector512<double> a = Abs(x);
        Vector512<double> subnormal = LessThan(a, Create(2.2250738585072014E-308));
        Vector512<long> bits = ConditionalSelect(subnormal, a * Create(18014398509481984.0), a).AsInt64(); // 2⁵⁴
        Vector512<double> e = (ShiftRightLogical(bits, 52) | Create(4503599627370496.0).AsInt64()).AsDouble() - Create(4503599627370496.0 + 1023);
        Vector512<double> shifted = FusedMultiplyAdd(e, Create(0.3333333333333333), Create(6755399441055744.0 + 1023));
        Vector512<double> remainder = FusedMultiplyAdd(shifted - Create(6755399441055744.0 + 1023), Create(-3.0), e); // −1, 0 or 1
        Vector512<double> fraction = ((bits & Create(0x000FFFFFFFFFFFFF)) | Vector512<double>.One.AsInt64()).AsDouble();

        // Times ½, 1 or 2, exactly; and about the inverse cube root of that.
        Vector512<double> power = FusedMultiplyAdd(remainder, FusedMultiplyAdd(remainder, Create(0.25), Create(0.75)), Vector512<double>.One);
        Vector512<double> root = FusedMultiplyAdd(remainder, FusedMultiplyAdd(remainder, Create(0.02681078), Create(-0.23311021)), Vector512<double>.One);
        Vector512<double> m = fraction * power;
        Vector512<double> r = CbrtEstimate(fraction) * root;
        Vector512<double> error = FusedMultiplyAdd(-(m * r), r * r, Vector512<double>.One);
        r = FusedMultiplyAdd(r * error, FusedMultiplyAdd(error, Create(0.2222222222222222), Create(0.3333333333333333)), r);

        Vector512<double> y = m * r * r;
        Vector512<double> square = y * y;
        Vector512<double> residual = FusedMultiplyAdd(-y, FusedMultiplyAdd(y, y, -square), FusedMultiplyAdd(-square, y, m));
        y = FusedMultiplyAdd(residual, r * r * Create(0.3333333333333333), y);

        shifted -= subnormal & Create(18.0);
        y *= ShiftLeft(shifted.AsInt64(), 52).AsDouble();
        Vector512<double> regular = GreaterThan(a, Vector512<double>.Zero) & LessThan(a, Create(double.PositiveInfinity));
        return ConditionalSelect(regular, y, a) ^ (x & Create(-0.0));
    }

    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cbrt(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Cbrt(x.GetLower()), Cbrt(x.GetUpper()));

        Vector512<float> a = Abs(x);
        Vector512<float> subnormal = LessThan(a, Create(1.1754944E-38f));
        Vector512<int> bits = ConditionalSelect(subnormal, a * Create(16777216f), a).AsInt32(); // 2²⁴
        Vector512<float> e = ConvertToSingle(ShiftRightLogical(bits, 23)) - Create(127f);
        Vector512<float> shifted = FusedMultiplyAdd(e, Create(0.333333343f), Create(12582912f + 127));
        Vector512<float> remainder = FusedMultiplyAdd(shifted - Create(12582912f + 127), Create(-3.0f), e); // −1, 0 or 1
        Vector512<float> fraction = ((bits & Create(0x007FFFFF)) | Vector512<float>.One.AsInt32()).AsSingle();

        // Times ½, 1 or 2, exactly; and about the inverse cube root of that.
        Vector512<float> power = FusedMultiplyAdd(remainder, FusedMultiplyAdd(remainder, Create(0.25f), Create(0.75f)), Vector512<float>.One);
        Vector512<float> root = FusedMultiplyAdd(remainder, FusedMultiplyAdd(remainder, Create(0.02681078f), Create(-0.23311021f)), Vector512<float>.One);
        Vector512<float> m = fraction * power;
        Vector512<float> r = CbrtEstimate(fraction) * root;
        Vector512<float> error = FusedMultiplyAdd(-(m * r), r * r, Vector512<float>.One);
        r = FusedMultiplyAdd(r * error, FusedMultiplyAdd(error, Create(0.222222224f), Create(0.333333343f)), r);

        Vector512<float> y = m * r * r;
        Vector512<float> square = y * y;
        Vector512<float> residual = FusedMultiplyAdd(-y, FusedMultiplyAdd(y, y, -square), FusedMultiplyAdd(-square, y, m));
        y = FusedMultiplyAdd(residual, r * r * Create(0.333333343f), y);

        shifted -= subnormal & Create(8f);
        y *= ShiftLeft(shifted.AsInt32(), 23).AsSingle();
        Vector512<float> regular = GreaterThan(a, Vector512<float>.Zero) & LessThan(a, Create(float.PositiveInfinity));
        return ConditionalSelect(regular, y, a) ^ (x & Create(-0.0f));
    }

    // x^(−1/3) for 1 ≤ x < 2, with a relative error of 2⁻¹⁴ (in float 2⁻¹²).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> CbrtEstimate(Vector512<double> x)
    {
        Vector512<double> r = FusedMultiplyAdd(x, Create(0.02859102901314136), Create(-0.2212378712189849));
        r = FusedMultiplyAdd(x, r, Create(0.6954826585886565));
        r = FusedMultiplyAdd(x, r, Create(-1.1728802199339623));
        return FusedMultiplyAdd(x, r, Create(1.6700067347343424));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> CbrtEstimate(Vector512<float> x)
    {
        Vector512<float> r = FusedMultiplyAdd(x, Create(-0.0499368943f), Create(0.3177571f));
        r = FusedMultiplyAdd(x, r, Create(-0.809960246f));
        return FusedMultiplyAdd(x, r, Create(1.54188693f));
    }

    /// <summary>√(x² + y²), where the squares may overflow and underflow. Error: at most 1 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <param name="y">Any numbers.</param>
    /// <returns>√(x² + y²); +∞ if either is infinite, whatever the other is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Hypot(Vector512<double> x, Vector512<double> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Hypot(x.GetLower(), y.GetLower()), Hypot(x.GetUpper(), y.GetUpper()));

        Vector512<double> first = Abs(x);
        Vector512<double> second = Abs(y);
        Vector512<double> swapped = GreaterThan(second, first);
        Vector512<double> great = ConditionalSelect(swapped, second, first);
        Vector512<double> small = ConditionalSelect(swapped, first, second);

        Vector512<double> over = GreaterThan(great, Create(3.273390607896142E+150)); // 2⁵⁰⁰
        Vector512<double> under = LessThan(great, Create(3.8725919148493183E-121)); // 2⁻⁴⁰⁰
        Vector512<double> scale = ConditionalSelect(over, Create(2.409919865102884E-181), Vector512<double>.One); // 2⁻⁶⁰⁰
        scale = ConditionalSelect(under, Create(4.149515568880993E+180), scale); // 2⁶⁰⁰
        Vector512<double> back = ConditionalSelect(over, Create(4.149515568880993E+180), Vector512<double>.One);
        back = ConditionalSelect(under, Create(2.409919865102884E-181), back);
        great *= scale;
        small *= scale;
        Vector512<double> root = Sqrt(FusedMultiplyAdd(great, great, small * small)) * back;
        root = ConditionalSelect(Vector512.Equals(first, Create(double.PositiveInfinity)), first, root);
        return ConditionalSelect(Vector512.Equals(second, Create(double.PositiveInfinity)), second, root);
    }

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Hypot(Vector512<float> x, Vector512<float> y)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Hypot(x.GetLower(), y.GetLower()), Hypot(x.GetUpper(), y.GetUpper()));

        Vector512<float> first = Abs(x);
        Vector512<float> second = Abs(y);
        Vector512<float> swapped = GreaterThan(second, first);
        Vector512<float> great = ConditionalSelect(swapped, second, first);
        Vector512<float> small = ConditionalSelect(swapped, first, second);

        Vector512<float> over = GreaterThan(great, Create(1.15292150e18f)); // 2⁶⁰
        Vector512<float> under = LessThan(great, Create(8.88178420e-16f)); // 2⁻⁵⁰
        Vector512<float> scale = ConditionalSelect(over, Create(8.47032947e-22f), Vector512<float>.One); // 2⁻⁷⁰
        scale = ConditionalSelect(under, Create(1.23794004e27f), scale); // 2⁹⁰
        Vector512<float> back = ConditionalSelect(over, Create(1.18059162e21f), Vector512<float>.One);
        back = ConditionalSelect(under, Create(8.07793567e-28f), back);
        great *= scale;
        small *= scale;
        Vector512<float> root = Sqrt(FusedMultiplyAdd(great, great, small * small)) * back;
        root = ConditionalSelect(Vector512.Equals(first, Create(float.PositiveInfinity)), first, root);
        return ConditionalSelect(Vector512.Equals(second, Create(float.PositiveInfinity)), second, root);
    }
}
