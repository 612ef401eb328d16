using SymDiff.Consumer.Tests.Arrays;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Lanes;

/// <summary>Loops in which several steps contribute to the same element. In the order of the source they are not turned round: that is the reference.</summary>
public partial class StencilTests
{
    private static readonly double[] s_data = LaneTests.Numbers(120);

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(x => Valley(x), ValleyGradient, ValleyValueAndGradient),
        ArrayCase.Of(x => Bending(x), BendingGradient, BendingValueAndGradient),
        ArrayCase.Of(x => Apart(x), ApartGradient, ApartValueAndGradient),
        ArrayCase.Of(x => From(x), FromGradient, FromValueAndGradient),
        ArrayCase.Of(x => Functions(x), FunctionsGradient, FunctionsValueAndGradient),
        ArrayCase.Of(x => Quotients(x), QuotientsGradient, QuotientsValueAndGradient),
        ArrayCase.Of(x => AddedTwice(x), AddedTwiceGradient, AddedTwiceValueAndGradient),
        ArrayCase.Of(x => Weighted(x, s_data), (x, g) => WeightedGradient(x, s_data, g), (x, g) => WeightedValueAndGradient(x, s_data, g)),
        ArrayCase.Of(x => ChosenStep(x), ChosenStepGradient, ChosenStepValueAndGradient),
        ArrayCase.Of(x => Grid(x, 9), (x, g) => GridGradient(x, 9, g), (x, g) => GridValueAndGradient(x, 9, g)) with { Lengths = [0, 9, 18, 27, 99] },
    ];

    [Fact]
    public void Every_length_is_as_in_the_order_of_the_source()
    {
        for (int length = 0; length <= 100; length++)
        {
            double[] x = LaneTests.Numbers(length);
            Same(x, ValleyValueAndGradient, ValleyInOrderValueAndGradient);
            Same(x, BendingValueAndGradient, BendingInOrderValueAndGradient);
            Same(x, ApartValueAndGradient, ApartInOrderValueAndGradient);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.0)]
    public void A_number_out_of_the_ordinary_reaches_its_neighbours_only(double number)
    {
        for (int length = 1; length < 40; length++)
        {
            for (int position = 0; position < length; position++)
            {
                double[] x = LaneTests.Numbers(length);
                x[position] = number;
                Same(x, ValleyValueAndGradient, ValleyInOrderValueAndGradient);
                Same(x, BendingValueAndGradient, BendingInOrderValueAndGradient);
                Same(x, ApartValueAndGradient, ApartInOrderValueAndGradient);
            }
        }
    }

    [Fact]
    public void Two_arrays_at_once()
    {
        for (int length = 0; length <= 40; length++)
        {
            double[] x = LaneTests.Numbers(length);
            double[] y = LaneTests.Numbers(length + 3)[3..];
            double[][] found = [Garbage(length), Garbage(length), Garbage(length), Garbage(length)];
            double value = CrossedValueAndGradient(x, y, found[0], found[1]);
            Approximately.Equal(CrossedInOrderValueAndGradient(x, y, found[2], found[3]), value, 1e-12);
            Assert.Equal(found[2], found[0], static (a, b) => Approximately.AreEqual(a, b, 1e-12));
            Assert.Equal(found[3], found[1], static (a, b) => Approximately.AreEqual(a, b, 1e-12));
        }
    }

    [Fact]
    public void In_single_precision()
    {
        for (int length = 0; length <= 70; length++)
        {
            float[] x = [.. LaneTests.Numbers(length).Select(static number => (float)number)];
            float[] expected = new float[length];
            float[] actual = new float[length];
            Array.Fill(actual, float.NaN);
            float value = SingleInOrderValueAndGradient(x, expected);
            Approximately.Equal(value, SingleValueAndGradient(x, actual), 1e-4);
            Assert.Equal(expected, actual, static (a, b) => Approximately.AreEqual(a, b, 1e-4));
        }
    }

    [Fact]
    public void Of_too_few_steps_nothing_is_lost()
    {
        // Eight steps, whatever there is beyond them.
        foreach (int length in (int[])[11, 12, 30])
        {
            double[] x = LaneTests.Numbers(length);
            double[] gradient = Garbage(length);
            FixedValueAndGradient(x, gradient);
            double[] expected = Reference.Gradient(point => Fixed(point), x);
            Assert.Equal(expected, gradient, static (a, b) => Approximately.AreEqual(a, b, 1e-7));
        }
    }

    private static void Same(double[] x, ArrayCase.ValueFunctionWithGradient lanes, ArrayCase.ValueFunctionWithGradient inOrder)
    {
        double[] expected = Garbage(x.Length);
        double[] actual = Garbage(x.Length);
        double value = inOrder(x, expected);
        Approximately.Equal(value, lanes(x, actual), 1e-12);
        Assert.Equal(expected, actual, static (a, b) => Approximately.AreEqual(a, b, 1e-12));
    }

    private static double[] Garbage(int length) => [.. Enumerable.Repeat(-7.25, length)];

    [Differentiable]
    private static double Valley(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double a = x[i + 1] - (x[i] * x[i]);
            double b = 1 - x[i];
            sum += (100 * a * a) + (b * b);
        }

        return sum;
    }

    [Differentiable(Summation = Summation.Sequential)]
    private static double ValleyInOrder(ReadOnlySpan<double> x) => Valley(x);

    // Two steps wide, and elements before the first step's.
    [Differentiable]
    private static double Bending(ReadOnlySpan<double> x)
    {
        double energy = 0;
        for (int i = 1; i < x.Length - 1; i++)
        {
            double bend = x[i - 1] - (2 * x[i]) + x[i + 1];
            energy += bend * bend * bend;
        }

        return energy / 2;
    }

    [Differentiable(Summation = Summation.Sequential)]
    private static double BendingInOrder(ReadOnlySpan<double> x) => Bending(x);

    // Not all distances between the nearest and the farthest.
    [Differentiable]
    private static double Apart(ReadOnlySpan<double> x)
    {
        double sum = 1;
        for (int i = 0; i < x.Length - 5; i++)
        {
            sum += (x[i] * x[i + 5]) + (x[i + 1] * x[i + 1] * x[i + 5]);
        }

        return sum;
    }

    [Differentiable(Summation = Summation.Sequential)]
    private static double ApartInOrder(ReadOnlySpan<double> x) => Apart(x);

    [Differentiable]
    private static double From(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 7; i < x.Length; i++)
        {
            sum += x[i - 7] * x[i - 3] * x[i];
        }

        return sum;
    }

    // Too expensive to be calculated once more.
    [Differentiable]
    private static double Functions(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            sum += Math.Exp(x[i + 1] - x[i]) * Math.Sin(x[i]);
        }

        return sum;
    }

    [Differentiable]
    private static double Quotients(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            sum += x[i] / x[i + 1];
        }

        return sum;
    }

    // Another loop adds to the same elements.
    [Differentiable]
    private static double AddedTwice(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            sum += x[i] * x[i] * x[i + 1];
        }

        double squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            squares += x[i] * x[i];
        }

        return sum + (0.5 * squares);
    }

    [Differentiable(nameof(x))]
    private static double Weighted(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 2; i++)
        {
            double slope = weights[i] * (x[i + 2] - x[i]);
            sum += i * slope * slope;
        }

        return sum;
    }

    [Differentiable]
    private static double ChosenStep(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double step = x[i + 1] - x[i];
            sum += step > 0 ? step * step * step * step : step * step * step * x[i];
        }

        return sum;
    }

    // The rows' loops are stencils along a row; two rows are contributed to at once.
    [Differentiable(nameof(x))]
    private static double Grid(ReadOnlySpan<double> x, int columns)
    {
        double sum = 0;
        int rows = x.Length / columns;
        for (int i = 0; i < rows - 1; i++)
        {
            for (int j = 0; j < columns - 1; j++)
            {
                double across = x[(i * columns) + j + 1] - x[(i * columns) + j];
                double down = x[((i + 1) * columns) + j] - x[(i * columns) + j];
                sum += (across * across) + (down * down * down);
            }
        }

        return sum;
    }

    [Differentiable]
    private static double Crossed(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 3; i++)
        {
            sum += (x[i + 3] * y[i]) + (x[i] * y[i + 1] * y[i + 1]);
        }

        return sum;
    }

    [Differentiable(Summation = Summation.Sequential)]
    private static double CrossedInOrder(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Crossed(x, y);

    [Differentiable]
    private static float Single(ReadOnlySpan<float> x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            float slope = x[i + 1] - x[i];
            sum += slope * slope * x[i];
        }

        return sum;
    }

    [Differentiable(Summation = Summation.Sequential)]
    private static float SingleInOrder(ReadOnlySpan<float> x) => Single(x);

    [Differentiable]
    private static double Fixed(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i < 9; i++)
        {
            sum += x[i] * x[i + 2] * x[i - 1];
        }

        return sum;
    }
}
