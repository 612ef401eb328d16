using SymDiff.Numerics;

namespace SymDiff.Tests.Numerics;

/// <summary>The edges; that the slopes are accurate everywhere else is tested where generated code calls them.</summary>
public class SlopesTests
{
    [Theory, InlineData(2, 1), InlineData(-2, -1), InlineData(0, 0), InlineData(-0.0, 0), InlineData(double.NaN, double.NaN), InlineData(double.PositiveInfinity, 1), InlineData(double.NegativeInfinity, -1)]
    public void Of_the_absolute_value(double x, double slope)
    {
        Assert.Equal(slope, Slopes.Abs(x));
        Assert.Equal((float)slope, Slopes.Abs((float)x));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 1.6993417021166356e-17)] // 1 − tanh² is 0 there
    [InlineData(-20, 1.6993417021166356e-17)]
    [InlineData(300, 1.0601586212017243e-260)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Of_the_hyperbolic_tangent(double x, double slope)
    {
        Assert.Equal(slope, Slopes.Tanh(x, Math.Tanh(x)), tolerance: Part(slope, 4e-16));
        Assert.Equal((float)slope, Slopes.Tanh((float)x, MathF.Tanh((float)x)), tolerance: (float)Part(slope, 4e-7));
    }

    [Fact]
    public void Of_the_hyperbolic_tangent_where_one_formula_hands_over_to_the_other()
    {
        for (double x = 0.9; x < 1.05; x += 0.001)
        {
            double right = 1 / (Math.Cosh(x) * Math.Cosh(x));
            Assert.Equal(right, Slopes.Tanh(x, Math.Tanh(x)), tolerance: 8e-16 * right);
            Assert.Equal((float)right, Slopes.Tanh((float)x, MathF.Tanh((float)x)), tolerance: 1e-6f);
        }
    }

    [Theory]
    [InlineData(3, 2.5, 12.990381056766578)] // 2.5·3^1.5
    [InlineData(3, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 2.5, 0)]
    [InlineData(0, 0.5, double.PositiveInfinity)]
    [InlineData(-2, 3, 12)]
    [InlineData(1e-30, 0.1, 1e26)]
    [InlineData(double.PositiveInfinity, 0.5, 0)]
    [InlineData(double.PositiveInfinity, 2, double.PositiveInfinity)]
    [InlineData(-1, 0.5, double.NaN)]
    [InlineData(double.NaN, 2, double.NaN)]
    public void Of_a_power(double x, double exponent, double slope)
    {
        Assert.Equal(slope, Slopes.Pow(x, exponent, Math.Pow(x, exponent)), tolerance: Part(slope, 1e-15));
        Assert.Equal((float)slope, Slopes.Pow((float)x, (float)exponent, MathF.Pow((float)x, (float)exponent)), tolerance: (float)Part(slope, 1e-6));
    }

    // The power overflows, or loses its bits, where its slope does neither.
    [Theory, InlineData(1e200, 1.6, 1.6e120), InlineData(1e-200, 1.6, 1.6e-120), InlineData(1e-250, 1.2, 1.2e-50)]
    public void Of_a_power_that_is_out_of_range(double x, double exponent, double slope)
        => Assert.Equal(slope, Slopes.Pow(x, exponent, Math.Pow(x, exponent)), tolerance: 1e-12 * slope);

    private static double Part(double number, double part) => double.IsFinite(number) ? number * part : 0;
}
