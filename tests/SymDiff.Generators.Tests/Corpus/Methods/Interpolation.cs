using System;
using SymDiff;

public static partial class Interpolation
{
    [Differentiable(nameof(t), nameof(y)), At(0.5, new[] { 0.0, 1, 2 }, new[] { 1.0, -1, 3 }), At(1.0, new[] { 0.0, 1, 2.5, 3 }, new[] { 1.0, -1, 3, 0.5 }), At(2.0, new[] { 0.0 }, new[] { 4.0 })]
    public static double Lagrange(double t, double[] x, double[] y)
    {
        double result = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double basis = 1;
            for (int j = 0; j < x.Length; j++)
            {
                if (j != i)
                {
                    basis *= (t - x[j]) / (x[i] - x[j]);
                }
            }

            result += y[i] * basis;
        }

        return result;
    }

    [Differentiable(nameof(t), nameof(y)), At(0.5, new[] { 0.0, 1, 2 }, new[] { 1.0, -1, 3 }), At(1.7, new[] { 0.0, 1, 2.5, 3 }, new[] { 1.0, -1, 3, 0.5 })]
    public static double Barycentric(double t, double[] x, double[] y)
    {
        double numerator = 0, denominator = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double w = 1;
            for (int j = 0; j < x.Length; j++)
            {
                if (i == j) continue;
                w /= x[i] - x[j];
            }

            if (t == x[i]) return y[i];
            double q = w / (t - x[i]);
            numerator += q * y[i];
            denominator += q;
        }

        return numerator / denominator;
    }

    [Differentiable(nameof(t), nameof(y)), At(0.5, new[] { 0.0, 1, 2 }, new[] { 1.0, -1, 3 }), At(2.7, new[] { 0.0, 1, 2.5, 3 }, new[] { 1.0, -1, 3, 0.5 }), At(-1.0, new[] { 0.0, 1 }, new[] { 1.0, 2 }), At(9.0, new[] { 0.0, 1 }, new[] { 1.0, 2 })]
    public static double PiecewiseLinear(double t, double[] x, double[] y)
    {
        if (t <= x[0]) return y[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (t <= x[i])
            {
                double u = (t - x[i - 1]) / (x[i] - x[i - 1]);
                return y[i - 1] + u * (y[i] - y[i - 1]);
            }
        }

        return y[^1];
    }

    // The interval by bisection, as in tables.
    [Differentiable(nameof(t), nameof(y)), At(0.5, new[] { 0.0, 1, 2 }, new[] { 1.0, -1, 3 }), At(2.7, new[] { 0.0, 1, 2.5, 3, 4, 5, 6 }, new[] { 1.0, -1, 3, 0.5, 2, 1, 0 })]
    public static double TableLookup(double t, double[] x, double[] y)
    {
        int lo = 0, hi = x.Length - 1;
        while (hi - lo > 1)
        {
            int mid = (lo + hi) / 2;
            if (x[mid] > t) hi = mid; else lo = mid;
        }

        double h = x[hi] - x[lo];
        double a = (x[hi] - t) / h, b = (t - x[lo]) / h;
        return a * y[lo] + b * y[hi] + (a * a * a - a) * h * h / 6;
    }

    [Differentiable(nameof(t), nameof(p0), nameof(p1), nameof(m0), nameof(m1)), At(0.3, 1.0, 2.0, 0.5, -0.5), At(0.0, 1.0, 2.0, 0.5, -0.5), At(1.0, 0.0, 1.0, 0.0, 0.0)]
    public static double Hermite(double t, double p0, double p1, double m0, double m1)
    {
        double t2 = t * t, t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * p0 + (t3 - 2 * t2 + t) * m0 + (-2 * t3 + 3 * t2) * p1 + (t3 - t2) * m1;
    }

    [Differentiable(nameof(x), nameof(y), nameof(q00), nameof(q10), nameof(q01), nameof(q11)), At(0.25, 0.75, 1.0, 2.0, 3.0, 5.0), At(0.0, 1.0, -1.0, 2.0, 0.0, 0.5)]
    public static double Bilinear(double x, double y, double q00, double q10, double q01, double q11)
        => q00 * (1 - x) * (1 - y) + q10 * x * (1 - y) + q01 * (1 - x) * y + q11 * x * y;

    [Differentiable(nameof(u), nameof(v), nameof(image)), At(0.4, 1.3, new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9 }), At(1.5, 0.5, new[] { 1.0, -2, 3, 4, 0, 6, 7, 8, -9 })]
    public static double SampleImage(double u, double v, double[,] image)
    {
        int i = Math.Clamp((int)Math.Floor(u), 0, image.GetLength(0) - 2);
        int j = Math.Clamp((int)Math.Floor(v), 0, image.GetLength(1) - 2);
        double a = u - i, b = v - j;
        return (1 - a) * (1 - b) * image[i, j] + a * (1 - b) * image[i + 1, j] + (1 - a) * b * image[i, j + 1] + a * b * image[i + 1, j + 1];
    }

    [Differentiable(nameof(t), nameof(points)), At(0.3, new[] { 0.0, 1, 2, 4 }), At(0.9, new[] { 1.0, -1, 2 }), At(0.5, new[] { 3.0 })]
    public static double BezierBernstein(double t, double[] points)
    {
        int n = points.Length - 1;
        double sum = 0, binomial = 1;
        for (int k = 0; k <= n; k++)
        {
            sum += binomial * Math.Pow(t, k) * Math.Pow(1 - t, n - k) * points[k];
            binomial = binomial * (n - k) / (k + 1);
        }

        return sum;
    }

    [Differentiable(nameof(t), nameof(y)), At(1.3, new[] { 1.0, 2, 0, 1, 3 }, new[] { 0.0, 0.5, -0.5, 0.25, 0 }), At(3.9, new[] { 1.0, 2, 0, 1, 3 }, new[] { 0.0, 0.5, -0.5, 0.25, 0 })]
    public static double SplineEvaluation(double t, double[] y, double[] second)
    {
        int i = (int)t;
        double b = t - i;
        double a = 1 - b;
        return a * y[i] + b * y[i + 1] + ((a * a * a - a) * second[i] + (b * b * b - b) * second[i + 1]) / 6;
    }

    [Differentiable(nameof(x), nameof(c)), At(0.5, new[] { 1.0, 2, 3 }), At(-2.0, new[] { 1.0, 0, -1, 0.5 }), At(0.0, new[] { 5.0 }), At(1.5, new double[0])]
    public static double Horner(double x, double[] c)
    {
        double y = 0;
        for (int i = c.Length - 1; i >= 0; i--)
            y = y * x + c[i];
        return y;
    }

    [Differentiable(nameof(x), nameof(c)), At(0.5, new[] { 1.0, 2, 3 }), At(-0.9, new[] { 1.0, 0, -1, 0.5 }), At(1.0, new[] { 5.0, 1 })]
    public static double ClenshawChebyshev(double x, double[] c)
    {
        double b1 = 0, b2 = 0;
        for (int k = c.Length - 1; k > 0; k--)
        {
            double b = 2 * x * b1 - b2 + c[k];
            b2 = b1;
            b1 = b;
        }

        return x * b1 - b2 + c[0];
    }

    // Neville's scheme for four points, in scalars.
    [Differentiable, At(0.3, 1.0, 2.0, 0.5), At(2.0, 0.0, 1.0, 4.0)]
    public static double Neville(double t, double y0, double y1, double y2)
    {
        const double x0 = 0, x1 = 1, x2 = 2.5;
        double p01 = ((t - x1) * y0 - (t - x0) * y1) / (x0 - x1);
        double p12 = ((t - x2) * y1 - (t - x1) * y2) / (x1 - x2);
        return ((t - x2) * p01 - (t - x0) * p12) / (x0 - x2);
    }

    [Differentiable(nameof(x), nameof(y), nameof(values)), At(0.2, 0.4, new[] { 1.0, 2, 4 }), At(-1.0, 3.0, new[] { 0.5, 0.5, -2 })]
    public static double InverseDistance(double x, double y, double[] values)
    {
        double[] px = [0, 1, 0];
        double[] py = [0, 0, 1];
        double weights = 0, sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double d2 = (x - px[i]) * (x - px[i]) + (y - py[i]) * (y - py[i]);
            if (d2 < 1e-12) return values[i];
            weights += 1 / d2;
            sum += values[i] / d2;
        }

        return sum / weights;
    }

    [Differentiable(nameof(t), nameof(p)), At(0.3, new[] { 0.0, 1, 3, 2 }), At(0.0, new[] { 0.5, 1, -1, 2 })]
    public static double CatmullRom(double t, ReadOnlySpan<double> p)
        => 0.5 * (2 * p[1] + (-p[0] + p[2]) * t + (2 * p[0] - 5 * p[1] + 4 * p[2] - p[3]) * t * t + (-p[0] + 3 * p[1] - 3 * p[2] + p[3]) * t * t * t);
}
