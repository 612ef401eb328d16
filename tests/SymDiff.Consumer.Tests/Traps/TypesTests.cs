#pragma warning disable SYMD0201, SYMD0203, SYMD0205, SYMD0206 // Conversions to integers and integer divisions are what is tested.

using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Traps;

/// <summary>Types, literals and integers.</summary>
public partial class TypesTests
{
    private const double Half = 0.5;
    private const int Four = 4;
    private static readonly double s_third = 1 / 3.0;

    [ThreadStatic]
    private static double s_changing;

    private enum Weight
    {
        Light = 3,
    }

    internal static Case[] Cases =>
    [
        Case.Of(TimesIntegerQuotient, TimesIntegerQuotientGradient, TimesIntegerQuotientValueAndGradient),
        Case.Of(OverInteger, OverIntegerGradient, OverIntegerValueAndGradient),
        Case.Of((double x) => OverIntegerParameter(x, 2), x => OverIntegerParameterGradient(x, 2), x => OverIntegerParameterValueAndGradient(x, 2)),
        Case.Of(ThroughInteger, ThroughIntegerGradient, ThroughIntegerValueAndGradient),
        Case.Of(ThroughFloat, ThroughFloatGradient, ThroughFloatValueAndGradient).Within(1e-2),
        Case.Of(InSinglePrecision, InSinglePrecisionGradient, InSinglePrecisionValueAndGradient),
        Case.Of(RootInDoublePrecision, RootInDoublePrecisionGradient, RootInDoublePrecisionValueAndGradient),
        Case.Of(
            (double x, double y) => MixedPrecision((float)x, y),
            (x, y) => MixedPrecisionGradient((float)x, y),
            (x, y) => MixedPrecisionValueAndGradient((float)x, y)).Within(1e-2),
        Case.Of(TimesLoopIndex, TimesLoopIndexGradient, TimesLoopIndexValueAndGradient),
        Case.Of(TimesConstants, TimesConstantsGradient, TimesConstantsValueAndGradient),
        Case.Of(TimesStatic, TimesStaticGradient, TimesStaticValueAndGradient),
        Case.Of(
            (double x) => TimesOverflowingSquare(x, 100_000),
            x => TimesOverflowingSquareGradient(x, 100_000),
            x => TimesOverflowingSquareValueAndGradient(x, 100_000)),
        Case.Of((double x) => TimesCheckedSquare(x, 7), x => TimesCheckedSquareGradient(x, 7), x => TimesCheckedSquareValueAndGradient(x, 7)),
    ];

    [Differentiable] private static double TimesIntegerQuotient(double x) => x * (1 / 2);
    [Fact] public void Trap_38_integer_division() => Assert.Equal((0, 0), TimesIntegerQuotientValueAndGradient(3));

    [Differentiable]
    private static double OverInteger(double x)
    {
        int n = 2;
        return x / n;
    }

    [Differentiable] private static double OverIntegerParameter(double x, int n) => x / n;
    [Fact] public void Trap_39_division_by_an_integer() => Assert.Equal(0.5, OverIntegerGradient(3));
    [Fact] public void Trap_39_division_by_an_integer_parameter() => Assert.Equal(0.25, OverIntegerParameterGradient(3, 4));

    [Differentiable] private static double ThroughInteger(double x) => (double)(int)x;
    [Fact] public void Trap_40_conversion_to_an_integer() => Assert.Equal((3, 0), ThroughIntegerValueAndGradient(3.7));

    [Differentiable] private static double ThroughFloat(double x, double y) => (float)x * y;
    [Fact] public void Trap_41_conversion_to_float() => Approximately.Equal((1.7, (float)0.1), ThroughFloatGradient(0.1, 1.7), 1e-7);

    [Differentiable] private static float InSinglePrecision(float x) => 2f * MathF.Sin(x);
    [Fact] public void Trap_42_gradient_in_single_precision() => Assert.Equal(2f * MathF.Cos(0.3f), InSinglePrecisionGradient(0.3f));

    [Differentiable] private static float RootInDoublePrecision(float x) => (float)Math.Sqrt(x);
    [Differentiable] private static double MixedPrecision(float x, double y) => x * y + Math.Sin(x);
    [Fact] public void Trap_43_double_precision_inside_of_single() => Assert.Equal((float)(0.5 / Math.Sqrt(0.3f)), RootInDoublePrecisionGradient(0.3f));

    [Fact]
    public void Trap_43_each_part_has_the_type_of_its_parameter()
    {
        (float x, double y) = MixedPrecisionGradient(0.3f, 1.7);
        Assert.Equal((float)(1.7 + Math.Cos(0.3f)), x);
        Assert.Equal((double)0.3f, y);
    }

    [Differentiable]
    private static double TimesLoopIndex(double x)
    {
        double sum = 0;
        for (int i = 0; i < 5; i++)
        {
            sum += i * x;
        }

        return sum;
    }

    [Fact] public void Trap_44_loop_index_as_a_factor() => Assert.Equal(10, TimesLoopIndexGradient(0.3));

    [Differentiable] private static double TimesOverflowingSquare(double x, int i) => unchecked(i * i) * x;
    [Fact] public void Trap_44_overflow_of_an_integer() => Assert.Equal(1_410_065_408, TimesOverflowingSquareGradient(1, 100_000));

    [Differentiable] private static double TimesConstants(double x) => Half * x + Math.PI * x + s_third * x + Four * x + (int)Weight.Light * x;
    [Differentiable] private static double TimesStatic(double x) => s_changing * x;
    [Fact] public void Trap_45_constants() => Approximately.Equal(0.5 + Math.PI + (1 / 3.0) + 4 + 3, TimesConstantsGradient(1));

    [Fact]
    public void Trap_45_static_field_is_read_at_the_call()
    {
        s_changing = 2;
        Assert.Equal(2, TimesStaticGradient(5));
        s_changing = 7;
        Assert.Equal(7, TimesStaticGradient(5));
    }

    [Differentiable] private static double TimesCheckedSquare(double x, int n) => checked(n * n) * x;
    [Fact] public void Trap_47_checked_arithmetic() => Assert.Equal(49, TimesCheckedSquareGradient(2, 7));
    [Fact] public void Trap_47_checked_arithmetic_overflows() => Assert.Throws<OverflowException>(() => TimesCheckedSquareGradient(2, 1 << 20));
}
