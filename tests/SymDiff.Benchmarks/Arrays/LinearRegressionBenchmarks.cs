using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>Mean squared error and its gradient in one call, by the number of samples.</summary>
public class LinearRegressionBenchmarks
{
    private float[] _x = [];
    private float[] _y = [];

    [Params(4, 1_000, 1_000_000, 10_000_000)]
    public int Samples { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _x = Data.Random(Samples, seed: 1, random => random.NextSingle());
        _y = Data.Random(Samples, seed: 2, random => random.NextSingle());
        (float value, (float w, float b)) = HandWritten.LinearLoss(0.5f, 0.1f, _x, _y);
        (float actual, (float dw, float db)) = Functions.LinearLossValueAndGradient(0.5f, 0.1f, _x, _y);
        Data.Agree(value, actual, 1e-4);
        Data.Agree(w, dw, 1e-4);
        Data.Agree(b, db, 1e-4);
    }

    [Benchmark(Baseline = true)]
    public float LanesByHand()
    {
        (float value, (float w, float b)) = HandWritten.LinearLoss(0.5f, 0.1f, _x, _y);
        return value + w + b;
    }

    [Benchmark]
    public float ScalarByHand()
    {
        (float value, (float w, float b)) = HandWritten.LinearLossScalar(0.5f, 0.1f, _x, _y);
        return value + w + b;
    }

    [Benchmark]
    public float Generated()
    {
        (float value, (float w, float b)) = Functions.LinearLossValueAndGradient(0.5f, 0.1f, _x, _y);
        return value + w + b;
    }

    [Benchmark]
    public float SumOfTheData() => HandWritten.Sum(_x, _y);
}
