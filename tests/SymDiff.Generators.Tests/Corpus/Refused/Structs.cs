using System;
using System.Numerics;
using SymDiff;

public static partial class Structs
{
    [Differentiable(nameof(angle)), Refused("SYMD0100")]
    public static float Rotated(float angle)
    {
        var v = new Vector2(1, 2);
        return v.X * MathF.Cos(angle) - v.Y * MathF.Sin(angle);
    }

    // Heston's characteristic function, at one frequency.
    [Differentiable, Refused("SYMD0101")]
    public static double HestonCharacteristic(double kappa, double theta, double sigma, double rho, double v0)
    {
        Complex u = new(1.5, 0), i = Complex.ImaginaryOne;
        Complex d = Complex.Sqrt((rho * sigma * i * u - kappa) * (rho * sigma * i * u - kappa) + sigma * sigma * (i * u + u * u));
        Complex g = (kappa - rho * sigma * i * u - d) / (kappa - rho * sigma * i * u + d);
        Complex e = Complex.Exp(-d);
        Complex a = kappa * theta / (sigma * sigma) * (kappa - rho * sigma * i * u - d - 2 * Complex.Log((1 - g * e) / (1 - g)));
        Complex b = (kappa - rho * sigma * i * u - d) / (sigma * sigma) * (1 - e) / (1 - g * e);
        return Complex.Exp(a + b * v0).Real;
    }
}
