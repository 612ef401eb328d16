using System;
using SymDiff;

public static partial class SpecialFunctions
{
    private static readonly double[] s_lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    private static double PositiveLogGamma(double x)
    {
        x -= 1;
        double a = s_lanczos[0];
        double t = x + 7.5;
        for (int i = 1; i < 9; i++)
            a += s_lanczos[i] / (x + i);
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(a);
    }

    // ψ(1) = −γ, ψ(1/2) = −γ − 2 ln 2
    [Differentiable]
    [At(1, Gradient = new[] { -0.5772156649015329 }), At(0.5, Gradient = new[] { -1.9635100260214235 }), At(10, Gradient = new[] { 2.251752589066721 }), At(0.1, Gradient = new[] { -10.423754940411076 })]
    public static double LogGamma(double x)
    {
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - PositiveLogGamma(1 - x);
        return PositiveLogGamma(x);
    }

    [Differentiable, At(5), At(0.5), At(-1.5)]
    public static double Gamma(double x)
    {
        if (x < 0.5) return Math.PI / (Math.Sin(Math.PI * x) * Math.Exp(PositiveLogGamma(1 - x)));
        return Math.Exp(PositiveLogGamma(x));
    }

    [Differentiable, At(0, Gradient = new[] { 1.1283791670955126 }), At(1, Gradient = new[] { 0.41510749742059466 }), At(-2, Gradient = new[] { 0.02066698535409205 })]
    public static double ErfSeries(double x)
    {
        double sum = x, term = x;
        for (int n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            double add = term / (2 * n + 1);
            sum += add;
            if (Math.Abs(add) < 1e-17 * Math.Abs(sum)) break;
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    [Differentiable, At(0.3), At(-1.2), At(3.0), At(0.0)]
    public static double ErfAbramowitzStegun(double x)
    {
        double a1 = 0.254829592, a2 = -0.284496736, a3 = 1.421413741, a4 = -1.453152027, a5 = 1.061405429, p = 0.3275911;
        int sign = x < 0 ? -1 : 1;
        x = Math.Abs(x);
        double t = 1.0 / (1.0 + p * x);
        double y = 1.0 - (((((a5 * t + a4) * t) + a3) * t + a2) * t + a1) * t * Math.Exp(-x * x);
        return sign * y;
    }

    // J0' = −J1
    [Differentiable, At(0, Gradient = new[] { 0.0 }), At(1, Gradient = new[] { -0.44005058574493355 }), At(5, Gradient = new[] { 0.32757913759146523 })]
    public static double BesselJ0(double x)
    {
        double term = 1, sum = 1, q = -x * x / 4;
        for (int k = 1; k <= 60; k++)
        {
            term *= q / (k * k);
            sum += term;
        }

        return sum;
    }

    [Differentiable(nameof(x)), At(2, 1.5), At(0, 0.5), At(3, 4.0)]
    public static double BesselJByMiller(int n, double x)
    {
        const int Start = 40;
        double next = 0, current = 1e-30, sum = 0, result = 0;
        for (int k = Start; k > 0; k--)
        {
            double previous = 2 * k / x * current - next;
            next = current;
            current = previous;
            if (k - 1 == n) result = current;
            if ((k - 1) % 2 == 0) sum += k - 1 == 0 ? current : 2 * current;
        }

        return result / sum;
    }

    [Differentiable, At(1.0, 2.0), At(3.0, 0.5), At(1.0, 1.0, IsKink = true)]
    public static double ArithmeticGeometricMean(double a, double b)
    {
        while (Math.Abs(a - b) > 1e-15 * a)
        {
            double mean = (a + b) / 2;
            b = Math.Sqrt(a * b);
            a = mean;
        }

        return a;
    }

    [Differentiable, At(0.5), At(0.0), At(0.99)]
    public static double CompleteEllipticK(double k)
    {
        double a = 1, g = Math.Sqrt(1 - k * k);
        for (int i = 0; i < 10; i++)
            (a, g) = ((a + g) / 2, Math.Sqrt(a * g));
        return Math.PI / (2 * a);
    }

    [Differentiable, At(0.5), At(0.9), At(0.1)]
    public static double CompleteEllipticE(double k)
    {
        double a = 1, g = Math.Sqrt(1 - k * k), c = k, sum = k * k / 2;
        double power = 1;
        for (int i = 1; i < 8; i++)
        {
            c = (a - g) / 2;
            double mean = (a + g) / 2;
            g = Math.Sqrt(a * g);
            a = mean;
            sum += power * c * c;
            power *= 2;
        }

        return Math.PI / (2 * a) * (1 - sum);
    }

    // Lower: by the series; upper: by Lentz's continued fraction. dP/dx = x^(a−1) e^(−x) / Γ(a)
    [Differentiable(nameof(x)), At(2.5, 1.0, Gradient = new[] { 0.2767383316137298 }), At(0.5, 3.0), At(3.0, 9.0), At(1.0, 0.0, IsKink = true)]
    public static double IncompleteGammaP(double a, double x)
    {
        if (x < 0 || a <= 0) throw new ArgumentOutOfRangeException(nameof(x));
        if (x == 0) return 0;
        double front = Math.Exp(-x + a * Math.Log(x) - PositiveLogGamma(a));
        if (x < a + 1)
        {
            double ap = a, sum = 1 / a, del = sum;
            for (int n = 0; n < 200; n++)
            {
                ap++;
                del *= x / ap;
                sum += del;
                if (Math.Abs(del) < Math.Abs(sum) * 1e-16) break;
            }

            return sum * front;
        }

        const double Tiny = 1e-300;
        double b = x + 1 - a, c = 1 / Tiny, d = 1 / b, h = d;
        for (int i = 1; i <= 200; i++)
        {
            double an = -i * (i - a);
            b += 2;
            d = an * d + b;
            if (Math.Abs(d) < Tiny) d = Tiny;
            c = b + an / c;
            if (Math.Abs(c) < Tiny) c = Tiny;
            d = 1 / d;
            double delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 1e-16) break;
        }

        return 1 - front * h;
    }

    [Differentiable(nameof(x), nameof(a), nameof(b)), At(0.3, 2.0, 3.0), At(0.9, 0.5, 2.5), At(0.5, 5.0, 5.0)]
    public static double RegularizedBeta(double x, double a, double b)
    {
        double front = Math.Exp(PositiveLogGamma(a + b) - PositiveLogGamma(a) - PositiveLogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return x < (a + 1) / (a + b + 2) ? front * BetaFraction(x, a, b) / a : 1 - front * BetaFraction(1 - x, b, a) / b;
    }

    private static double BetaFraction(double x, double a, double b)
    {
        double qab = a + b, qap = a + 1, qam = a - 1;
        double c = 1, d = 1 / (1 - qab * x / qap);
        double h = d;
        for (int m = 1; m <= 60; m++)
        {
            int m2 = 2 * m;
            double aa = m * (b - m) * x / ((qam + m2) * (a + m2));
            d = 1 / (1 + aa * d);
            c = 1 + aa / c;
            h *= d * c;
            aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2));
            d = 1 / (1 + aa * d);
            c = 1 + aa / c;
            h *= d * c;
        }

        return h;
    }

    [Differentiable, At(2.0), At(1.5), At(6.0)]
    public static double ZetaByEulerMaclaurin(double s)
    {
        const int N = 12;
        double sum = 0;
        for (int n = 1; n < N; n++) sum += Math.Pow(n, -s);
        double power = Math.Pow(N, -s);
        return sum + N * power / (s - 1) + power / 2 + s * power / (12.0 * N) - s * (s + 1) * (s + 2) * power / (720.0 * N * N * N);
    }

    [Differentiable, At(0.5), At(-0.9), At(0.0)]
    public static double Dilogarithm(double z)
    {
        double sum = 0, power = 1;
        for (int k = 1; k < 300; k++)
        {
            power *= z;
            sum += power / ((double)k * k);
        }

        return sum;
    }

    [Differentiable(nameof(x)), At(3, 0.4), At(0, 0.4), At(1, -0.3), At(5, 1.0)]
    public static double LegendreP(int n, double x)
    {
        if (n == 0) return 1;
        if (n == 1) return x;
        double p0 = 1, p1 = x;
        for (int k = 2; k <= n; k++)
        {
            double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
            p0 = p1;
            p1 = p2;
        }

        return p1;
    }

    [Differentiable(nameof(x)), At(4, 0.4), At(0, 1.0), At(3, -1.3)]
    public static double HermitePolynomial(int n, double x) => n switch
    {
        0 => 1,
        1 => 2 * x,
        2 => 4 * x * x - 2,
        _ => HermiteRecurrence(n, x),
    };

    private static double HermiteRecurrence(int n, double x)
    {
        var (a, b) = (1.0, 2 * x);
        for (int k = 1; k < n; k++)
            (a, b) = (b, 2 * x * b - 2 * k * a);
        return b;
    }

    [Differentiable, At(0.5), At(3.0), At(-1.0)]
    public static double TangentContinuedFraction(double x)
    {
        double f = 0;
        for (int k = 21; k >= 1; k -= 2)
            f = x * x / (k - f);
        return f / x;
    }

    [Differentiable(nameof(q)), At(0.1, 0.3), At(0.5, 1.0)]
    public static double Theta3(double q, double z)
    {
        double sum = 1;
        for (int n = 1; ; n++)
        {
            double term = Math.Pow(q, n * n);
            if (term < 1e-18) return sum;
            sum += 2 * term * Math.Cos(2 * n * z);
        }
    }

    [Differentiable, At(1.0), At(5.5), At(0.2)]
    public static double Digamma(double x)
    {
        double result = 0;
        while (x < 6)
        {
            result -= 1 / x;
            x += 1;
        }

        double f = 1 / (x * x);
        return result + Math.Log(x) - 0.5 / x - f * (1.0 / 12 - f * (1.0 / 120 - f * (1.0 / 252 - f * (1.0 / 240 - f / 132))));
    }

    [Differentiable, At(0.5f), At(-2f), At(0f)]
    public static float FastTanh(float x)
    {
        float x2 = x * x;
        float a = x * (135135f + x2 * (17325f + x2 * (378f + x2)));
        float b = 135135f + x2 * (62370f + x2 * (3150f + x2 * 28f));
        return a / b;
    }

    [Differentiable, At(0.4), At(2.0), At(7.0)]
    public static double SineIntegral(double x)
    {
        double sum = 0, term = x;
        for (int n = 0; Math.Abs(term) > 1e-18; n++)
        {
            sum += term / (2 * n + 1);
            term = -term * x * x / ((2 * n + 2) * (2 * n + 3));
        }

        return sum;
    }
}
