using System.Numerics;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Numerics;

/// <summary>Complex numbers: with respect to one, the gradient is the complex number of the derivatives by its real and its imaginary part.</summary>
public sealed partial class ComplexTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Two((x, y) => Products(new(x, y)), z => ProductsGradient(z), z => ProductsValueAndGradient(z)),
        Two((x, y) => Quotients(new(x, y)), z => QuotientsGradient(z), z => QuotientsValueAndGradient(z)),
        Two((x, y) => WithNumbers(new(x, y)), z => WithNumbersGradient(z), z => WithNumbersValueAndGradient(z)),
        Two((x, y) => Roots(new(x, y)), z => RootsGradient(z), z => RootsValueAndGradient(z)),
        Two((x, y) => RealRoot(new(x, y)), z => RealRootGradient(z), z => RealRootValueAndGradient(z)),
        Two((x, y) => ImaginaryRoot(new(x, y)), z => ImaginaryRootGradient(z), z => ImaginaryRootValueAndGradient(z)),
        Two((x, y) => Size(new(x, y)), z => SizeGradient(z), z => SizeValueAndGradient(z)),
        Two((x, y) => Powers(new(x, y)), z => PowersGradient(z), z => PowersValueAndGradient(z)),
        Two((x, y) => Exponentials(new(x, y)), z => ExponentialsGradient(z), z => ExponentialsValueAndGradient(z)),
        Two((x, y) => Trigonometry(new(x, y)), z => TrigonometryGradient(z), z => TrigonometryValueAndGradient(z)),
        Two((x, y) => Polar(new(x, y)), z => PolarGradient(z), z => PolarValueAndGradient(z)),
        Two((x, y) => Named(new(x, y)), z => NamedGradient(z), z => NamedValueAndGradient(z)),
        Two((x, y) => Horner(new(x, y)), z => HornerGradient(z), z => HornerValueAndGradient(z)),
        Case.Of(
            (double x, double y, double u, double v) => PowerOfTwo(new(x, y), new(u, v)),
            (x, y, u, v) => PowerOfTwoGradient(new(x, y), new(u, v)) is var g ? (g.z.Real, g.z.Imaginary, g.w.Real, g.w.Imaginary) : default,
            (x, y, u, v) => PowerOfTwoValueAndGradient(new(x, y), new(u, v)) is var (r, g) ? (r, (g.z.Real, g.z.Imaginary, g.w.Real, g.w.Imaginary)) : default),
        Case.Of(
            (double r, double i, double c) => Impedance(r, i, c),
            (r, i, c) => ImpedanceGradient(r, i, c),
            (r, i, c) => ImpedanceValueAndGradient(r, i, c)),
    ];

    // The framework goes another way on the real axis, where the part that is 0 is a constant to it.
    [Fact] public void The_root_moves_off_the_real_axis()
    {
        Assert.Equal(new Complex(0.25, 0), RealRootGradient(4));
        Assert.Equal(new Complex(0, 0.25), ImaginaryRootGradient(4));
        Assert.Equal(new Complex(0, 0.25), RealRootGradient(-4));
        Assert.Equal(new Complex(-0.25, 0), ImaginaryRootGradient(-4));
        Assert.Equal(new Complex(0, 0.25), ImaginaryRootGradient(new Complex(4, -0.0)));
        Assert.Equal(double.PositiveInfinity, RealRootGradient(0).Real);
    }

    [Fact] public void A_power_of_zero_still_depends_on_the_exponent()
    {
        Complex z = new(1.5, -2);
        (Complex dz, Complex dw) = PowerOfTwoGradient(z, 0);
        Complex log = Complex.Log(z);
        Assert.Equal(Complex.Zero, dz);
        Assert.Equal(log.Real + 2 * log.Imaginary, dw.Real, 1e-14);
        Assert.Equal(-log.Imaginary + 2 * log.Real, dw.Imaginary, 1e-14);
    }

    [Fact] public void Zero_to_the_power_of_one_is_the_number_itself()
    {
        Assert.Equal(new Complex(1, 2), PowerOfTwoGradient(0, 1).z);
        Assert.Equal(Complex.Zero, PowerOfTwoGradient(0, 2).z);
        Assert.Equal(Complex.Zero, PowerOfTwoGradient(0, new Complex(2, 1)).w);
    }

    // As of every norm.
    [Fact] public void The_magnitude_has_no_slope_at_zero() => Assert.Equal(Complex.Zero, SizeGradient(0));

    private static Case Two(
        Func<double, double, double> value,
        Func<Complex, Complex> gradient,
        Func<Complex, (double Value, Complex Gradient)> both,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string name = "")
        => Case.Of(
            value,
            (x, y) => gradient(new(x, y)) is var g ? (g.Real, g.Imaginary) : default,
            (x, y) => both(new(x, y)) is var (v, g) ? (v, (g.Real, g.Imaginary)) : default,
            name);

    [Differentiable]
    internal static double Products(Complex z)
    {
        Complex w = z * z - z + new Complex(2, -1) * z;
        w *= Complex.ImaginaryOne + w;
        return (-w + z).Real + 0.5 * w.Imaginary;
    }

    [Differentiable]
    internal static double Quotients(Complex z) => (z / (z * z + new Complex(0.5, 2)) + 1 / z + z / 3.0 + Complex.Reciprocal(z + 1)) is var q ? q.Real - 2 * q.Imaginary : 0;

    [Differentiable]
    internal static double WithNumbers(Complex z)
    {
        int two = 2;
        Complex w = 3 * z + z * 0.5 - two * z + 1.5 - z + (2.0 - z) * two + 1f;
        return (w * w).Imaginary + w.Real;
    }

    [Differentiable]
    internal static double Roots(Complex z) => Complex.Sqrt(z) is var r ? r.Real + 3 * r.Imaginary + Complex.Sqrt(z - 2).Imaginary * r.Real : 0;

    [Differentiable]
    internal static double RealRoot(Complex z) => Complex.Sqrt(z).Real;

    [Differentiable]
    internal static double ImaginaryRoot(Complex z) => Complex.Sqrt(z).Imaginary;

    [Differentiable]
    internal static double Size(Complex z) => z.Magnitude;

    [Differentiable]
    internal static double Powers(Complex z) => (Complex.Pow(z, 2.5) + Complex.Pow(z, 3) + Complex.Pow(z, new Complex(0.5, -1))) is var p ? p.Real - p.Imaginary : 0;

    [Differentiable]
    internal static double PowerOfTwo(Complex z, Complex w) => Complex.Pow(z, w) is var p ? p.Real + 2 * p.Imaginary : 0;

    [Differentiable]
    internal static double Exponentials(Complex z) => (Complex.Exp(0.1 * z) * Complex.Log(z) + Complex.Log10(z) + Complex.Log(z, 3)) is var e ? e.Real + 0.5 * e.Imaginary : 0;

    [Differentiable]
    internal static double Trigonometry(Complex z)
    {
        z = 0.4 * z;
        Complex w = Complex.Sin(z) * Complex.Cos(z) + Complex.Tan(z) - Complex.Sinh(z) / Complex.Cosh(z + 0.1) + Complex.Tanh(0.3 * z) + Complex.Atan(0.2 * z);
        return w.Real + 2 * w.Imaginary;
    }

    [Differentiable]
    internal static double Polar(Complex z)
    {
        Complex turned = Complex.FromPolarCoordinates(z.Magnitude, z.Phase * 2);
        return Complex.Abs(turned + 1) + turned.Phase * 0.5 + Complex.Conjugate(turned).Imaginary;
    }

    [Differentiable]
    internal static double Named(Complex z)
    {
        Complex w = Complex.Add(Complex.Multiply(z, 2), Complex.Subtract(3, z));
        w = Complex.Divide(Complex.Negate(w), Complex.Add(z, 4.0));
        var (x, y) = (w.Real, w.Imaginary);
#pragma warning disable SYMD0204
        return w == Complex.Zero ? 0 : Complex.IsFinite(w) ? x * x + y * y : double.NaN;
#pragma warning restore SYMD0204
    }

    [Differentiable]
    internal static double Horner(Complex z)
    {
        Complex sum = Complex.Zero;
        for (int k = 5; k >= 0; k--)
        {
            sum = sum * z + new Complex(1.0 / (k + 1), 0.1 * k);
        }

        return sum.Real * sum.Imaginary;
    }

    // A resistor and a coil in a row, beside a capacitor, at one angular frequency.
    [Differentiable]
    internal static double Impedance(double resistance, double inductance, double capacitance)
    {
        const double frequency = 2.5;
        Complex branch = resistance + Complex.ImaginaryOne * frequency * inductance;
        Complex shunt = 1 / (Complex.ImaginaryOne * frequency * capacitance);
        return (branch * shunt / (branch + shunt)).Magnitude;
    }
}
