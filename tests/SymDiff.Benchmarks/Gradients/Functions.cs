namespace SymDiff.Benchmarks.Gradients;

/// <summary>Functions of a few numbers as people write them: transcendental, with branches, with shared subexpressions.</summary>
internal static partial class Functions
{
    /// <summary>Price of a European call option by Black and Scholes.</summary>
    [Differentiable]
    public static double CallPrice(double spot, double volatility, double rate, double time)
    {
        const double Strike = 100;
        double deviation = volatility * Math.Sqrt(time);
        double d1 = (Math.Log(spot / Strike) + (rate + 0.5 * volatility * volatility) * time) / deviation;
        double d2 = d1 - deviation;
        return spot * NormalDistribution(d1) - Strike * Math.Exp(-rate * time) * NormalDistribution(d2);
    }

    /// <summary>By Zelen and Severo (Abramowitz and Stegun 26.2.17).</summary>
    public static double NormalDistribution(double x)
    {
        double t = 1 / (1 + 0.2316419 * Math.Abs(x));
        double polynomial = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = 0.3989422804014327 * Math.Exp(-0.5 * x * x) * polynomial;
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>Logistic loss of one observation with label 1 or −1.</summary>
    [Differentiable(nameof(weight), nameof(bias))]
    public static double LogisticLoss(double weight, double bias, double x, double label) => Math.Log(1 + Math.Exp(-label * (weight * x + bias)));

    /// <summary>A sine with a rate that depends on which side of a line the point is.</summary>
    [Differentiable]
    public static double Piecewise(double a, double b, double c, double d)
    {
        double q = 1 + a * a + b * b;
        return a * c > b * d
            ? Math.Sin(a * c) * Math.Exp(-b) + Math.Log(q)
            : Math.Pow(q, 0.25 * d) / (1 + c * c);
    }

    /// <summary>Squared distance of the hand of a two-link planar arm from its target.</summary>
    [Differentiable(nameof(shoulder), nameof(elbow))]
    public static double Reach(double shoulder, double elbow, double targetX, double targetY)
    {
        const double Upper = 1.2;
        const double Lower = 0.8;
        double x = Upper * Math.Cos(shoulder) + Lower * Math.Cos(shoulder + elbow);
        double y = Upper * Math.Sin(shoulder) + Lower * Math.Sin(shoulder + elbow);
        return (x - targetX) * (x - targetX) + (y - targetY) * (y - targetY);
    }

    /// <summary>Rosenbrock's valley.</summary>
    [Differentiable]
    public static double Rosenbrock(double x, double y)
    {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }
}
