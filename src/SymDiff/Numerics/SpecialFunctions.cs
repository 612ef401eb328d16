namespace SymDiff.Numerics;

/// <summary>Functions that .NET doesn't have, or not as exact. In a method marked <c>[Differentiable]</c> their derivatives are known.</summary>
public static partial class SpecialFunctions
{
    /// <summary>The error function, 2/√π · ∫₀ˣ e⁻ᵗ² dt, to 1 ulp.</summary>
    /// <param name="x">A number.</param>
    /// <returns>A number from −1 to 1.</returns>
    public static double Erf(double x) => ErrorFunction.Of(x);

    /// <inheritdoc cref="Erf(double)"/>
    public static float Erf(float x) => (float)ErrorFunction.Of(x);

    /// <summary>1 − erf x, which stays exact where erf x is near 1, to 2 ulp.</summary>
    /// <param name="x">A number.</param>
    /// <returns>A number from 0 to 2.</returns>
    public static double Erfc(double x) => ErrorFunction.Complement(x);

    /// <inheritdoc cref="Erfc(double)"/>
    public static float Erfc(float x) => (float)ErrorFunction.Complement(x);

    /// <summary>The logistic function, 1/(1 + e⁻ˣ), to 2 ulp.</summary>
    /// <param name="x">A number.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static double Sigmoid(double x) => Logistics.Sigmoid(x);

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static float Sigmoid(float x) => (float)Logistics.Sigmoid(x);

    /// <summary>log(1 + eˣ) without overflow, to 2 ulp.</summary>
    /// <param name="x">A number.</param>
    /// <returns>A number that isn't negative.</returns>
    public static double Softplus(double x) => Logistics.Softplus(x);

    /// <inheritdoc cref="Softplus(double)"/>
    public static float Softplus(float x) => (float)Logistics.Softplus(x);

    /// <summary>log(1 + x) to 2 ulp, also for x near 0, where <c>double.LogP1</c> has few digits or none.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The logarithm; −∞ for −1, NaN below.</returns>
    public static double LogP1(double x) => Logistics.LogP1(x);

    /// <inheritdoc cref="LogP1(double)"/>
    public static float LogP1(float x) => (float)Logistics.LogP1(x);

    /// <summary>eˣ − 1 to 3 ulp, also for x near 0, where <c>double.ExpM1</c> has few digits or none.</summary>
    /// <param name="x">A number.</param>
    /// <returns>A number from −1 on.</returns>
    public static double ExpM1(double x) => Logistics.ExpM1(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    public static float ExpM1(float x) => (float)Logistics.ExpM1(x);
}
