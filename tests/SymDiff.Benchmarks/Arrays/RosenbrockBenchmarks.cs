using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>Rosenbrock's valley, by the number of dimensions.</summary>
public class RosenbrockBenchmarks
{
    private double[] _x = [];
    private double[] _gradient = [];

    [Params(1_000, 1_000_000)]
    public int Dimensions { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _x = Data.Random(Dimensions, seed: 6, random => random.NextDouble());
        _gradient = Data.Random(Dimensions, seed: 7, _ => double.NaN);
        double[] expected = new double[Dimensions];
        Data.Agree(HandWritten.Rosenbrock(_x, expected), Functions.RosenbrockValueAndGradient(_x, _gradient), 1e-10);
        Data.Agree(expected, _gradient, 1e-10);
    }

    [Benchmark(Baseline = true)]
    public double LanesByHand() => HandWritten.Rosenbrock(_x, _gradient);

    [Benchmark]
    public double Generated() => Functions.RosenbrockValueAndGradient(_x, _gradient);

    [Benchmark]
    public double Value() => Functions.Rosenbrock(_x);
}
