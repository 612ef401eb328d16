using System;
using System.Linq;
using SymDiff;

public static partial class Quadrature
{
    private static readonly double[] s_nodes = [-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640];
    private static readonly double[] s_weights = [0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891];

    private static double Integrand(double x, double k) => Math.Exp(-k * x * x) * Math.Cos(x);

    [Differentiable(nameof(a), nameof(b), nameof(k)), At(0.0, 1.0, 0.5, 10), At(-1.0, 2.0, 1.5, 33), At(0.5, 0.5, 1.0, 4), At(0.0, 1.0, 1.0, 1)]
    public static double Trapezoid(double a, double b, double k, int n)
    {
        double h = (b - a) / n;
        double sum = (Integrand(a, k) + Integrand(b, k)) / 2;
        for (int i = 1; i < n; i++)
        {
            sum += Integrand(a + i * h, k);
        }

        return sum * h;
    }

    [Differentiable(nameof(a), nameof(b), nameof(k)), At(0.0, 1.0, 0.5, 4), At(-1.0, 2.0, 1.5, 32)]
    public static double Simpson(double a, double b, double k, int n)
    {
        if (n % 2 != 0) throw new ArgumentException("n must be even", nameof(n));
        double h = (b - a) / n;
        double s = Integrand(a, k) + Integrand(b, k);
        for (int i = 1; i < n; i += 2) s += 4 * Integrand(a + i * h, k);
        for (int i = 2; i < n - 1; i += 2) s += 2 * Integrand(a + i * h, k);
        return s * h / 3;
    }

    [Differentiable(nameof(a), nameof(b), nameof(k)), At(0.0, 1.0, 0.5), At(-1.0, 2.0, 1.5), At(1.0, 1.0, 2.0)]
    public static double GaussLegendre5(double a, double b, double k)
    {
        double mid = (a + b) / 2, half = (b - a) / 2, sum = 0;
        for (int i = 0; i < s_nodes.Length; i++)
            sum += s_weights[i] * Integrand(mid + half * s_nodes[i], k);
        return half * sum;
    }

    [Differentiable(nameof(k)), At(0.5, 6), At(2.0, 3)]
    public static double Romberg(double k, int levels)
    {
        double best = 0, previous = 0;
        double h = 2;
        double t = (Integrand(0, k) + Integrand(2, k));
        double r0 = t;
        int panels = 1;
        for (int level = 1; level < levels; level++)
        {
            h /= 2;
            double mid = 0;
            for (int i = 0; i < panels; i++)
            {
                mid += Integrand((2 * i + 1) * h, k);
            }

            double r1 = r0 / 2 + h * mid;
            previous = best;
            best = r1 + (r1 - r0) / 3;
            r0 = r1;
            panels *= 2;
        }

        return best + (best - previous) / 15;
    }

    [Differentiable(nameof(w)), At(1.0, 0.3), At(2.5, -0.4), At(0.0, 1.0)]
    public static double MidpointDouble(double w, double c)
    {
        const int N = 8;
        double total = 0;
        for (int i = 0; i < N; i++)
        {
            double x = (i + 0.5) / N;
            for (int j = 0; j < N; j++)
            {
                double y = (j + 0.5) / N;
                total += Math.Sin(w * x * y) + c * w * x;
            }
        }

        return total / (N * N);
    }

    // Points that halve their distances, as far as a depth: without recursion.
    [Differentiable(nameof(k)), At(0.7, 4), At(3.0, 6), At(1.0, 1)]
    public static double DyadicSimpson(double k, int depth)
    {
        double integral = 0;
        int panels = 1 << depth;
        double width = 3.0 / panels;
        for (int panel = 0; panel < panels; panel++)
        {
            double left = panel * width;
            double right = left + width;
            double coarse = width / 6 * (Integrand(left, k) + 4 * Integrand(left + width / 2, k) + Integrand(right, k));
            double middle = (left + right) / 2;
            double fine = width / 12 * (Integrand(left, k) + 4 * Integrand((left + middle) / 2, k) + 2 * Integrand(middle, k) + 4 * Integrand((middle + right) / 2, k) + Integrand(right, k));
            integral += Math.Abs(fine - coarse) > 1e-9 ? fine + (fine - coarse) / 15 : fine;
        }

        return integral;
    }

    [Differentiable(nameof(y)), At(new[] { 0.0, 1, 2, 4 }, new[] { 1.0, 2, 0, -1 }), At(new[] { 1.0 }, new[] { 3.0 }), At(new[] { 0.0, 0.5, 0.6, 1, 2, 2.5, 3, 3.1, 4, 7 }, new[] { 1.0, 2, 3, 4, 3, 2, 1, 0, 1, 1 })]
    public static double TrapezoidOfSamples(double[] x, double[] y)
    {
        double area = 0;
        for (int i = 1; i < x.Length; i++)
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        return area * area;
    }

    [Differentiable(nameof(t)), At(0.5), At(1.4)]
    public static double TanhSinh(double t)
    {
        double sum = 0;
        const double h = 0.25;
        for (int j = -12; j <= 12; j++)
        {
            double u = j * h;
            double s = Math.PI / 2 * Math.Sinh(u);
            double x = Math.Tanh(s);
            double w = Math.PI / 2 * Math.Cosh(u) / Math.Pow(Math.Cosh(s), 2);
            if (w < 1e-20) continue;
            sum += w * Math.Exp(t * x) * h;
        }

        return sum;
    }

    [Differentiable(nameof(a)), At(1.0), At(2.5)]
    public static double GaussHermiteLinq(double a)
    {
        double[] nodes = [-2.020182870456086, -0.958572464613819, 0, 0.958572464613819, 2.020182870456086];
        double[] weights = [0.01995324205904591, 0.3936193231522412, 0.9453087204829419, 0.3936193231522412, 0.01995324205904591];
        return nodes.Zip(weights, (x, w) => w * Math.Cos(a * x) * x * x).Sum();
    }

    [Differentiable(nameof(x)), At(0.5), At(2.0), At(0.0)]
    public static double CumulativeOfDensity(double x)
    {
        int steps = 40;
        double h = x / steps;
        var density = new double[steps + 1];
        for (int i = 0; i <= steps; i++)
        {
            double t = i * h;
            density[i] = Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI);
        }

        double sum = 0;
        for (int i = 0; i < steps; i++)
            sum += (density[i] + density[i + 1]) * h / 2;
        return 0.5 + sum;
    }
}
