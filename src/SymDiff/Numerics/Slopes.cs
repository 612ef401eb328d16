using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SymDiff.Numerics;

/// <summary>
/// Slopes that take more than one expression to write down well. Generated code calls these; there is no need to call them by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Slopes
{
    // Below this 1 − y² has an error of two units in the last place at most; at 20 it would be 0 instead of 1.7e-17.
    private const double Cancels = 0.75;

    /// <summary>The slope of |x|: −1 below zero, 0 at zero, 1 above; NaN for NaN, where <see cref="Math.Sign(double)"/> throws.</summary>
    /// <param name="x">Where to take the slope.</param>
    /// <returns>The slope at <paramref name="x"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double x) => x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : double.NaN;

    /// <inheritdoc cref="Abs(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float x) => x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : float.NaN;

    /// <summary>The slope of the hyperbolic tangent, 1/cosh²(x), to full relative precision also where the tangent has all but reached ±1.</summary>
    /// <param name="x">Where to take the slope.</param>
    /// <param name="y">The hyperbolic tangent of <paramref name="x"/>.</param>
    /// <returns>The slope at <paramref name="x"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Tanh(double x, double y) => Math.Abs(y) < Cancels ? 1 - (y * y) : SquaredSecant(x);

    /// <inheritdoc cref="Tanh(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x, float y) => Math.Abs(y) < (float)Cancels ? 1 - (y * y) : SquaredSecant(x);

    // sech²(x) = 4e/(1 + e)² with e = exp(−2|x|), which can't overflow.
    private static double SquaredSecant(double x)
    {
        double e = Math.Exp(-2 * Math.Abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }

    private static float SquaredSecant(float x)
    {
#if NET
        float e = MathF.Exp(-2 * MathF.Abs(x));
#else
        float e = (float)Math.Exp(-2 * Math.Abs(x));
#endif
        return 4 * e / ((1 + e) * (1 + e));
    }
}
