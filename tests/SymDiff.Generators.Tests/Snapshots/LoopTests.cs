using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Snapshots;

public class LoopTests
{
    [Fact]
    public Task Branches_and_counts() => GeneratedText.VerifyGenerated(
        """
        [Differentiable(nameof(w), nameof(b))]
        public static double Asymmetric(double w, double b, double[] x, double[] y)
        {
            double total = 0;
            int count = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double error = w * x[i] + b - y[i];
                if (error > 0)
                {
                    total += error * error;
                    count++;
                }
                else
                {
                    total -= error;
                }
            }
            return count > 0 ? total / count : total;
        }
        """);

    [Fact]
    public Task Nested() => GeneratedText.VerifyGenerated(
        """
        [Differentiable("a")]
        public static double Waves(double a, double[,] m)
        {
            double s = 0;
            for (int row = 0; row < m.GetLength(0); row++)
            {
                double inner = 0;
                for (int column = 0; column < m.GetLength(1); column++)
                {
                    inner += Math.Sin(a * m[row, column]);
                }
                s += inner * inner;
            }
            return s;
        }
        """);

    [Fact]
    public Task Neighbours() => GeneratedText.VerifyGenerated(
        """
        [Differentiable("a")]
        public static double Roughness(double a, ReadOnlySpan<double> x)
        {
            double s = 0;
            for (int i = 1; i < x.Length - 1; i++)
            {
                s += Math.Exp(a * (x[i - 1] - 2 * x[i] + x[i + 1]));
            }
            return s;
        }
        """);

    [Fact]
    public Task Products() => GeneratedText.VerifyGenerated(
        """
        [Differentiable("a")]
        public static float Product(float a, float[] x)
        {
            float p = 1;
            foreach (float v in x)
            {
                p *= a + v;
            }
            return p;
        }
        """);

    [Fact]
    public Task Extremes() => GeneratedText.VerifyGenerated(
        """
        [Differentiable("a")]
        public static double Largest(double a, double[] x)
        {
            double best = double.NegativeInfinity;
            foreach (double v in x)
            {
                best = Math.Max(best, a * v);
            }
            return best;
        }
        """);

    [Fact]
    public Task Recurrences() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Logistic(double r, double x, int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                x = r * x * (1 - x);
            }
            return x;
        }
        """);
}
