using System.Numerics.Tensors;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>Functions of System.Numerics.Tensors from all elements to a number.</summary>
public partial class ReductionTests
{
    private static readonly double[] s_data = [.. Enumerable.Range(0, 100).Select(static i => Math.Sin(i) + 0.1)];
    private static readonly int[] s_some = [1, 2, 3, 7, 8, 9, 16, 33, 100];

    // Products that are exact in every order.
    private static readonly double[] s_few = [1, 3, 0.5];
    private static readonly double[] s_others = [2, -1, 4];
    private static readonly int[] s_integers = [1, 2, 3];

    internal static IEnumerable<Case> CasesOfNumbers =>
    [
        Case.Of(w => Products(w, s_few, s_others), w => ProductsGradient(w, s_few, s_others), w => ProductsValueAndGradient(w, s_few, s_others)),
        Case.Of(w => Integers(w, s_integers), w => IntegersGradient(w, s_integers), w => IntegersValueAndGradient(w, s_integers)),
    ];

    // The framework's order of sums is its own.
    internal static ArrayCase[] Cases => [.. ((ArrayCase[])
    [
        ArrayCase.Of(x => Sum(x), SumGradient, SumValueAndGradient),
        ArrayCase.Of(x => SumOfSquares(x), SumOfSquaresGradient, SumOfSquaresValueAndGradient),
        ArrayCase.Of(x => SumOfMagnitudes(x), SumOfMagnitudesGradient, SumOfMagnitudesValueAndGradient),
        ArrayCase.Of(x => SquaredNorm(x), SquaredNormGradient, SquaredNormValueAndGradient),
        ArrayCase.Of(x => OfOwn(x), OfOwnGradient, OfOwnValueAndGradient) with { IsOfSpans = false },
        ArrayCase.Of(x => Norm(x), NormGradient, NormValueAndGradient) with { Lengths = s_some },
        ArrayCase.Of(x => Average(x), AverageGradient, AverageValueAndGradient) with { Lengths = s_some },
        ArrayCase.Of(x => Largest(x), LargestGradient, LargestValueAndGradient) with { Lengths = s_some },
        ArrayCase.Of(x => Smallest(x), SmallestGradient, SmallestValueAndGradient) with { Lengths = s_some },
        ArrayCase.Of(x => StandardDeviation(x), StandardDeviationGradient, StandardDeviationValueAndGradient) with { Lengths = [.. s_some.Skip(1)] },
        ArrayCase.Of(x => Dot(x, s_data.AsSpan(0, x.Length)), (x, g) => DotGradient(x, s_data.AsSpan(0, x.Length), g), (x, g) => DotValueAndGradient(x, s_data.AsSpan(0, x.Length), g)),
        ArrayCase.Of(x => Distance(x, s_data.AsSpan(0, x.Length)), (x, g) => DistanceGradient(x, s_data.AsSpan(0, x.Length), g), (x, g) => DistanceValueAndGradient(x, s_data.AsSpan(0, x.Length), g)) with { Lengths = s_some },
        ArrayCase.Of(x => Similarity(x, s_data.AsSpan(0, x.Length)), (x, g) => SimilarityGradient(x, s_data.AsSpan(0, x.Length), g), (x, g) => SimilarityValueAndGradient(x, s_data.AsSpan(0, x.Length), g)) with { Lengths = [.. s_some.Skip(1)] },
    ]).Select(static each => each with { ReordersSums = true })];

    [Differentiable] private static double Sum(ReadOnlySpan<double> x) => Math.Exp(-TensorPrimitives.Sum(x));

    [Differentiable] private static double SumOfSquares(ReadOnlySpan<double> x) => Math.Sin(TensorPrimitives.SumOfSquares(x));

    [Differentiable] private static double SumOfMagnitudes(ReadOnlySpan<double> x) => TensorPrimitives.SumOfMagnitudes(x) * TensorPrimitives.Sum(x);

    // One array, twice.
    [Differentiable] private static double SquaredNorm(ReadOnlySpan<double> x) => TensorPrimitives.Dot(x, x);

    [Differentiable] private static double Norm(ReadOnlySpan<double> x) => TensorPrimitives.Norm(x) * x[0];

    [Differentiable] private static double Average(ReadOnlySpan<double> x) => TensorPrimitives.Average(x) * x[0];

    [Differentiable] private static double Largest(ReadOnlySpan<double> x) => TensorPrimitives.Max(x) * x[0];

    [Differentiable] private static double Smallest(ReadOnlySpan<double> x) => TensorPrimitives.Min(x) * x[0];

    [Differentiable] private static double StandardDeviation(ReadOnlySpan<double> x) => TensorPrimitives.StdDev(x);

    [Differentiable(nameof(x))] private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TensorPrimitives.Dot(x, y);

    [Differentiable(nameof(x))] private static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TensorPrimitives.Distance(x, y);

    [Differentiable(nameof(x))] private static double Similarity(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TensorPrimitives.CosineSimilarity(x, y);

    // Of an array of the method's own, whose elements change between.
    [Differentiable]
    private static double OfOwn(ReadOnlySpan<double> x)
    {
        double[] squares = new double[x.Length];
        double before = TensorPrimitives.Sum<double>(squares);
        for (int i = 0; i < x.Length; i++)
        {
            squares[i] = x[i] * x[i];
        }

        return before + TensorPrimitives.SumOfSquares<double>(squares) + TensorPrimitives.Dot(x, squares);
    }

    [Differentiable(nameof(w))] private static double Products(double w, double[] x, double[] y)
        => TensorPrimitives.Product<double>(x) * w + w * w * TensorPrimitives.ProductOfSums<double>(x, y) - TensorPrimitives.ProductOfDifferences<double>(x, y) / w;

    [Differentiable] private static float Singles(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => TensorPrimitives.Dot(x, y) / TensorPrimitives.Norm(x) + TensorPrimitives.Distance(x, y);

    [Differentiable(nameof(w))] private static double Integers(double w, int[] n) => w * TensorPrimitives.Sum<int>(n) + TensorPrimitives.Dot<int>(n, n);

    [Differentiable] private static double OfTensors(Tensor<double> x, Tensor<double> y)
        => Tensor.StdDev<double>(x) * Tensor.CosineSimilarity<double>(x, y) + Tensor.Distance<double>(x, y) + Tensor.Norm<double>(y);

    [Fact]
    public void Products_are_factors()
    {
        (double value, double gradient) = ProductsValueAndGradient(2, s_few, s_others);
        Assert.Equal(Products(2, s_few, s_others), value, 1e-13);
        Assert.Equal(1.5 + (4 * 3 * 2 * 4.5) + (-1 * 4 * -3.5 / 4), gradient, 1e-13);
    }

    [Fact]
    public void Sums_of_integers_are_factors()
    {
        Assert.Equal(6, IntegersGradient(0.5, s_integers));
        Assert.Equal(17, IntegersValueAndGradient(0.5, s_integers).Value);
    }

    [Fact]
    public void In_single_precision()
    {
        float[] x = [1, -2, 3, 0.5f];
        float[] y = [0.25f, 1, 2, -1];
        float[] dx = new float[4], dy = new float[4];
        Assert.Equal(Singles(x, y), SinglesValueAndGradient(x, y, dx, dy), 1e-6f);
        for (int i = 0; i < 4; i++)
        {
            // Of x·y/|x| + |x − y|.
            double norm = Math.Sqrt(14.25), distance = Math.Sqrt((0.75 * 0.75) + 9 + 1 + 2.25), dot = 0.25 - 2 + 6 - 0.5;
            Assert.Equal((y[i] / norm) - (dot * x[i] / (norm * norm * norm)) + ((x[i] - y[i]) / distance), dx[i], 1e-6);
            Assert.Equal((x[i] / norm) - ((x[i] - y[i]) / distance), dy[i], 1e-6);
        }
    }

    [Fact]
    public void Of_tensors()
    {
        Tensor<double> x = Tensor.Create([1.0, -2, 3, 0.5], [2, 2]);
        Tensor<double> y = Tensor.Create([0.25, 1, 2, -1], [2, 2]);
        double[] dx = new double[4], dy = new double[4];
        Assert.Equal(OfTensors(x, y), OfTensorsValueAndGradient(x, y, dx, dy), 1e-14);
        double[] expected = References.Reference.Gradient(both => OfTensors(Tensor.Create(both[..4], [2, 2]), Tensor.Create(both[4..], [2, 2])), [.. x.ToArray(), .. y.ToArray()]);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i], dx[i], 1e-8);
            Assert.Equal(expected[4 + i], dy[i], 1e-8);
        }
    }

    [Fact]
    public void Where_there_is_a_kink()
    {
        double[] gradient = new double[3];
        NormGradient(new double[3], gradient);
        Assert.Equal([0, 0, 0], gradient);
        StandardDeviationGradient([2, 2, 2], gradient);
        Assert.Equal([0, 0, 0], gradient);
        DistanceGradient([1, 2, 3], [1, 2, 3], gradient);
        Assert.Equal([0, 0, 0], gradient);
        SumOfMagnitudesGradient([0, 1, -1], gradient);
        Assert.Equal([2, 2, 2], gradient);
        LargestGradient([1, 5, 5], gradient);
        Assert.Equal([5, 0.5, 0.5], gradient);
    }

    [Fact]
    public void What_has_no_value_throws_as_the_method_does()
    {
        Assert.Throws<ArgumentException>(() => StandardDeviationValueAndGradient([], []));
        Assert.Throws<ArgumentException>(() => DistanceGradient([], [], []));
        Assert.Throws<ArgumentException>(() => SimilarityGradient([], [], []));
        Assert.Throws<ArgumentException>(() => DotGradient([1, 2], [1, 2, 3], new double[2]));
        Assert.Throws<ArgumentException>(() => DistanceGradient([1, 2], [1], new double[2]));
        Assert.Throws<ArgumentException>(() => ProductsGradient(1, [], []));
    }
}
