using System;
using System.Numerics;
using SymDiff;

public static partial class Complexes
{
    // Heston's characteristic function, at one frequency.
    [Differentiable, At(1.5, 0.04, 0.3, -0.7, 0.05), At(2.0, 0.09, 0.5, -0.3, 0.02)]
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

    // The integrand of the second probability in Heston's price of a call.
    [Differentiable(nameof(kappa), nameof(theta), nameof(sigma), nameof(rho), nameof(v0)), At(1.5, 0.04, 0.3, -0.7, 0.05, 100.0, 0.5), At(2.0, 0.09, 0.5, -0.3, 0.02, 90.0, 1.0)]
    public static double HestonProbability(double kappa, double theta, double sigma, double rho, double v0, double strike, double maturity)
    {
        double sum = 0;
        for (int n = 0; n < 40; n++)
        {
            double u = 0.25 + 0.5 * n;
            Complex beta = kappa - rho * sigma * u * Complex.ImaginaryOne;
            Complex d = Complex.Sqrt(beta * beta + sigma * sigma * (u * u + u * Complex.ImaginaryOne));
            Complex g = (beta - d) / (beta + d);
            Complex decay = Complex.Exp(-d * maturity);
            Complex c = kappa * theta / (sigma * sigma) * ((beta - d) * maturity - 2 * Complex.Log((1 - g * decay) / (1 - g)));
            Complex b = (beta - d) / (sigma * sigma) * (1 - decay) / (1 - g * decay);
            Complex characteristic = Complex.Exp(c + b * v0 + Complex.ImaginaryOne * u * Math.Log(100));
            sum += (Complex.Exp(-Complex.ImaginaryOne * u * Math.Log(strike)) * characteristic / (Complex.ImaginaryOne * u)).Real * 0.5;
        }

        return 0.5 + sum / Math.PI;
    }

    // How strongly a filter of two poles lets a frequency through.
    [Differentiable, At(0.5, -0.3, 0.8, 1.2), At(0.0, 0.0, 1.0, 0.1)]
    public static double FilterGain(double a1, double a2, double b, double frequency)
    {
        Complex z = Complex.FromPolarCoordinates(1, -frequency);
        return (b / (1 + a1 * z + a2 * z * z)).Magnitude;
    }

    // Where Newton's method for z³ = 1 goes from here.
    [Differentiable, At(0.7, 0.4), At(-0.8, 0.9)]
    public static double NewtonFractal(double x, double y)
    {
        Complex z = new(x, y);
        for (int i = 0; i < 5; i++)
        {
            z -= (z * z * z - 1) / (3 * z * z);
        }

        return z.Real + 2 * z.Imaginary;
    }

    // A voltage divider of a coil and a capacitor.
    [Differentiable, At(10.0, 0.02, 1e-4, 300.0), At(1.0, 0.5, 0.25, 2.0)]
    public static double ResonantPhase(double resistance, double inductance, double capacitance, double frequency)
    {
        Complex coil = new(resistance, frequency * inductance);
        Complex capacitor = 1 / new Complex(0, frequency * capacitance);
        return (capacitor / (coil + capacitor)).Phase;
    }

    // How a Joukowsky map bends a circle.
    [Differentiable, At(-0.1, 0.15, 0.5), At(-0.05, 0.0, 2.0)]
    public static double Joukowsky(double centreX, double centreY, double angle)
    {
        Complex centre = new(centreX, centreY);
        Complex z = centre + Complex.FromPolarCoordinates(Complex.Abs(1 - centre), angle);
        Complex w = z + Complex.Reciprocal(z);
        return w.Imaginary + 0.5 * w.Real;
    }
}
