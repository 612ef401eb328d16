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
            (w, g) => LogisticRegressionValueAndGradient(w, s_inputs, s_signs, g)) with { Lengths = [1, 2, 3, 5] },
    ];

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
}
