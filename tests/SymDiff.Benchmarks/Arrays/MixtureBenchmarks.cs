using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>The log-likelihood of 1,000 points for a mixture of 25 Gaussians in 10 dimensions with full covariances, and its gradient for all 1,650 parameters.</summary>
public class MixtureBenchmarks
{
    private const int Gaussians = 25;
    private const int D = 10;
    private const int Below = D * (D - 1) / 2;
    private const int Points = 1_000;

    private readonly HandWrittenMixture _byHand = new();
    private readonly double[] _logWeights = Data.Random(Gaussians, seed: 17, random => random.NextDouble() - 0.5);
    private readonly double[] _means = Data.Random(Gaussians * D, seed: 18, random => random.NextDouble() - 0.5);
    private readonly double[] _logDiagonals = Data.Random(Gaussians * D, seed: 19, random => random.NextDouble() - 0.5);
    private readonly double[] _triangles = Data.Random(Gaussians * Below, seed: 20, random => random.NextDouble() - 0.5);
    private readonly double[] _points = Data.Random(Points * D, seed: 21, random => (2 * random.NextDouble()) - 1);
    private readonly double[] _logWeightsGradient = new double[Gaussians];
    private readonly double[] _meansGradient = new double[Gaussians * D];
    private readonly double[] _logDiagonalsGradient = new double[Gaussians * D];
    private readonly double[] _trianglesGradient = new double[Gaussians * Below];

    private double[] Gradient => [.. _logWeightsGradient, .. _meansGradient, .. _logDiagonalsGradient, .. _trianglesGradient];

    [GlobalSetup]
    public void Prepare()
    {
        double value = LanesByHand();
        double[] gradient = Gradient;
        Data.Agree(value, Generated(), 1e-12);
        Data.Agree(gradient, Gradient, 1e-11);
    }

    [Benchmark(Baseline = true)]
    public double LanesByHand()
        => _byHand.LogLikelihood(_logWeights, _means, _logDiagonals, _triangles, _points, _logWeightsGradient, _meansGradient, _logDiagonalsGradient, _trianglesGradient);

    [Benchmark]
    public double Generated() => Models.MixtureLogLikelihoodValueAndGradient(
        _logWeights, _means, _logDiagonals, _triangles, _points, _logWeightsGradient, _meansGradient, _logDiagonalsGradient, _trianglesGradient);

    [Benchmark]
    public double Value() => Models.MixtureLogLikelihood(_logWeights, _means, _logDiagonals, _triangles, _points);
}
