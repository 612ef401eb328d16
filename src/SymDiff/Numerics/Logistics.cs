using System;

namespace SymDiff.Numerics;

/// <summary>The logistic function and its relatives, without overflow, and exact to some units in the last place also where results are near 0.</summary>
internal static class Logistics
{
    /// <summary>1/(1 + e⁻ˣ).</summary>
    public static double Sigmoid(double x)
    {
        if (x >= 0)
        {
            return 1 / (1 + Math.Exp(-x));
        }

        double power = Math.Exp(x);
        return power / (1 + power);
    }

    /// <summary>The slope of the sigmoid at x, where it is y: y·(1 − y) unless that cancels, else e/(1 + e)² with e = e⁻ˣ.</summary>
    public static double SigmoidSlope(double x, double y)
    {
        if (y < 0.75)
        {
            return y * (1 - y);
        }

        double power = Math.Exp(-x);
        return power / ((1 + power) * (1 + power));
    }

    /// <summary>log(1 + eˣ).</summary>
    public static double Softplus(double x) => x > 0 ? x + LogP1(Math.Exp(-x)) : LogP1(Math.Exp(x));

    /// <summary>log(1 + x).</summary>
    public static double LogP1(double x)
    {
        // Where 1 + x is rounded, what is lost is put back by the first term of the series: log(u + c) = log u + c/u − …
        double u = 1 + x;
        double kept = u - 1;
        return kept == x ? Math.Log(u) : Math.Log(u) + ((x - kept) / u);
    }

    /// <summary>eˣ − 1.</summary>
    public static double ExpM1(double x)
    {
        if (Math.Abs(x) > 1)
        {
            return Math.Exp(x) - 1;
        }

        // (1 + t)/(1 − t) is eˣ, for t = tanh(x/2).
        double t = Math.Tanh(x / 2);
        return x == 0 ? x : 2 * t / (1 - t);
    }
}
