using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>Arrays that a method makes for itself, calculates in and throws away.</summary>
public partial class LocalArrayTests
{
    private static readonly double[] s_data = [.. Enumerable.Range(0, 200).Select(static i => Math.Sin(i * i))];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(x => Weighted(x), WeightedGradient, WeightedValueAndGradient),
        ArrayCase.Of(x => Chain(x), ChainGradient, ChainValueAndGradient),
        ArrayCase.Of(x => Filled(x), FilledGradient, FilledValueAndGradient),
        ArrayCase.Of(x => Returned(x), ReturnedGradient, ReturnedValueAndGradient),
        ArrayCase.Of(x => OnTheStack(x), OnTheStackGradient, OnTheStackValueAndGradient),
        ArrayCase.Of(x => Listed(x), ListedGradient, ListedValueAndGradient) with { Lengths = [2, 3, 4, 20] },
        ArrayCase.Of(x => Chosen(x), ChosenGradient, ChosenValueAndGradient),
        ArrayCase.Of(x => Assigned(x), AssignedGradient, AssignedValueAndGradient),
        ArrayCase.Of(x => AddedUp(x), AddedUpGradient, AddedUpValueAndGradient),
        ArrayCase.Of(x => Shifted(x), ShiftedGradient, ShiftedValueAndGradient),
        ArrayCase.Of(x => Reused(x), ReusedGradient, ReusedValueAndGradient),
        ArrayCase.Of(x => Twice(x), TwiceGradient, TwiceValueAndGradient),
        ArrayCase.Of(x => Table(x), TableGradient, TableValueAndGradient) with { Lengths = [0, 1, 2, 5, 8, 12] },
        ArrayCase.Of(x => Overwritten(x), OverwrittenGradient, OverwrittenValueAndGradient),
        ArrayCase.Of(x => Differences(x), DifferencesGradient, DifferencesValueAndGradient) with { Lengths = [1, 2, 3, 9, 40] },
        ArrayCase.Of(x => Pairs(x), PairsGradient, PairsValueAndGradient),
        ArrayCase.Of(x => Triangle(x), TriangleGradient, TriangleValueAndGradient),
        ArrayCase.Of(w => Sliced(w, s_data), (w, g) => SlicedGradient(w, s_data, g), (w, g) => SlicedValueAndGradient(w, s_data, g)) with { Lengths = [19] },
    ];

    // Forces between pairs: two elements change in each trip of a loop whose range depends on the loop around it.
    [Differentiable]
    private static double Pairs(ReadOnlySpan<double> x)
    {
        var force = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                double pull = Math.Sin(x[i] - (2 * x[j]));
                force[i] += pull;
                force[j] -= pull;
            }
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += force[i] * force[i] * (i + 1);
        }

        return sum;
    }

    [Differentiable]
    private static double Triangle(ReadOnlySpan<double> x)
    {
        var h = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                h[j] += x[j] * x[i];
                h[0] += x[i];
            }
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += h[i] * h[i];
        }

        return sum;
    }

    // A pass that fills, and a pass that adds up.
    [Differentiable]
    private static double Weighted(ReadOnlySpan<double> x)
    {
        var h = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            h[i] = Math.Exp(-x[i]);
        }

        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            sum += h[i] * h[h.Length - 1 - i] * x[i];
        }

        return sum;
    }

    [Differentiable]
    private static double Chain(ReadOnlySpan<double> x)
    {
        var a = new double[x.Length];
        var b = new double[x.Length];
        var c = new double[x.Length];
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = Math.Sin(x[i]);
            sum += a[i];
        }

        for (int i = 0; i < b.Length; i++)
        {
            b[i] = a[i] * sum;
        }

        for (int i = 0; i < c.Length; i++)
        {
            c[i] = Math.Log(2 + b[i] * a[i]);
        }

        double total = 0;
        foreach (double v in c)
        {
            total += v * v;
        }

        return total + sum;
    }

    private static void Smooth(ReadOnlySpan<double> x, Span<double> y, double weight)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = weight * x[i] + (1 - weight) * Math.Tanh(x[i]);
        }
    }

    private static double[] Squares(ReadOnlySpan<double> x)
    {
        var squares = new double[x.Length];
        for (int i = 0; i < squares.Length; i++)
        {
            squares[i] = x[i] * x[i];
        }

        return squares;
    }

    [Differentiable]
    private static double Filled(ReadOnlySpan<double> x)
    {
        var y = new double[x.Length];
        Smooth(x, y, 0.25);
        Smooth(y, y, 0.5);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += y[i] * (i + 1);
        }

        return sum;
    }

    [Differentiable]
    private static double Returned(ReadOnlySpan<double> x)
    {
        double[] squares = Squares(x);
        double[] fourths = Squares(squares);
        double sum = 0;
        for (int i = 0; i < fourths.Length; i++)
        {
            sum += fourths[i] - squares[squares.Length - 1 - i];
        }

        return sum;
    }

    [Differentiable]
    private static double OnTheStack(ReadOnlySpan<double> x)
    {
        Span<double> h = x.Length <= 64 ? stackalloc double[x.Length] : new double[x.Length];
        double largest = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            h[i] = x[i] * x[i] + 0.1 * i;
            largest = Math.Max(largest, h[i]);
        }

        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            h[i] = Math.Exp(h[i] - largest);
            sum += h[i];
        }

        return x.Length == 0 ? 0 : largest + Math.Log(sum);
    }

    [Differentiable]
    private static double Listed(ReadOnlySpan<double> x)
    {
        double[] h = [x[0], 2 * x[1], .. x, x[0] * x[1]];
        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            sum += h[i] * h[h.Length - 1 - i];
        }

        return sum * h[^1];
    }

    [Differentiable]
    private static double Chosen(ReadOnlySpan<double> x)
    {
        var h = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (i % 3 == 0)
            {
                h[i] = Math.Log(x[i]);
            }
            else if (s_data[i] > 0.1)
            {
                h[i] = 3;
                h[i] -= x[i];
            }
        }

        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            sum += h[i] * h[i] + h[i];
        }

        return sum;
    }

    // An element that isn't there isn't assigned either.
    [Differentiable]
    private static double Assigned(ReadOnlySpan<double> x)
    {
        double[] h = x.ToArray();
        if (h.Length > 2)
        {
            h[0] = h[1] * h[2];
            h[1] = h[0] * h[0];
            h[0] += x[0];
            h[h.Length - 1] *= h[1];
        }

        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            sum += h[i] * Math.Cos(x[i]);
        }

        return sum;
    }

    [Differentiable]
    private static double AddedUp(ReadOnlySpan<double> x)
    {
        var h = new double[3];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < h.Length; j++)
            {
                h[j] += Math.Sin(x[i] * (j + 1)) * x[i];
            }
        }

        return h[0] * h[1] + h[1] * h[2] + h[2];
    }

    [Differentiable]
    private static double Shifted(ReadOnlySpan<double> x)
    {
        var h = new double[x.Length + 2];
        for (int i = 0; i < x.Length; i++)
        {
            h[i + 1] = x[i] * x[i];
        }

        double sum = 0;
        for (int i = 1; i < h.Length - 1; i++)
        {
            sum += (h[i - 1] - 2 * h[i] + h[i + 1]) * Math.Exp(-h[i]);
        }

        return sum;
    }

    // The same memory for each trip.
    [Differentiable]
    private static double Reused(ReadOnlySpan<double> x)
    {
        Span<double> powers = stackalloc double[4];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int p = 0; p < powers.Length; p++)
            {
                powers[p] = Math.Sin((p + 1) * x[i]);
            }

            double product = 0;
            for (int p = 0; p < powers.Length; p++)
            {
                product += powers[p] * powers[powers.Length - 1 - p];
            }

            sum += product * product;
        }

        return sum;
    }

    // What is overwritten has no influence.
    [Differentiable]
    private static double Twice(ReadOnlySpan<double> x)
    {
        var h = new double[x.Length];
        for (int i = 0; i < h.Length; i++)
        {
            h[i] = Math.Sqrt(-x[i]);
            h[i] = x[i] * x[i];
            h[i] = h[i] * h[i] + x[i];
        }

        double sum = 0;
        foreach (double v in h)
        {
            sum += v;
        }

        return sum;
    }

    [Differentiable]
    private static double Table(ReadOnlySpan<double> x)
    {
        var distances = new double[x.Length, x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                distances[i, j] = (x[i] - x[j]) * (x[i] - x[j]);
            }
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += Math.Exp(-distances[i, j]) * (1 + distances[j, i]);
            }
        }

        return sum;
    }

    [Differentiable]
    private static double Overwritten(ReadOnlySpan<double> x)
    {
        double[] h = Squares(x);
        double[] g = h;
        Span<double> view = h;
        for (int i = 0; i < view.Length; i++)
        {
            view[i] = Math.Cos(g[i]);
        }

        h.AsSpan().CopyTo(g);
        if (x.Length > 5)
        {
            Array.Fill(g, 0.5);
        }

        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            sum += h[i] * x[i];
        }

        return sum;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [Differentiable]
    private static double Differences(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> tail = x[1..];
        double sum = Dot(tail, x[..^1]);
        for (int i = 0; i < tail.Length; i++)
        {
            sum += (tail[i] - x[i]) * (tail[i] - x[i]);
        }

        return sum * x[^1];
    }

    // All the parameters of a network in one span.
    [Differentiable(nameof(w))]
    private static double Sliced(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> weights = w[..12];
        ReadOnlySpan<double> biases = w.Slice(12, 3);
        ReadOnlySpan<double> outputs = w[15..^1];
        Span<double> hidden = stackalloc double[3];
        double sum = 0;
        for (int i = 0; i < 10; i++)
        {
            ReadOnlySpan<double> sample = x.Slice(i * 5, 5);
            for (int k = 0; k < 3; k++)
            {
                hidden[k] = Math.Tanh(biases[k] + Dot(weights.Slice(4 * k, 4), sample[..4]));
            }

            double error = w[^1] + Dot(outputs, hidden) - sample[4];
            sum += error * error;
        }

        return sum;
    }

    private static double Relu(double x) => x > 0 ? x : 0;

    // Four inputs, three hidden units.
    [Differentiable(nameof(w1), nameof(b1), nameof(w2), nameof(b2))]
    private static double TwoLayers(ReadOnlySpan<double> w1, ReadOnlySpan<double> b1, ReadOnlySpan<double> w2, double b2, ReadOnlySpan<double> x)
    {
        int inputs = w1.Length / b1.Length;
        int samples = x.Length / (inputs + 1);
        Span<double> hidden = stackalloc double[b1.Length];
        double sum = 0;
        for (int i = 0; i < samples; i++)
        {
            for (int k = 0; k < hidden.Length; k++)
            {
                double z = b1[k];
                for (int j = 0; j < inputs; j++)
                {
                    z += w1[k * inputs + j] * x[i * (inputs + 1) + j];
                }

                hidden[k] = k == 0 ? Relu(z) : Math.Tanh(z);
            }

            double output = b2;
            for (int k = 0; k < hidden.Length; k++)
            {
                output += w2[k] * hidden[k];
            }

            double error = output - x[i * (inputs + 1) + inputs];
            sum += error * error;
        }

        return sum / samples;
    }

    [Fact]
    public void Gradient_of_a_network_has_its_layers_parts()
    {
        // So few samples that none lies at a kink.
        double[] data = s_data[..25];
        double[] w = [.. Enumerable.Range(0, 19).Select(static i => Math.Cos(3 * i))];
        double[] expected = Reference.Gradient(w => TwoLayers(w.AsSpan(0, 12), w.AsSpan(12, 3), w.AsSpan(15, 3), w[18], data), w);
        double[] g = new double[19];
        double[] other = new double[19];
        g[18] = TwoLayersGradient(w.AsSpan(0, 12), w.AsSpan(12, 3), w.AsSpan(15, 3), w[18], data, g.AsSpan(0, 12), g.AsSpan(12, 3), g.AsSpan(15, 3));
        (double value, other[18]) = TwoLayersValueAndGradient(w.AsSpan(0, 12), w.AsSpan(12, 3), w.AsSpan(15, 3), w[18], data, other.AsSpan(0, 12), other.AsSpan(12, 3), other.AsSpan(15, 3));
        Approximately.Equal(TwoLayers(w.AsSpan(0, 12), w.AsSpan(12, 3), w.AsSpan(15, 3), w[18], data), value, 1e-14);
        for (int i = 0; i < 19; i++)
        {
            Approximately.Equal(expected[i], g[i], 1e-7);
            Approximately.Equal(g[i], other[i], 1e-13);
        }
    }

    [Differentiable]
    private static double Failing(double scale, double[] x, int length, int index)
    {
        var h = new double[length];
        for (int i = 0; i < x.Length; i++)
        {
            h[i] = x[i] * scale;
        }

        return h[index] + h[0];
    }

    [Theory]
    [InlineData(3, 2, 0)]
    [InlineData(3, 3, -1)]
    [InlineData(3, 3, 3)]
    [InlineData(0, 0, 0)]
    [InlineData(0, -1, 0)]
    public void What_the_method_throws_the_gradient_throws(int count, int length, int index)
    {
        var x = new double[count];
        Exception expected = Assert.ThrowsAny<Exception>(() => Failing(1, x, length, index));
        Assert.Throws(expected.GetType(), () => FailingGradient(1, x, length, index));
        Assert.Throws(expected.GetType(), () => FailingValueAndGradient(1, x, length, index));
    }

    [Fact]
    public void An_element_that_nothing_is_assigned_to_is_zero()
    {
        (double value, (double scale, double[] x)) = FailingValueAndGradient(2, [3], 7, 4);
        Assert.Equal((6.0, 3.0, 2.0), (value, scale, x[0]));
    }

    [Differentiable]
    private static float Single(ReadOnlySpan<float> x)
    {
        var h = new float[x.Length];
        for (int i = 0; i < h.Length; i++)
        {
            h[i] = MathF.Sin(x[i]) * (i + 1);
        }

        float sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            sum += h[i] * h[h.Length - 1 - i];
        }

        return sum;
    }

    [Fact]
    public void Arrays_of_float_stay_float()
    {
        float[] x = [0.3f, -0.7f, 1.2f];
        float[] gradient = new float[3];
        float value = SingleValueAndGradient(x, gradient);
        Assert.Equal(Single(x), value);
        for (int i = 0; i < 3; i++)
        {
            double expected = 2 * Math.Cos(x[i]) * (i + 1) * Math.Sin(x[2 - i]) * (3 - i);
            Approximately.Equal(expected, gradient[i], 1e-6);
        }
    }
}
