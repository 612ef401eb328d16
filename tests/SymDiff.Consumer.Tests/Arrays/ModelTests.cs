using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>What people fit.</summary>
public partial class ModelTests
{
    private const int Inputs = 5;
    private const int Classes = 4;
    private static readonly double[] s_inputs = [.. Enumerable.Range(0, 100 * Inputs).Select(static i => Math.Sin(i * i))];
    private static readonly double[] s_targets = [.. Enumerable.Range(0, 100).Select(static i => Math.Cos(i))];
    private static readonly double[] s_signs = [.. Enumerable.Range(0, 100).Select(static i => i % 3 == 0 ? 1.0 : -1.0)];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(
            w => LinearRegression(w, Data(w), s_targets),
            (w, g) => LinearRegressionGradient(w, Data(w), s_targets, g),
            (w, g) => LinearRegressionValueAndGradient(w, Data(w), s_targets, g)) with { Lengths = [1, 2, 3, 5] },
        ArrayCase.Of(w => Rosenbrock(w), RosenbrockGradient, RosenbrockValueAndGradient),
        ArrayCase.Of(
            w => LogisticRegression(w, s_inputs, s_signs),
            (w, g) => LogisticRegressionGradient(w, s_inputs, s_signs, g),
            (w, g) => LogisticRegressionValueAndGradient(w, s_inputs, s_signs, g)) with { ReordersSums = true, Lengths = [1, 2, 3, 5] },
        ArrayCase.Of(
            w => SoftmaxRegression(w, Classes, Data(w, Classes), s_labels),
            (w, g) => SoftmaxRegressionGradient(w, Classes, Data(w, Classes), s_labels, g),
            (w, g) => SoftmaxRegressionValueAndGradient(w, Classes, Data(w, Classes), s_labels, g)) with { Lengths = [4, 12, 20] },

        // Rows long enough for lanes, of numbers of both signs: the largest score isn't the same to the last bit where it is calculated in another order.
        ArrayCase.Of(
            w => SoftmaxRegression(w, Classes, Wide(w, Classes), s_labels),
            (w, g) => SoftmaxRegressionGradient(w, Classes, Wide(w, Classes), s_labels, g),
            (w, g) => SoftmaxRegressionValueAndGradient(w, Classes, Wide(w, Classes), s_labels, g)) with { Lengths = [32, 36, 40, 132, 256] },
        ArrayCase.Of(
            w => Network(w, Inputs, s_inputs, s_targets),
            (w, g) => NetworkGradient(w, Inputs, s_inputs, s_targets, g),
            (w, g) => NetworkValueAndGradient(w, Inputs, s_inputs, s_targets, g)) with { Lengths = [1, 8, 15, 99] },
        ArrayCase.Of(
            w => Layers(w, Inputs, s_inputs, s_targets),
            (w, g) => LayersGradient(w, Inputs, s_inputs, s_targets, g),
            (w, g) => LayersValueAndGradient(w, Inputs, s_inputs, s_targets, g)) with { Lengths = [1, 8, 15, 99] },
    ];

    private static readonly int[] s_labels = [.. Enumerable.Range(0, 30).Select(static i => i * i % Classes)];

    private static readonly double[] s_wide = [.. Enumerable.Range(0, 30 * 64).Select(static i => Math.Sin(i * i))];

    private static ReadOnlySpan<double> Wide(ReadOnlySpan<double> w, int classes) => s_wide.AsSpan(0, s_labels.Length * w.Length / classes);

    private static ReadOnlySpan<double> Data(ReadOnlySpan<double> w, int classes) => s_inputs.AsSpan(0, s_labels.Length * w.Length / classes);

    private static ReadOnlySpan<double> Data(ReadOnlySpan<double> w) => s_inputs.AsSpan(0, 100 * w.Length);

    [Differentiable(nameof(w))]
    private static double LinearRegression(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double prediction = 0;
            for (int j = 0; j < w.Length; j++)
            {
                prediction += w[j] * x[i * w.Length + j];
            }

            double error = prediction - y[i];
            sum += error * error;
        }

        return sum / y.Length;
    }

    [Differentiable]
    private static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double curvature = x[i + 1] - x[i] * x[i];
            double distance = 1 - x[i];
            sum += 100 * curvature * curvature + distance * distance;
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double LogisticRegression(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double z = 0;
            for (int j = 0; j < w.Length; j++)
            {
                z += w[j] * x[i * w.Length + j];
            }

            sum += Math.Log(1 + Math.Exp(-y[i] * z));
        }

        return sum / y.Length;
    }

    // The largest is taken away from all, so that no exponential overflows.
    [Differentiable(nameof(w))]
    private static double SoftmaxRegression(ReadOnlySpan<double> w, int classes, ReadOnlySpan<double> x, ReadOnlySpan<int> labels)
    {
        int inputs = w.Length / classes;
        Span<double> scores = stackalloc double[classes];
        double loss = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double largest = double.NegativeInfinity;
            for (int c = 0; c < classes; c++)
            {
                double score = 0;
                for (int j = 0; j < inputs; j++)
                {
                    score += w[c * inputs + j] * x[i * inputs + j];
                }

                scores[c] = score;
                largest = Math.Max(largest, score);
            }

            double sum = 0;
            for (int c = 0; c < classes; c++)
            {
                sum += Math.Exp(scores[c] - largest);
            }

            loss += largest + Math.Log(sum) - scores[labels[i]];
        }

        return loss / labels.Length;
    }

    // Two layers: the weights and the bias of each hidden unit, and its weight in the output; then the output's bias.
    [Differentiable(nameof(parameters))]
    private static double Network(ReadOnlySpan<double> parameters, int inputs, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int hidden = (parameters.Length - 1) / (inputs + 2);
        var h = new double[hidden];
        double sum = 0;
        for (int i = 0; i < 20; i++)
        {
            for (int k = 0; k < hidden; k++)
            {
                double z = parameters[hidden * inputs + k];
                for (int j = 0; j < inputs; j++)
                {
                    z += parameters[k * inputs + j] * x[i * inputs + j];
                }

                h[k] = Math.Tanh(z);
            }

            double prediction = parameters[parameters.Length - 1];
            for (int k = 0; k < h.Length; k++)
            {
                prediction += parameters[hidden * (inputs + 1) + k] * h[k];
            }

            double error = prediction - y[i];
            sum += error * error;
        }

        return sum / 20;
    }

    private static void Dense(ReadOnlySpan<double> parameters, int weights, int bias, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int k = 0; k < y.Length; k++)
        {
            double sum = parameters[bias + k];
            for (int j = 0; j < x.Length; j++)
            {
                sum += parameters[weights + k * x.Length + j] * x[j];
            }

            y[k] = sum;
        }
    }

    private static void Tanh(Span<double> x)
    {
        for (int k = 0; k < x.Length; k++)
        {
            x[k] = Math.Tanh(x[k]);
        }
    }

    // The same, by functions that write into arrays.
    [Differentiable(nameof(parameters))]
    private static double Layers(ReadOnlySpan<double> parameters, int inputs, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int hidden = (parameters.Length - 1) / (inputs + 2);
        Span<double> input = stackalloc double[inputs];
        Span<double> h = new double[hidden];
        Span<double> prediction = stackalloc double[1];
        double sum = 0;
        for (int i = 0; i < 20; i++)
        {
            for (int j = 0; j < inputs; j++)
            {
                input[j] = x[i * inputs + j];
            }

            Dense(parameters, 0, hidden * inputs, input, h);
            Tanh(h);
            Dense(parameters, hidden * (inputs + 1), parameters.Length - 1, h, prediction);
            double error = prediction[0] - y[i];
            sum += error * error;
        }

        return sum / 20;
    }

    [Fact]
    public void A_network_written_with_functions_is_the_same_network()
    {
        double[] parameters = [.. Enumerable.Range(0, 22).Select(static i => Math.Sin(3 * i))];
        Assert.Equal(Network(parameters, Inputs, s_inputs, s_targets), Layers(parameters, Inputs, s_inputs, s_targets));
        double[] one = new double[22];
        double[] other = new double[22];
        NetworkGradient(parameters, Inputs, s_inputs, s_targets, one);
        LayersGradient(parameters, Inputs, s_inputs, s_targets, other);
        for (int i = 0; i < 22; i++)
        {
            Approximately.Equal(one[i], other[i], 1e-13);
        }
    }
}
