#pragma warning disable SYMD0205 // A result that doesn't depend on its parameter is among what is tested.

using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Traps;

/// <summary>Singular points, NaN and overflow.</summary>
public partial class SingularPointsTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;

    internal static Case[] Cases =>
    [
        Case.Of(PowerOfZero, PowerOfZeroGradient, PowerOfZeroValueAndGradient),
        Case.Of(PowerOfOne, PowerOfOneGradient, PowerOfOneValueAndGradient),
        Case.Of(Square, SquareGradient, SquareValueAndGradient),
        Case.Of(Power, PowerGradient, PowerValueAndGradient).SmoothAt([1.3, 2.4], [0.2, -1.7]),
        Case.Of(PowerOfTwo, PowerOfTwoGradient, PowerOfTwoValueAndGradient),
        Case.Of(Root, RootGradient, RootValueAndGradient),
        Case.Of(ScaledRoot, ScaledRootGradient, ScaledRootValueAndGradient),
        Case.Of(RootOfSquare, RootOfSquareGradient, RootOfSquareValueAndGradient),
        Case.Of(GuardedLogarithm, GuardedLogarithmGradient, GuardedLogarithmValueAndGradient),
        Case.Of(CappedReciprocal, CappedReciprocalGradient, CappedReciprocalValueAndGradient).SmoothAt([2.7], [-1.3], [0.4]),
        Case.Of(DeadValue, DeadValueGradient, DeadValueValueAndGradient),
        Case.Of(Norm, NormGradient, NormValueAndGradient),
        Case.Of(SquaredNorm, SquaredNormGradient, SquaredNormValueAndGradient),
        Case.Of(Angle, AngleGradient, AngleValueAndGradient),
        Case.Of(Entropy, EntropyGradient, EntropyValueAndGradient),
        Case.Of(LogSumExp, LogSumExpGradient, LogSumExpValueAndGradient),
        Case.Of(Softplus, SoftplusGradient, SoftplusValueAndGradient),
        Case.Of(Sigmoid, SigmoidGradient, SigmoidValueAndGradient),
        Case.Of(HyperbolicTangent, HyperbolicTangentGradient, HyperbolicTangentValueAndGradient),
        Case.Of(LogarithmOfOnePlus, LogarithmOfOnePlusGradient, LogarithmOfOnePlusValueAndGradient),
        Case.Of(ExponentialMinusOne, ExponentialMinusOneGradient, ExponentialMinusOneValueAndGradient),
        Case.Of(Arcsine, ArcsineGradient, ArcsineValueAndGradient),
        Case.Of(Ratio, RatioGradient, RatioValueAndGradient),
        Case.Of(ZeroTimesExponential, ZeroTimesExponentialGradient, ZeroTimesExponentialValueAndGradient),
        Case.Of(CubeRoot, CubeRootGradient, CubeRootValueAndGradient),
        Case.Of(Hypotenuse, HypotenuseGradient, HypotenuseValueAndGradient),
        Case.Of(HypotenuseOfFloats, HypotenuseOfFloatsGradient, HypotenuseOfFloatsValueAndGradient),
        Case.Of(LogarithmToBase, LogarithmToBaseGradient, LogarithmToBaseValueAndGradient),
    ];

    [Differentiable] private static double PowerOfZero(double x) => Math.Pow(x, 0);
    [Fact] public void Trap_01_power_zero() => Assert.Equal((1, 0), PowerOfZeroValueAndGradient(0));

    [Differentiable] private static double PowerOfOne(double x) => Math.Pow(x, 1);
    [Fact] public void Trap_02_power_one() => Assert.Equal(1, PowerOfOneGradient(0));

    [Differentiable] private static double Square(double x) => Math.Pow(x, 2);
    [Fact] public void Trap_03_constant_power_of_a_negative_number() => Assert.Equal(-6, SquareGradient(-3));

    [Differentiable] private static double Power(double x, double y) => Math.Pow(x, y);
    [Fact] public void Trap_04_power_at_base_zero() => Assert.Equal((0, 0), PowerGradient(0, 2));

    [Differentiable] private static double PowerOfTwo(double y) => Math.Pow(2, y);
    [Fact] public void Trap_05_variable_exponent() => Approximately.Equal(8 * Math.Log(2), PowerOfTwoGradient(3));

    [Differentiable] private static double Root(double x) => Math.Sqrt(x);
    [Differentiable] private static double ScaledRoot(double x, double scale) => scale * Math.Sqrt(x);
    [Fact] public void Trap_06_root_at_zero() => Assert.Equal(Infinity, RootGradient(0));
    [Fact] public void Trap_06_root_at_zero_whose_adjoint_is_zero() => Assert.Equal((0, 0), ScaledRootGradient(0, 0));

    [Differentiable] private static double RootOfSquare(double x) => Math.Sqrt(x * x);
    [Fact] public void Trap_07_root_of_a_square_at_zero() => Assert.Equal(0, RootOfSquareGradient(0));
    [Fact] public void Trap_07_root_of_a_square_of_a_negative_number() => Assert.Equal(-1, RootOfSquareGradient(-3));

    [Differentiable] private static double GuardedLogarithm(double x) => x > 0 ? Math.Log(x) : 0;
    [Fact] public void Trap_08_branch_not_taken() => Assert.Equal((0, 0), GuardedLogarithmValueAndGradient(-1));

    [Differentiable] private static double CappedReciprocal(double x) => Math.Min(1.0, 1.0 / x);
    [Fact] public void Trap_09_minimum_of_an_infinity() => Assert.Equal((1, 0), CappedReciprocalValueAndGradient(0));

    [Differentiable]
    private static double DeadValue(double c)
    {
        var unused = Math.Acos(c);
        return 2 * c * c;
    }

    [Fact] public void Trap_10_dead_value() => Assert.Equal((50, 20), DeadValueValueAndGradient(5));

    [Differentiable] private static double Norm(double x, double y) => Math.Sqrt(x * x + y * y);
    [Fact] public void Trap_11_norm_at_zero() => Assert.Equal((0, 0), NormGradient(0, 0));

    [Differentiable] private static double SquaredNorm(double x, double y) => Math.Pow(Math.Sqrt(x * x + y * y), 2);
    [Fact] public void Trap_12_squared_norm_at_zero() => Assert.Equal((0, 0), SquaredNormGradient(0, 0));

    [Differentiable] private static double Angle(double y, double x) => Math.Atan2(y, x);
    [Fact] public void Trap_13_angle() => Approximately.Equal((0.4, -0.2), AngleGradient(1, 2));
    [Fact] public void Trap_13_angle_at_the_origin() => Assert.Equal((NaN, NaN), AngleGradient(0, 0));

    [Differentiable] private static double Entropy(double x) => x * Math.Log(x);
    [Fact] public void Trap_14_value_is_not_a_number() => Assert.Equal((NaN, NaN), EntropyValueAndGradient(0));

    // The value is the method's, which overflows; its gradient needn't.
    [Differentiable] private static double LogSumExp(double a, double b) => Math.Log(Math.Exp(a) + Math.Exp(b));
    [Fact] public void Trap_15_log_of_a_sum_of_exponentials() => Approximately.Equal((0.5, 0.5), LogSumExpGradient(1000, 1000));

    [Differentiable] private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
    [Fact] public void Trap_16_softplus() => Approximately.Equal(1, SoftplusGradient(1000));

    [Differentiable] private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
    [Fact] public void Trap_17_sigmoid() => Assert.Equal(0, SigmoidGradient(-800));

    [Differentiable] private static double HyperbolicTangent(double x) => Math.Tanh(x);
    [Fact] public void Trap_18_tanh_far_out() => Assert.Equal(1.6993417021166355e-17, HyperbolicTangentGradient(20), 1.6993417021166355e-17 * 1e-12);

    [Differentiable] private static double LogarithmOfOnePlus(double x) => double.LogP1(x);
    [Differentiable] private static double ExponentialMinusOne(double x) => double.ExpM1(x);
    [Fact] public void Trap_19_log_of_one_plus() => Assert.Equal((double.LogP1(1e-17), 1), LogarithmOfOnePlusValueAndGradient(1e-17));
    [Fact] public void Trap_19_exponential_minus_one() => Assert.Equal((double.ExpM1(1e-17), 1), ExponentialMinusOneValueAndGradient(1e-17));

    [Differentiable] private static double Arcsine(double x) => Math.Asin(x);
    [Fact] public void Trap_20_arcsine_at_one() => Assert.Equal(Infinity, ArcsineGradient(1));

    [Differentiable] private static double Ratio(double x) => x / x;
    [Fact] public void Trap_21_ratio_at_zero() => Assert.Equal((NaN, NaN), RatioValueAndGradient(0));

    // The value follows IEEE arithmetic; in the gradient the factor is a zero by structure, which contributes nothing.
    [Differentiable] private static double ZeroTimesExponential(double x) => 0.0 * Math.Exp(x);
    [Fact] public void Trap_22_zero_times_infinity() => Assert.Equal((NaN, 0), ZeroTimesExponentialValueAndGradient(1000));

    [Differentiable] private static double CubeRoot(double x) => Math.Cbrt(x);
    [Fact] public void Trap_23_cube_root_of_a_negative_number() => Approximately.Equal(1 / 12.0, CubeRootGradient(-8));

    [Differentiable] private static double Hypotenuse(double x, double y) => double.Hypot(x, y);
    [Fact] public void Trap_24_hypotenuse() => Approximately.Equal((0.6, 0.8), HypotenuseGradient(3, 4));
    [Fact] public void Trap_24_hypotenuse_of_huge_numbers() => Approximately.Equal((0.6, 0.8), HypotenuseGradient(3e200, 4e200));
    [Fact] public void Trap_24_hypotenuse_of_numbers_whose_reciprocals_overflow() => Approximately.Equal((0.6, 0.8), HypotenuseGradient(3e-310, 4e-310));

    [Differentiable] private static float HypotenuseOfFloats(float x, float y) => float.Hypot(x, y);
    [Fact]
    public void Trap_24_hypotenuse_of_floats_whose_reciprocals_overflow()
    {
        (float x, float y) = HypotenuseOfFloatsGradient(3e-40f, 4e-40f);
        Assert.Equal(0.6f, x, 1e-5f); // the arguments have five digits
        Assert.Equal(0.8f, y, 1e-5f);
    }

    [Differentiable] private static double LogarithmToBase(double x, double b) => Math.Log(x, b);
    [Fact] public void Trap_25_logarithm_to_a_base() => Approximately.Equal(-1.5 / Math.Log(2), LogarithmToBaseGradient(8, 2).b);
}
