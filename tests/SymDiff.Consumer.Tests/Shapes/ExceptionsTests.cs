#pragma warning disable SYMD0202 // Rounding is among what is tested.

using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes;

/// <summary>Where the method throws, its derivatives throw the same.</summary>
public partial class ExceptionsTests
{
    internal static Case[] Cases =>
    [
        Case.Of((double x) => Element(x, s_two, 1), x => ElementGradient(x, s_two, 1), x => ElementValueAndGradient(x, s_two, 1)),
        Case.Of((double x) => ElementOfTheBranch(x, s_two, 1), x => ElementOfTheBranchGradient(x, s_two, 1), x => ElementOfTheBranchValueAndGradient(x, s_two, 1)),
        Case.Of((double x) => Guarded(x, "a"), x => GuardedGradient(x, "a"), x => GuardedValueAndGradient(x, "a")),
        Case.Of((double x) => Digits(x, 3), x => DigitsGradient(x, 3), x => DigitsValueAndGradient(x, 3)).SmoothAt(),
        Case.Of((double x) => WithExpression(x), x => WithExpressionGradient(x), x => WithExpressionValueAndGradient(x)).SmoothAt([1.5]),
        Case.Of((double x) => InCallee(x), x => InCalleeGradient(x), x => InCalleeValueAndGradient(x)).SmoothAt([1.5]),
    ];

    private static readonly double[] s_two = [1, 2];

    [Differentiable(nameof(x))] private static double Element(double x, double[] a, int i) => x * a[i];

    [Theory, InlineData(-1), InlineData(2), InlineData(int.MaxValue), InlineData(int.MinValue)]
    public void Index_out_of_range(int index) => Same(() => Element(3, s_two, index), () => ElementGradient(3, s_two, index), () => ElementValueAndGradient(3, s_two, index));

    [Fact] public void Null_array() => Same(() => Element(3, null!, 0), () => ElementGradient(3, null!, 0), () => ElementValueAndGradient(3, null!, 0));

    [Differentiable(nameof(x))] private static double ElementOfTheBranch(double x, double[] a, int i) => i < a.Length && x > 0 ? x * a[i] : x;

    [Fact] public void Index_out_of_range_in_a_branch_not_taken() => Assert.Equal((3, 1), ElementOfTheBranchValueAndGradient(3, s_two, 7));

    [Differentiable(nameof(x))]
    private static double Guarded(double x, string name)
    {
        if (x > 1e200)
        {
            throw new InvalidOperationException($"{name}: {x} is too large.");
        }

        return x * x;
    }

    [Fact] public void Message_with_values() => Same(() => Guarded(2e200, "x"), () => GuardedGradient(2e200, "x"), () => GuardedValueAndGradient(2e200, "x"));

    [Differentiable(nameof(x))] private static double Digits(double x, int digits) => x + Math.Round(x, digits);

    [Theory, InlineData(-1), InlineData(16)]
    public void Argument_out_of_range_of_a_function(int digits) => Same(() => Digits(3, digits), () => DigitsGradient(3, digits), () => DigitsValueAndGradient(3, digits));

    [Differentiable] private static double WithExpression(double x) => x > 0 ? Math.Sqrt(x) : throw new ArgumentException("Not positive.", nameof(x));

    [Fact] public void Throw_expression() => Same(() => WithExpression(-1), () => WithExpressionGradient(-1), () => WithExpressionValueAndGradient(-1));

    [Differentiable] private static double InCallee(double x) => 2 * WithExpression(x - 1);

    [Fact] public void Callee_throws() => Same(() => InCallee(1), () => InCalleeGradient(1), () => InCalleeValueAndGradient(1));

    private static void Same(Func<double> method, Func<double> gradient, Func<(double, double)> valueAndGradient)
    {
        Outcome expected = Outcome.Of(method);
        Assert.NotNull(expected.Exception);
        Assert.Equal(expected, Outcome.Of(gradient));
        Assert.Equal(expected, Outcome.Of(() => valueAndGradient().Item1));
    }
}
