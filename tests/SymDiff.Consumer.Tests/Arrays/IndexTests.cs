namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>The ways of getting at an element.</summary>
public partial class IndexTests
{
    private static readonly double[] s_data = [.. Enumerable.Range(0, 120).Select(static i => Math.Sin(i) + 0.1)];
    private static readonly int[] s_table = [3, 0, 3, 5, 1, 3, 0];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(w => Each(w, s_data), (w, g) => EachGradient(w, s_data, g), (w, g) => EachValueAndGradient(w, s_data, g)),
        ArrayCase.Of(w => Enumerated(w), EnumeratedGradient, EnumeratedValueAndGradient),
        ArrayCase.Of(w => Offset(w), OffsetGradient, OffsetValueAndGradient),
        ArrayCase.Of(w => Strided(w), StridedGradient, StridedValueAndGradient),
        ArrayCase.Of(w => Reversed(w), ReversedGradient, ReversedValueAndGradient),
        ArrayCase.Of(w => Downwards(w), DownwardsGradient, DownwardsValueAndGradient),
        ArrayCase.Of(w => Rows(w, 4), (w, g) => RowsGradient(w, 4, g), (w, g) => RowsValueAndGradient(w, 4, g)) with { Lengths = [0, 4, 8, 20, 100] },
        ArrayCase.Of(w => Columns(w, 5), (w, g) => ColumnsGradient(w, 5, g), (w, g) => ColumnsValueAndGradient(w, 5, g)) with { Lengths = [0, 5, 10, 25, 100] },
        ArrayCase.Of(w => Indirect(w, s_table), (w, g) => IndirectGradient(w, s_table, g), (w, g) => IndirectValueAndGradient(w, s_table, g)) with { Lengths = [6, 7, 8, 40] },
        ArrayCase.Of(w => FromTheEnd(w), FromTheEndGradient, FromTheEndValueAndGradient) with { Lengths = [3, 4, 5, 100] },
        ArrayCase.Of(w => Numbered(w), NumberedGradient, NumberedValueAndGradient) with { Lengths = [3, 4, 100] },
        ArrayCase.Of(w => Pairs(w), PairsGradient, PairsValueAndGradient) with { Lengths = [0, 1, 2, 3, 12, 33] },
        ArrayCase.Of(w => Circular(w), CircularGradient, CircularValueAndGradient),
        ArrayCase.Of(w => Conditional(w, s_data), (w, g) => ConditionalGradient(w, s_data, g), (w, g) => ConditionalValueAndGradient(w, s_data, g)),
        ArrayCase.Of(w => Partly(w, 3), (w, g) => PartlyGradient(w, 3, g), (w, g) => PartlyValueAndGradient(w, 3, g)) with { Lengths = [3, 4, 50] },
        ArrayCase.Of(w => Norm(w), NormGradient, NormValueAndGradient) with { Lengths = [1, 2, 5, 100] },
        ArrayCase.Of(w => Inlined(w), InlinedGradient, InlinedValueAndGradient),
        ArrayCase.Of(w => Unused(w), UnusedGradient, UnusedValueAndGradient),
    ];

    [Differentiable(nameof(w))]
    private static double Each(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += Math.Sin(w[i] * x[i]);
        }

        return sum * sum;
    }

    [Differentiable]
    private static double Enumerated(ReadOnlySpan<double> w)
    {
        double sum = 1;
        foreach (double each in w)
        {
            sum += each * each * each;
        }

        return Math.Log(sum);
    }

    [Differentiable]
    private static double Offset(ReadOnlySpan<double> w)
    {
        double sum = 0;
        for (int i = 2; i < w.Length - 1; i++)
        {
            sum += w[i - 2] * w[i] / w[i + 1];
        }

        return sum;
    }

    [Differentiable]
    private static double Strided(ReadOnlySpan<double> w)
    {
        double sum = 0;
        for (int i = 1; i < w.Length; i += 3)
        {
            sum += w[i] * w[i] * i;
        }

        for (int i = 0; i < w.Length / 2; i++)
        {
            sum -= w[2 * i] * w[2 * i + 1];
        }

        return sum;
    }

    [Differentiable]
    private static double Reversed(ReadOnlySpan<double> w)
    {
        double sum = 0;
        int n = w.Length;
        for (int i = 0; i < n; i++)
        {
            sum += w[i] * w[n - 1 - i] * (i + 1);
        }

        return sum;
    }

    [Differentiable]
    private static double Downwards(ReadOnlySpan<double> w)
    {
        double sum = 0;
        for (int i = w.Length - 1; i >= 1; i--)
        {
            sum += Math.Exp(-w[i]) * w[i - 1];
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Rows(ReadOnlySpan<double> w, int columns)
    {
        double total = 0;
        for (int i = 0; i < w.Length / columns; i++)
        {
            double row = 0;
            for (int j = 0; j < columns; j++)
            {
                row += w[i * columns + j] * (j + 1);
            }

            total += Math.Tanh(row);
        }

        return total;
    }

    [Differentiable(nameof(w))]
    private static double Columns(ReadOnlySpan<double> w, int columns)
    {
        double total = 0;
        int rows = w.Length / columns;
        for (int j = 0; j < columns; j++)
        {
            double column = 0;
            for (int i = 0; i < rows; i++)
            {
                column += w[i * columns + j] * w[i * columns];
            }

            total += column * column;
        }

        return total;
    }

    [Differentiable(nameof(w))]
    private static double Indirect(ReadOnlySpan<double> w, int[] table)
    {
        double sum = 0;
        for (int i = 0; i < table.Length; i++)
        {
            sum += w[table[i]] * w[i % 6] * i;
        }

        return sum;
    }

    [Differentiable]
    private static double FromTheEnd(ReadOnlySpan<double> w) => w[^1] * w[^2] + Math.Sqrt(w[^3]) + w[0] * w[^1];

    [Differentiable]
    private static double Numbered(ReadOnlySpan<double> w) => w[0] + w[1] * (w[2] + w[0] * w[1]);

    [Differentiable]
    private static double Pairs(ReadOnlySpan<double> w)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            for (int j = i + 1; j < w.Length; j++)
            {
                sum += 1 / (1 + (w[i] - w[j]) * (w[i] - w[j]));
            }
        }

        return sum;
    }

    [Differentiable]
    private static double Circular(ReadOnlySpan<double> w)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += w[i] * w[(i + 1) % w.Length];
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Conditional(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            if (x[i] > 0.5)
            {
                sum += Math.Log(w[i]) * x[i];
            }
            else if (x[i] > 0)
            {
                sum -= w[i] * w[0];
            }
        }

        return sum;
    }

    // What lies beyond contributes nothing.
    [Differentiable(nameof(w))]
    private static double Partly(ReadOnlySpan<double> w, int count)
    {
        double product = 0;
        for (int i = 0; i < count; i++)
        {
            product += w[i] * w[i] * w[i];
        }

        return product * w[1];
    }

    [Differentiable]
    private static double Norm(ReadOnlySpan<double> w)
    {
        double squares = 0;
        foreach (double each in w)
        {
            squares += each * each;
        }

        return Math.Sqrt(squares);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    [Differentiable]
    private static double Inlined(ReadOnlySpan<double> w) => Dot(w, w) / (1 + Dot(w, w)) + Dot(w, s_data);

#pragma warning disable SYMD0205
    [Differentiable]
    private static double Unused(ReadOnlySpan<double> w) => w.Length;
#pragma warning restore SYMD0205
}
