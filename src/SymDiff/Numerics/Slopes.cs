using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SymDiff.Numerics;

/// <summary>
/// Slopes that take more than one expression to write down well. Generated code calls these; there is no need to call them by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Slopes
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

    /// <summary>The slope of the logistic function, to full relative precision also where the function has all but reached 1.</summary>
    /// <param name="x">Where to take the slope.</param>
    /// <param name="y">The logistic function of <paramref name="x"/>, 1/(1 + e⁻ˣ).</param>
    /// <returns>The slope at <paramref name="x"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sigmoid(double x, double y) => Logistics.SigmoidSlope(x, y);

    /// <inheritdoc cref="Sigmoid(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float x, float y) => (float)Logistics.SigmoidSlope(x, y);

    /// <summary>The derivative of a power by its base, <c>p·xᵖ⁻¹</c>; 0 for the exponent 0.</summary>
    /// <param name="x">The base.</param>
    /// <param name="exponent">The exponent <c>p</c>.</param>
    /// <param name="y">The power, <c>xᵖ</c>.</param>
    /// <returns>The derivative, from the power where that has all its bits, else by another power.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Pow(double x, double exponent, double y)
    {
        double magnitude = Math.Abs(y);
        return exponent != 0 && magnitude > 1e-290 && magnitude <= double.MaxValue ? exponent * (y / x) : PowAtEdge(x, exponent);
    }

    /// <inheritdoc cref="Pow(double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Pow(float x, float exponent, float y)
    {
        float magnitude = Math.Abs(y);
        return exponent != 0 && magnitude > 1e-30f && magnitude <= float.MaxValue ? exponent * (y / x) : PowAtEdge(x, exponent);
    }

    private static double PowAtEdge(double x, double exponent) => exponent == 0 ? 0 : exponent * Math.Pow(x, exponent - 1);

#if NET
    private static float PowAtEdge(float x, float exponent) => exponent == 0 ? 0 : exponent * MathF.Pow(x, exponent - 1);
#else
    private static float PowAtEdge(float x, float exponent) => exponent == 0 ? 0 : exponent * (float)Math.Pow(x, exponent - 1);
#endif

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
