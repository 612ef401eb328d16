using System.Numerics.Tensors;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>The ways of passing an array, and what comes back.</summary>
public partial class ParameterTests
{
    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(w => OfSpan([.. w]), (w, g) => OfSpanGradient([.. w], g), (w, g) => OfSpanValueAndGradient([.. w], g)) with { IsOfSpans = false },
        ArrayCase.Of(w => OfArray([.. w]), (w, g) => OfArrayGradient(w.ToArray(), g), (w, g) => OfArrayValueAndGradient(w.ToArray(), g)) with { IsOfSpans = false },
        ArrayCase.Of(w => OfParams([.. w]), (w, g) => OfParamsGradient(w.ToArray(), g), (w, g) => OfParamsValueAndGradient(w.ToArray(), g)) with { IsOfSpans = false },
        ArrayCase.Of(
            w => OfMatrix(Matrix(w)),
            (w, g) => OfMatrixGradient(Matrix(w), g),
            (w, g) => OfMatrixValueAndGradient(Matrix(w), g)) with { IsOfSpans = false, Lengths = [0, 3, 6, 12, 99] },
        ArrayCase.Of(
            w => OfCube(Cube(w)),
            (w, g) => OfCubeGradient(Cube(w), g),
            (w, g) => OfCubeValueAndGradient(Cube(w), g)) with { IsOfSpans = false, Lengths = [0, 6, 12, 60] },
        ArrayCase.Of(
            w => OfTensor(Tensor.Create(w.ToArray())),
            (w, g) => OfTensorGradient(Tensor.Create(w.ToArray()), g),
            (w, g) => OfTensorValueAndGradient(Tensor.Create(w.ToArray()), g)) with { IsOfSpans = false, Lengths = [1, 2, 7, 100] },
        ArrayCase.Of(
            w => OfTensorSpan(new ReadOnlyTensorSpan<double>(w)),
            (w, g) => OfTensorSpanGradient(new ReadOnlyTensorSpan<double>(w), g),
            (w, g) => OfTensorSpanValueAndGradient(new ReadOnlyTensorSpan<double>(w), g)) with { Lengths = [1, 2, 7, 100] },
    ];

    [Differentiable]
    private static double OfSpan(Span<double> w)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += Math.Cos(w[i]) * i;
        }

        return sum;
    }

    [Differentiable]
    private static double OfArray(double[] w)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += w[i] * w[i];
        }

        return Math.Exp(-sum);
    }

    [Differentiable]
    private static double OfParams(params double[] w) => OfArray(w) * 2;

    private static double[,] Matrix(ReadOnlySpan<double> elements)
    {
        var matrix = new double[elements.Length / 3, 3];
        for (int i = 0; i < elements.Length; i++)
        {
            matrix[i / 3, i % 3] = elements[i];
        }

        return matrix;
    }

    private static double[,,] Cube(ReadOnlySpan<double> elements)
    {
        var cube = new double[elements.Length / 6, 2, 3];
        for (int i = 0; i < elements.Length; i++)
        {
            cube[i / 6, i / 3 % 2, i % 3] = elements[i];
        }

        return cube;
    }

    [Differentiable]
    private static double OfMatrix(double[,] w)
    {
        double sum = 0;
        for (int i = 0; i < w.GetLength(0); i++)
        {
            for (int j = 0; j < w.GetLength(1); j++)
            {
                sum += w[i, j] * w[i, j] * (i + 2 * j) + w[i, 2] * w[0, j];
            }
        }

        return sum;
    }

    [Differentiable]
    private static double OfCube(double[,,] w)
    {
        double sum = 0;
        for (int i = 0; i < w.GetLength(0); i++)
        {
            for (int j = 0; j < w.GetLength(1); j++)
            {
                for (int k = 0; k < w.GetLength(2); k++)
                {
                    sum += Math.Pow(w[i, j, k], k + 1) * (j + 1);
                }
            }
        }

        return sum;
    }

    [Differentiable]
    private static double OfTensor(Tensor<double> w) => Tensor.Average<double>(Tensor.Exp<double>(-w) * (w + 2.0));

    [Differentiable]
    private static double OfTensorSpan(in ReadOnlyTensorSpan<double> w) => Tensor.Norm<double>(w) * Tensor.Sum<double>(w);

    [Fact]
    public void What_lives_on_the_heap_is_returned_too()
    {
        double[] array = OfArrayGradient([1, 2]);
        (double value, double[] gradient) = OfArrayValueAndGradient([1, 2]);
        Assert.Equal([-2 * Math.Exp(-5), -4 * Math.Exp(-5)], array);
        Assert.Equal(OfArray([1, 2]), value);
        Assert.Equal(array, gradient);

        double[,] matrix = OfMatrixGradient(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal(2, matrix.GetLength(0));
        Assert.Equal(3, matrix.GetLength(1));
        double[] flat = new double[6];
        OfMatrixGradient(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, flat);
        Assert.Equal(flat, matrix.Cast<double>());

        Tensor<double> tensor = OfTensorGradient(Tensor.Create([1.0, 2, 3, 4, 5, 6], [2, 3]));
        Assert.Equal([2, 3], tensor.Lengths.ToArray());
        double[] elements = new double[6];
        OfTensorGradient(Tensor.Create([1.0, 2, 3, 4, 5, 6], [2, 3]), elements);
        Assert.Equal(elements, tensor.ToArray());

        Assert.Equal([6, 12], SquaresGradient([1, 2], 3).a);
        Assert.Equal([2.0, 4.0], OfParamsGradient(1, 2).Select(static x => -x / 2 / Math.Exp(-5)).Select(static x => Math.Round(x, 12)));
    }

    [Differentiable]
    private static double Squares(float[] a, double b, double scale = 1)
    {
        double sum = 0;
        foreach (float each in a)
        {
            sum += each * each;
        }

        return sum * b * scale;
    }

    [Fact]
    public void Arrays_and_numbers_together()
    {
        (float[] a, double b, double scale) = SquaresGradient([1, 2, 3], 2);
        Assert.Equal([4, 8, 12], a);
        Assert.Equal((14, 28), (b, scale));

        (double value, (float[] a, double b, double scale) gradient) = SquaresValueAndGradient([1, 2, 3], 2);
        Assert.Equal(28, value);
        Assert.Equal(a, gradient.a);
        Assert.Equal((b, scale), (gradient.b, gradient.scale));

        float[] destination = [9, 9, 9];
        (double db, double dscale) = SquaresGradient([1, 2, 3], 2, 1, destination);
        Assert.Equal(a, destination);
        Assert.Equal((b, scale), (db, dscale));
    }

    [Differentiable(nameof(a), nameof(b))]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    // Both partial derivatives stand for themselves.
    [Fact]
    public void One_array_may_be_passed_twice()
    {
        double[] x = [1, 2, 3];
        double[] a = new double[3];
        double[] b = new double[3];
        Assert.Equal(14, DotValueAndGradient(x, x, a, b));
        Assert.Equal(x, a);
        Assert.Equal(x, b);
    }

    [Fact]
    public void Destinations_are_apart_from_all_arguments_and_from_each_other()
    {
        double[] memory = [.. Enumerable.Range(0, 12)];
        Assert.Equal("aGradient", Assert.Throws<ArgumentException>(() => DotGradient(memory.AsSpan(0, 3), memory.AsSpan(3, 3), memory.AsSpan(5, 3), memory.AsSpan(9, 3))).ParamName);
        Assert.Equal("bGradient", Assert.Throws<ArgumentException>(() => DotGradient(memory.AsSpan(0, 3), memory.AsSpan(3, 3), memory.AsSpan(6, 3), memory.AsSpan(2, 3))).ParamName);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => DotGradient(memory.AsSpan(0, 3), memory.AsSpan(3, 3), memory.AsSpan(6, 3), memory.AsSpan(8, 3)));
        Assert.Equal("bGradient", exception.ParamName);
        Assert.Contains("'bGradient' overlaps 'aGradient'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 12).Select(static i => (double)i), memory);
        DotGradient(memory.AsSpan(0, 3), memory.AsSpan(3, 3), memory.AsSpan(6, 3), memory.AsSpan(9, 3));
        Assert.Equal([0, 1, 2, 3, 4, 5, 3, 4, 5, 0, 1, 2], memory);
    }

    [Fact]
    public void What_the_method_refuses_comes_first_and_nothing_is_written()
    {
        double[] destination = [7, 7, 7];
        Assert.Throws<IndexOutOfRangeException>(() => DotGradient([1, 2, 3], [1, 2], destination, [7, 7]));
        Assert.Throws<ArgumentException>(() => DotGradient([1, 2, 3], [1, 2, 3], destination, [7, 7]));
        Assert.Equal([7, 7, 7], destination);
        Assert.Throws<NullReferenceException>(() => OfArrayGradient(null!));
        Assert.Throws<ArgumentNullException>(() => CheckedGradient(null!));
        Assert.Throws<ArgumentNullException>(() => CheckedGradient(null!, default));
    }

    [Differentiable]
    private static double Checked(double[] a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return a[0] * a[1];
    }

    private readonly double[] _weights = [1, 2, 3];

    [Differentiable]
    private double OfField(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * _weights[i];
        }

        return sum;
    }

    [Fact]
    public void State_that_is_read_is_no_destination()
    {
        Assert.Contains("_weights", Assert.Throws<ArgumentException>(() => OfFieldGradient([1, 2], _weights.AsSpan(1))).Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], _weights);
        double[] gradient = new double[2];
        OfFieldGradient([1, 2], gradient);
        Assert.Equal([1, 2], gradient);
    }

    [Fact]
    public void Tensors_that_are_not_dense()
    {
        double[] memory = [1, 2, 3, 4, 5, 6];
        Tensor<double> part = Tensor.Create(memory, [2, 3]).Slice(0..2, 0..2);
        double[] gradient = new double[4];
        double value = OfTensorValueAndGradient(part, gradient);
        Approximately.Equal(OfTensor(Tensor.Create([1.0, 2, 4, 5])), value);
        Assert.Equal(OfTensorGradient(Tensor.Create([1.0, 2, 4, 5])).ToArray(), gradient);
        Assert.Throws<ArgumentException>(() => OfTensorGradient(part, memory.AsSpan(2, 4)));
        Assert.Equal([1, 2, 3, 4, 5, 6], memory);
        Assert.Equal([2, 2], OfTensorGradient(part).Lengths.ToArray());
    }

    [Differentiable(nameof(w))]
    private static double Taken(ReadOnlySpan<double> w, double wGradient) => w[0] * wGradient;

    [Fact]
    public void Names_that_are_taken()
    {
        double[] gradient = new double[1];
        TakenGradient(w: [2], wGradient: 3, wGradientGradient: gradient);
        Assert.Equal([3], gradient);
    }

    [Differentiable]
    private static float OfFloats(ReadOnlySpan<float> w)
    {
        float sum = 0;
        foreach (float each in w)
        {
            sum += MathF.Sin(each) * each;
        }

        return sum / w.Length;
    }

    [Fact]
    public void Floats()
    {
        for (int length = 1; length <= 100; length++)
        {
            float[] w = [.. Enumerable.Range(0, length).Select(static i => 0.1f * i - 2)];
            float[] gradient = new float[length];
            Approximately.Equal(OfFloats(w), OfFloatsValueAndGradient(w, gradient), length < 16 ? 0 : 1e-6);
            for (int i = 0; i < length; i++)
            {
                Approximately.Equal((Math.Sin(w[i]) + Math.Cos(w[i]) * w[i]) / length, gradient[i], 1e-6);
            }
        }
    }

    [Fact]
    public void Nothing_in_it()
    {
        Assert.Equal(1, OfArrayValueAndGradient([]).Value);
        Assert.Empty(OfArrayGradient([]));
        Assert.Equal(3, OfMatrixGradient(new double[0, 3]).GetLength(1));
    }
}
