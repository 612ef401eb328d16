using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// Both by t = exp(−|x|), which can't overflow.
public static partial class Lanes
{
    /// <summary>The logistic function, 1/(1 + e⁻ˣ). Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>1/(1 + e⁻ˣ); 0 for −∞ and 1 for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sigmoid(x.GetLower()), Sigmoid(x.GetUpper()));

        (Vector512<double> lower, Vector512<double> upper) = SigmoidParts(x);
        return ConditionalSelect(LessThan(x, Vector512<double>.Zero), lower, upper);
    }

    /// <inheritdoc cref="Sigmoid(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Sigmoid(x.GetLower()), Sigmoid(x.GetUpper()));

        (Vector512<float> lower, Vector512<float> upper) = SigmoidParts(x);
        return ConditionalSelect(LessThan(x, Vector512<float>.Zero), lower, upper);
    }

    /// <summary>The logistic function and its slope, y·(1 − y), also where 1 − y is small. Error: at most 2 ulp; of the slope 3 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>The same as <see cref="Sigmoid(Vector512{double})"/>, and the slope.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Sigmoid, Vector512<double> Slope) SigmoidWithSlope(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Join(SigmoidWithSlope(x.GetLower()), SigmoidWithSlope(x.GetUpper()));

        (Vector512<double> lower, Vector512<double> upper) = SigmoidParts(x);
        return (ConditionalSelect(LessThan(x, Vector512<double>.Zero), lower, upper), lower * upper);
    }

    /// <inheritdoc cref="SigmoidWithSlope(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Sigmoid, Vector512<float> Slope) SigmoidWithSlope(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Join(SigmoidWithSlope(x.GetLower()), SigmoidWithSlope(x.GetUpper()));

        (Vector512<float> lower, Vector512<float> upper) = SigmoidParts(x);
        return (ConditionalSelect(LessThan(x, Vector512<float>.Zero), lower, upper), lower * upper);
    }

    /// <summary>log(1 + eˣ), without overflow. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>log(1 + eˣ); 0 for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Softplus(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Softplus(x.GetLower()), Softplus(x.GetUpper()));

        // log(1 + eˣ) = max(x, 0) + log(1 + t), with 1 + t = sum + rest exactly, brought from 1 … 2 to √½ … √2.
        Vector512<double> t = ExpOfNegative(x | Create(-0.0));
        Vector512<double> sum = Vector512<double>.One + t;
        Vector512<double> rest = t - (sum - Vector512<double>.One);
        Vector512<double> great = GreaterThan(sum, Create(1.4142135623730951));
        Vector512<double> power = ConditionalSelect(great, Create(0.5), Vector512<double>.One);
        Vector512<double> f = FusedMultiplyAdd(rest, power, FusedMultiplyAdd(sum, power, Create(-1.0)));
        return MaxNative(Vector512<double>.Zero, x) + LogOfProduct(great & Vector512<double>.One, f);
    }

    /// <inheritdoc cref="Softplus(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Softplus(x.GetLower()), Softplus(x.GetUpper()));

        Vector512<float> t = ExpOfNegative(x | Create(-0f));
        Vector512<float> sum = Vector512<float>.One + t;
        Vector512<float> rest = t - (sum - Vector512<float>.One);
        Vector512<float> great = GreaterThan(sum, Create(1.41421354f));
        Vector512<float> power = ConditionalSelect(great, Create(0.5f), Vector512<float>.One);
        Vector512<float> f = FusedMultiplyAdd(rest, power, FusedMultiplyAdd(sum, power, Create(-1f)));
        return MaxNative(Vector512<float>.Zero, x) + LogOfProduct(great & Vector512<float>.One, f);
    }

    // The logistic functions of −|x| and |x|. With t = exp(−|x|) = 2ⁿ·(1 + m), the second is r = 1/(1 + t), and the first 2ⁿ·r + 2ⁿ·r·m, which doesn't
    // round t. What 1 + t and the division left out is put back into both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Lower, Vector512<double> Upper) SigmoidParts(Vector512<double> x)
    {
        Vector512<double> negative = Max(Create(-746.0), x | Create(-0.0));
        Vector512<double> shifted = FusedMultiplyAdd(negative, Create(1.4426950408889634), Create(6755399441055744.0 + 1223));
        Vector512<double> m = ExpM1Short(RemainderOfLn2(negative, shifted - Create(6755399441055744.0 + 1223)));
        Vector512<double> scaled = ShiftLeft(shifted.AsInt64(), 52).AsDouble(); // 2ⁿ⁺²⁰⁰
        Vector512<double> power = scaled * Create(6.223015277861142E-61); // 2⁻²⁰⁰
        Vector512<double> sum = Vector512<double>.One + power;
        Vector512<double> divisor = FusedMultiplyAdd(power, m, sum);
        Vector512<double> r = Vector512<double>.One / divisor;
        Vector512<double> rest = FusedMultiplyAdd(-r, divisor, Vector512<double>.One) - r * FusedMultiplyAdd(power, m, sum - divisor);
        scaled *= r;
        return (FusedMultiplyAdd(scaled, m + rest, scaled) * Create(6.223015277861142E-61), FusedMultiplyAdd(r, rest, r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Lower, Vector512<float> Upper) SigmoidParts(Vector512<float> x)
    {
        Vector512<float> negative = Max(Create(-104f), x | Create(-0.0f));
        Vector512<float> shifted = FusedMultiplyAdd(negative, Create(1.44269502f), Create(12582912f + 227));
        Vector512<float> m = ExpM1Short(RemainderOfLn2(negative, shifted - Create(12582912f + 227)));
        Vector512<float> scaled = ShiftLeft(shifted.AsInt32(), 23).AsSingle(); // 2ⁿ⁺¹⁰⁰
        Vector512<float> power = scaled * Create(7.888609E-31f); // 2⁻¹⁰⁰
        Vector512<float> sum = Vector512<float>.One + power;
        Vector512<float> divisor = FusedMultiplyAdd(power, m, sum);
        Vector512<float> r = Vector512<float>.One / divisor;
        Vector512<float> rest = FusedMultiplyAdd(-r, divisor, Vector512<float>.One) - r * FusedMultiplyAdd(power, m, sum - divisor);
        scaled *= r;
        return (FusedMultiplyAdd(scaled, m + rest, scaled) * Create(7.888609E-31f), FusedMultiplyAdd(r, rest, r));
    }
}
