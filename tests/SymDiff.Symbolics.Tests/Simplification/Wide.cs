namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>A number with the precision of <c>double</c> and no limit to its exponent: fraction · 2^exponent. Tells what a result is where <c>double</c> overflows on the way.</summary>
public readonly struct Wide
{
    private readonly double _fraction;
    private readonly double _exponent; // a whole number

    private Wide(double fraction, double exponent)
    {
        if (fraction == 0 || !double.IsFinite(fraction))
        {
            (_fraction, _exponent) = (fraction, 0);
            return;
        }

        int shift = Math.ILogB(fraction);
        (_fraction, _exponent) = (Math.ScaleB(fraction, -shift), exponent + shift);
    }

    public double ToDouble() => Math.ScaleB(_fraction, (int)Math.Clamp(_exponent, -3000, 3000));

    public static implicit operator Wide(double value) => new(value, 0);

    public static Wide operator -(Wide value) => new(-value._fraction, value._exponent);

    public static Wide operator *(Wide left, Wide right) => new(left._fraction * right._fraction, left._exponent + right._exponent);

    public static Wide operator /(Wide left, Wide right) => new(left._fraction / right._fraction, left._exponent - right._exponent);

    public static Wide operator +(Wide left, Wide right)
    {
        if (left._fraction == 0 || right._fraction == 0 || !double.IsFinite(left._fraction) || !double.IsFinite(right._fraction))
        {
            return left._fraction == 0 ? right : right._fraction == 0 ? left : left._fraction + right._fraction;
        }

        return left._exponent >= right._exponent
            ? new(left._fraction + Math.ScaleB(right._fraction, (int)Math.Max(right._exponent - left._exponent, -200)), left._exponent)
            : right + left;
    }

    public static Wide Exp(Wide value)
    {
        double x = value.ToDouble();
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        if (Math.Abs(x) > 1e8)
        {
            // Compressed, so that exponents stay whole numbers: the order is kept, and that one is as nothing beside the other.
            return new(1, Math.Round(Math.Sign(x) * 1e8 * (1 + Math.Log(Math.Min(Math.Abs(x), double.MaxValue) / 1e8))));
        }

        int exponent = (int)Math.Round(x / Math.Log(2));
        return new(Math.Exp(x - (exponent * Math.Log(2))), exponent);
    }

    public bool IsLess(Wide other) => (this + -other)._fraction < 0;

    public override string ToString() => $"{_fraction}·2^{_exponent}";
}
