using System;
using SymDiff;

public static partial class InPlace
{
    [Differentiable(nameof(s), nameof(sigma)), At(1.05, 0.3, 1.0, 5), At(1.0, 0.2, 1.1, 1), At(0.9, 0.4, 0.95, 6)]
    public static double BinomialTree(double s, double sigma, double strike, int steps)
    {
        double u = Math.Exp(sigma * Math.Sqrt(1.0 / steps)), p = (1 - 1 / u) / (u - 1 / u);
        var values = new double[steps + 1];
        for (int i = 0; i <= steps; i++)
            values[i] = Math.Max(s * Math.Pow(u, 2 * i - steps) - strike, 0);
        for (int step = steps; step > 0; step--)
        {
            for (int i = 0; i < step; i++)
                values[i] = p * values[i + 1] + (1 - p) * values[i];
        }

        return values[0];
    }

    [Differentiable(nameof(a)), At(new[] { 4.0, 0, 1, 3 }, 2, Gradient = new[] { 3 / 11.0, 0, -2 / 11.0, 4 / 11.0 }), At(new[] { 2.5 }, 1, Gradient = new[] { 0.4 }), At(new[] { 4.0, 1, 0.5, 1, 5, 0.3, 0.5, 0.3, 3 }, 3)]
    public static double LogDeterminantByCholesky(double[] a, int n)
    {
        var l = new double[n, n];
        double log = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++)
                    sum -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }

            log += 2 * Math.Log(l[i, i]);
        }

        return log;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 2, -3, 0.5 }), At(new[] { 2.0 }, Gradient = new[] { 4.0 }), At(new[] { 1.0, 2 }, Gradient = new[] { 8.0, 6 })]
    public static double PrefixSums(double[] x)
    {
        var sums = new double[x.Length];
        sums[0] = x[0];
        for (int i = 1; i < x.Length; i++)
            sums[i] = sums[i - 1] + x[i];
        double total = 0;
        foreach (double s in sums) total += s * s;
        return total;
    }

    [Differentiable(nameof(diagonal), nameof(right)), At(new[] { 0.0, 1, 1, 1 }, new[] { 4.0, 5, 4, 6 }, new[] { 1.0, 2, 1, 0 }, new[] { 1.0, -2, 0.5, 3 }), At(new[] { 0.0 }, new[] { 2.0 }, new[] { 0.0 }, new[] { 3.0 }, Gradient = new[] { -2.25, 1.5 })]
    public static double Thomas(double[] lower, double[] diagonal, double[] upper, double[] right)
    {
        int n = diagonal.Length;
        double[] c = new double[n], d = new double[n];
        c[0] = upper[0] / diagonal[0];
        d[0] = right[0] / diagonal[0];
        for (int i = 1; i < n; i++)
        {
            double m = diagonal[i] - lower[i] * c[i - 1];
            c[i] = upper[i] / m;
            d[i] = (right[i] - lower[i] * d[i - 1]) / m;
        }

        double x = d[n - 1], sum = x * x;
        for (int i = n - 2; i >= 0; i--)
        {
            x = d[i] - c[i] * x;
            sum += x * x;
        }

        return sum;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 4, 0.5, 2, 0.7, 3, 5, 0.3, 1.5 }, 3), At(new[] { 2.0 }, 1, Gradient = new[] { 0.5 }), At(new[] { 0.0, 2, 3, 1 }, 2, Gradient = new[] { -1 / 6.0, 0.5, 1 / 3.0, 0 })]
    public static double LogDeterminantByElimination(double[] x, int n)
    {
        double[] a = (double[])x.Clone();
        double log = 0;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i * n + k]) > Math.Abs(a[pivot * n + k]))
                    pivot = i;
            }

            if (pivot != k)
            {
                for (int j = 0; j < n; j++)
                {
                    double t = a[k * n + j];
                    a[k * n + j] = a[pivot * n + j];
                    a[pivot * n + j] = t;
                }
            }

            for (int i = k + 1; i < n; i++)
            {
                a[i * n + k] /= a[k * n + k];
                for (int j = k + 1; j < n; j++)
                    a[i * n + j] -= a[i * n + k] * a[k * n + j];
            }

            log += Math.Log(Math.Abs(a[k * n + k]));
        }

        return log;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 4, 0.5, 2, 0.7, 3, 5, 0.3, 1.5 }, 3), At(new[] { 2.0 }, 1, Gradient = new[] { -0.25 })]
    public static double SumOfInverse(double[] x, int n)
    {
        var a = new double[n, 2 * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                a[i, j] = x[i * n + j];
            a[i, n + i] = 1;
        }

        for (int k = 0; k < n; k++)
        {
            double scale = 1 / a[k, k];
            for (int j = 0; j < 2 * n; j++)
                a[k, j] *= scale;
            for (int i = 0; i < n; i++)
            {
                if (i == k)
                    continue;
                double factor = a[i, k];
                for (int j = 0; j < 2 * n; j++)
                    a[i, j] -= factor * a[k, j];
            }
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                sum += a[i, n + j] * (i + 2 * j + 1);
        }

        return sum;
    }

    [Differentiable(nameof(d)), At(new[] { 0.5, 4, 0.5, 2, 0.5, 3, 5, 0.3, 0.5 }, 3), At(new[] { 0.5, 1, 2, 0.25 }, 2)]
    public static double ShortestPaths(double[] d, int n)
    {
        double[] path = (double[])d.Clone();
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    path[i * n + j] = Math.Min(path[i * n + j], path[i * n + k] + path[k * n + j]);
            }
        }

        double sum = 0;
        for (int i = 0; i < n * n; i++)
            sum += path[i] * path[i] * (i + 1);
        return sum;
    }
}
