using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>A network of 32 inputs, 64 units and one output, on a batch of 256: the loss and its gradient for all 2,177 parameters.</summary>
public class NetworkBenchmarks
{
    private const int Inputs = 32;
    private const int Units = 64;
    private const int Batch = 256;
    private const float OutputBias = 0.1f;

    private readonly HandWrittenNetwork _byHand = new();
    private readonly float[] _weights = Data.Random(Inputs * Units, seed: 8, random => 0.4f * (random.NextSingle() - 0.5f));
    private readonly float[] _biases = Data.Random(Units, seed: 9, random => random.NextSingle() - 0.5f);
    private readonly float[] _output = Data.Random(Units, seed: 10, random => random.NextSingle() - 0.5f);
    private readonly float[] _x = Data.Random(Inputs * Batch, seed: 11, random => (2 * random.NextSingle()) - 1);
    private readonly float[] _y = Data.Random(Batch, seed: 12, random => random.NextSingle());
    private readonly float[] _weightsGradient = new float[Inputs * Units];
    private readonly float[] _biasesGradient = new float[Units];
    private readonly float[] _outputGradient = new float[Units];

    [GlobalSetup]
    public void Prepare()
    {
        (float[] weights, float[] biases, float[] output) = (new float[Inputs * Units], new float[Units], new float[Units]);
        float value = _byHand.Lanes(_weights, _biases, _output, OutputBias, _x, _y, weights, biases, output, out float outputBias);
        foreach (Func<float> other in (Func<float>[])[Generated, ScalarByHand])
        {
            Data.Agree(value + outputBias, other(), 1e-4);
            Data.Agree([.. weights, .. biases, .. output], [.. _weightsGradient, .. _biasesGradient, .. _outputGradient], 1e-4);
        }
    }

    [Benchmark(Baseline = true)]
    public float LanesByHand()
        => _byHand.Lanes(_weights, _biases, _output, OutputBias, _x, _y, _weightsGradient, _biasesGradient, _outputGradient, out float outputBias) + outputBias;

    [Benchmark]
    public float ScalarByHand()
        => _byHand.Scalar(_weights, _biases, _output, OutputBias, _x, _y, _weightsGradient, _biasesGradient, _outputGradient, out float outputBias) + outputBias;

    [Benchmark]
    public float Generated()
    {
        (float value, float outputBias) = Functions.NetworkLossValueAndGradient(_weights, _biases, _output, OutputBias, _x, _y, _weightsGradient, _biasesGradient, _outputGradient);
        return value + outputBias;
    }

    [Benchmark]
    public float Value() => Functions.NetworkLoss(_weights, _biases, _output, OutputBias, _x, _y);
}
