using SymDiff.Consumer.Tests.Arrays;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Lanes;

/// <summary>Products of matrices and vectors as they are written in loops, and what looks like one and isn't.</summary>
public partial class ContractionTests
{
    private static readonly double[] s_data = [.. Enumerable.Range(0, 4000).Select(static i => Math.Sin(i * i) / 3)];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(w => Strided(w, s_data), (w, g) => StridedGradient(w, s_data, g), (w, g) => StridedValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => Filtered(w, s_data), (w, g) => FilteredGradient(w, s_data, g), (w, g) => FilteredValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => FilteredBy(w, s_data), (w, g) => FilteredByGradient(w, s_data, g), (w, g) => FilteredByValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => RowsReversed(w, s_data), (w, g) => RowsReversedGradient(w, s_data, g), (w, g) => RowsReversedValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => Transposed(w, s_data), (w, g) => TransposedGradient(w, s_data, g), (w, g) => TransposedValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => Taken(w, s_data), (w, g) => TakenGradient(w, s_data, g), (w, g) => TakenValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => MatrixTimesMatrix(w, s_data), (w, g) => MatrixTimesMatrixGradient(w, s_data, g), (w, g) => MatrixTimesMatrixValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => WithItself(w, s_data), (w, g) => WithItselfGradient(w, s_data, g), (w, g) => WithItselfValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => SameRow(w, s_data), (w, g) => SameRowGradient(w, s_data, g), (w, g) => SameRowValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => TwoInARow(w, s_data), (w, g) => TwoInARowGradient(w, s_data, g), (w, g) => TwoInARowValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long },
        ArrayCase.Of(w => TwoLayers(w, s_data), (w, g) => TwoLayersGradient(w, s_data, g), (w, g) => TwoLayersValueAndGradient(w, s_data, g)) with { ReordersSums = true, Lengths = Long[2..] },
    ];

    private static int[] Long => [0, 1, 5, 7, 8, 9, 16, 17, 24, 31, 40, 64, 72, 100];

    // Five rows; what is beside them counts, too, but not here.
    [Differentiable(nameof(w))]
    private static double Strided(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int batch = 0; batch < 3; batch++)
        {
            double[] z = new double[7];
            for (int row = 2; row < 7; row++)
            {
                double total = 0.5;
                for (int j = 0; j < w.Length; j++)
                {
                    total += x[3 + (batch * 5) + (row * (w.Length + 2)) + j] * w[j];
                }

                z[row] = total;
            }

            for (int row = 0; row < 7; row++)
            {
                sum += Math.Sin(z[row]);
            }
        }

        return sum;
    }

    // Rows overlap: each is one element further.
    [Differentiable(nameof(signal))]
    private static double Filtered(ReadOnlySpan<double> signal, ReadOnlySpan<double> filter)
    {
        double sum = 0;
        for (int i = 0; i < signal.Length - 8; i++)
        {
            double y = 0;
            for (int j = 0; j < 9; j++)
            {
                y += filter[j + 1] * signal[i + j];
            }

            sum += Math.Exp(y);
        }

        return sum;
    }

    [Differentiable(nameof(filter))]
    private static double FilteredBy(ReadOnlySpan<double> filter, ReadOnlySpan<double> signal)
    {
        double sum = 0;
        for (int i = 0; i < 30; i++)
        {
            double y = 0;
            for (int j = 0; j < filter.Length; j++)
            {
                y += filter[j] * signal[i + j];
            }

            sum += Math.Exp(y);
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double RowsReversed(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        int columns = w.Length / 6;
        double sum = 0;
        for (int row = 0; row < 6; row++)
        {
            double z = row;
            for (int j = 0; j < columns; j++)
            {
                z += w[((5 - row) * columns) + j] * x[j];
            }

            sum += Math.Cos(z);
        }

        return sum;
    }

    // Columns aren't side by side.
    [Differentiable(nameof(w))]
    private static double Transposed(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        int columns = w.Length / 6;
        double sum = 0;
        for (int row = 0; row < 6; row++)
        {
            double z = row;
            for (int j = 0; j < columns; j++)
            {
                z += w[(j * 6) + row] * x[j];
            }

            sum += Math.Cos(z);
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Taken(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int row = 0; row < 11; row++)
        {
            double z = x[row];
            for (int j = 0; j < w.Length; j++)
            {
                z -= x[(row * w.Length) + j] * w[j];
            }

            sum += Math.Sqrt(1 + (z * z));
        }

        return sum;
    }

    [Differentiable(nameof(a))]
    private static double MatrixTimesMatrix(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        int inner = a.Length / 4;
        double[] product = new double[4 * 10];
        for (int i = 0; i < 4; i++)
        {
            for (int k = 0; k < inner; k++)
            {
                for (int j = 0; j < 10; j++)
                {
                    product[(i * 10) + j] += a[(i * inner) + k] * b[(k * 10) + j];
                }
            }
        }

        double sum = 0;
        foreach (double element in product)
        {
            sum += Math.Tanh(element) * element;
        }

        return sum;
    }

    // Both factors are the same array.
    [Differentiable(nameof(w))]
    private static double WithItself(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        int columns = w.Length / 5;
        double sum = 0;
        for (int row = 0; row < 5; row++)
        {
            double z = 0;
            for (int j = 0; j < columns; j++)
            {
                z += w[(row * columns) + j] * w[j];
            }

            sum += Math.Sin(z) * x[row];
        }

        return sum;
    }

    // All rows are the same one.
    [Differentiable(nameof(w))]
    private static double SameRow(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int row = 0; row < 5; row++)
        {
            double z = row;
            for (int j = 0; j < w.Length; j++)
            {
                z += w[j] * x[j];
            }

            sum += Math.Sin(z + x[row]);
        }

        return sum;
    }

    // One depends on the other, row by row.
    [Differentiable(nameof(w))]
    private static double TwoInARow(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int row = 0; row < 9; row++)
        {
            double y = 0;
            for (int j = 0; j < w.Length; j++)
            {
                y += w[j] * x[(row * 100) + j];
            }

            double z = y * y;
            for (int j = 0; j < w.Length; j++)
            {
                z += w[j] * x[(row * 100) + j + 7] * y;
            }

            sum += Math.Tanh(z);
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double TwoLayers(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        int inputs = w.Length / 5;
        double sum = 0;
        for (int sample = 0; sample < 3; sample++)
        {
            double prediction = 0.3;
            for (int unit = 0; unit < 4; unit++)
            {
                double z = 0.1 * unit;
                for (int j = 0; j < inputs; j++)
                {
                    z += w[(unit * inputs) + j] * x[(sample * inputs) + j];
                }

                prediction += Math.Tanh(z) * w[w.Length - 1 - unit];
            }

            sum += prediction * prediction;
        }

        return sum;
    }
}
