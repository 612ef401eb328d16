using System.Runtime.CompilerServices;

namespace SymDiff.Consumer.Tests.Cases;

/// <summary>A differentiable method and what was generated for it, in one shape for all, so that what must hold for every method can be tested for every method.</summary>
/// <param name="Name">How the case is written where it's made.</param>
/// <param name="Arity">Of how many numbers it is a function.</param>
/// <param name="Precision">To how much a gradient can be compared with finite differences.</param>
internal sealed record Case(
    string Name,
    int Arity,
    double Precision,
    Case.ValueFunction Value,
    Case.GradientFunction Gradient,
    Case.GradientFunction ValueAndGradient)
{
    private const double Double = 1e-6;
    private const double Single = 5e-3;

    public delegate double ValueFunction(ReadOnlySpan<double> point);

    /// <summary>Fills the gradient; returns the value, if it calculates one.</summary>
    public delegate double GradientFunction(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Points where the method is smooth. Others than these are tried as well, but not compared with finite differences.</summary>
    public double[][] SmoothPoints { get; private init; } = Points.Ordinary(Arity);

    public override string ToString() => Name;

    /// <summary>With other points than the ordinary ones, where the method isn't smooth or isn't defined at those.</summary>
    public Case SmoothAt(params double[][] points) => this with { SmoothPoints = points };

    /// <summary>Compared less exactly, where the method rounds to a lower precision inside.</summary>
    public Case Within(double precision) => this with { Precision = precision };

    public static Case Of(
        Func<double, double> value,
        Func<double, double> gradient,
        Func<double, (double, double)> both,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(
            name,
            1,
            Double,
            p => value(p[0]),
            (p, g) =>
            {
                g[0] = gradient(p[0]);
                return 0;
            },
            (p, g) =>
            {
                (double result, g[0]) = both(p[0]);
                return result;
            });

    public static Case Of(
        Func<double, double, double> value,
        Func<double, double, (double, double)> gradient,
        Func<double, double, (double, (double, double))> both,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(
            name,
            2,
            Double,
            p => value(p[0], p[1]),
            (p, g) =>
            {
                (g[0], g[1]) = gradient(p[0], p[1]);
                return 0;
            },
            (p, g) =>
            {
                (double result, (g[0], g[1])) = both(p[0], p[1]);
                return result;
            });

    public static Case Of(
        Func<double, double, double, double> value,
        Func<double, double, double, (double, double, double)> gradient,
        Func<double, double, double, (double, (double, double, double))> both,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(
            name,
            3,
            Double,
            p => value(p[0], p[1], p[2]),
            (p, g) =>
            {
                (g[0], g[1], g[2]) = gradient(p[0], p[1], p[2]);
                return 0;
            },
            (p, g) =>
            {
                (double result, (g[0], g[1], g[2])) = both(p[0], p[1], p[2]);
                return result;
            });

    public static Case Of(
        Func<double, double, double, double, double> value,
        Func<double, double, double, double, (double, double, double, double)> gradient,
        Func<double, double, double, double, (double, (double, double, double, double))> both,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(
            name,
            4,
            Double,
            p => value(p[0], p[1], p[2], p[3]),
            (p, g) =>
            {
                (g[0], g[1], g[2], g[3]) = gradient(p[0], p[1], p[2], p[3]);
                return 0;
            },
            (p, g) =>
            {
                (double result, (g[0], g[1], g[2], g[3])) = both(p[0], p[1], p[2], p[3]);
                return result;
            });

    public static Case Of(
        Func<float, float> value,
        Func<float, float> gradient,
        Func<float, (float, float)> both,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(
            name,
            1,
            Single,
            p => value((float)p[0]),
            (p, g) =>
            {
                g[0] = gradient((float)p[0]);
                return 0;
            },
            (p, g) =>
            {
                (float result, g[0]) = both((float)p[0]);
                return result;
            });

    public static Case Of(
        Func<float, float, float> value,
        Func<float, float, (float, float)> gradient,
        Func<float, float, (float, (float, float))> both,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(
            name,
            2,
            Single,
            p => value((float)p[0], (float)p[1]),
            (p, g) =>
            {
                (g[0], g[1]) = gradient((float)p[0], (float)p[1]);
                return 0;
            },
            (p, g) =>
            {
                (float result, (g[0], g[1])) = both((float)p[0], (float)p[1]);
                return result;
            });

    public static Case Of(
        Func<float, float, float, float> value,
        Func<float, float, float, (float, float, float)> gradient,
        Func<float, float, float, (float, (float, float, float))> both,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(
            name,
            3,
            Single,
            p => value((float)p[0], (float)p[1], (float)p[2]),
            (p, g) =>
            {
                (g[0], g[1], g[2]) = gradient((float)p[0], (float)p[1], (float)p[2]);
                return 0;
            },
            (p, g) =>
            {
                (float result, (g[0], g[1], g[2])) = both((float)p[0], (float)p[1], (float)p[2]);
                return result;
            });
}
