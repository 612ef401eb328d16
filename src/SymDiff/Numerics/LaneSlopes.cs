#if NET
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SymDiff.Numerics;

/// <summary><see cref="Slopes"/> of all lanes of a vector at once. Generated code calls these; there is no need to call them by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneSlopes
{
    /// <summary>The slope of |x|: −1 below zero, 0 at zero, 1 above; NaN for NaN.</summary>
    /// <param name="x">Where to take the slope.</param>
    /// <returns>The slope at <paramref name="x"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Abs(Vector512<double> x)
        => Vector512.ConditionalSelect(
            Vector512.GreaterThan(Vector512.Abs(x), Vector512<double>.Zero),
            (x & Vector512.Create(-0.0)) | Vector512<double>.One,
            x - x);

    /// <inheritdoc cref="Abs(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> x)
        => Vector512.ConditionalSelect(
            Vector512.GreaterThan(Vector512.Abs(x), Vector512<float>.Zero),
            (x & Vector512.Create(-0f)) | Vector512<float>.One,
            x - x);

    /// <summary>The slope of the hyperbolic tangent, 1/cosh²(x), to full relative precision also where the tangent has all but reached ±1.</summary>
    /// <param name="x">Where to take the slope.</param>
    /// <param name="y">The hyperbolic tangent of <paramref name="x"/>.</param>
    /// <returns>The slope at <paramref name="x"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> e = Lanes.Exp(-2 * Vector512.Abs(x));
        Vector512<double> sum = Vector512<double>.One + e;
        return Vector512.ConditionalSelect(
            Vector512.LessThan(Vector512.Abs(y), Vector512.Create(0.75)), Vector512<double>.One - (y * y), 4 * e / (sum * sum));
    }

    /// <inheritdoc cref="Tanh(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> e = Lanes.Exp(-2 * Vector512.Abs(x));
        Vector512<float> sum = Vector512<float>.One + e;
        return Vector512.ConditionalSelect(
            Vector512.LessThan(Vector512.Abs(y), Vector512.Create(0.75f)), Vector512<float>.One - (y * y), 4 * e / (sum * sum));
    }
}
#endif
