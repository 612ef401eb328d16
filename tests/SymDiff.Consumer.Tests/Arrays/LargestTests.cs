using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>
/// The largest and smallest of numbers that aren't the same to the last bit where they are calculated again: sums in lanes, functions in lanes and not. Of two that are equal each must
/// have its share, and of all others none.
/// </summary>
public partial class LargestTests
{
    private const int Rows = 7;

    private static readonly double[] s_data = [.. Enumerable.Range(0, Rows * 70).Select(static i => Math.Sin(i * i))];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(w => LargestScore(w, Data(w)), (w, g) => LargestScoreGradient(w, Data(w), g), (w, g) => LargestScoreValueAndGradient(w, Data(w), g)) with { ReordersSums = true, Lengths = [1, 3, 7, 8, 9, 16, 31, 33, 64, 70] },
        ArrayCase.Of(w => Spread(w, Data(w)), (w, g) => SpreadGradient(w, Data(w), g), (w, g) => SpreadValueAndGradient(w, Data(w), g)) with { ReordersSums = true, Lengths = [1, 3, 7, 8, 9, 16, 31, 33, 64, 70] },
        ArrayCase.Of(x => LargestWave(x), LargestWaveGradient, LargestWaveValueAndGradient) with { Lengths = [2, 3, 8, 9, 10, 17, 40, 100] },
        ArrayCase.Of(x => LargestSoFar(x), LargestSoFarGradient, LargestSoFarValueAndGradient) with { Lengths = [1, 2, 8, 11, 17, 41, 60] },
    ];

    [Fact]
    public void Equal_sums_have_equal_shares()
    {
        // The first row and the last are the same.
        double[] weights = [.. Enumerable.Range(0, 64).Select(static i => Math.Cos(i) / 3)];
        double[] row = [.. weights.Select(static weight => weight * 5)];
        double[] data = [.. row, .. Enumerable.Range(0, (Rows - 2) * 64).Select(static i => Math.Sin(i * i) / 9), .. row];
        double[] gradient = new double[64];
        double value = LargestScoreValueAndGradient(weights, data, gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            Assert.Equal(2 * Math.Sqrt(value) * row[i], gradient[i], 1e-12);
        }
    }

    private static ReadOnlySpan<double> Data(ReadOnlySpan<double> w) => s_data.AsSpan(0, Rows * w.Length);

    [Differentiable(nameof(w))]
    private static double LargestScore(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity;
        for (int row = 0; row < Rows; row++)
        {
            double score = 0;
            for (int k = 0; k < w.Length; k++)
            {
                score += w[k] * x[(row * w.Length) + k];
            }

            largest = Math.Max(largest, score);
        }

        return largest * largest;
    }

    // From a row that isn't the first, under a condition.
    [Differentiable(nameof(w))]
    private static double Spread(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        if (w.Length > 70)
        {
            return w[0];
        }

        double largest = double.NegativeInfinity;
        double smallest = double.PositiveInfinity;
        for (int row = 2; row < Rows; row++)
        {
            double score = 0;
            for (int k = 0; k < w.Length; k++)
            {
                score += w[k] * w[k] * x[(row * w.Length) + k];
            }

            largest = Math.Max(largest, Math.Tanh(score));
            smallest = Math.Min(smallest, score);
        }

        return largest - (0.5 * smallest);
    }

    [Differentiable]
    private static double LargestWave(ReadOnlySpan<double> x)
    {
        double largest = -2;
        for (int i = 1; i < x.Length; i++)
        {
            largest = Math.Max(largest, Math.Sin(x[i] * x[i - 1] * 0.5));
        }

        return largest * largest * x[0];
    }

    // The largest for each element, of as many as stand before it.
    [Differentiable]
    private static double LargestSoFar(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double largest = 0;
            for (int j = 0; j <= i; j++)
            {
                largest = Math.Max(largest, Math.Exp(x[j] * (i - j) / x.Length) * x[j]);
            }

            sum += largest * largest;
        }

        return sum;
    }
}
