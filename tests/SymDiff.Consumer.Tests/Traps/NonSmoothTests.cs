#pragma warning disable SYMD0202, SYMD0205, SYMD0206 // Steps are among what is tested, and so is what never changes.

using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Traps;

/// <summary>Kinks, steps and remainders.</summary>
public partial class NonSmoothTests
{
    internal static Case[] Cases =>
    [
        Case.Of(Absolute, AbsoluteGradient, AbsoluteValueAndGradient),
        Case.Of(MaximumOfItself, MaximumOfItselfGradient, MaximumOfItselfValueAndGradient),
        Case.Of(ReluByMaximum, ReluByMaximumGradient, ReluByMaximumValueAndGradient),
        Case.Of(AtLeastOne, AtLeastOneGradient, AtLeastOneValueAndGradient),
        Case.Of(ReluByBranch, ReluByBranchGradient, ReluByBranchValueAndGradient),
        Case.Of(ReluByAbsolute, ReluByAbsoluteGradient, ReluByAbsoluteValueAndGradient),
        Case.Of(Clamped, ClampedGradient, ClampedValueAndGradient).SmoothAt([0.3, -1.1, 2.2], [-4.2, -1.1, 2.2], [5.1, -1.1, 2.2]),
        Case.Of(Steps, StepsGradient, StepsValueAndGradient),
        Case.Of(Rounded, RoundedGradient, RoundedValueAndGradient).SmoothAt(),
        Case.Of(RoundedAwayFromZero, RoundedAwayFromZeroGradient, RoundedAwayFromZeroValueAndGradient),
        Case.Of(Remainder, RemainderGradient, RemainderValueAndGradient).SmoothAt([-5.2, 3.1], [7.9, 2.3], [7.9, -2.3]),
        Case.Of(NearestRemainder, NearestRemainderGradient, NearestRemainderValueAndGradient).SmoothAt([5.2, 3.1], [-7.1, 2.3]),
        Case.Of(Signed, SignedGradient, SignedValueAndGradient),
        Case.Of(Scaled, ScaledGradient, ScaledValueAndGradient),
        Case.Of(Fused, FusedGradient, FusedValueAndGradient),
        Case.Of(SineTimesCosine, SineTimesCosineGradient, SineTimesCosineValueAndGradient),
        Case.Of(MaximumWithNaN, MaximumWithNaNGradient, MaximumWithNaNValueAndGradient).SmoothAt(),
    ];

    [Differentiable] private static double Absolute(double x) => Math.Abs(x);
    [Fact] public void Trap_26_absolute_value_at_zero() => Assert.Equal(0, AbsoluteGradient(0));
    [Fact] public void Trap_27_absolute_value_of_NaN() => Assert.Equal(double.NaN, AbsoluteGradient(double.NaN));

    [Differentiable] private static double MaximumOfItself(double x) => Math.Max(x, x);
    [Fact] public void Trap_28_maximum_of_a_number_with_itself() => Assert.Equal(1, MaximumOfItselfGradient(2));

    [Differentiable] private static double ReluByMaximum(double x) => Math.Max(x, 0);
    [Differentiable] private static double ReluByBranch(double x) => x > 0 ? x : 0;
    [Differentiable] private static double ReluByAbsolute(double x) => (x + Math.Abs(x)) / 2;
    [Differentiable] private static double AtLeastOne(double x) => Math.Max(x, 1);
    [Fact] public void Trap_29_maximum_with_zero_is_relu() => Assert.Equal(0, ReluByMaximumGradient(0));
    [Fact] public void Trap_29_maximum_at_another_tie() => Assert.Equal(0.5, AtLeastOneGradient(1));
    [Fact] public void Trap_29_branch_at_its_border() => Assert.Equal(0, ReluByBranchGradient(0));
    [Fact] public void Trap_29_half_of_a_kink() => Assert.Equal(0.5, ReluByAbsoluteGradient(0));

    [Differentiable] private static double Clamped(double x, double low, double high) => Math.Clamp(x, low, high);
    [Fact] public void Trap_30_clamp_below() => Assert.Equal((0, 1, 0), ClampedGradient(-1, 0, 2));
    [Fact] public void Trap_30_clamp_above() => Assert.Equal((0, 0, 1), ClampedGradient(3, 0, 2));
    [Fact] public void Trap_30_clamp_at_a_bound() => Assert.Equal((1, 0, 0), ClampedGradient(2, 0, 2));
    [Fact] public void Trap_30_clamp_with_bounds_the_wrong_way_round() => Assert.Throws<ArgumentException>(() => ClampedGradient(1, 2, 0));

    [Differentiable] private static double Steps(double x) => Math.Floor(x) + Math.Ceiling(x) + Math.Truncate(x) + Math.Round(x);
    [Fact] public void Trap_31_steps() => Assert.Equal((0 + 1 + 0 + 1, 0), StepsValueAndGradient(0.7));

    [Differentiable] private static double Rounded(double x) => Math.Round(x, 2);
    [Differentiable] private static double RoundedAwayFromZero(double x) => Math.Round(x, MidpointRounding.AwayFromZero);
    [Fact] public void Trap_32_rounding_to_digits() => Assert.Equal((0.12, 0), RoundedValueAndGradient(0.123));
    [Fact] public void Trap_32_rounding_away_from_zero() => Assert.Equal((1, 0), RoundedAwayFromZeroValueAndGradient(0.5));

    [Differentiable] private static double Remainder(double x, double m) => x % m;
    [Fact] public void Trap_33_remainder_of_a_negative_number() => Assert.Equal((1, 1), RemainderGradient(-5, 3));

    [Differentiable] private static double NearestRemainder(double x, double m) => Math.IEEERemainder(x, m);
    [Fact] public void Trap_34_remainder_to_the_nearest() => Assert.Equal((1, -2), NearestRemainderGradient(5, 3));

    [Differentiable] private static double Signed(double x, double sign) => Math.CopySign(x, sign);
    [Fact] public void Trap_35_sign_of_another() => Assert.Equal((-1, 0), SignedGradient(2, -1));

    [Differentiable] private static double Scaled(double x) => Math.ScaleB(x, 3);
    [Differentiable] private static double Fused(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    [Differentiable]
    private static double SineTimesCosine(double x)
    {
        var (sin, cos) = Math.SinCos(x);
        return sin * cos;
    }

    [Fact] public void Trap_36_scale_by_a_power_of_two() => Assert.Equal(8, ScaledGradient(5));
    [Fact] public void Trap_36_fused_multiply_add() => Assert.Equal((3, 2, 1), FusedGradient(2, 3, 4));
    [Fact] public void Trap_36_result_is_a_tuple() => Approximately.Equal(Math.Cos(2 * 0.7), SineTimesCosineGradient(0.7));

    [Differentiable] private static double MaximumWithNaN(double x) => Math.Max(double.NaN, x);
    [Fact] public void Trap_37_maximum_with_NaN() => Assert.Equal((double.NaN, double.NaN), MaximumWithNaNValueAndGradient(1));
}
