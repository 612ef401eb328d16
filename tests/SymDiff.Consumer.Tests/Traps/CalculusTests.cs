using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Traps;

/// <summary>Structure of the calculus, and what a simplifier might do to it.</summary>
public partial class CalculusTests
{
    internal static Case[] Cases =>
    [
        Case.Of(UsedTwice, UsedTwiceGradient, UsedTwiceValueAndGradient),
        Case.Of((double x) => CalledBothWays(x, 3), x => CalledBothWaysGradient(x, 3), x => CalledBothWaysValueAndGradient(x, 3)),
        Case.Of(RootOfEitherSign, RootOfEitherSignGradient, RootOfEitherSignValueAndGradient),
        Case.Of(LogarithmOfProduct, LogarithmOfProductGradient, LogarithmOfProductValueAndGradient).SmoothAt([1.3, 0.4], [-1.3, -0.4]),
        Case.Of(Difference, DifferenceGradient, DifferenceValueAndGradient),
        Case.Of(PlusZero, PlusZeroGradient, PlusZeroValueAndGradient),
        Case.Of(LongSum, LongSumGradient, LongSumValueAndGradient),
        Case.Of(Everything, EverythingGradient, EverythingValueAndGradient),
    ];

    [Differentiable] private static double UsedTwice(double x) => x * x + x;
    [Fact] public void Trap_83_parameter_used_twice() => Assert.Equal(7, UsedTwiceGradient(3));

    private static double Callee(double a, double b) => a * a * b;

    [Differentiable(nameof(x))] private static double CalledBothWays(double x, double c) => Callee(x, c) + Callee(c, x);
    [Fact] public void Trap_84_same_callee_with_another_parameter_active() => Assert.Equal((2 * 2 * 3) + (3 * 3), CalledBothWaysGradient(2, 3));

    [Differentiable] private static double RootOfEitherSign(double x) => x > 0 ? Math.Sqrt(x) : Math.Sqrt(-x);
    [Fact] public void Trap_90_root_of_a_positive_number() => Assert.Equal(0.25, RootOfEitherSignGradient(4));
    [Fact] public void Trap_90_root_of_a_negative_number() => Assert.Equal(-0.25, RootOfEitherSignGradient(-4));

    [Differentiable] private static double LogarithmOfProduct(double x, double y) => Math.Log(x * y);
    [Fact] public void Trap_91_logarithm_of_a_product_of_negative_numbers() => Assert.Equal((-0.5, -0.25), LogarithmOfProductGradient(-2, -4));

    [Differentiable] private static double Difference(double x) => x - x;
    [Fact] public void Trap_91_difference_of_infinities() => Assert.Equal(double.NaN, DifferenceValueAndGradient(double.PositiveInfinity).Value);

    [Differentiable] private static double PlusZero(double x) => x + 0.0;

    [Fact]
    public void Trap_91_plus_zero_turns_minus_zero_positive()
    {
        double value = PlusZeroValueAndGradient(-0.0).Value;
        Assert.False(double.IsNegative(value));
    }

    [Differentiable] private static double LongSum(double a, double b, double c) => a + b + c + a * b + c * a - b / c + 0.1;

    [Fact]
    public void Trap_92_value_is_not_reassociated()
    {
        Assert.Equal(LongSum(1e16, 1, -1e16), LongSumValueAndGradient(1e16, 1, -1e16).Value);
        Assert.Equal(LongSum(0.1, 0.2, 0.3), LongSumValueAndGradient(0.1, 0.2, 0.3).Value);
    }

    [Differentiable]
    private static double Everything(double a, double b, double c, double d)
    {
        double u = Math.Exp(-a * a) * Math.Sin(b);
        double v = a > b ? Math.Log(1 + c * c) * u : Math.Cos(c * d) / (1 + u * u);
        double w = Math.Sqrt(1 + v * v + u);
        return Math.Atan2(w, 1 + d * d) * Math.Tanh(a * d) + Math.Pow(1 + b * b, 0.5 * c);
    }

    [Fact]
    public void Gradient_of_a_little_of_everything()
    {
        double[] expected = Reference.Gradient(p => Everything(p[0], p[1], p[2], p[3]), 0.8, 0.3, 1.4, -0.7);
        var (a, b, c, d) = EverythingGradient(0.8, 0.3, 1.4, -0.7);
        Approximately.Equal(expected[0], a, 1e-9);
        Approximately.Equal(expected[1], b, 1e-9);
        Approximately.Equal(expected[2], c, 1e-9);
        Approximately.Equal(expected[3], d, 1e-9);
    }
}
