using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Library;

/// <summary><c>Gradients.Stop</c>: the value, without its derivative.</summary>
public sealed partial class StopTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(OfNumber, OfNumberGradient, OfNumberValueAndGradient).SmoothAt(),
        Case.Of(Straight, StraightGradient, StraightValueAndGradient).SmoothAt(),
        Case.Of(OfTuple, OfTupleGradient, OfTupleValueAndGradient).SmoothAt(),
        Case.Of(x => OfArray(x, s_numbers), x => OfArrayGradient(x, s_numbers), x => OfArrayValueAndGradient(x, s_numbers)),
    ];

    private static readonly double[] s_numbers = [1, 2, 3];

    [Fact]
    public void A_stopped_number_is_a_constant()
    {
        Assert.Equal((2 * (3.0 - 6) * 1, 0.0), OfNumberGradient(3, 2));
        Assert.Equal(1, StraightGradient(2.7f));
        Assert.Equal(3, Straight(2.7f));
        Assert.Equal(2 * 3 + 9 + 5.0, OfTupleGradient(3));
    }

    [Differentiable]
    internal static double OfNumber(double x, double y) => Math.Pow(x - Gradients.Stop(x * y), 2);

    // A straight-through estimate: the value is rounded, the derivative is that of x.
    [Differentiable]
    internal static float Straight(float x) => x + Gradients.Stop(MathF.Round(x) - x);

    [Differentiable]
    internal static double OfTuple(double x)
    {
        (double, int) stopped = Gradients.Stop((x * x, 5));
        return (x * x) + (stopped.Item1 * x) + (stopped.Item2 * x);
    }

    [Differentiable(nameof(x))]
    internal static double OfArray(double x, double[] a)
    {
        double sum = 0;
        double[] b = Gradients.Stop(a);
        for (int i = 0; i < b.Length; i++)
        {
            sum += x * x * b[i];
        }

        return sum;
    }
}
