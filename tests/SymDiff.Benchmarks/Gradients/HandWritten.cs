namespace SymDiff.Benchmarks.Gradients;

/// <summary>The same gradients as a careful programmer would write them: nothing is calculated twice.</summary>
internal static class HandWritten
{
    public static (double Value, (double spot, double volatility, double rate, double time) Gradient) CallPrice(
        double spot, double volatility, double rate, double time)
    {
        const double Strike = 100;
        double root = Math.Sqrt(time);
        double deviation = volatility * root;
        double d1 = (Math.Log(spot / Strike) + (rate + 0.5 * volatility * volatility) * time) / deviation;
        double d2 = d1 - deviation;
        (double n1, double slope1) = NormalDistribution(d1);
        (double n2, double slope2) = NormalDistribution(d2);
        double discounted = Strike * Math.Exp(-rate * time);

        double d1Adjoint = spot * slope1 - discounted * slope2;
        double scaled = d1Adjoint / deviation;
        double deviationAdjoint = discounted * slope2 - scaled * d1;
        return (
            spot * n1 - discounted * n2,
            (n1 + scaled / spot,
             scaled * volatility * time + deviationAdjoint * root,
             scaled * time + discounted * n2 * time,
             scaled * (rate + 0.5 * volatility * volatility) + deviationAdjoint * volatility * 0.5 / root + discounted * n2 * rate));
    }

    private static (double Value, double Slope) NormalDistribution(double x)
    {
        double t = 1 / (1 + 0.2316419 * Math.Abs(x));
        double p5 = 1.330274429;
        double p4 = -1.821255978 + t * p5;
        double p3 = 1.781477937 + t * p4;
        double p2 = -0.356563782 + t * p3;
        double p1 = 0.319381530 + t * p2;
        double polynomial = t * p1;
        double slope = p1 + t * (p2 + t * (p3 + t * (p4 + t * p5)));
        double density = 0.3989422804014327 * Math.Exp(-0.5 * x * x);
        double tail = density * polynomial;

        // t′ = −0.2316419·t²·sign(x)
        double tSlope = (x < 0 ? 0.2316419 : -0.2316419) * t * t;
        double tailSlope = density * slope * tSlope - x * tail;
        return x < 0 ? (tail, tailSlope) : (1 - tail, -tailSlope);
    }

    public static (double Value, (double weight, double bias) Gradient) LogisticLoss(double weight, double bias, double x, double label)
    {
        double e = Math.Exp(-label * (weight * x + bias));

        // e overflows where the slope has come to its end.
        double slope = -label * (e == double.PositiveInfinity ? 1 : e / (1 + e));
        return (Math.Log(1 + e), (slope * x, slope));
    }

    public static (double Value, (double a, double b, double c, double d) Gradient) Piecewise(double a, double b, double c, double d)
    {
        double q = 1 + a * a + b * b;
        if (a * c > b * d)
        {
            (double sin, double cos) = Math.SinCos(a * c);
            double decay = Math.Exp(-b);
            double wave = cos * decay;
            double inverse = 2 / q;
            return (sin * decay + Math.Log(q), (wave * c + a * inverse, b * inverse - sin * decay, wave * a, 0));
        }

        double scale = 1 / (1 + c * c);
        double power = Math.Pow(q, 0.25 * d);
        double value = power * scale;
        double slope = 0.5 * d * value / q;
        return (power / (1 + c * c), (slope * a, slope * b, -2 * c * value * scale, 0.25 * value * Math.Log(q)));
    }

    public static (double Value, (double shoulder, double elbow) Gradient) Reach(double shoulder, double elbow, double targetX, double targetY)
    {
        const double Upper = 1.2;
        const double Lower = 0.8;
        (double sinUpper, double cosUpper) = Math.SinCos(shoulder);
        (double sinLower, double cosLower) = Math.SinCos(shoulder + elbow);
        double dx = Upper * cosUpper + Lower * cosLower - targetX;
        double dy = Upper * sinUpper + Lower * sinLower - targetY;
        double elbowSlope = 2 * Lower * (dy * cosLower - dx * sinLower);
        return (dx * dx + dy * dy, (elbowSlope + 2 * Upper * (dy * cosUpper - dx * sinUpper), elbowSlope));
    }

    public static (double Value, (double x, double y) Gradient) Rosenbrock(double x, double y)
    {
        double a = 1 - x;
        double b = y - x * x;
        double slope = 200 * b;
        return (a * a + 100 * b * b, (-2 * a - 2 * x * slope, slope));
    }
}
