namespace System.Numerics;

/// <summary>Real and imaginary part, and the arithmetic. The order of the operations is the framework's.</summary>
public readonly partial struct Complex
{
    public Complex(double real, double imaginary) => (Real, Imaginary) = (real, imaginary);

    public double Real { get; }

    public double Imaginary { get; }

    public double Magnitude => double.Hypot(Real, Imaginary);

    public double Phase => Math.Atan2(Imaginary, Real);

    public static Complex Zero => new(0, 0);

    public static Complex One => new(1, 0);

    public static Complex ImaginaryOne => new(0, 1);

    public static Complex NaN => new(double.NaN, double.NaN);

    public static Complex Infinity => new(double.PositiveInfinity, double.PositiveInfinity);

    public static implicit operator Complex(byte value) => new(value, 0);

    public static implicit operator Complex(sbyte value) => new(value, 0);

    public static implicit operator Complex(char value) => new(value, 0);

    public static implicit operator Complex(short value) => new(value, 0);

    public static implicit operator Complex(ushort value) => new(value, 0);

    public static implicit operator Complex(int value) => new(value, 0);

    public static implicit operator Complex(uint value) => new(value, 0);

    public static implicit operator Complex(long value) => new(value, 0);

    public static implicit operator Complex(ulong value) => new(value, 0);

    public static implicit operator Complex(float value) => new(value, 0);

    public static implicit operator Complex(double value) => new(value, 0);

    public static Complex operator +(Complex value) => value;

    public static Complex operator -(Complex value) => new(-value.Real, -value.Imaginary);

    public static Complex operator +(Complex left, Complex right) => new(left.Real + right.Real, left.Imaginary + right.Imaginary);

    public static Complex operator +(Complex left, double right) => new(left.Real + right, left.Imaginary);

    public static Complex operator +(double left, Complex right) => new(left + right.Real, right.Imaginary);

    public static Complex operator -(Complex left, Complex right) => new(left.Real - right.Real, left.Imaginary - right.Imaginary);

    public static Complex operator -(Complex left, double right) => new(left.Real - right, left.Imaginary);

    public static Complex operator -(double left, Complex right) => new(left - right.Real, -right.Imaginary);

    public static Complex operator *(Complex left, Complex right)
        => new(left.Real * right.Real - left.Imaginary * right.Imaginary, left.Imaginary * right.Real + left.Real * right.Imaginary);

    // A part beside one that isn't finite is NaN.
    public static Complex operator *(Complex left, double right)
        => new(double.IsFinite(left.Imaginary) ? left.Real * right : double.NaN, double.IsFinite(left.Real) ? left.Imaginary * right : double.NaN);

    public static Complex operator *(double left, Complex right) => right * left;

    public static Complex operator /(Complex left, Complex right)
    {
        // By the larger part of the divisor, so that nothing overflows on the way.
        if (Math.Abs(right.Imaginary) < Math.Abs(right.Real))
        {
            double slope = right.Imaginary / right.Real;
            return new((left.Real + left.Imaginary * slope) / (right.Real + right.Imaginary * slope), (left.Imaginary - left.Real * slope) / (right.Real + right.Imaginary * slope));
        }

        double ratio = right.Real / right.Imaginary;
        return new((left.Imaginary + left.Real * ratio) / (right.Imaginary + right.Real * ratio), (-left.Real + left.Imaginary * ratio) / (right.Imaginary + right.Real * ratio));
    }

    public static Complex operator /(Complex left, double right)
        => right == 0 ? NaN
            : new(double.IsFinite(left.Imaginary) ? left.Real / right : double.NaN, double.IsFinite(left.Real) ? left.Imaginary / right : double.NaN);

    public static Complex operator /(double left, Complex right)
    {
        if (Math.Abs(right.Imaginary) < Math.Abs(right.Real))
        {
            double slope = right.Imaginary / right.Real;
            return new(left / (right.Real + right.Imaginary * slope), -left * slope / (right.Real + right.Imaginary * slope));
        }

        double ratio = right.Real / right.Imaginary;
        return new(left * ratio / (right.Imaginary + right.Real * ratio), -left / (right.Imaginary + right.Real * ratio));
    }
}
