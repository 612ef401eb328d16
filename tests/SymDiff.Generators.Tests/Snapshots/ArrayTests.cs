using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Snapshots;

/// <summary>Gradients for arrays: one for each way of passing them.</summary>
public class ArrayTests
{
    [Fact]
    public Task Spans() => GeneratedText.VerifyGenerated(
        """
        [Differentiable(nameof(w), nameof(b))]
        public static float Loss(ReadOnlySpan<float> w, float b, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
        {
            float sum = 0;
            for (int i = 0; i < y.Length; i++)
            {
                float prediction = b;
                for (int j = 0; j < w.Length; j++)
                {
                    prediction += w[j] * x[i * w.Length + j];
                }
                float error = prediction - y[i];
                sum += error * error;
            }
            return sum / y.Length;
        }
        """);

    [Fact]
    public Task Arrays() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Rosenbrock(double[] x)
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
        """);

    [Fact]
    public Task Arrays_of_several_dimensions() => GeneratedText.VerifyGenerated(
        """
        [Differentiable(nameof(a), nameof(x))]
        public static double Quadratic(double[,] a, double[] x, double scale = 1)
        {
            double sum = 0;
            for (int i = 0; i < a.GetLength(0); i++)
            {
                for (int j = 0; j < a.GetLength(1); j++)
                {
                    sum += x[i] * a[i, j] * x[j];
                }
            }
            return scale * sum;
        }
        """);

    [Fact]
    public Task Tensors_and_numbers() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static float Distance(Tensor<float> x, Tensor<float> y, float scale)
            => scale * Tensor.Sum<float>((x - y) * (x - y));
        """);

    [Fact]
    public Task Tensor_spans() => GeneratedText.VerifyGenerated(
        """
        [Differentiable(nameof(x))]
        public static double Energy(in ReadOnlyTensorSpan<double> x, double scale) => scale * Tensor.Dot<double>(x, x);
        """);

    [Fact]
    public Task Indices_from_a_table() => GeneratedText.VerifyGenerated(
        """
        [Differentiable(nameof(scores))]
        public static double Chosen(double[] scores, int[] labels, double wGradient)
        {
            double sum = 0;
            foreach (int label in labels)
            {
                sum += wGradient * scores[label] * scores[^1];
            }
            return sum;
        }
        """);
}
