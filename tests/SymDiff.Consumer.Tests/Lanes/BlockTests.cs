using SymDiff.Consumer.Tests.Arrays;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Lanes;

/// <summary>Loops over rows that calculate functions of what inner loops have summed: they run in blocks. In the order of the source they don't: that is the reference.</summary>
public partial class BlockTests
{
    private static readonly double[] s_rows = LaneTests.Numbers(1200);
    private static readonly double[] s_labels = [.. LaneTests.Numbers(300).Select(static number => number > 0 ? 1.0 : -1.0)];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(w => Logistic(w, s_rows, s_labels, 11), (w, g) => LogisticGradient(w, s_rows, s_labels, 11, g), (w, g) => LogisticValueAndGradient(w, s_rows, s_labels, 11, g)) with { ReordersSums = true },
        ArrayCase.Of(w => Poisson(w, s_rows, s_labels, 9), (w, g) => PoissonGradient(w, s_rows, s_labels, 9, g), (w, g) => PoissonValueAndGradient(w, s_rows, s_labels, 9, g)) with { ReordersSums = true },
        ArrayCase.Of(w => Layer(w, s_rows, 20), (w, g) => LayerGradient(w, s_rows, 20, g), (w, g) => LayerValueAndGradient(w, s_rows, 20, g)) with { ReordersSums = true, Lengths = [0, 20, 40, 60, 240] },
        ArrayCase.Of(w => Clipped(w, s_rows, 30), (w, g) => ClippedGradient(w, s_rows, 30, g), (w, g) => ClippedValueAndGradient(w, s_rows, 30, g)) with { ReordersSums = true, Lengths = [0, 1, 2, 3, 9, 17, 40] },
        ArrayCase.Of(w => Chained(w, s_rows, 25), (w, g) => ChainedGradient(w, s_rows, 25, g), (w, g) => ChainedValueAndGradient(w, s_rows, 25, g)) with { ReordersSums = true, Lengths = [0, 1, 2, 3, 9, 17, 40] },
        ArrayCase.Of(w => Mixed(w, s_rows, 33), (w, g) => MixedGradient(w, s_rows, 33, g), (w, g) => MixedValueAndGradient(w, s_rows, 33, g)) with { ReordersSums = true, Lengths = [1, 2, 3, 9, 17, 30] },
    ];

    [Fact]
    public void Every_number_of_rows_of_every_width()
    {
        foreach (int width in (int[])[0, 1, 3, 4, 8, 9, 10])
        {
            for (int rows = 0; rows <= 120; rows++)
            {
                Same(rows, width);
            }
        }

        // More than a block.
        Same(127, 3);
        Same(128, 3);
        Same(129, 3);
        Same(257, 4);
        Same(300, 1);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    public void A_number_out_of_the_ordinary_anywhere(double number)
    {
        for (int position = 0; position < 60; position++)
        {
            double[] rows = s_rows[..60];
            rows[position] = number;
            Same([.. LaneTests.Numbers(3)], rows, s_labels.AsSpan(0, 20));
        }
    }

    [Fact]
    public void Rows_that_are_missing_fail_as_in_the_source()
    {
        double[] gradient = [7, 7, 7];
        Assert.Throws<IndexOutOfRangeException>(() => LogisticValueAndGradient(LaneTests.Numbers(3), s_rows.AsSpan(0, 59), s_labels, 20, gradient));
        Assert.Equal([7, 7, 7], gradient);
    }

    [Fact]
    public void Allocates_nothing()
    {
        double[] w = LaneTests.Numbers(4);
        double[] gradient = new double[4];
        for (int i = 0; i < 3; i++)
        {
            LogisticValueAndGradient(w, s_rows, s_labels, 300, gradient);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        LogisticValueAndGradient(w, s_rows, s_labels, 300, gradient);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Same(int rows, int width) => Same(LaneTests.Numbers(width), s_rows.AsSpan(0, rows * width), s_labels.AsSpan(0, rows));

    private static void Same(double[] weights, ReadOnlySpan<double> rows, ReadOnlySpan<double> labels)
    {
        double[] expected = new double[weights.Length];
        double[] actual = [.. Enumerable.Repeat(-7.25, weights.Length)];
        double value = LogisticInOrderValueAndGradient(weights, rows, labels, labels.Length, expected);
        Assert.Equal(Logistic(weights, rows, labels, labels.Length), value);
        Approximately.Equal(value, LogisticValueAndGradient(weights, rows, labels, labels.Length, actual), 1e-12);
        Assert.Equal(expected, actual, static (a, b) => Approximately.AreEqual(a, b, 1e-11));
    }

    [Differentiable(nameof(w))]
    private static double Logistic(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int rows)
    {
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            double z = 0;
            for (int j = 0; j < w.Length; j++)
            {
                z += w[j] * x[(i * w.Length) + j];
            }

            sum += Math.Log(1 + Math.Exp(-y[i] * z));
        }

        return sum;
    }

    [Differentiable(nameof(w), Summation = Summation.Sequential)]
    private static double LogisticInOrder(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int rows) => Logistic(w, x, y, rows);

    [Differentiable(nameof(w))]
    private static double Poisson(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int rows)
    {
        double loss = 0;
        for (int i = 0; i < rows; i++)
        {
            double logarithm = 0.1;
            for (int j = 0; j < w.Length; j++)
            {
                logarithm += w[j] * x[(i * w.Length) + j];
            }

            loss += Math.Exp(0.01 * logarithm) - (y[i] * logarithm);
        }

        return loss / Math.Max(1, rows);
    }

    // The loop over the outputs is the one that runs in blocks.
    [Differentiable(nameof(w))]
    private static double Layer(ReadOnlySpan<double> w, ReadOnlySpan<double> x, int outputs)
    {
        int inputs = w.Length / outputs;
        double sum = 0;
        for (int o = 0; o < outputs; o++)
        {
            double z = 0;
            for (int i = 0; i < inputs; i++)
            {
                z += w[(o * inputs) + i] * x[i];
            }

            sum += Math.Tanh(z) * x[o];
        }

        return sum;
    }

    // What is done with the sum depends on it.
    [Differentiable(nameof(w))]
    private static double Clipped(ReadOnlySpan<double> w, ReadOnlySpan<double> x, int rows)
    {
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            double z = 0;
            for (int j = 0; j < w.Length; j++)
            {
                z += w[j] * x[i + j];
            }

            sum += z > 0.5 ? Math.Log(z) : Math.Exp(0.1 * z) - 2;
        }

        return sum;
    }

    // Functions between inner loops, and after them.
    [Differentiable(nameof(w))]
    private static double Chained(ReadOnlySpan<double> w, ReadOnlySpan<double> x, int rows)
    {
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            double z = 0;
            for (int j = 0; j < w.Length; j++)
            {
                z += w[j] * x[i + j];
            }

            double scale = Math.Tanh(z);
            double u = 0;
            for (int j = 0; j < w.Length; j++)
            {
                u += w[j] * w[j] * scale;
            }

            sum += Math.Sqrt(1 + (u * u)) * Math.Cos(u);
        }

        return sum;
    }

    // Two sums that are added to in the loop, one of them in an inner loop, and an element that isn't in step with the rows.
    [Differentiable(nameof(w))]
    private static double Mixed(ReadOnlySpan<double> w, ReadOnlySpan<double> x, int rows)
    {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < rows; i++)
        {
            double z = x[2 * i];
            for (int j = 0; j < w.Length; j++)
            {
                z += w[j] * x[i + j];
                squares += w[j] * w[j] * x[j];
            }

            sum += Math.Sin(z) * w[0];
        }

        return sum + Math.Exp(-0.01 * squares);
    }
}
