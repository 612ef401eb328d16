using System;

namespace SymDiff.Symbolics.Evaluation;

/// <summary>
/// What newer versions of .NET have in <c>Math</c> and <c>double</c>, for the framework that a compiler runs in. For evaluating at compile time and
/// in tests: accurate to some units in the last place, the special values as .NET has them.
/// </summary>
internal static class RealFunctions
{
    private const double Ln2 = 0.69314718055994531;
    private const double Ln10 = 2.3025850929940457;

    public static double Exp2(double x) => Math.Pow(2, x);

    public static double Exp10(double x) => Math.Pow(10, x);

    // Kahan: the error of e = exp(x) cancels in (e − 1)/ln(e).
    public static double ExpM1(double x)
    {
        double e = Math.Exp(x);
        return e == 1 ? x
            : Math.Abs(x) < 1 ? (e - 1) * (x / Math.Log(e))
            : e - 1;
    }

    public static double Exp2M1(double x) => Math.Abs(x) < 1 ? ExpM1(x * Ln2) : Exp2(x) - 1;

    public static double Exp10M1(double x) => Math.Abs(x) < 0.3 ? ExpM1(x * Ln10) : Exp10(x) - 1;

    public static double LogP1(double x)
    {
        double u = 1 + x;
        return u == 1 ? x
            : Math.Abs(x) < 1 ? Math.Log(u) * (x / (u - 1))
            : Math.Log(u);
    }

    // Exact for powers of two: their exponent is taken off first.
    public static double Log2(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return Math.Log(x);
        }

        int exponent = ILogB(x);
        double fraction = ScaleB(x, -exponent);
        return fraction > 1.5 ? exponent + 1 + (LogP1((fraction - 2) / 2) / Ln2) : exponent + (LogP1(fraction - 1) / Ln2);
    }

    public static double LogBase(double x, double newBase)
        => newBase == 1 || (x != 1 && (newBase == 0 || double.IsPositiveInfinity(newBase))) ? double.NaN : Math.Log(x) / Math.Log(newBase);

    public static double Cbrt(double x)
    {
        if (x == 0 || double.IsNaN(x) || double.IsInfinity(x))
        {
            return x;
        }

        // Scaled by 2^(3k), so that y³ neither overflows nor loses bits; one step of Newton's method makes the estimate good to the last place.
        int third = ILogB(x) / 3;
        double scaled = ScaleB(x, -3 * third);
        double y = CopySign(Math.Pow(Math.Abs(scaled), 1 / 3.0), scaled);
        y -= ((y * y * y) - scaled) / (3 * y * y);
        return ScaleB(y, third);
    }

    public static double RootN(double x, int n)
    {
        if (n == 0 || (x < 0 && n % 2 == 0))
        {
            return double.NaN;
        }

        if (n is 1 or 2 or 3)
        {
            return n == 1 ? x : n == 2 ? Math.Sqrt(x) : Cbrt(x);
        }

        double root = Math.Pow(Math.Abs(x), 1.0 / n);
        return n % 2 == 0 ? root : CopySign(root, x);
    }

    public static double Hypot(double x, double y)
    {
        (double large, double small) = (Math.Max(Math.Abs(x), Math.Abs(y)), Math.Min(Math.Abs(x), Math.Abs(y)));
        if (double.IsInfinity(x) || double.IsInfinity(y))
        {
            return double.PositiveInfinity;
        }

        if (!(small > 0))
        {
            return large;
        }

        int exponent = ILogB(large);
        (large, small) = (ScaleB(large, -exponent), ScaleB(small, -exponent));
        return ScaleB(Math.Sqrt((large * large) + (small * small)), exponent);
    }

    public static double ScaleB(double x, int n)
    {
        // In steps, each a power of two that a double can be; down to subnormals in one, or the result would be rounded twice.
        for (; n > 1023; n -= 1023)
        {
            x *= Power(1023);
            if (double.IsInfinity(x) || x == 0)
            {
                return x;
            }
        }

        for (; n < -1022; n += 969)
        {
            x *= Power(-1022 + 53);
            if (x == 0)
            {
                return x;
            }
        }

        return x * Power(n);
    }

    public static double ScaleB(double x, double n) => ScaleB(x, (int)n);

    public static double RootN(double x, double n) => RootN(x, (int)n);

    public static int ILogB(double x)
    {
        if (x == 0)
        {
            return int.MinValue;
        }

        if (double.IsNaN(x) || double.IsInfinity(x))
        {
            return int.MaxValue;
        }

        int exponent = (int)((BitConverter.DoubleToInt64Bits(x) >> 52) & 0x7FF);
        return exponent > 0 ? exponent - 1023 : ILogB(x * Power(64)) - 64; // subnormal
    }

    // Reduced to |r| ≤ ½ exactly, where sin and cos of πr are accurate.
    public static double SinPi(double x)
    {
        double r = x - (2 * Math.Round(x / 2));
        return double.IsInfinity(x) ? double.NaN
            : r == Math.Truncate(r) ? CopySign(0, x)
            : Math.Abs(r) <= 0.25 ? Math.Sin(Math.PI * r)
            : Math.Abs(r) < 0.75 ? CopySign(Math.Cos(Math.PI * (0.5 - Math.Abs(r))), r)
            : CopySign(Math.Sin(Math.PI * (1 - Math.Abs(r))), r);
    }

    public static double CosPi(double x)
    {
        double r = Math.Abs(x - (2 * Math.Round(x / 2)));
        return double.IsInfinity(x) ? double.NaN
            : r == 0.5 ? 0
            : r <= 0.25 ? Math.Cos(Math.PI * r)
            : r < 0.75 ? Math.Sin(Math.PI * (0.5 - r))
            : -Math.Cos(Math.PI * (1 - r));
    }

    public static double TanPi(double x) => SinPi(x) / CosPi(x);

    // For small x the logarithm's argument is 1 + x + …, for large ones x² would overflow.
    public static double Asinh(double x)
    {
        double a = Math.Abs(x);
        double y = a > 1e9 ? Math.Log(a) + Ln2 : LogP1(a + (a * a / (1 + Math.Sqrt(1 + (a * a)))));
        return CopySign(y, x);
    }

    public static double Acosh(double x) => x < 1 ? double.NaN : x > 1e9 ? Math.Log(x) + Ln2 : LogP1(x - 1 + Math.Sqrt((x - 1) * (x + 1)));

    public static double Atanh(double x) => CopySign(0.5 * LogP1(2 * Math.Abs(x) / (1 - Math.Abs(x))), x);

    /// <summary>sech²(x), where y = tanh(x).</summary>
    public static double TanhSlope(double x, double y)
    {
        double e = Math.Exp(-2 * Math.Abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }

    /// <summary>The derivative of xᵖ by x, where y = xᵖ. Out of y while that has all its bits: the exponent p − 1 is rounded.</summary>
    public static double PowSlope(double x, double exponent, double y, double small = 1e-290)
        => exponent == 0 ? 0
            : Math.Abs(y) > small && !double.IsInfinity(y) ? exponent * (y / x)
            : exponent * Math.Pow(x, exponent - 1);

    // On significands, so that nothing overflows. The product is exact as a sum of two numbers (Dekker), the sum too (Knuth); what is left rounds
    // twice, in rare cases otherwise than once.
    public static double FusedMultiplyAdd(double x, double y, double z)
    {
        if (double.IsInfinity(z) && !double.IsNaN(x + y) && !double.IsInfinity(x) && !double.IsInfinity(y))
        {
            return z; // the exact product is finite
        }

        double plain = (x * y) + z;
        if (x == 0 || y == 0 || double.IsNaN(plain) || double.IsInfinity(x) || double.IsInfinity(y))
        {
            return plain;
        }

        int exponent = ILogB(x) + ILogB(y);
        if (z != 0 && ILogB(z) - exponent > 200)
        {
            return z;
        }

        (x, y, z) = (ScaleB(x, -ILogB(x)), ScaleB(y, -ILogB(y)), ScaleB(z, -exponent));
        double product = x * y;
        double sum = product + z;
        (double xHigh, double yHigh) = (High(x), High(y));
        (double xLow, double yLow) = (x - xHigh, y - yHigh);
        double productError = (xLow * yLow) - (product - (xHigh * yHigh) - (xLow * yHigh) - (xHigh * yLow));
        double back = sum - product;
        double sumError = product - (sum - back) + (z - back);
        return ScaleB(sum + (sumError + productError), exponent);
    }

    public static double Lerp(double a, double b, double t) => FusedMultiplyAdd(a, 1 - t, b * t);

    public static double LerpSingle(double a, double b, double t) => FusedMultiplyAdd(a, (float)(1 - t), (float)(b * t));

    public static double CopySign(double x, double sign)
        => BitConverter.DoubleToInt64Bits(x) < 0 == BitConverter.DoubleToInt64Bits(sign) < 0 ? x : -x;

    public static double Max(double x, double y)
        => double.IsNaN(x) || double.IsNaN(y) ? double.NaN : x > y || (x == y && BitConverter.DoubleToInt64Bits(y) < 0) ? x : y;

    public static double Min(double x, double y)
        => double.IsNaN(x) || double.IsNaN(y) ? double.NaN : x < y || (x == y && BitConverter.DoubleToInt64Bits(x) < 0) ? x : y;

    // As x64 has it: the second operand if there is a NaN.
    public static double MaxNative(double x, double y) => x > y ? x : y;

    public static double MinNative(double x, double y) => x < y ? x : y;

    public static double MaxNumber(double x, double y) => double.IsNaN(x) ? y : double.IsNaN(y) ? x : Max(x, y);

    public static double MinNumber(double x, double y) => double.IsNaN(x) ? y : double.IsNaN(y) ? x : Min(x, y);

    public static double MaxMagnitude(double x, double y)
        => double.IsNaN(x) || double.IsNaN(y) ? double.NaN : Math.Abs(x) > Math.Abs(y) ? x : Math.Abs(x) < Math.Abs(y) ? y : Max(x, y);

    public static double MinMagnitude(double x, double y)
        => double.IsNaN(x) || double.IsNaN(y) ? double.NaN : Math.Abs(x) < Math.Abs(y) ? x : Math.Abs(x) > Math.Abs(y) ? y : Min(x, y);

    public static double MaxMagnitudeNumber(double x, double y) => double.IsNaN(x) ? y : double.IsNaN(y) ? x : MaxMagnitude(x, y);

    public static double MinMagnitudeNumber(double x, double y) => double.IsNaN(x) ? y : double.IsNaN(y) ? x : MinMagnitude(x, y);

    /// <summary><c>Math.Round</c> with a <c>System.MidpointRounding</c>, of which this framework knows only two.</summary>
    public static double Round(double x, int mode) => mode switch
    {
        0 => Math.Round(x),
        1 => Math.Round(x, MidpointRounding.AwayFromZero),
        2 => Math.Truncate(x),
        3 => Math.Floor(x),
        4 => Math.Ceiling(x),
        _ => throw new ArgumentException("no MidpointRounding", nameof(mode)),
    };

    /// <summary>The same with decimal digits: scaled, rounded, scaled back, unless the number is so large that it has none.</summary>
    public static double Round(double x, int digits, int mode)
    {
        double power = Math.Pow(10, digits);
        return digits is < 0 or > 15 ? throw new ArgumentOutOfRangeException(nameof(digits))
            : Math.Abs(x) < 1e16 ? Round(x * power, mode) / power : x;
    }

    public static double RoundSingle(double x, int digits, int mode)
    {
        float power = (float)Math.Pow(10, digits);
        return digits is < 0 or > 6 ? throw new ArgumentOutOfRangeException(nameof(digits))
            : Math.Abs(x) < 1e8 ? (float)(Round((float)(x * power), mode) / power) : x;
    }

    private static double Power(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    // The upper half of the bits (Veltkamp).
    private static double High(double x)
    {
        double scaled = 134217729 * x;
        return scaled - (scaled - x);
    }
}
