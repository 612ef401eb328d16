using System.Numerics;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Generics;

/// <summary>Generic mathematics called with the type of the numbers.</summary>
public sealed partial class GenericCallsTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(Bump, BumpGradient, BumpValueAndGradient),
        Case.Of(SingleBump, SingleBumpGradient, SingleBumpValueAndGradient),
        Case.Of(Mixed, MixedGradient, MixedValueAndGradient).Within(5e-3),
        Case.Of(Series, SeriesGradient, SeriesValueAndGradient),
    ];

    [Fact]
    public void Derivatives_are_those_of_the_type() => Assert.Equal(-2 * 0.5 * Math.Exp(-0.25) * 2, BumpGradient(0.5), 1e-15);

    [Differentiable]
    internal static double Bump(double x) => Exponential(-Square(x)) * (1.0 + 1.0);

    [Differentiable]
    internal static float SingleBump(float x) => Exponential(-Square(x)) + Square(x) / Square(x + 1);

    [Differentiable]
    internal static double Mixed(double x, double y) => Larger(Square(x), y) + double.CreateChecked(Square((float)x)) * y;

    [Differentiable]
    internal static double Series(double x) => Sum(x, 6);

    private static T Square<T>(T x)
        where T : IMultiplyOperators<T, T, T>
        => x * x;

    private static T Exponential<T>(T x)
        where T : IExponentialFunctions<T>
        => T.Exp(x);

    private static T Larger<T>(T x, T y)
        where T : INumber<T>
        => T.Max(x, y) * (x > y ? T.One : T.CreateChecked(2));

    // x − x³/3! + x⁵/5! − …
    private static T Sum<T>(T x, int terms)
        where T : IFloatingPoint<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < terms; i++)
        {
            T term = T.One;
            for (int k = 1; k <= 2 * i + 1; k++)
            {
                term *= x / T.CreateChecked(k);
            }

            sum += i % 2 == 0 ? term : -term;
        }

        return sum;
    }
}
