#if NET
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SymDiff.Runtime;

/// <summary>For generated code: what the lanes have gathered, taken together in an order that is the same on every machine.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneTotals
{
    /// <summary>The sum of all lanes: the upper half onto the lower one, until one is left.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>Their sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> lanes)
    {
        Vector256<float> half = lanes.GetLower() + lanes.GetUpper();
        Vector128<float> quarter = half.GetLower() + half.GetUpper();
        quarter += Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1));
        return quarter.ToScalar() + quarter.GetElement(1);
    }

    /// <inheritdoc cref="Sum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes)
    {
        Vector256<double> half = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter.ToScalar() + quarter.GetElement(1);
    }

    /// <summary>The largest of all lanes, as <see cref="Math.Max(double, double)"/> has it.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>The largest; NaN if there is one.</returns>
    public static float Max(Vector512<float> lanes)
    {
        Vector256<float> half = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        Vector128<float> quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return MathF.Max(MathF.Max(quarter[0], quarter[1]), MathF.Max(quarter[2], quarter[3]));
    }

    /// <inheritdoc cref="Max(Vector512{float})"/>
    public static double Max(Vector512<double> lanes)
    {
        Vector256<double> half = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        Vector128<double> quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return Math.Max(quarter[0], quarter[1]);
    }

    /// <summary>The smallest of all lanes, as <see cref="Math.Min(double, double)"/> has it.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>The smallest; NaN if there is one.</returns>
    public static float Min(Vector512<float> lanes)
    {
        Vector256<float> half = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<float> quarter = Vector128.Min(half.GetLower(), half.GetUpper());
        return MathF.Min(MathF.Min(quarter[0], quarter[1]), MathF.Min(quarter[2], quarter[3]));
    }

    /// <inheritdoc cref="Min(Vector512{float})"/>
    public static double Min(Vector512<double> lanes)
    {
        Vector256<double> half = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<double> quarter = Vector128.Min(half.GetLower(), half.GetUpper());
        return Math.Min(quarter[0], quarter[1]);
    }

    /// <summary>Whether it is true in all lanes.</summary>
    /// <typeparam name="T">Type of the lanes.</typeparam>
    /// <param name="mask">Truth values.</param>
    /// <returns><see langword="true"/> if every lane is.</returns>
    public static bool All<T>(Vector512<T> mask) => mask.AsByte() == Vector512<byte>.AllBitsSet;
}
#endif
