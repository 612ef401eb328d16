namespace System.Numerics;

/// <summary>Functions of complex numbers, and the operators under the names that they have as methods.</summary>
/// <remarks>
/// Where the framework goes another way at a single point, for which the rest of the formula would do but for the sign of a zero, so does this, but in a way that the
/// derivative survives: it isn't that of a constant.
/// </remarks>
public readonly partial struct Complex
{
    // From here on |z| + |x| may overflow.
    private const double Large = double.MaxValue / (1.4142135623730951 + 1);

    public static Complex Add(Complex left, Complex right) => left + right;

    public static Complex Add(Complex left, double right) => left + right;

    public static Complex Add(double left, Complex right) => left + right;

    public static Complex Subtract(Complex left, Complex right) => left - right;

    public static Complex Subtract(Complex left, double right) => left - right;

    public static Complex Subtract(double left, Complex right) => left - right;

    public static Complex Multiply(Complex left, Complex right) => left * right;

    public static Complex Multiply(Complex left, double right) => left * right;

    public static Complex Multiply(double left, Complex right) => left * right;

    public static Complex Divide(Complex dividend, Complex divisor) => dividend / divisor;

    public static Complex Divide(Complex dividend, double divisor) => dividend / divisor;

    public static Complex Divide(double dividend, Complex divisor) => dividend / divisor;

    public static Complex Negate(Complex value) => -value;

    public static Complex Conjugate(Complex value) => new(value.Real, -value.Imaginary);

    public static Complex Reciprocal(Complex value) => value.Real == 0 && value.Imaginary == 0 ? Zero : One / value;

    public static double Abs(Complex value) => value.Magnitude;

    public static bool operator ==(Complex left, Complex right) => left.Real == right.Real && left.Imaginary == right.Imaginary;

    public static bool operator !=(Complex left, Complex right) => left.Real != right.Real || left.Imaginary != right.Imaginary;

    public static bool IsFinite(Complex value) => double.IsFinite(value.Real) && double.IsFinite(value.Imaginary);

    public static bool IsInfinity(Complex value) => double.IsInfinity(value.Real) || double.IsInfinity(value.Imaginary);

    public static bool IsNaN(Complex value) => !IsInfinity(value) && !IsFinite(value);

    public static Complex FromPolarCoordinates(double magnitude, double phase)
    {
        (double sin, double cos) = Math.SinCos(phase);
        return new(magnitude * cos, magnitude * sin);
    }

    public static Complex Exp(Complex value) => FromPolarCoordinates(Math.Exp(value.Real), value.Imaginary);

    public static Complex Log(Complex value) => new(Math.Log(value.Magnitude), value.Phase);

    public static Complex Log(Complex value, double baseValue) => Log(value) / Log(baseValue);

    // With the digits of 1/ln 10 that the framework has.
    public static Complex Log10(Complex value)
    {
        Complex natural = Log(value);
        return new(0.43429448190325 * natural.Real, 0.43429448190325 * natural.Imaginary);
    }

    public static Complex Sqrt(Complex value)
    {
        (double x, double y) = (value.Real, value.Imaginary);
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.IsInfinity(y) ? new(double.PositiveInfinity, y)
                : double.IsPositiveInfinity(x) ? new(double.NaN, x)
                : double.IsNegativeInfinity(x) ? new(-x, double.NaN)
                : NaN;
        }

        // On the real axis: the part that is 0 is so only here, and of either sign of y it is 0.0.
        if (y == 0)
        {
            double root = Math.Sqrt(x < 0 ? -x : x);
            double other = root > 0 ? 0.0 + y / (2 * root) : 0.0;
            return x < 0 ? new(other, root) : new(root, other);
        }

        bool isLarge = Math.Abs(x) >= Large || Math.Abs(y) >= Large;
        if (isLarge && double.IsInfinity(y))
        {
            return new(double.PositiveInfinity, y);
        }

        (x, y) = isLarge ? (0.25 * x, 0.25 * y) : (x, y);
        double magnitude = double.Hypot(x, y);
        double real, imaginary;
        if (x >= 0)
        {
            real = Math.Sqrt((magnitude + x) * 0.5);
            imaginary = y / (2 * real);
        }
        else
        {
            imaginary = Math.Sqrt((magnitude - x) * 0.5);
            imaginary = y < 0 ? -imaginary : imaginary;
            real = y / (2 * imaginary);
        }

        return isLarge ? new(2 * real, 2 * imaginary) : new(real, imaginary);
    }

    public static Complex Pow(Complex value, double power) => Pow(value, new Complex(power, 0));

    public static Complex Pow(Complex value, Complex power)
    {
        (double magnitude, double phase) = (value.Magnitude, value.Phase);
        if (power == Zero && (value == Zero || !double.IsFinite(magnitude)))
        {
            return One;
        }

        if (value == Zero)
        {
            // 0 to the power of whatever isn't 0 is 0, even of something negative. To the power of 1 it's the number itself, and below that its slope is without bounds.
            return power.Imaginary != 0 || power.Real <= 0 || power.Real > 1 ? Zero
                : power.Real == 1 ? new(0.0 + value.Real, 0.0 + value.Imaginary)
                : new(Math.Pow(0.0 + value.Real, power.Real), 0);
        }

        Complex result = FromPolarCoordinates(
            Math.Pow(magnitude, power.Real) * Math.Exp(-power.Imaginary * phase),
            power.Real * phase + power.Imaginary * Math.Log(magnitude));

        // To the power of 0 it is 1, with an imaginary part that is 0.0.
        return power == Zero ? new(result.Real, 0.0 + result.Imaginary) : result;
    }

    public static Complex Sin(Complex value)
    {
        (double sin, double cos) = Math.SinCos(value.Real);
        return new(sin * Math.Cosh(value.Imaginary), cos * Math.Sinh(value.Imaginary));
    }

    public static Complex Cos(Complex value)
    {
        (double sin, double cos) = Math.SinCos(value.Real);
        return new(cos * Math.Cosh(value.Imaginary), -sin * Math.Sinh(value.Imaginary));
    }

    public static Complex Tan(Complex value)
    {
        (double x, double y) = (2 * value.Real, 2 * value.Imaginary);
        (double sin, double cos) = Math.SinCos(x);
        double cosh = Math.Cosh(y);
        if (Math.Abs(value.Imaginary) <= 4)
        {
            double sum = cos + cosh;
            return new(sin / sum, Math.Sinh(y) / sum);
        }

        // Far from the real axis sinh and cosh overflow, but their quotient is close to 1.
        double scale = 1 + cos / cosh;
        return new(sin / cosh / scale, Math.Tanh(y) / scale);
    }

    // sinh z = −i·sin(i·z), and the others likewise.
    public static Complex Sinh(Complex value)
    {
        Complex turned = Sin(new Complex(-value.Imaginary, value.Real));
        return new(turned.Imaginary, -turned.Real);
    }

    public static Complex Cosh(Complex value) => Cos(new Complex(-value.Imaginary, value.Real));

    public static Complex Tanh(Complex value)
    {
        Complex turned = Tan(new Complex(-value.Imaginary, value.Real));
        return new(turned.Imaginary, -turned.Real);
    }

    public static Complex Atan(Complex value)
        => ImaginaryOne / new Complex(2, 0) * (Log(One - ImaginaryOne * value) - Log(One + ImaginaryOne * value));
}
