namespace SymDiff.Benchmarks.Recurrences;

/// <summary>Loops of a thousand steps that carry numbers.</summary>
internal static partial class Functions
{
    public const int Steps = 1_000;

    /// <summary>The logistic map.</summary>
    [Differentiable]
    public static double LogisticMap(double rate, double start)
    {
        double x = start;
        for (int i = 0; i < Steps; i++)
        {
            x = rate * x * (1 - x);
        }

        return x;
    }

    /// <summary>A pendulum by leapfrog.</summary>
    [Differentiable]
    public static double Pendulum(double angle, double momentum, double gravity, double step)
    {
        for (int i = 0; i < Steps; i++)
        {
            momentum -= 0.5 * step * gravity * Math.Sin(angle);
            angle += step * momentum;
            momentum -= 0.5 * step * gravity * Math.Sin(angle);
        }

        return 0.5 * momentum * momentum - gravity * Math.Cos(angle);
    }

    /// <summary>The likelihood of returns whose variance follows from those before, for the returns.</summary>
    [Differentiable(nameof(returns))]
    public static double Garch(double floor, double shock, double memory, ReadOnlySpan<double> returns)
    {
        double variance = floor;
        double likelihood = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            double square = returns[i] * returns[i];
            likelihood -= 0.5 * (Math.Log(variance) + square / variance);
            variance = floor + shock * square + memory * variance;
        }

        return likelihood;
    }
}
