using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>Softmax regression, 1,000 rows of 64 numbers and 10 classes: the size of a data set of small pictures of digits.</summary>
public class SoftmaxRegressionBenchmarks
{
    private const int Rows = 1_000;
    private const int Inputs = 64;
    private const int Classes = 10;

    private readonly HandWrittenSoftmax _byHand = new();
    private readonly double[] _weights = Data.Random(Classes * Inputs, seed: 13, random => 0.4 * (random.NextDouble() - 0.5));
    private readonly double[] _biases = Data.Random(Classes, seed: 14, random => random.NextDouble() - 0.5);
    private readonly double[] _rows = Data.Random(Rows * Inputs, seed: 15, random => (2 * random.NextDouble()) - 1);
    private readonly int[] _labels = Data.Random(Rows, seed: 16, random => random.Next(Classes));
    private readonly double[] _weightsGradient = new double[Classes * Inputs];
    private readonly double[] _biasesGradient = new double[Classes];

    [GlobalSetup]
    public void Prepare()
    {
        (double[] weights, double[] biases) = (new double[Classes * Inputs], new double[Classes]);
        Data.Agree(_byHand.Loss(_weights, _biases, _rows, _labels, weights, biases), Generated(), 1e-12);
        Data.Agree([.. weights, .. biases], [.. _weightsGradient, .. _biasesGradient], 1e-12);
    }

    [Benchmark(Baseline = true)]
    public double LanesByHand() => _byHand.Loss(_weights, _biases, _rows, _labels, _weightsGradient, _biasesGradient);

    [Benchmark]
    public double Generated() => Models.SoftmaxLossValueAndGradient(_weights, _biases, _rows, _labels, _weightsGradient, _biasesGradient);

    [Benchmark]
    public double Value() => Models.SoftmaxLoss(_weights, _biases, _rows, _labels);
}
