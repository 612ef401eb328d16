#pragma warning disable SYMD0205 // An unused parameter is among what is tested.

using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Traps;

/// <summary>Assignment, names and parameters.</summary>
public partial class AssignmentTests
{
    private static readonly double[] s_a = [2, 3];
    private static readonly double[] s_b = [5, 7];

    internal static Case[] Cases =>
    [
        Case.Of(SquareTwice, SquareTwiceGradient, SquareTwiceValueAndGradient),
        Case.Of(ReassignedParameter, ReassignedParameterGradient, ReassignedParameterValueAndGradient),
        Case.Of(OverwrittenParameter, OverwrittenParameterGradient, OverwrittenParameterValueAndGradient),
        Case.Of(UnusedParameter, UnusedParameterGradient, UnusedParameterValueAndGradient),
        Case.Of(AssignedInside, AssignedInsideGradient, AssignedInsideValueAndGradient),
        Case.Of((double x) => IncrementedIndex(x, s_a, s_b), x => IncrementedIndexGradient(x, s_a, s_b), x => IncrementedIndexValueAndGradient(x, s_a, s_b)),
        Case.Of(SameNameInLocalFunction, SameNameInLocalFunctionGradient, SameNameInLocalFunctionValueAndGradient),
        Case.Of((double x) => ByReadOnlyReference(x), x => ByReadOnlyReferenceGradient(x), x => ByReadOnlyReferenceValueAndGradient(x)),
        Case.Of(UnluckyNames, UnluckyNamesGradient, UnluckyNamesValueAndGradient),
        Case.Of(SameNameTwice, SameNameTwiceGradient, SameNameTwiceValueAndGradient),
        Case.Of(SameNameInCallee, SameNameInCalleeGradient, SameNameInCalleeValueAndGradient),
    ];

    [Differentiable]
    private static double SquareTwice(double x)
    {
        double y = x;
        y *= y;
        y *= y;
        return y;
    }

    [Fact] public void Trap_49_repeated_assignment() => Assert.Equal(32, SquareTwiceGradient(2));

    [Differentiable]
    private static double ReassignedParameter(double x)
    {
        x = x * x;
        return x * 3;
    }

    [Fact] public void Trap_50_reassigned_parameter() => Assert.Equal((75, 30), ReassignedParameterValueAndGradient(5));

    [Differentiable]
    private static double OverwrittenParameter(double i, double j)
    {
        j = i;
        return j;
    }

    [Fact] public void Trap_51_overwritten_parameter() => Assert.Equal((1, 0), OverwrittenParameterGradient(2, 3));

    [Differentiable] private static double UnusedParameter(double x, double unused) => x * x;
    [Fact] public void Trap_52_unused_parameter() => Assert.Equal((4, 0), UnusedParameterGradient(2, 3));

    [Differentiable] private static double AssignedInside(double x) => x + (x = x * x);
    [Fact] public void Trap_53_assignment_inside_an_expression() => Assert.Equal((12, 7), AssignedInsideValueAndGradient(3));

    [Differentiable(nameof(x))]
    private static double IncrementedIndex(double x, double[] a, double[] b)
    {
        int i = 0;
        double sum = 0;
        sum += a[i++] * b[i] * x;
        return sum + i;
    }

    [Fact] public void Trap_54_index_is_incremented_once_and_between() => Assert.Equal((2 * 7 * 3 + 1, 2 * 7), IncrementedIndexValueAndGradient(3, s_a, s_b));

    [Differentiable] private static double ByReadOnlyReference(in double x) => x * x;
    [Fact] public void Trap_62_parameter_by_read_only_reference() => Assert.Equal(6, ByReadOnlyReferenceGradient(3));

    [Differentiable]
    private static double UnluckyNames(double gradient, double value, double @in)
    {
        double _dx = gradient * value;
        double grad = _dx * @in;
        double result = grad + value;
        double sum = result * @in;
        double valueGradient = sum + grad;
        return valueGradient;
    }

    // gradient·value·in² + value·in + gradient·value·in
    [Fact] public void Trap_65_names_that_a_generator_might_take() => Approximately.Equal((60, 44, 57), UnluckyNamesGradient(2, 3, 4));

    [Differentiable]
    private static double SameNameTwice(double x)
    {
        double sum = 0;
        {
            double t = x * x;
            sum += t;
        }

        {
            double t = Math.Sin(x);
            sum += t * t;
        }

        return sum;
    }

    [Differentiable]
    private static double SameNameInCallee(double x)
    {
        double t = x * x;
        return Cube(t) + t;
    }

    [Differentiable]
    private static double SameNameInLocalFunction(double x)
    {
        double k = x * x;
        return Twice(x) * k;

        static double Twice(double t)
        {
            double k = t * 2;
            return k;
        }
    }

    [Fact] public void Trap_66_same_name_in_a_local_function() => Assert.Equal(6 * 3 * 3, SameNameInLocalFunctionGradient(3));

    private static double Cube(double x)
    {
        double t = x * x;
        return t * x;
    }

    [Fact] public void Trap_66_same_name_in_two_scopes() => Approximately.Equal(2 * 0.7 + Math.Sin(2 * 0.7), SameNameTwiceGradient(0.7));
    [Fact] public void Trap_66_same_name_in_the_callee() => Approximately.Equal(6 * Math.Pow(0.7, 5) + 2 * 0.7, SameNameInCalleeGradient(0.7));
}
