using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Language;

/// <summary>Lambdas and methods that are passed on.</summary>
public sealed partial class DelegateTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(Captured, CapturedGradient, CapturedValueAndGradient),
        Case.Of(Integral, IntegralGradient, IntegralValueAndGradient).Within(1e-5),
        Case.Of(SquareRoot, SquareRootGradient, SquareRootValueAndGradient).SmoothAt([1.3], [2.5], [0.4]),
        Case.Of(Summed, SummedGradient, SummedValueAndGradient),
        Case.Of(Chosen, ChosenGradient, ChosenValueAndGradient),
    ];

    // The variable is captured, not its value.
    [Fact]
    public void The_lambda_sees_what_the_variable_has_become() => Assert.Equal((18.0, 12.0), CapturedValueAndGradient(3));

    [Fact]
    public void An_integral_has_the_derivative_of_the_integrand()
    {
        // d/dk ∫₀¹ sin(k·t) dt = (k·sin k + cos k − 1)/k²
        Assert.Equal(((1.5 * Math.Sin(1.5)) + Math.Cos(1.5) - 1) / 2.25, IntegralGradient(1.5), 1e-6);
    }

    [Differentiable]
    internal static double Captured(double x)
    {
        double k = x;
        Func<double, double> f = t => k * t;
        k = x * x;
        return f(2);
    }

    [Differentiable]
    internal static double Integral(double k) => Simpson(t => Math.Sin(k * t), 0, 1, 20);

    [Differentiable]
    internal static double SquareRoot(double a) => Root(x => x * x - a, x => 2 * x, 0.5 + a, 5);

    [Differentiable]
    internal static double Summed(double x, double y)
    {
        double sum = 0;
        int calls = 0;
        void Add(double term)
        {
            calls++;
            sum += term / calls;
        }

        Times(4, i => Add(x * i + y));
        return sum * calls + y;
    }

    [Differentiable]
    internal static double Chosen(double x, double y)
    {
        Func<double, double> f = x > y ? Math.Sin : t => t * t * y;
        return f(x) * f(y + 1);
    }

    private static double Simpson(Func<double, double> f, double a, double b, int n)
    {
        double h = (b - a) / n;
        double sum = f(a) + f(b);
        for (int i = 1; i < n; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * f(a + i * h);
        }

        return sum * h / 3;
    }

    private static double Root(Func<double, double> f, Func<double, double> slope, double x, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            x -= f(x) / slope(x);
        }

        return x;
    }

    private static void Times(int n, Action<int> action)
    {
        for (int i = 0; i < n; i++)
        {
            action(i);
        }
    }
}
