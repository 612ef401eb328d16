using SymDiff.Consumer.Tests.Cases;
using SymDiff.Generators.Tests.Corpus.Duals;

namespace SymDiff.Consumer.Tests.References;

/// <summary>Generated gradients agree with dual numbers almost to the last bit: each function is written twice, with the same text.</summary>
public partial class DualNumbersTests
{
    private static readonly double[] s_data = [0.3, 1.7, -0.4, 2.2, 0.9];

    internal static Case[] Cases =>
    [
        Case.Of(CallPrice, CallPriceGradient, CallPriceValueAndGradient).SmoothAt([110, 0.3, 0.05, 1.5], [80, 0.2, 0.01, 0.5]),
        Case.Of(Newton, NewtonGradient, NewtonValueAndGradient).SmoothAt([2], [0.3]),
        Case.Of(LogisticMap, LogisticMapGradient, LogisticMapValueAndGradient).SmoothAt([2.9, 0.3], [2.5, 0.7]),
        Case.Of((double a, double b) => Likelihood(a, b, s_data), (a, b) => LikelihoodGradient(a, b, s_data), (a, b) => LikelihoodValueAndGradient(a, b, s_data)),
        Case.Of((double a, double b) => Pairs(a, b, s_data), (a, b) => PairsGradient(a, b, s_data), (a, b) => PairsValueAndGradient(a, b, s_data)),
    ];

    [Theory]
    [InlineData(110, 0.3, 0.05, 1.5), InlineData(80, 0.2, 0.01, 0.5), InlineData(100, 0.5, 0, 3)]
    public void Price_of_an_option(double spot, double volatility, double rate, double time)
    {
        var (bySpot, byVolatility, byRate, byTime) = CallPriceGradient(spot, volatility, rate, time);
        AssertSame(Gradient(p => CallPrice(p[0], p[1], p[2], p[3]), spot, volatility, rate, time), bySpot, byVolatility, byRate, byTime);
    }

    [Differentiable]
    private static double CallPrice(double spot, double volatility, double rate, double time)
    {
        double deviation = volatility * Math.Sqrt(time);
        double d1 = (Math.Log(spot / 100) + (rate + 0.5 * volatility * volatility) * time) / deviation;
        double d2 = d1 - deviation;
        return spot * Distribution(d1) - 100 * Math.Exp(-rate * time) * Distribution(d2);
    }

    private static double Distribution(double x)
    {
        double u = 1.5976 * x * (1 + 0.04417 * x * x);
        return x < 0 ? Math.Exp(u) / (1 + Math.Exp(u)) : 1 / (1 + Math.Exp(-u));
    }

    private static Dual CallPrice(Dual spot, Dual volatility, Dual rate, Dual time)
    {
        Dual deviation = volatility * Dual.Sqrt(time);
        Dual d1 = (Dual.Log(spot / 100) + (rate + 0.5 * volatility * volatility) * time) / deviation;
        Dual d2 = d1 - deviation;
        return spot * Distribution(d1) - 100 * Dual.Exp(-rate * time) * Distribution(d2);
    }

    private static Dual Distribution(Dual x)
    {
        Dual u = 1.5976 * x * (1 + 0.04417 * x * x);
        return x < 0 ? Dual.Exp(u) / (1 + Dual.Exp(u)) : 1 / (1 + Dual.Exp(-u));
    }

    [Theory, InlineData(2), InlineData(0.3), InlineData(17)]
    public void Root_by_Newton(double a) => AssertSame(Gradient(p => Newton(p[0]), a), NewtonGradient(a));

    [Differentiable]
    private static double Newton(double a)
    {
        double x = 1 + a / 4;
        for (int i = 0; i < 8; i++)
        {
            x = 0.5 * (x + a / x);
        }

        return x;
    }

    private static Dual Newton(Dual a)
    {
        Dual x = 1 + a / 4;
        for (int i = 0; i < 8; i++)
        {
            x = 0.5 * (x + a / x);
        }

        return x;
    }

    [Theory, InlineData(3.6, 0.3), InlineData(2.5, 0.7)]
    public void Logistic_map(double r, double x)
    {
        var (byRate, byStart) = LogisticMapGradient(r, x);
        AssertSame(Gradient(p => LogisticMap(p[0], p[1]), r, x), byRate, byStart);
    }

    [Differentiable]
    private static double LogisticMap(double r, double x)
    {
        for (int i = 0; i < 12; i++)
        {
            x = r * x * (1 - x);
        }

        return x;
    }

    private static Dual LogisticMap(Dual r, Dual x)
    {
        for (int i = 0; i < 12; i++)
        {
            x = r * x * (1 - x);
        }

        return x;
    }

    [Theory, InlineData(0.4, 1.3), InlineData(-2, 0.2)]
    public void Likelihood_of_data(double a, double b)
    {
        var (byA, byB) = LikelihoodGradient(a, b, s_data);
        AssertSame(Gradient(p => Likelihood(p[0], p[1], s_data), a, b), byA, byB);
    }

    [Differentiable(nameof(a), nameof(b))]
    private static double Likelihood(double a, double b, double[] data)
    {
        double sum = 0;
        foreach (double each in data)
        {
            double z = (each - a) / b;
            sum += Math.Log(1 + z * z) + Math.Log(b * b) / 2;
        }

        return sum / data.Length + Math.Atan(a * b);
    }

    private static Dual Likelihood(Dual a, Dual b, double[] data)
    {
        Dual sum = 0;
        foreach (double each in data)
        {
            Dual z = (each - a) / b;
            sum += Dual.Log(1 + z * z) + Dual.Log(b * b) / 2;
        }

        return sum / data.Length + Dual.Atan(a * b);
    }

    [Theory, InlineData(0.4, 1.3), InlineData(-2, 0.2)]
    public void Interaction_of_pairs(double a, double b)
    {
        var (byA, byB) = PairsGradient(a, b, s_data);
        AssertSame(Gradient(p => Pairs(p[0], p[1], s_data), a, b), byA, byB);
    }

    [Differentiable(nameof(a), nameof(b))]
    private static double Pairs(double a, double b, double[] data)
    {
        double energy = 0;
        for (int i = 1; i < data.Length; i++)
        {
            double field = 0;
            for (int j = 0; j < i; j++)
            {
                double distance = data[i] - data[j];
                field += Math.Exp(-a * a * distance * distance) * Math.Cos(b * distance);
            }

            energy += field * field + a * Math.Sin(field * b);
        }

        return energy;
    }

    private static Dual Pairs(Dual a, Dual b, double[] data)
    {
        Dual energy = 0;
        for (int i = 1; i < data.Length; i++)
        {
            Dual field = 0;
            for (int j = 0; j < i; j++)
            {
                Dual distance = data[i] - data[j];
                field += Dual.Exp(-a * a * distance * distance) * Dual.Cos(b * distance);
            }

            energy += field * field + a * Dual.Sin(field * b);
        }

        return energy;
    }

    private static void AssertSame(double[] expected, params double[] actual)
    {
        foreach ((double e, double a) in expected.Zip(actual))
        {
            Approximately.Equal(e, a, 1e-12);
        }
    }

    // One direction at a time.
    private static double[] Gradient(Func<Dual[], Dual> function, params double[] point) =>
        [.. Enumerable.Range(0, point.Length).Select(axis => function([.. point.Select((x, i) => new Dual(x, i == axis ? 1 : 0))]).Slope)];
}
