using System;
using SymDiff;

public static partial class InPlace
{
    [Differentiable(nameof(s), nameof(sigma)), Refused("SYMD0123")]
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

    [Differentiable(nameof(a)), Refused("SYMD0123")]
    public static double LogDeterminantByCholesky(double[,] a)
    {
        int n = a.GetLength(0);
        var l = new double[n, n];
        double log = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                    sum -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }

            log += 2 * Math.Log(l[i, i]);
        }

        return log;
    }

    [Differentiable(nameof(x)), Refused("SYMD0123")]
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

    [Differentiable(nameof(diagonal), nameof(right)), Refused("SYMD0123")]
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

    [Differentiable(nameof(u), nameof(k)), Refused("SYMD0100")]
    public static double HeatEquation(double[] u, double k, int steps)
    {
        double[] state = (double[])u.Clone(), next = new double[u.Length];
        for (int step = 0; step < steps; step++)
        {
            for (int i = 1; i < u.Length - 1; i++)
                next[i] = state[i] + k * (state[i - 1] - 2 * state[i] + state[i + 1]);
            (state, next) = (next, state);
        }

        double energy = 0;
        foreach (double v in state) energy += v * v;
        return energy;
    }
}
