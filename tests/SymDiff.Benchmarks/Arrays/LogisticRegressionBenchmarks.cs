using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>Logistic regression, 10,000 rows of 10 numbers.</summary>
public class LogisticRegressionBenchmarks
{
    private const int Rows = 10_000;
    private const int Width = 10;

    private readonly double[] _weights = Data.Random(Width, seed: 3, random => random.NextDouble() - 0.5);
    private readonly double[] _rows = Data.Random(Rows * Width, seed: 4, random => (2 * random.NextDouble()) - 1);
    private readonly double[] _y = Data.Random(Rows, seed: 5, random => random.Next(2) == 0 ? -1.0 : 1.0);
    private readonly double[] _gradient = new double[Width];

    [GlobalSetup]
    public void Prepare()
    {
        double[] expected = new double[Width];
        Data.Agree(HandWritten.LogisticLoss(_weights, _rows, _y, expected), Functions.LogisticLossValueAndGradient(_weights, _rows, _y, _gradient), 1e-12);
        Data.Agree(expected, _gradient, 1e-12);
    }

    [Benchmark(Baseline = true)]
    public double LanesByHand() => HandWritten.LogisticLoss(_weights, _rows, _y, _gradient);

    [Benchmark]
    public double Generated() => Functions.LogisticLossValueAndGradient(_weights, _rows, _y, _gradient);

    [Benchmark]
    public double Value() => Functions.LogisticLoss(_weights, _rows, _y);
}
