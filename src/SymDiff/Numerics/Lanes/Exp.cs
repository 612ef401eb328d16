using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace SymDiff.Numerics;

// exp(x) = 2ⁿ·exp(r), where n is the integer that is nearest to x/ln 2, and |r| ≤ ln(2)/2. Added to 3·2⁵¹ (3·2²² in float), n stands in the lowest bits,
// from where a shift takes it to those of the exponent. ln 2 is in two parts; the first fused step is exact. exp(r) = 1 + r + r²·q(r) with the minimax
// polynomial q.
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
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(1.4426950408889634), Create(ShiftOf.Double));
        Vector512<double> n = shifted - Create(ShiftOf.Double);
        return TimesPowerOfTwo(ExpM1Short(RemainderOfLn2(x, n)) + Vector512<double>.One, shifted);
    }

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Exp(x.GetLower()), Exp(x.GetUpper()));

        // Beyond these it is 0 or ∞ all the same.
        x = Min(Create(89f), Max(Create(-104f), x));
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(1.44269502f), Create(ShiftOf.Single));
        Vector512<float> n = shifted - Create(ShiftOf.Single);
        return TimesPowerOfTwo(ExpM1Short(RemainderOfLn2(x, n)) + Vector512<float>.One, shifted);
    }

    /// <summary>2ˣ. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>2ˣ; 0 for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp2(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Exp2(x.GetLower()), Exp2(x.GetUpper()));

        x = Min(Create(1024.0), Max(Create(-1080.0), x));
        Vector512<double> shifted = x + Create(ShiftOf.Double);
        Vector512<double> r = x - (shifted - Create(ShiftOf.Double));
        return TimesPowerOfTwo(ExpM1Short(r * Create(0.6931471805599453)) + Vector512<double>.One, shifted);
    }

    /// <inheritdoc cref="Exp2(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Exp2(x.GetLower()), Exp2(x.GetUpper()));

        x = Min(Create(128f), Max(Create(-152f), x));
        Vector512<float> shifted = x + Create(ShiftOf.Single);
        Vector512<float> r = x - (shifted - Create(ShiftOf.Single));
        return TimesPowerOfTwo(ExpM1Short(r * Create(0.693147182f)) + Vector512<float>.One, shifted);
    }

    /// <summary>10ˣ. Error: at most 1.5 ulp.</summary>
    /// <param name="x">Any numbers.</param>
    /// <returns>10ˣ; 0 for −∞ and +∞ for +∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp10(Vector512<double> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Exp10(x.GetLower()), Exp10(x.GetUpper()));

        // The same with log₁₀ 2 in two parts.
        x = Min(Create(308.3), Max(Create(-325.0), x));
        Vector512<double> shifted = FusedMultiplyAdd(x, Create(3.321928094887362), Create(ShiftOf.Double));
        Vector512<double> n = shifted - Create(ShiftOf.Double);
        Vector512<double> r = FusedMultiplyAdd(n, Create(-0.3010299956639812), x);
        r = FusedMultiplyAdd(n, Create(2.8037281277851704e-18), r);
        return TimesPowerOfTwo(ExpM1Short(r * Create(2.302585092994046)) + Vector512<double>.One, shifted);
    }

    /// <inheritdoc cref="Exp10(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp10(Vector512<float> x)
    {
        if (!Vector512.IsHardwareAccelerated)
            return Create(Exp10(x.GetLower()), Exp10(x.GetUpper()));

        // The same with log₁₀ 2 in two parts.
        x = Min(Create(38.6f), Max(Create(-46f), x));
        Vector512<float> shifted = FusedMultiplyAdd(x, Create(3.32192802f), Create(ShiftOf.Single));
        Vector512<float> n = shifted - Create(ShiftOf.Single);
        Vector512<float> r = FusedMultiplyAdd(n, Create(-0.30103001f), x);
        r = FusedMultiplyAdd(n, Create(1.43209888e-8f), r);
        return TimesPowerOfTwo(ExpM1Short(r * Create(2.30258512f)) + Vector512<float>.One, shifted);
    }
}
