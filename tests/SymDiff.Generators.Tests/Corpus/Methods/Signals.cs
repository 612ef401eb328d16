using System;
using System.Linq;
using SymDiff;

public static partial class Signals
{
    [Differentiable(nameof(x), nameof(h)), At(new[] { 1.0, 2, 3, 4 }, new[] { 0.5, 0.25 }), At(new[] { 1.0 }, new[] { 0.5, 0.25, 1 }), At(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, new[] { 0.5, 0.25, -1 })]
    public static double FirEnergy(double[] x, double[] h)
    {
        double energy = 0;
        for (int n = 0; n < x.Length; n++)
        {
            double y = 0;
            for (int k = 0; k < h.Length && k <= n; k++)
                y += h[k] * x[n - k];
            energy += y * y;
        }

        return energy;
    }

    [Differentiable(nameof(b0), nameof(b1), nameof(b2), nameof(a1), nameof(a2)), At(0.2, 0.4, 0.2, -0.5, 0.3, new[] { 1.0, 0, 0, 0.5 }), At(1.0, 0.0, 0.0, 0.0, 0.0, new[] { 2.0 })]
    public static double BiquadEnergy(double b0, double b1, double b2, double a1, double a2, double[] x)
    {
        double x1 = 0, x2 = 0, y1 = 0, y2 = 0, energy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double y = b0 * x[i] + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
            x2 = x1;
            x1 = x[i];
            y2 = y1;
            y1 = y;
            energy += y * y;
        }

        return energy;
    }

    [Differentiable(nameof(b0), nameof(a1), nameof(x)), At(0.2, -0.5, new[] { 1.0, 0, 0, 0.5 }), At(1.0, 0.9, new[] { 2.0, -1 })]
    public static double OnePoleForSignal(double b0, double a1, double[] x)
    {
        double state = 0, sum = 0;
        foreach (double v in x)
        {
            state = b0 * v - a1 * state;
            sum += Math.Abs(state);
        }

        return sum;
    }

    [Differentiable(nameof(alpha)), At(0.3, new[] { 1.0, 2, 1.5 }), At(0.9, new[] { 1.0 }), At(0.1, new[] { 1.0, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3 })]
    public static double ExponentialSmoothingError(double alpha, double[] series)
    {
        double level = series[0], sse = 0;
        for (int t = 1; t < series.Length; t++)
        {
            double error = series[t] - level;
            sse += error * error;
            level += alpha * error;
        }

        return sse;
    }

    [Differentiable, At(0.3, 0.1), At(0.9, 0.5)]
    public static double HoltTrend(double alpha, double beta)
    {
        double[] data = [3, 5, 9, 20, 12, 17];
        double level = data[0], trend = data[1] - data[0], error = 0;
        for (int i = 1; i < data.Length; i++)
        {
            double forecast = level + trend;
            error += Math.Pow(data[i] - forecast, 2);
            double before = level;
            level = alpha * data[i] + (1 - alpha) * forecast;
            trend = beta * (level - before) + (1 - beta) * trend;
        }

        return error / (data.Length - 1);
    }

    [Differentiable(nameof(frequency), nameof(x)), At(0.1, new[] { 1.0, 0.5, -0.5, -1, 0.2 }), At(0.25, new[] { 1.0 })]
    public static double Goertzel(double frequency, double[] x)
    {
        double coefficient = 2 * Math.Cos(2 * Math.PI * frequency);
        double s1 = 0, s2 = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double s = x[i] + coefficient * s1 - s2;
            s2 = s1;
            s1 = s;
        }

        return s1 * s1 + s2 * s2 - coefficient * s1 * s2;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 0.5, -0.5, -1, 0.2 }, 1), At(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9 }, 3), At(new[] { 2.0 }, 0)]
    public static double DftPower(double[] x, int bin)
    {
        double re = 0, im = 0;
        for (int n = 0; n < x.Length; n++)
        {
            double angle = -2 * Math.PI * bin * n / x.Length;
            re += x[n] * Math.Cos(angle);
            im += x[n] * Math.Sin(angle);
        }

        return re * re + im * im;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 0.5, -0.5 }), At(new[] { 1.0, 0.5, -0.5, -1, 0.2 })]
    public static double SpectralFlatness(double[] x)
    {
        double logs = 0, total = 0;
        for (int k = 0; k < x.Length; k++)
        {
            double re = 0, im = 0;
            for (int n = 0; n < x.Length; n++)
            {
                double angle = 2 * Math.PI * k * n / x.Length;
                re += x[n] * Math.Cos(angle);
                im -= x[n] * Math.Sin(angle);
            }

            double power = re * re + im * im + 1e-3;
            logs += Math.Log(power);
            total += power;
        }

        return Math.Exp(logs / x.Length) / (total / x.Length);
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 0.5, -0.5, -1, 0.2 }, 1), At(new[] { 1.0, 3, 2 }, 2), At(new[] { 1.0, 2, 3, 4, 3, 2, 1, 2, 3, 4, 9 }, 3)]
    public static double Autocorrelation(double[] x, int lag)
    {
        double mean = x.Average(), top = 0, bottom = 0;
        for (int i = 0; i < x.Length; i++)
        {
            bottom += (x[i] - mean) * (x[i] - mean);
            if (i + lag < x.Length)
                top += (x[i] - mean) * (x[i + lag] - mean);
        }

        return top / bottom;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 0.5, -0.5, -1, 0.2 }), At(new[] { 1.0 }), At(new[] { 0.0, 1, 0, 1, 0, 1, 0, 1, 0, 2 })]
    public static double TotalVariation(double[] x)
    {
        double tv = 0;
        for (int i = 0; i + 1 < x.Length; i++)
            tv += Math.Sqrt((x[i + 1] - x[i]) * (x[i + 1] - x[i]) + 1e-4);
        return tv;
    }

    [Differentiable(nameof(gain), nameof(x)), At(2f, new[] { 1f, 0.5f, -0.5f }), At(5f, new[] { 0.1f, -0.3f })]
    public static float SoftClipper(float gain, float[] x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float y = MathF.Tanh(gain * x[i]);
            sum += y * y;
        }

        return MathF.Sqrt(sum / x.Length);
    }

    [Differentiable(nameof(threshold), nameof(ratio)), At(0.5, 4.0, new[] { 0.2, 0.9, -0.8, 0.4 }), At(0.1, 2.0, new[] { 1.0 })]
    public static double Compressor(double threshold, double ratio, double[] x)
    {
        double envelope = 0, output = 0;
        foreach (double v in x)
        {
            double level = Math.Abs(v);
            envelope = level > envelope ? 0.5 * envelope + 0.5 * level : 0.9 * envelope + 0.1 * level;
            double gain = 1;
            if (envelope > threshold)
            {
                double over = 20 * Math.Log10(envelope / threshold);
                gain = Math.Pow(10, -over * (1 - 1 / ratio) / 20);
            }

            output += v * gain * v * gain;
        }

        return output;
    }

    [Differentiable(nameof(x)), At(new[] { 1.0, 0.5, -0.5, -1, 0.2 }), At(new[] { 1.0, 0.5, -0.5, -1, 0.2, 2, 3, 1, 1, 0 })]
    public static double MovingAverageRoughness(double[] x)
    {
        var smooth = new double[x.Length - 2];
        for (int i = 0; i < smooth.Length; i++)
            smooth[i] = (x[i] + x[i + 1] + x[i + 2]) / 3;
        double r = 0;
        for (int i = 1; i < smooth.Length; i++)
            r += (smooth[i] - smooth[i - 1]) * (smooth[i] - smooth[i - 1]);
        return r;
    }

    [Differentiable(nameof(phase)), At(0.3, 16), At(-1.0, 5)]
    public static double PhaseDetector(double phase, int samples)
        => Enumerable.Range(0, samples).Select(n => Math.Sin(0.7 * n + phase) * Math.Cos(0.7 * n)).Average();
}
