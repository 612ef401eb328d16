using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>The same as a specialist would write it: lanes, several accumulators, each value of the arrays read once.</summary>
internal static class HandWritten
{
    public static (float Value, (float W, float B) Gradient) LinearLoss(float w, float b, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0, dw = 0, db = 0;
        int i = 0;
        if (x.Length >= 2 * Vector512<float>.Count)
        {
            Vector512<float> ws = Vector512.Create(w), bs = Vector512.Create(b);
            Vector512<float> sum0 = default, sum1 = default, dw0 = default, dw1 = default, db0 = default, db1 = default;
            ref float firstX = ref MemoryMarshal.GetReference(x);
            ref float firstY = ref MemoryMarshal.GetReference(y);
            for (; i <= x.Length - (2 * Vector512<float>.Count); i += 2 * Vector512<float>.Count)
            {
                Vector512<float> x0 = Vector512.LoadUnsafe(ref firstX, (nuint)i);
                Vector512<float> x1 = Vector512.LoadUnsafe(ref firstX, (nuint)(i + Vector512<float>.Count));
                Vector512<float> r0 = (ws * x0) + bs - Vector512.LoadUnsafe(ref firstY, (nuint)i);
                Vector512<float> r1 = (ws * x1) + bs - Vector512.LoadUnsafe(ref firstY, (nuint)(i + Vector512<float>.Count));
                sum0 += r0 * r0;
                sum1 += r1 * r1;
                dw0 += r0 * x0;
                dw1 += r1 * x1;
                db0 += r0;
                db1 += r1;
            }

            sum = Vector512.Sum(sum0 + sum1);
            dw = Vector512.Sum(dw0 + dw1);
            db = Vector512.Sum(db0 + db1);
        }

        for (; i < x.Length; i++)
        {
            float residual = (w * x[i]) + b - y[i];
            sum += residual * residual;
            dw += residual * x[i];
            db += residual;
        }

        float scale = 2f / x.Length;
        return (sum / x.Length, (scale * dw, scale * db));
    }

    /// <summary>The scalar loop, for data that lanes don't help with.</summary>
    public static (float Value, (float W, float B) Gradient) LinearLossScalar(float w, float b, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0, dw = 0, db = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float residual = (w * x[i]) + b - y[i];
            sum += residual * residual;
            dw += residual * x[i];
            db += residual;
        }

        float scale = 2f / x.Length;
        return (sum / x.Length, (scale * dw, scale * db));
    }

    /// <summary>What merely reading the data takes.</summary>
    public static float Sum(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Vector512<float> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        ref float firstX = ref MemoryMarshal.GetReference(x);
        ref float firstY = ref MemoryMarshal.GetReference(y);
        int i = 0;
        for (; i <= x.Length - (2 * Vector512<float>.Count); i += 2 * Vector512<float>.Count)
        {
            sum0 += Vector512.LoadUnsafe(ref firstX, (nuint)i);
            sum1 += Vector512.LoadUnsafe(ref firstX, (nuint)(i + Vector512<float>.Count));
            sum2 += Vector512.LoadUnsafe(ref firstY, (nuint)i);
            sum3 += Vector512.LoadUnsafe(ref firstY, (nuint)(i + Vector512<float>.Count));
        }

        float sum = Vector512.Sum(sum0 + sum1 + sum2 + sum3);
        for (; i < x.Length; i++)
        {
            sum += x[i] + y[i];
        }

        return sum;
    }

    // Blocks of rows: their products, then the functions of all of them in lanes, then their contributions.
    // Compiled at once as well as it gets, as generated code is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LogisticLoss(ReadOnlySpan<double> weights, ReadOnlySpan<double> rows, ReadOnlySpan<double> y, Span<double> gradient)
    {
        const int Block = 256;
        Span<double> slopes = stackalloc double[Block];
        gradient.Clear();
        int width = weights.Length;
        double sum = 0;
        for (int start = 0; start < y.Length; start += Block)
        {
            int count = Math.Min(Block, y.Length - start);
            for (int i = 0; i < count; i++)
            {
                slopes[i] = -y[start + i] * Dot(weights, rows.Slice((start + i) * width, width));
            }

            Vector512<double> sums = default;
            int k = 0;
            for (; k <= count - Vector512<double>.Count; k += Vector512<double>.Count)
            {
                Vector512<double> e = Lanes.Exp(Vector512.Create<double>(slopes[k..]));
                Vector512<double> q = Vector512<double>.One + e;
                sums += Lanes.Log(q);
                (-Vector512.Create(y[(start + k)..]) * (e / q)).CopyTo(slopes[k..]);
            }

            sum += Vector512.Sum(sums);
            for (; k < count; k++)
            {
                double e = Math.Exp(slopes[k]);
                sum += Math.Log(1 + e);
                slopes[k] = -y[start + k] * (e / (1 + e));
            }

            for (int i = 0; i < count; i++)
            {
                AddScaled(gradient, slopes[i], rows.Slice((start + i) * width, width));
            }
        }

        foreach (ref double element in gradient)
        {
            element /= y.Length;
        }

        return sum / y.Length;
    }

    // The gather form: an element's derivative comes from the terms on both sides of it.
    public static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
    {
        int n = x.Length;
        if (n < 2)
        {
            gradient.Clear();
            return 0;
        }

        double sum = 0;
        int i = 1;
        gradient[0] = Term(x, 0, 0, ref sum);
        if (n - 2 >= Vector512<double>.Count)
        {
            Vector512<double> one = Vector512<double>.One, hundred = Vector512.Create(100.0), sums = default;
            ref double first = ref MemoryMarshal.GetReference(x);
            for (; i <= n - 1 - Vector512<double>.Count; i += Vector512<double>.Count)
            {
                Vector512<double> here = Vector512.LoadUnsafe(ref first, (nuint)i);
                Vector512<double> before = Vector512.LoadUnsafe(ref first, (nuint)(i - 1));
                Vector512<double> a = Vector512.LoadUnsafe(ref first, (nuint)(i + 1)) - (here * here);
                Vector512<double> b = one - here;
                sums += (hundred * a * a) + (b * b);
                ((200 * (here - (before * before))) - (400 * a * here) - (b + b)).CopyTo(gradient[i..]);
            }

            sum += Vector512.Sum(sums);
        }

        for (; i < n - 1; i++)
        {
            gradient[i] = Term(x, i, 200 * (x[i] - (x[i - 1] * x[i - 1])), ref sum);
        }

        gradient[n - 1] = 200 * (x[n - 1] - (x[n - 2] * x[n - 2]));
        return sum;
    }

    private static double Term(ReadOnlySpan<double> x, int i, double fromBefore, ref double sum)
    {
        double a = x[i + 1] - (x[i] * x[i]);
        double b = 1 - x[i];
        sum += (100 * a * a) + (b * b);
        return fromBefore - (400 * a * x[i]) - (2 * b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        int j = 0;
        if (left.Length >= Vector512<double>.Count)
        {
            Vector512<double> sums = default;
            for (; j <= left.Length - Vector512<double>.Count; j += Vector512<double>.Count)
            {
                sums += Vector512.Create(left[j..]) * Vector512.Create(right[j..]);
            }

            sum = Vector512.Sum(sums);
        }

        for (; j < left.Length; j++)
        {
            sum += left[j] * right[j];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled(Span<double> target, double scale, ReadOnlySpan<double> row)
    {
        int j = 0;
        Vector512<double> scales = Vector512.Create(scale);
        for (; j <= row.Length - Vector512<double>.Count; j += Vector512<double>.Count)
        {
            (Vector512.Create<double>(target[j..]) + (scales * Vector512.Create(row[j..]))).CopyTo(target[j..]);
        }

        for (; j < row.Length; j++)
        {
            target[j] += scale * row[j];
        }
    }
}
