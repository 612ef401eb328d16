using System.Runtime.CompilerServices;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>A method of an array and what was generated for it, in one shape for all, so that what must hold for every method can be tested for every method.</summary>
/// <param name="Name">How the case is written where it's made.</param>
/// <param name="Value">The method.</param>
/// <param name="Gradient">What was generated: writes into the destination.</param>
/// <param name="ValueAndGradient">The same, and returns the value.</param>
internal sealed record ArrayCase(string Name, ArrayCase.ValueFunction Value, ArrayCase.GradientFunction Gradient, ArrayCase.ValueFunctionWithGradient ValueAndGradient)
{
    public delegate double ValueFunction(ReadOnlySpan<double> point);

    public delegate void GradientFunction(ReadOnlySpan<double> point, Span<double> gradient);

    public delegate double ValueFunctionWithGradient(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>The lengths that the method takes.</summary>
    public int[] Lengths { get; init; } = [.. Enumerable.Range(0, 20), 31, 32, 33, 64, 99, 100];

    /// <summary>Whether the calls themselves allocate nothing, as those that copy into an array do.</summary>
    public bool IsOfSpans { get; init; } = true;

    /// <summary>Whether the method itself takes sums in another order than the one in which they stand.</summary>
    public bool ReordersSums { get; init; }

    public double Precision { get; init; } = 1e-7;

    public static ArrayCase Of(ValueFunction value, GradientFunction gradient, ValueFunctionWithGradient both, [CallerArgumentExpression(nameof(value))] string name = "")
        => new(name, value, gradient, both);

    public override string ToString() => Name;

    public double[] Point(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => 0.2 + (1.3 * random.NextDouble()))];
    }

    /// <summary>By finite differences.</summary>
    public double[] Expected(double[] point) => Reference.Gradient(moved => Value(moved), point);
}
