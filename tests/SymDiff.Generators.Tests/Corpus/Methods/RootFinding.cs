using System;
using SymDiff;

public static partial class RootFinding
{
    [Differentiable, At(2), At(0.09), At(1e6)]
    public static double NewtonSquareRoot(double a)
    {
        double x = a > 1 ? a / 2 : 1;
        for (int i = 0; i < 100; i++)
        {
            double next = 0.5 * (x + a / x);
            if (Math.Abs(next - x) < 1e-14 * x) return next;
            x = next;
        }

        return x;
    }

    [Differentiable, At(1.3, 2.0), At(-0.4, 0.5), At(0.0, 1.0)]
    public static double NewtonCubic(double b, double c)
    {
        // x³ + c·x + b = 0
        double x = -b;
        for (int iteration = 0; iteration < 60; ++iteration)
        {
            double f = x * x * x + c * x + b;
            double df = 3 * x * x + c;
            double dx = f / df;
            x -= dx;
            if (Math.Abs(dx) < 1e-15)
                break;
        }

        return x;
    }

    [Differentiable, At(0.3, 0.5), At(2.5, 0.9), At(1.0, 0.0)]
    public static double KeplerEccentricAnomaly(double meanAnomaly, double eccentricity)
    {
        double E = meanAnomaly;
        double delta;
        do
        {
            delta = (E - eccentricity * Math.Sin(E) - meanAnomaly) / (1 - eccentricity * Math.Cos(E));
            E -= delta;
        }
        while (Math.Abs(delta) > 1e-12);
        return E;
    }

    [Differentiable(nameof(k)), At(0.5, -1.0, 2.0), At(2.0, 0.0, 1.5)]
    public static double BisectionThenNewton(double k, double lo, double hi)
    {
        static double F(double x, double k) => Math.Exp(k * x) - 3 + x;

        double flo = F(lo, k);
        for (int i = 0; i < 20; i++)
        {
            double mid = (lo + hi) / 2;
            double fm = F(mid, k);
            if (flo * fm <= 0)
            {
                hi = mid;
            }
            else
            {
                lo = mid;
                flo = fm;
            }
        }

        double root = (lo + hi) / 2;
        for (int i = 0; i < 3; i++)
            root -= F(root, k) / (k * Math.Exp(k * root) + 1);
        return root;
    }

    [Differentiable, At(2.0), At(0.7), At(10.0)]
    public static double Secant(double a)
    {
        double x0 = 0, x1 = 1 + a / 3;
        double f0 = x0 * Math.Exp(x0) - a, f1 = x1 * Math.Exp(x1) - a;
        int n = 0;
        while (Math.Abs(x1 - x0) > 1e-13 && n < 50 && f1 != f0)
        {
            double x2 = x1 - f1 * (x1 - x0) / (f1 - f0);
            (x0, f0) = (x1, f1);
            x1 = x2;
            f1 = x1 * Math.Exp(x1) - a;
            n++;
        }

        return x1;
    }

    [Differentiable, At(1.0), At(-0.2), At(0.0), At(20.0)]
    public static double LambertW(double x)
    {
        if (x < -1 / Math.E) throw new ArgumentOutOfRangeException(nameof(x));
        double w = x < 1 ? x : Math.Log(x);
        for (int i = 0; i < 20; i++)
        {
            double e = Math.Exp(w);
            double f = w * e - x;
            w -= f / (e * (w + 1) - (w + 2) * f / (2 * w + 2));
        }

        return w;
    }

    [Differentiable, At(1.5, 0.3), At(3.0, -0.2)]
    public static double RegulaFalsi(double a, double b)
    {
        Func<double, double> f = x => Math.Cos(x) * b + x - a;
        double lo = a - 2, hi = a + 2;
        double flo = f(lo), fhi = f(hi);
        double x = lo;
        for (int i = 0; i < 30; i++)
        {
            x = (lo * fhi - hi * flo) / (fhi - flo);
            double fx = f(x);
            if (Math.Abs(fx) < 1e-14) break;
            if (fx * flo > 0) { lo = x; flo = fx; }
            else { hi = x; fhi = fx; }
        }

        return x;
    }

    [Differentiable(nameof(a)), At(0.8, 1e-12), At(0.25, 1e-12), At(0.1, 1e-6)]
    public static double FixedPoint(double a, double tolerance)
    {
        double x = 0.5;
        while (true)
        {
            double y = Math.Cos(a * x);
            if (Math.Abs(y - x) < tolerance)
                return y;
            x = y;
        }
    }

    // Brent's method, as in Numerical Recipes.
    [Differentiable(nameof(p)), At(0.3), At(1.7), At(5.0)]
    public static double Brent(double p)
    {
        double a = 0, b = 4;
        double fa = Function(a, p), fb = Function(b, p);
        double c = b, fc = fb, d = b - a, e = d;
        for (int iteration = 0; iteration < 100; iteration++)
        {
            if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0))
            {
                c = a;
                fc = fa;
                e = d = b - a;
            }

            if (Math.Abs(fc) < Math.Abs(fb))
            {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }

            double tolerance = 2 * 1e-16 * Math.Abs(b) + 0.5e-13;
            double xm = 0.5 * (c - b);
            if (Math.Abs(xm) <= tolerance || fb == 0)
            {
                return b;
            }

            if (Math.Abs(e) >= tolerance && Math.Abs(fa) > Math.Abs(fb))
            {
                double s = fb / fa;
                double pp, q;
                if (a == c)
                {
                    pp = 2 * xm * s;
                    q = 1 - s;
                }
                else
                {
                    q = fa / fc;
                    double r = fb / fc;
                    pp = s * (2 * xm * q * (q - r) - (b - a) * (r - 1));
                    q = (q - 1) * (r - 1) * (s - 1);
                }

                if (pp > 0) q = -q;
                pp = Math.Abs(pp);
                double min1 = 3 * xm * q - Math.Abs(tolerance * q);
                double min2 = Math.Abs(e * q);
                if (2 * pp < (min1 < min2 ? min1 : min2))
                {
                    e = d;
                    d = pp / q;
                }
                else
                {
                    d = xm;
                    e = d;
                }
            }
            else
            {
                d = xm;
                e = d;
            }

            a = b;
            fa = fb;
            b += Math.Abs(d) > tolerance ? d : xm >= 0 ? Math.Abs(tolerance) : -Math.Abs(tolerance);
            fb = Function(b, p);
        }

        return b;
    }

    private static double Function(double x, double p) => x * x * x + p * x - 5 - p;

    [Differentiable, At(2.0, 3), At(0.5, 5), At(10.0, 2)]
    public static double NthRoot(double a, int n)
    {
        double x = 1;
        for (int i = 0; i < 40; i++)
        {
            double power = 1;
            for (int k = 1; k < n; k++)
                power *= x;
            x += (a / power - x) / n;
        }

        return x;
    }

    [Differentiable(nameof(re), nameof(im)), At(0.3, 0.2, 50), At(-0.1, 0.65, 20), At(1.0, 1.0, 30), At(0.0, 0.0, 10)]
    public static double MandelbrotPotential(double re, double im, int most)
    {
        double x = 0, y = 0;
        int n;
        for (n = 0; n < most; n++)
        {
            double xx = x * x - y * y + re;
            y = 2 * x * y + im;
            x = xx;
            if (x * x + y * y > 1e4) return Math.Log(x * x + y * y) / Math.Pow(2, n + 1);
        }

        return x * x + y * y;
    }
}
