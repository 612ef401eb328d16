namespace SymDiff.Benchmarks.Recurrences;

/// <summary>The same derivatives as a careful programmer would write them: forwards for two numbers, else backwards over what the way there has kept.</summary>
internal static class HandWritten
{
    public static (double Value, (double rate, double start) Gradient) LogisticMap(double rate, double start)
    {
        double x = start;
        double byRate = 0;
        double byStart = 1;
        for (int i = 0; i < Functions.Steps; i++)
        {
            double rest = 1 - x;
            double slope = rate * (rest - x);
            byRate = slope * byRate + x * rest;
            byStart *= slope;
            x = rate * x * rest;
        }

        return (x, (byRate, byStart));
    }

    public static (double Value, (double angle, double momentum, double gravity, double step) Gradient) Pendulum(double angle, double momentum, double gravity, double step)
    {
        const int Steps = Functions.Steps;
        Span<double> buffer = stackalloc double[5 * Steps];
        double half = 0.5 * step * gravity;
        int at = 0;
        for (int i = 0; i < Steps; i++)
        {
            (double sin, double cos) = Math.SinCos(angle);
            momentum -= half * sin;
            angle += step * momentum;
            (double sin2, double cos2) = Math.SinCos(angle);
            Span<double> kept = buffer.Slice(at, 5);
            kept[4] = cos2;
            kept[0] = sin;
            kept[1] = cos;
            kept[2] = momentum;
            kept[3] = sin2;
            momentum -= half * sin2;
            at += 5;
        }

        (double sinLast, double cosLast) = Math.SinCos(angle);
        double byAngle = gravity * sinLast;
        double byMomentum = momentum;
        double byStep = 0;
        double byHalf = 0;
        for (int i = 0; i < Steps; i++)
        {
            at -= 5;
            ReadOnlySpan<double> kept = buffer.Slice(at, 5);
            byHalf -= byMomentum * kept[4 - 1];
            byAngle -= byMomentum * half * kept[4];
            byStep += byAngle * kept[2];
            byMomentum += byAngle * step;
            byHalf -= byMomentum * kept[0];
            byAngle -= byMomentum * half * kept[1];
        }

        return (0.5 * momentum * momentum - gravity * cosLast, (byAngle, byMomentum, 0.5 * step * byHalf - cosLast, byStep + 0.5 * gravity * byHalf));
    }

    public static double Garch(double floor, double shock, double memory, ReadOnlySpan<double> returns, Span<double> gradient, Span<double> kept)
    {
        double variance = floor;
        double likelihood = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            kept[i] = variance;
            double square = returns[i] * returns[i];
            likelihood -= 0.5 * (Math.Log(variance) + square / variance);
            variance = floor + shock * square + memory * variance;
        }

        double byVariance = 0;
        for (int i = returns.Length - 1; i >= 0; i--)
        {
            double bySquare = shock * byVariance - 0.5 / kept[i];
            gradient[i] = 2 * returns[i] * bySquare;
            byVariance = memory * byVariance - 0.5 * (1 - returns[i] * returns[i] / kept[i]) / kept[i];
        }

        return likelihood;
    }
}
