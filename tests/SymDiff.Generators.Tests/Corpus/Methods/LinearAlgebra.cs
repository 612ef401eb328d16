using System;
using System.Linq;
using SymDiff;

public static partial class LinearAlgebra
{
    [Differentiable, At(new[] { 1.0, 2 }, new[] { 3.0, -1 }), At(new double[0], new double[0]), At(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8 }, new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8 })]
    public static double Dot(double[] a, double[] b)
    {
        if (a.Length != b.Length) throw new ArgumentException("lengths");
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i] * b[i];
        return s;
    }

    [Differentiable, At(new[] { 1.0, 2, -2 }), At(new[] { 0.5 })]
    public static double EuclideanNorm(double[] a) => Math.Sqrt(Dot(a, a));

    [Differentiable, At(new[] { 1.0, 2, -2 }), At(new[] { 3e-200, 4e-200 }, IsKink = true), At(new[] { 0.0, 0 }, IsKink = true)]
    public static double ScaledNorm(double[] a)
    {
        double scale = 0, ssq = 1;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != 0)
            {
                double abs = Math.Abs(a[i]);
                if (scale < abs)
                {
                    ssq = 1 + ssq * (scale / abs) * (scale / abs);
                    scale = abs;
                }
                else
                {
                    ssq += abs / scale * (abs / scale);
                }
            }
        }

        return scale * Math.Sqrt(ssq);
    }

    [Differentiable(nameof(a), nameof(x)), At(new[] { 1.0, 2, 3, 4 }, new[] { 0.5, -1 }), At(new[] { 2.0 }, new[] { 3.0 })]
    public static double QuadraticForm(double[,] a, double[] x)
    {
        double q = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double row = 0;
            for (int j = 0; j < x.Length; j++)
                row += a[i, j] * x[j];
            q += x[i] * row;
        }

        return q;
    }

    [Differentiable(nameof(a), nameof(x), nameof(b)), At(new[] { 1.0, 2, 3, 4, 5, 6 }, new[] { 0.5, -1, 2 }, new[] { 1.0, 0 })]
    [At(new[] { 1.0, 2, 3, 4 }, new[] { 0.5 }, new[] { 1.0, 2, 3, 4 })]
    public static double LeastSquaresRowMajor(double[] a, double[] x, double[] b)
    {
        int rows = b.Length, columns = x.Length;
        double total = 0;
        for (int r = 0; r < rows; r++)
        {
            double residual = -b[r];
            for (int c = 0; c < columns; c++)
                residual += a[r * columns + c] * x[c];
            total += residual * residual;
        }

        return total / 2;
    }

    [Differentiable, At(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0), At(0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)]
    public static double Determinant3(double a, double b, double c, double d, double e, double f, double g, double h, double i)
        => a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);

    [Differentiable, At(2.0, 0.5, 3.0), At(1.0, 0.0, 1.5), At(-1.0, 2.0, 4.0)]
    public static double LargestEigenvalueSymmetric2(double a, double b, double c)
    {
        double mean = (a + c) / 2;
        double radius = Math.Sqrt((a - c) * (a - c) / 4 + b * b);
        return mean + radius;
    }

    [Differentiable(nameof(a), nameof(b), nameof(c)), At(2.0, 0.5, 3.0, 20), At(1.0, 0.7, 0.5, 50)]
    public static double PowerIteration2(double a, double b, double c, int iterations)
    {
        double x = 1, y = 1, eigenvalue = 0;
        for (int i = 0; i < iterations; i++)
        {
            double u = a * x + b * y, v = b * x + c * y;
            double norm = Math.Sqrt(u * u + v * v);
            eigenvalue = (u * x + v * y) / (x * x + y * y);
            (x, y) = (u / norm, v / norm);
        }

        return eigenvalue;
    }

    [Differentiable(nameof(m)), At(new[] { 1.0, 2, 3, 4 }), At(new[] { 1.0, 0, 0, 0, -2, 0, 0, 0, 3 })]
    public static double FrobeniusNorm(double[,] m)
    {
        double s = 0;
        for (int i = 0; i < m.GetLength(0); i++)
            for (int j = 0; j < m.GetLength(1); j++)
                s += m[i, j] * m[i, j];
        return Math.Sqrt(s);
    }

    [Differentiable(nameof(m)), At(new[] { 1.0, 2, 3, 4 }), At(new[] { 1.0, 5, 2, -4, -2, 3, 0.5, 7, 3 })]
    public static double MatrixOneNorm(double[,] m)
    {
        double most = 0;
        for (int j = 0; j < m.GetLength(1); j++)
        {
            double column = 0;
            for (int i = 0; i < m.GetLength(0); i++)
                column += Math.Abs(m[i, j]);
            if (column > most)
                most = column;
        }

        return most;
    }

    [Differentiable(nameof(x), nameof(y)), At(new[] { 1.0, 2, 3 }, new[] { -1.0, 2, 0.5 }), At(new[] { 1.0 }, new[] { 2.0 })]
    public static double CosineSimilarity(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }

        return xy / (Math.Sqrt(xx) * Math.Sqrt(yy));
    }

    [Differentiable(nameof(a), nameof(b)), At(new[] { 1.0, 2, 3, 4 }, new[] { 0.5, -1, 2, 1 }), At(new[] { 1.0 }, new[] { 2.0 })]
    public static double TraceOfProduct(double[,] a, double[,] b)
    {
        double trace = 0;
        for (int i = 0; i < a.GetLength(0); i++)
            for (int k = 0; k < a.GetLength(1); k++)
                trace += a[i, k] * b[k, i];
        return trace;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, -2, 3 }), At(new[] { 0.5, 0.25 })]
    public static double InfinityNorm(double[] x) => x.Max(v => Math.Abs(v));

    [Differentiable(nameof(x), nameof(p)), At(new[] { 1.0, -2, 3 }, 3.0), At(new[] { 0.5, 0.25 }, 1.5)]
    public static double PNorm(double[] x, double p) => Math.Pow(x.Sum(v => Math.Pow(Math.Abs(v), p)), 1 / p);

    [Differentiable(nameof(a11), nameof(a21), nameof(a22), nameof(b1), nameof(b2)), At(4.0, 1.0, 3.0, 1.0, 2.0), At(2.0, 0.0, 1.0, 1.0, 1.0)]
    public static double CholeskySolve2(double a11, double a21, double a22, double b1, double b2)
    {
        double l11 = Math.Sqrt(a11);
        double l21 = a21 / l11;
        double l22 = Math.Sqrt(a22 - l21 * l21);
        double y1 = b1 / l11, y2 = (b2 - l21 * y1) / l22;
        double x2 = y2 / l22, x1 = (y1 - l21 * x2) / l11;
        return x1 * x1 + x2 * x2;
    }

    [Differentiable(nameof(w)), At(new[] { 0.1, 0.2, 0.3, 0.4 }, new[] { 1.0, -1 }), At(new[] { 0.1, 0.2, 0.3, 0.4, 1, 2, 3, 4, 5 }, new[] { 1.0, -1, 0.5 })]
    public static double MatrixVectorThroughSpan(double[] w, double[] x)
    {
        double s = 0;
        int n = x.Length;
        for (int r = 0; r < n; r++)
        {
            ReadOnlySpan<double> row = w.AsSpan(r * n, n);
            double z = 0;
            for (int c = 0; c < row.Length; c++) z += row[c] * x[c];
            s += Math.Tanh(z);
        }

        return s;
    }

    // Jacobi's iteration for a system that is dominated by its diagonal.
    [Differentiable(nameof(d), nameof(b1), nameof(b2)), At(4.0, 1.0, 2.0), At(3.0, -1.0, 0.5)]
    public static double JacobiSolve(double d, double b1, double b2)
    {
        double x = 0, y = 0;
        int iterations = 0;
        double change;
        do
        {
            double nx = (b1 - y) / d, ny = (b2 - x) / d;
            change = Math.Max(Math.Abs(nx - x), Math.Abs(ny - y));
            x = nx;
            y = ny;
        }
        while (change > 1e-12 && ++iterations < 100);
        return x + 2 * y;
    }
}
