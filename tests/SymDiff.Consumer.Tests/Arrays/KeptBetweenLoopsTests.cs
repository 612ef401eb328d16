using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>What a loop calculates and another, which waits for it, reads again: it may be kept only where the source calculates all of it, and over one range.</summary>
public partial class KeptBetweenLoopsTests
{
    private const int Classes = 3;

    private static readonly double[] s_data = [.. Enumerable.Range(0, 500).Select(static i => Math.Sin(i * i))];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(w => ClassLoss(w, s_data, s_labels), (w, g) => ClassLossGradient(w, s_data, s_labels, g), (w, g) => ClassLossValueAndGradient(w, s_data, s_labels, g)) with { ReordersSums = true, Lengths = [0, 3, 6, 21, 24, 27, 48, 51, 99] },
        ArrayCase.Of(w => ClassLossInOrder(w, s_data, s_labels), (w, g) => ClassLossInOrderGradient(w, s_data, s_labels, g), (w, g) => ClassLossInOrderValueAndGradient(w, s_data, s_labels, g)) with { Lengths = [0, 3, 6, 24, 27, 51] },
        ArrayCase.Of(w => Normalised(w, s_data), (w, g) => NormalisedGradient(w, s_data, g), (w, g) => NormalisedValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = [6, 12, 48, 54, 96] },
        ArrayCase.Of(w => Guarded(w, s_data), (w, g) => GuardedGradient(w, s_data, g), (w, g) => GuardedValueAndGradient(w, s_data, g)) with { ReordersSums = true },
        ArrayCase.Of(w => Triangular(w, s_data), (w, g) => TriangularGradient(w, s_data, g), (w, g) => TriangularValueAndGradient(w, s_data, g)) with { ReordersSums = true },
        ArrayCase.Of(w => OtherRange(w, s_data), (w, g) => OtherRangeGradient(w, s_data, g), (w, g) => OtherRangeValueAndGradient(w, s_data, g)) with { ReordersSums = true },
        ArrayCase.Of(w => Weighted(w, s_data), (w, g) => WeightedGradient(w, s_data, g), (w, g) => WeightedValueAndGradient(w, s_data, g)) with { ReordersSums = true },
        ArrayCase.Of(w => SometimesOnly(w, s_data), (w, g) => SometimesOnlyGradient(w, s_data, g), (w, g) => SometimesOnlyValueAndGradient(w, s_data, g)) with { ReordersSums = true },
    ];

    private static readonly int[] s_labels = [2, 0, 1, 1, 2];

    // The largest score and the sum of exponentials read what is kept; labels read it out of order.
    [Differentiable(nameof(weights))]
    private static double ClassLoss(ReadOnlySpan<double> weights, ReadOnlySpan<double> x, ReadOnlySpan<int> labels)
    {
        int inputs = weights.Length / Classes;
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double[] scores = new double[Classes];
            double largest = double.NegativeInfinity;
            for (int k = 0; k < Classes; k++)
            {
                double z = 0.1 * k;
                for (int j = 0; j < inputs; j++)
                {
                    z += weights[(k * inputs) + j] * x[(row * inputs) + j];
                }

                scores[k] = z;
                largest = Math.Max(largest, z);
            }

            double total = 0;
            for (int k = 0; k < Classes; k++)
            {
                total += Math.Exp(scores[k] - largest);
            }

            sum += largest + Math.Log(total) - scores[labels[row]];
        }

        return sum / labels.Length;
    }

    // The value has the bits of the source, so that nothing it is made of is taken from functions in lanes.
    [Differentiable(nameof(weights), Summation = Summation.Sequential)]
    private static double ClassLossInOrder(ReadOnlySpan<double> weights, ReadOnlySpan<double> x, ReadOnlySpan<int> labels)
    {
        int inputs = weights.Length / Classes;
        int classes = weights.Length > 0 ? Classes * 4 : Classes;
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double total = 0;
            for (int k = 0; k < classes; k++)
            {
                double z = 0.1 * k;
                for (int j = 0; j < inputs; j++)
                {
                    z += weights[(k % Classes * inputs) + j] * x[(row * inputs) + j + k];
                }

                total += Math.Exp(Math.Tanh(z));
            }

            sum += Math.Log(total) * total;
        }

        return sum / labels.Length;
    }

    // Three loops, each of which waits for the one before.
    [Differentiable(nameof(weights))]
    private static double Normalised(ReadOnlySpan<double> weights, ReadOnlySpan<double> x)
    {
        int inputs = weights.Length / 6;
        double sum = 0;
        for (int row = 0; row < 3; row++)
        {
            double mean = 0;
            for (int k = 0; k < 6; k++)
            {
                mean += Score(weights, x, inputs, row, k) / 6;
            }

            double variance = 1e-3;
            for (int k = 0; k < 6; k++)
            {
                double apart = Score(weights, x, inputs, row, k) - mean;
                variance += apart * apart / 6;
            }

            for (int k = 0; k < 6; k++)
            {
                sum += Math.Tanh((Score(weights, x, inputs, row, k) - mean) / Math.Sqrt(variance)) * (k + 1);
            }
        }

        return sum;
    }

    private static double Score(ReadOnlySpan<double> weights, ReadOnlySpan<double> x, int inputs, int row, int k)
    {
        double score = 0;
        for (int j = 0; j < inputs; j++)
        {
            score += weights[(k * inputs) + j] * x[(row * inputs) + j];
        }

        return score;
    }

    // Where the condition doesn't hold there are no such elements.
    [Differentiable(nameof(w))]
    private static double Guarded(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int row = 1; row < 4; row++)
        {
            double total = 1;
            for (int k = 0; k < 9; k++)
            {
                if ((k * 5) + 5 <= w.Length)
                {
                    total += Math.Exp(Five(w, x, k, row));
                }
            }

            sum += Math.Log(total);
        }

        return sum;
    }

    private static double Five(ReadOnlySpan<double> w, ReadOnlySpan<double> x, int k, int row)
    {
        double z = 0;
        for (int j = 0; j < 5; j++)
        {
            z += w[(k * 5) + j] * x[(row * 5) + j];
        }

        return z;
    }

    [Differentiable(nameof(w))]
    private static double Triangular(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double all = 0;
        for (int row = 0; row < 2; row++)
        {
            double total = 0;
            for (int k = 0; k < w.Length; k++)
            {
                double z = 0;
                for (int j = 0; j <= k; j++)
                {
                    z += w[j] * x[(row * 100) + k - j];
                }

                total += z * z;
            }

            all += Math.Sqrt(1 + total);
        }

        return all;
    }

    // The second loop doesn't go over all of it.
    [Differentiable(nameof(w))]
    private static double OtherRange(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double all = 0;
        for (int row = 0; row < 2; row++)
        {
            double total = 1;
            for (int k = 0; k < w.Length; k++)
            {
                total += Math.Tanh(Against(w, x, row, k));
            }

            double rest = 0;
            for (int k = 1; k < w.Length - 1; k++)
            {
                rest += Math.Tanh(Against(w, x, row, k)) * total;
            }

            all += rest / (1 + (total * total));
        }

        return all;
    }

    private static double Against(ReadOnlySpan<double> w, ReadOnlySpan<double> x, int row, int k)
    {
        double z = 0;
        for (int j = 0; j < w.Length; j++)
        {
            z += w[j] * x[row + j + k];
        }

        return z / 10;
    }

    // Functions without loops in them, a step of the loop around at a time.
    [Differentiable(nameof(w))]
    private static double Weighted(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int row = 0; row < 3; row++)
        {
            double total = 1e-3;
            double mean = 0;
            for (int k = 0; k < w.Length; k++)
            {
                double weight = Math.Exp(-w[k] * w[k] * x[row + k]);
                total += weight;
                mean += weight * x[k];
            }

            sum += mean / total;
        }

        return sum;
    }

    // The inner loops run in some of the steps only.
    [Differentiable(nameof(w))]
    private static double SometimesOnly(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int row = 0; row < 4; row++)
        {
            if (x[row] > 0 && row < w.Length)
            {
                double total = 0;
                for (int k = 0; k < w.Length - row; k++)
                {
                    total += Math.Exp(0.1 * Against(w[row..], x, row, k));
                }

                sum += Math.Log(1 + total);
            }
        }

        return sum;
    }
}
