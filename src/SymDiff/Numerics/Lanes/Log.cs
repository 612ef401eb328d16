using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// log(x) = k·ln 2 + log(1 + f), where x = 2ᵏ·(1 + f) and √½ ≤ 1 + f < √2.
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

        (Vector512<double> k, Vector512<double> f) = SplitPowerOfTwo(x);
        return WithLogOfEdges(x, LogOfProduct(k, f));
    }

    /// <inheritdoc cref="Log(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Log(x.GetLower()), Log(x.GetUpper()));

        (Vector512<float> k, Vector512<float> f) = SplitPowerOfTwo(x);
        return WithLogOfEdges(x, LogOfProduct(k, f));
    }

    /// <summary>The logarithm to base 2. Error: at most 2 ulp; powers of two are exact.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>log₂(x); −∞ for zeros, NaN for negative numbers and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Log2(x.GetLower()), Log2(x.GetUpper()));

        (Vector512<double> k, Vector512<double> f) = SplitPowerOfTwo(x);
        return WithLogOfEdges(x, FusedMultiplyAdd(LogP1OfFraction(f), Create(1.4426950408889634), k));
    }

    /// <inheritdoc cref="Log2(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Log2(x.GetLower()), Log2(x.GetUpper()));

        (Vector512<float> k, Vector512<float> f) = SplitPowerOfTwo(x);
        return WithLogOfEdges(x, FusedMultiplyAdd(LogP1OfFraction(f), Create(1.44269502f), k));
    }

    /// <summary>The logarithm to base 10. Error: at most 2 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>log₁₀(x); −∞ for zeros, NaN for negative numbers and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log10(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Log10(x.GetLower()), Log10(x.GetUpper()));

        (Vector512<double> k, Vector512<double> f) = SplitPowerOfTwo(x);
        Vector512<double> small = FusedMultiplyAdd(k, Create(-2.8037281277851704e-18), LogP1OfFraction(f) * Create(0.4342944819032518));
        return WithLogOfEdges(x, FusedMultiplyAdd(k, Create(0.3010299956639812), small));
    }

    /// <inheritdoc cref="Log10(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log10(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Log10(x.GetLower()), Log10(x.GetUpper()));

        (Vector512<float> k, Vector512<float> f) = SplitPowerOfTwo(x);
        Vector512<float> small = FusedMultiplyAdd(k, Create(-1.43209888e-8f), LogP1OfFraction(f) * Create(0.434294492f));
        return WithLogOfEdges(x, FusedMultiplyAdd(k, Create(0.30103001f), small));
    }

    /// <summary>log(1 + x), also where 1 + x is close to 1. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>log(1 + x); −∞ for −1, NaN for numbers below and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogP1(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(LogP1(x.GetLower()), LogP1(x.GetUpper()));

        // 1 + x = sum + rest exactly.
        Vector512<double> sum = Vector512<double>.One + x;
        Vector512<double> other = sum - Vector512<double>.One;
        Vector512<double> rest = (Vector512<double>.One - (sum - other)) + (x - other);
        (Vector512<double> k, Vector512<double> f) = SplitPowerOfTwo(sum, rest);
        return ConditionalSelect(LessThan(Abs(x), Create(1e-17)), x, WithLogOfEdges(sum, LogOfProduct(k, f)));
    }

    /// <inheritdoc cref="LogP1(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogP1(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(LogP1(x.GetLower()), LogP1(x.GetUpper()));

        // 1 + x = sum + rest exactly.
        Vector512<float> sum = Vector512<float>.One + x;
        Vector512<float> other = sum - Vector512<float>.One;
        Vector512<float> rest = (Vector512<float>.One - (sum - other)) + (x - other);
        (Vector512<float> k, Vector512<float> f) = SplitPowerOfTwo(sum, rest);
        return ConditionalSelect(LessThan(Abs(x), Create(1e-9f)), x, WithLogOfEdges(sum, LogOfProduct(k, f)));
    }
}
