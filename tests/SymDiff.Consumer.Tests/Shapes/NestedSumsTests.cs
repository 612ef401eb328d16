using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes;

/// <summary>A total that several loops add to, one inside the other and one after the other: added up in the order of the source, or the last bits differ.</summary>
public partial class NestedSumsTests
{
    private static readonly double[] s_a = [0.1, 1e-7, 1 / 3.0, 1234.5678, -0.7, 2e5 / 7];
    private static readonly float[] s_f = [0.1f, 1e-7f, 1 / 3f, 1234.5678f, -0.7f, 2e5f / 7];
    private static readonly double[,] s_matrix = { { 0.1, 1e5 / 3, 0.7 }, { 1e-5, -2.3, 1 / 9.0 } };

    internal static Case[] Cases =>
    [
        Case.Of((double w) => Plain(w, s_a), w => PlainGradient(w, s_a), w => PlainValueAndGradient(w, s_a)),
        Case.Of((float w) => Single(w, s_f), w => SingleGradient(w, s_f), w => SingleValueAndGradient(w, s_f)),
        Case.Of((double w) => OfMatrix(w, s_matrix), w => OfMatrixGradient(w, s_matrix), w => OfMatrixValueAndGradient(w, s_matrix)),
        Case.Of((double w) => BeforeAndAfter(w, s_a), w => BeforeAndAfterGradient(w, s_a), w => BeforeAndAfterValueAndGradient(w, s_a)),
        Case.Of((double w) => Independent(w, s_a), w => IndependentGradient(w, s_a), w => IndependentValueAndGradient(w, s_a)),
        Case.Of((double w) => Threefold(w, s_a), w => ThreefoldGradient(w, s_a), w => ThreefoldValueAndGradient(w, s_a)),
        Case.Of((double w) => Conditional(w, s_a), w => ConditionalGradient(w, s_a), w => ConditionalValueAndGradient(w, s_a)),
        Case.Of((double w) => ByFlag(w, s_a, true), w => ByFlagGradient(w, s_a, true), w => ByFlagValueAndGradient(w, s_a, true)),
        Case.Of((double w) => Either(w, s_a), w => EitherGradient(w, s_a), w => EitherValueAndGradient(w, s_a)),
        Case.Of((double w) => TwoTotals(w, s_a), w => TwoTotalsGradient(w, s_a), w => TwoTotalsValueAndGradient(w, s_a)),
        Case.Of((double w) => OneAfterTheOther(w, s_a), w => OneAfterTheOtherGradient(w, s_a), w => OneAfterTheOtherValueAndGradient(w, s_a)),
        Case.Of((double w) => RowTotals(w, s_matrix), w => RowTotalsGradient(w, s_matrix), w => RowTotalsValueAndGradient(w, s_matrix)),
        Case.Of((double w) => Subtracted(w, s_a), w => SubtractedGradient(w, s_a), w => SubtractedValueAndGradient(w, s_a)),
        Case.Of((double w) => FromTheTotal(w, s_a), w => FromTheTotalGradient(w, s_a), w => FromTheTotalValueAndGradient(w, s_a)).SmoothAt([0.01]),
        Case.Of((double w) => Product(w, s_matrix), w => ProductGradient(w, s_matrix), w => ProductValueAndGradient(w, s_matrix)),
        Case.Of((double w) => InRecurrence(w, s_a), w => InRecurrenceGradient(w, s_a), w => InRecurrenceValueAndGradient(w, s_a)),
    ];

    // The sum is the same in each trip, but isn't added as a whole.
    [Differentiable(nameof(w))]
    private static double InRecurrence(double w, double[] a)
    {
        double sum = w;
        for (int i = 0; i < 3; i++)
        {
            sum -= Math.Cos(1.25 * sum);
            for (int j = 0; j < 2; j++)
            {
                foreach (double x in a)
                {
                    sum += Math.Tanh(x * w) * 0.3;
                }
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Plain(double w, double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                sum += Math.Sin(w * a[i] / 1e5) * a[j];
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static float Single(float w, float[] a)
    {
        float sum = 1;
        foreach (float x in a)
        {
            foreach (float y in a)
            {
                sum += w * x * y;
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double OfMatrix(double w, double[,] matrix)
    {
        double sum = 0;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                sum += w * matrix[i, j];
            }
        }

        return sum * w;
    }

    [Differentiable(nameof(w))]
    private static double BeforeAndAfter(double w, double[] a)
    {
        double sum = w;
        for (int i = 0; i < a.Length; i++)
        {
            sum += w * a[i];
            for (int j = 0; j < i; j++)
            {
                sum += w * w * a[j];
            }

            sum -= w / 7;
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Independent(double w, double[] a)
    {
        double sum = 0;
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                sum += w * a[j];
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Threefold(double w, double[] a)
    {
        double sum = 0.1;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                for (int k = 0; k < a.Length; k++)
                {
                    sum += w * a[k] * (i + 0.3);
                }
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Conditional(double w, double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 0)
            {
                for (int j = 0; j < a.Length; j++)
                {
                    if (j % 2 == 0)
                    {
                        sum += w * a[j];
                    }
                }
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double ByFlag(double w, double[] a, bool all)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (all)
            {
                for (int j = 0; j < a.Length; j++)
                {
                    sum += w * a[j] / (i + 1);
                }
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Either(double w, double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (i % 2 == 0)
            {
                for (int j = 0; j < a.Length; j++)
                {
                    sum += w * a[j];
                }
            }
            else
            {
                for (int j = 0; j < i; j++)
                {
                    sum -= w * w * a[j] / 3;
                }
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double TwoTotals(double w, double[] a)
    {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                double term = w * a[i] - a[j];
                sum += term;
                squares += term * term;
            }
        }

        return squares / (1 + sum * sum);
    }

    [Differentiable(nameof(w))]
    private static double OneAfterTheOther(double w, double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += w * a[j];
            }

            for (int j = i; j < a.Length; j++)
            {
                sum += a[j] / 3 * w;
            }
        }

        foreach (double each in a)
        {
            sum += each * w;
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double RowTotals(double w, double[,] matrix)
    {
        double sum = 0;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            double row = 0;
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                row += Math.Exp(-w * matrix[i, j] / 1e5);
            }

            sum += row;
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Subtracted(double w, double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                sum -= w * a[j] * a[i];
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double FromTheTotal(double w, double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                sum += w * a[j] + sum * 1e-3;
            }
        }

        return sum;
    }

    [Differentiable(nameof(w))]
    private static double Product(double w, double[,] matrix)
    {
        double product = 1;
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                product *= 1 + w * matrix[i, j] / 1e4;
            }
        }

        return product;
    }
}
