namespace SymDiff.Benchmarks.Arrays;

/// <summary>Models of several classes, as one would write them: no lanes, no blocks, the logarithm of a sum of exponentials by taking the largest away.</summary>
internal static partial class Models
{
    /// <summary>Softmax regression: the mean of the cross-entropy over rows.</summary>
    [Differentiable(nameof(weights), nameof(biases))]
    public static double SoftmaxLoss(ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, ReadOnlySpan<double> rows, ReadOnlySpan<int> labels)
    {
        int inputs = rows.Length / labels.Length;
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double[] scores = new double[biases.Length];
            double largest = double.NegativeInfinity;
            for (int k = 0; k < biases.Length; k++)
            {
                double z = biases[k];
                for (int j = 0; j < inputs; j++)
                {
                    z += weights[(k * inputs) + j] * rows[(i * inputs) + j];
                }

                scores[k] = z;
                largest = Math.Max(largest, z);
            }

            double total = 0;
            for (int k = 0; k < biases.Length; k++)
            {
                total += Math.Exp(scores[k] - largest);
            }

            sum += largest + Math.Log(total) - scores[labels[i]];
        }

        return sum / labels.Length;
    }

    /// <summary>Log-likelihood of a mixture of Gaussians; the roots of their inverse covariances are lower triangles, whose diagonals are given by their logarithms.</summary>
    [Differentiable(nameof(logWeights), nameof(means), nameof(logDiagonals), nameof(triangles))]
    public static double MixtureLogLikelihood(
        ReadOnlySpan<double> logWeights, ReadOnlySpan<double> means, ReadOnlySpan<double> logDiagonals, ReadOnlySpan<double> triangles, ReadOnlySpan<double> points)
    {
        int d = means.Length / logWeights.Length;
        int below = d * (d - 1) / 2;
        int count = points.Length / d;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            double[] terms = new double[logWeights.Length];
            double largest = double.NegativeInfinity;
            for (int k = 0; k < logWeights.Length; k++)
            {
                double term = logWeights[k];
                for (int a = 0; a < d; a++)
                {
                    double r = Math.Exp(logDiagonals[(k * d) + a]) * (points[(i * d) + a] - means[(k * d) + a]);
                    for (int b = 0; b < a; b++)
                    {
                        r += triangles[(k * below) + (a * (a - 1) / 2) + b] * (points[(i * d) + b] - means[(k * d) + b]);
                    }

                    term += logDiagonals[(k * d) + a] - (0.5 * r * r);
                }

                terms[k] = term;
                largest = Math.Max(largest, term);
            }

            double total = 0;
            for (int k = 0; k < logWeights.Length; k++)
            {
                total += Math.Exp(terms[k] - largest);
            }

            sum += largest + Math.Log(total);
        }

        double weights = 0;
        for (int k = 0; k < logWeights.Length; k++)
        {
            weights += Math.Exp(logWeights[k]);
        }

        return sum - (count * Math.Log(weights));
    }
}
