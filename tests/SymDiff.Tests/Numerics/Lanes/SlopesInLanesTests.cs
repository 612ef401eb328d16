using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Tests.Numerics;

/// <summary>Slopes in lanes are those of scalars, up to what the functions in them differ.</summary>
public sealed class SlopesInLanesTests
{
    private static readonly double[] numbers =
    [
        0, -0.0, 1, -1, 0.3, -0.54, 0.56, 2, -2.5, 20, -43.6, 60, 300, -353, 1e-20, -1e-300, 5e-324, 1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [Fact]
    public void Of_the_absolute_value()
    {
        foreach (double x in numbers)
        {
            Close(Slopes.Abs(x), Slopes.Abs(Vector512.Create(x))[2]);
            Close(Slopes.Abs((float)x), Slopes.Abs(Vector512.Create((float)x))[2]);
        }
    }

    [Fact]
    public void Of_the_hyperbolic_tangent()
    {
        foreach (double x in numbers)
        {
            Close(Slopes.Tanh(x, Math.Tanh(x)), Slopes.Tanh(Vector512.Create(x), Lanes.Tanh(Vector512.Create(x)))[2]);

            // Subnormal slopes of float are left out.
            if (Math.Abs(x) is < 44.36 or > 52)
                Close(Slopes.Tanh((float)x, MathF.Tanh((float)x)), Slopes.Tanh(Vector512.Create((float)x), Lanes.Tanh(Vector512.Create((float)x)))[2], 1e-6);
        }
    }

    [Fact]
    public void Of_the_logistic_function()
    {
        foreach (double x in numbers)
        {
            Close(Slopes.Sigmoid(x, SpecialFunctions.Sigmoid(x)), Slopes.Sigmoid(Vector512.Create(x), Lanes.Sigmoid(Vector512.Create(x)))[2]);
            Close(
                Slopes.Sigmoid((float)x, SpecialFunctions.Sigmoid((float)x)),
                Slopes.Sigmoid(Vector512.Create((float)x), Lanes.Sigmoid(Vector512.Create((float)x)))[2],
                1e-6);
        }
    }

    [Fact]
    public void Of_a_power_by_its_base()
    {
        foreach (double x in numbers)
        {
            foreach (double exponent in numbers)
            {
                (Vector512<double> bases, Vector512<double> exponents) = (Vector512.Create(x), Vector512.Create(exponent));
                Close(Slopes.Pow(x, exponent, Math.Pow(x, exponent)), Slopes.Pow(bases, exponents, Lanes.Pow(bases, exponents))[2]);

                (float single, float singleExponent) = ((float)x, (float)exponent);
                (Vector512<float> singles, Vector512<float> singleExponents) = (Vector512.Create(single), Vector512.Create(singleExponent));
                Close(
                    Slopes.Pow(single, singleExponent, MathF.Pow(single, singleExponent)),
                    Slopes.Pow(singles, singleExponents, Lanes.Pow(singles, singleExponents))[2],
                    1e-6);
            }
        }
    }

    private static void Close(double expected, double actual, double tolerance = 2e-15)
        => Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Abs(expected), $"{actual:R} instead of {expected:R}");
}
