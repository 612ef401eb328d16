using BenchmarkDotNet.Attributes;
using SymDiff.Benchmarks.Arrays;

namespace SymDiff.Benchmarks.Recurrences;

/// <summary>Value and gradient of loops that carry numbers, a thousand steps each.</summary>
public class RecurrenceBenchmarks
{
    private readonly double[] _returns = Data.Random(Functions.Steps, seed: 8, random => random.NextDouble() - 0.5);
    private readonly double[] _gradient = new double[Functions.Steps];
    private readonly double[] _kept = new double[Functions.Steps];

    // Not constants, which a compiler could make use of.
    private double _rate = 2.9;
    private double _start = 0.2;
    private double _gravity = 9.81;
    private double _step = 0.001;

    [GlobalSetup]
    public void CheckThatBothAgree()
    {
        (double value, (double rate, double start)) = Functions.LogisticMapValueAndGradient(_rate, _start);
        (double expected, (double expectedRate, double expectedStart)) = HandWritten.LogisticMap(_rate, _start);
        Data.Agree([expected, expectedRate, expectedStart], [value, rate, start], 1e-10);
        (value, (double angle, double momentum, double gravity, double step)) = Functions.PendulumValueAndGradient(_start, _rate, _gravity, _step);
        (expected, (double expectedAngle, double expectedMomentum, double expectedGravity, double expectedStep)) = HandWritten.Pendulum(_start, _rate, _gravity, _step);
        Data.Agree([expected, expectedAngle, expectedMomentum, expectedGravity, expectedStep], [value, angle, momentum, gravity, step], 1e-10);
        double[] other = new double[Functions.Steps];
        Data.Agree(HandWritten.Garch(0.1, 0.2, 0.7, _returns, other, _kept), Functions.GarchValueAndGradient(0.1, 0.2, 0.7, _returns, _gradient), 1e-12);
        Data.Agree(other, _gradient, 1e-10);
    }

    [BenchmarkCategory("Logistic map"), Benchmark(Baseline = true)]
    public double LogisticMapByHand() => HandWritten.LogisticMap(_rate, _start).Gradient.rate;

    [BenchmarkCategory("Logistic map"), Benchmark]
    public double LogisticMapGenerated() => Functions.LogisticMapValueAndGradient(_rate, _start).Gradient.rate;

    [BenchmarkCategory("Logistic map"), Benchmark]
    public double LogisticMapValue() => Functions.LogisticMap(_rate, _start);

    [BenchmarkCategory("Pendulum"), Benchmark(Baseline = true)]
    public double PendulumByHand() => HandWritten.Pendulum(_start, _rate, _gravity, _step).Gradient.angle;

    [BenchmarkCategory("Pendulum"), Benchmark]
    public double PendulumGenerated() => Functions.PendulumValueAndGradient(_start, _rate, _gravity, _step).Gradient.angle;

    [BenchmarkCategory("Pendulum"), Benchmark]
    public double PendulumValue() => Functions.Pendulum(_start, _rate, _gravity, _step);

    [BenchmarkCategory("GARCH"), Benchmark(Baseline = true)]
    public double GarchByHand() => HandWritten.Garch(0.1, 0.2, 0.7, _returns, _gradient, _kept);

    [BenchmarkCategory("GARCH"), Benchmark]
    public double GarchGenerated() => Functions.GarchValueAndGradient(0.1, 0.2, 0.7, _returns, _gradient);

    [BenchmarkCategory("GARCH"), Benchmark]
    public double GarchValue() => Functions.Garch(0.1, 0.2, 0.7, _returns);
}
