using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Lanes;

/// <summary>Loops that run in lanes, each also with its sums in the order of the source, which is the reference.</summary>
internal static partial class Loops
{
    // Too few for lanes, so that the value is that of the method, bit for bit; and many, but in the order of the source.
    private static readonly double[] s_few = LaneTests.Numbers(6);
    private static readonly double[] s_many = LaneTests.Numbers(30);
    private static readonly float[] s_fewSingle = [.. s_few.Select(static number => (float)number)];
    private static readonly float[] s_manySingle = [.. s_many.Select(static number => (float)number)];

    internal static Case[] Cases =>
    [
        Case.Of((double w, double b) => Line(w, b, s_few, s_few), (w, b) => LineGradient(w, b, s_few, s_few), (w, b) => LineValueAndGradient(w, b, s_few, s_few)),
        Case.Of((double w, double b) => LineInOrder(w, b, s_many, s_many), (w, b) => LineInOrderGradient(w, b, s_many, s_many), (w, b) => LineInOrderValueAndGradient(w, b, s_many, s_many)),
        Case.Of((double w, double b) => Branches(w, b, s_few, s_few), (w, b) => BranchesGradient(w, b, s_few, s_few), (w, b) => BranchesValueAndGradient(w, b, s_few, s_few)).SmoothAt([1.25, 0.75]),
        Case.Of((double w, double b) => BranchesInOrder(w, b, s_many, s_many), (w, b) => BranchesInOrderGradient(w, b, s_many, s_many), (w, b) => BranchesInOrderValueAndGradient(w, b, s_many, s_many)).SmoothAt([1.25, 0.75]),
        Case.Of((double w, double b) => Neighbours(w, b, s_few, s_few), (w, b) => NeighboursGradient(w, b, s_few, s_few), (w, b) => NeighboursValueAndGradient(w, b, s_few, s_few)),
        Case.Of((double w, double b) => NeighboursInOrder(w, b, s_many, s_many), (w, b) => NeighboursInOrderGradient(w, b, s_many, s_many), (w, b) => NeighboursInOrderValueAndGradient(w, b, s_many, s_many)),
        Case.Of((double w, double b) => Indices(w, b, s_few, s_few), (w, b) => IndicesGradient(w, b, s_few, s_few), (w, b) => IndicesValueAndGradient(w, b, s_few, s_few)).Within(1e-3),
        Case.Of((double w, double b) => IndicesInOrder(w, b, s_many, s_many), (w, b) => IndicesInOrderGradient(w, b, s_many, s_many), (w, b) => IndicesInOrderValueAndGradient(w, b, s_many, s_many)).Within(1e-3),
        Case.Of((double w, double b) => Extremes(w, b, s_few, s_few), (w, b) => ExtremesGradient(w, b, s_few, s_few), (w, b) => ExtremesValueAndGradient(w, b, s_few, s_few)),
        Case.Of((double w, double b) => ExtremesInOrder(w, b, s_many, s_many), (w, b) => ExtremesInOrderGradient(w, b, s_many, s_many), (w, b) => ExtremesInOrderValueAndGradient(w, b, s_many, s_many)),
        Case.Of((double w, double b) => Rows(w, b, s_few, s_few), (w, b) => RowsGradient(w, b, s_few, s_few), (w, b) => RowsValueAndGradient(w, b, s_few, s_few)),
        Case.Of((double w, double b) => RowsInOrder(w, b, s_many, s_many), (w, b) => RowsInOrderGradient(w, b, s_many, s_many), (w, b) => RowsInOrderValueAndGradient(w, b, s_many, s_many)),
        Case.Of((double w, double b) => Pairs(w, b, s_few, s_few), (w, b) => PairsGradient(w, b, s_few, s_few), (w, b) => PairsValueAndGradient(w, b, s_few, s_few)),
        Case.Of((double w, double b) => PairsInOrder(w, b, s_many, s_many), (w, b) => PairsInOrderGradient(w, b, s_many, s_many), (w, b) => PairsInOrderValueAndGradient(w, b, s_many, s_many)),
        Case.Of((double w, double b) => Guarded(w, b, s_few, s_few), (w, b) => GuardedGradient(w, b, s_few, s_few), (w, b) => GuardedValueAndGradient(w, b, s_few, s_few)),
        Case.Of((double w, double b) => GuardedInOrder(w, b, s_many, s_many), (w, b) => GuardedInOrderGradient(w, b, s_many, s_many), (w, b) => GuardedInOrderValueAndGradient(w, b, s_many, s_many)),
        Case.Of((float w, float b) => SingleLine(w, b, s_fewSingle, s_fewSingle), (w, b) => SingleLineGradient(w, b, s_fewSingle, s_fewSingle), (w, b) => SingleLineValueAndGradient(w, b, s_fewSingle, s_fewSingle)),
        Case.Of((float w, float b) => SingleLineInOrder(w, b, s_manySingle, s_manySingle), (w, b) => SingleLineInOrderGradient(w, b, s_manySingle, s_manySingle), (w, b) => SingleLineInOrderValueAndGradient(w, b, s_manySingle, s_manySingle)),
        Case.Of((double a, double b, double c, double d) => Polynomial(a, b, c, d, s_few), (a, b, c, d) => PolynomialGradient(a, b, c, d, s_few), (a, b, c, d) => PolynomialValueAndGradient(a, b, c, d, s_few)),
        Case.Of((double a, double b, double c, double d) => PolynomialInOrder(a, b, c, d, s_many), (a, b, c, d) => PolynomialInOrderGradient(a, b, c, d, s_many), (a, b, c, d) => PolynomialInOrderValueAndGradient(a, b, c, d, s_many)),
    ];

    [Differentiable(nameof(w), nameof(b))]
    public static double Line(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = w * x[i] + b - y[i];
            sum += error * error;
        }

        return sum / Math.Max(1, x.Length);
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double LineInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Line(w, b, x, y);

    [Differentiable(nameof(w), nameof(b))]
    public static float SingleLine(float w, float b, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float error = w * x[i] + b - y[i];
            sum += error * error;
        }

        return sum;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static float SingleLineInOrder(float w, float b, ReadOnlySpan<float> x, ReadOnlySpan<float> y) => SingleLine(w, b, x, y);

    /// <summary>Branches, one of which yields NaN where it isn't taken, and a count.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static double Branches(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double u = w * x[i];
            if (u > y[i])
            {
                sum += Math.Sqrt(u - y[i]) + b;
                count++;
            }
            else if (u < -1)
            {
                sum -= b * b / u;
            }
            else
            {
                double v = u > 0 && x[i] != 0.5 || x[i] < -0.25 ? u * b : Math.Abs(x[i]) * w;
                sum += Math.Max(v, 0.125) * Math.Min(u, v);
            }
        }

        return count > 0 ? sum / count : sum;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double BranchesInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Branches(w, b, x, y);

    /// <summary>Elementary functions; neighbours; a loop that doesn't start at 0.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static double Neighbours(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 1; i < x.Length - 1; i++)
        {
            double curvature = x[i - 1] - 2 * x[i] + x[i + 1];
            sum += Math.Exp(-w * curvature * curvature) * Math.Sin(b * y[i + 1]) + Math.Log(1 + Math.Exp(b * x[i])) * Math.Tanh(w * y[i - 1]);
        }

        return sum;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double NeighboursInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Neighbours(w, b, x, y);

    /// <summary>The index as a number, in both precisions; no array at all in the second loop.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static double Indices(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (i + 1) * w * x[i] / (1 + i * b);
        }

        float single = 0;
        for (int k = 2; k < x.Length; k++)
        {
            single += (float)w / (k - 1);
        }

        return sum + single;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double IndicesInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Indices(w, b, x, y);

    /// <summary>The largest and the smallest of many; whether all are in range.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static double Extremes(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double largest = double.NegativeInfinity;
        double smallest = double.PositiveInfinity;
        foreach (double v in x)
        {
            if (v < -1e6)
            {
                throw new ArgumentOutOfRangeException(nameof(x));
            }

            largest = Math.Max(largest, v * Math.Abs(v));
            smallest = Math.Min(smallest, -v);
        }

        return x.Length == 0 ? w : largest * w + smallest * b * b;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double ExtremesInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Extremes(w, b, x, y);

    /// <summary>Rows of a matrix in a row; what is the same in all steps.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static double Rows(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        int columns = x.Length / 3;
        for (int row = 0; row < 3; row++)
        {
            double inner = 0;
            for (int j = 0; j < columns; j++)
            {
                inner += (w + row) * x[row * columns + j] * (b > 0.5 ? y[j] : -y[j]) + b * y[j];
            }

            sum += inner * inner;
        }

        return sum;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double RowsInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Rows(w, b, x, y);

    /// <summary>From an index on that isn't known beforehand: pairs.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static double Pairs(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                double distance = w * (x[i] - x[j]) + b;
                sum += distance * distance * y[j - 1];
            }
        }

        return sum;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double PairsInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Pairs(w, b, x, y);

    /// <summary>An element is read only where a condition holds, and the array may end before the others.</summary>
    [Differentiable(nameof(w), nameof(b))]
    public static double Guarded(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] > 0 ? y[i] * w : b * x[i];
        }

        return sum;
    }

    [Differentiable(nameof(w), nameof(b), Summation = Summation.Sequential)]
    public static double GuardedInOrder(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Guarded(w, b, x, y);

    /// <summary>Many sums at once.</summary>
    [Differentiable(nameof(a), nameof(b), nameof(c), nameof(d))]
    public static double Polynomial(double a, double b, double c, double d, ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x)
        {
            double value = a + v * (b + v * (c + v * d));
            sum += value * value / (1 + v * v);
        }

        return sum;
    }

    [Differentiable(nameof(a), nameof(b), nameof(c), nameof(d), Summation = Summation.Sequential)]
    public static double PolynomialInOrder(double a, double b, double c, double d, ReadOnlySpan<double> x) => Polynomial(a, b, c, d, x);
}
