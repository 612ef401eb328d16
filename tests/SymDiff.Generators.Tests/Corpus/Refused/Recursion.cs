using System;
using System.Collections.Generic;
using SymDiff;

public static partial class Recursion
{
    [Differentiable(nameof(x)), Refused("SYMD0110")]
    public static double Power(double x, int n) => n == 0 ? 1 : n % 2 == 0 ? Power(x * x, n / 2) : x * Power(x, n - 1);

    private static double F(double x, double k) => Math.Exp(-k * x * x);

    private static double Adaptive(double a, double b, double k, int depth)
    {
        double m = (a + b) / 2;
        double whole = (b - a) / 6 * (F(a, k) + 4 * F(m, k) + F(b, k));
        if (depth == 0) return whole;
        return Adaptive(a, m, k, depth - 1) + Adaptive(m, b, k, depth - 1);
    }

    [Differentiable(nameof(k)), Refused("SYMD0110")]
    public static double AdaptiveSimpson(double k) => Adaptive(0, 2, k, 4);

    [Differentiable(nameof(x)), Refused("SYMD0107")]
    public static double SumOfList(double x, List<double> values)
    {
        double sum = 0;
        foreach (double v in values)
            sum += Math.Sin(x * v);
        return sum;
    }

    [Differentiable(nameof(x)), Refused("SYMD0107")]
    public static double Jagged(double x, double[][] rows)
    {
        double sum = 0;
        foreach (double[] row in rows)
            sum += x * row[0];
        return sum;
    }

    [Differentiable, Refused("SYMD0013")]
    public static (double Sine, double Cosine) Both(double x) => (Math.Sin(x), Math.Cos(x));
}
