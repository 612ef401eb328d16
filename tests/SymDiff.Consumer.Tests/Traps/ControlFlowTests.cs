#pragma warning disable SYMD0204, SYMD0206 // Tests for equality and steps are among what is tested.

using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Traps;

/// <summary>Loops, conditions and exceptions.</summary>
public partial class ControlFlowTests
{
    private static readonly double[] s_data = [0.5, -1.5, 2, 3];

    internal static Case[] Cases =>
    [
        Case.Of(IteratedSine, IteratedSineGradient, IteratedSineValueAndGradient),
        Case.Of(OddMultiplesOfSquare, OddMultiplesOfSquareGradient, OddMultiplesOfSquareValueAndGradient),
        Case.Of((double x) => WeightedSum(x, s_data), x => WeightedSumGradient(x, s_data), x => WeightedSumValueAndGradient(x, s_data)),
        Case.Of((double x) => Triangle(x, 4), x => TriangleGradient(x, 4), x => TriangleValueAndGradient(x, 4)),
        Case.Of((double x) => Ranges(x, -2, 5), x => RangesGradient(x, -2, 5), x => RangesValueAndGradient(x, -2, 5)),
        Case.Of((double x) => PositivePrefix(x, s_data, 4), x => PositivePrefixGradient(x, s_data, 4), x => PositivePrefixValueAndGradient(x, s_data, 4)),
        Case.Of(Switched, SwitchedGradient, SwitchedValueAndGradient),
        Case.Of((double x) => SwitchedBy(x, 1), x => SwitchedByGradient(x, 1), x => SwitchedByValueAndGradient(x, 1)),
        Case.Of((double x) => OverRange(x, 5), x => OverRangeGradient(x, 5), x => OverRangeValueAndGradient(x, 5)),
        Case.Of(SpecialCased, SpecialCasedGradient, SpecialCasedValueAndGradient),
        Case.Of(Step, StepGradient, StepValueAndGradient),
        Case.Of(Guarded, GuardedGradient, GuardedValueAndGradient).SmoothAt([0.4], [2.3]),
        Case.Of(Horner, HornerGradient, HornerValueAndGradient),
        Case.Of(Fibonacci, FibonacciGradient, FibonacciValueAndGradient),
        Case.Of((double x) => Polynomial(x, s_data), x => PolynomialGradient(x, s_data), x => PolynomialValueAndGradient(x, s_data)),
        Case.Of((double x) => ManyAtOnce(x, s_data), x => ManyAtOnceGradient(x, s_data), x => ManyAtOnceValueAndGradient(x, s_data)),
    ];

    [Differentiable]
    private static double IteratedSine(double x)
    {
        double y = 1;
        for (int i = 0; i < 2; i++)
        {
            y = Math.Sin(y * x);
        }

        return y;
    }

    [Fact] public void Trap_67_value_carried_by_a_loop() => Assert.Equal(0.920768, IteratedSineGradient(1), 5e-7);

    [Differentiable]
    private static double OddMultiplesOfSquare(double u)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            if (i % 2 == 0)
            {
                continue;
            }

            sum += i * u * u;
        }

        return sum;
    }

    [Fact] public void Trap_70_continue() => Assert.Equal(24, OddMultiplesOfSquareGradient(3));

    [Differentiable(nameof(w))]
    private static double WeightedSum(double w, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double scaled = w * x[i];
            sum += scaled * scaled;
        }

        return sum;
    }

    [Differentiable]
    private static double Triangle(double w, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double inner = 0;
            for (int j = 0; j <= i; j++)
            {
                inner += w * j;
            }

            sum += inner * w;
        }

        return sum;
    }

    [Fact] public void Trap_71_no_trips() => Assert.Equal((0, 0), WeightedSumValueAndGradient(3, []));
    [Fact] public void Trap_71_nested_loops() => Assert.Equal((90, 60), TriangleValueAndGradient(3, 4));
    [Fact] public void Trap_71_nested_loops_without_trips() => Assert.Equal((0, 0), TriangleValueAndGradient(3, -1));

    [Differentiable]
    private static double Ranges(double x, int from, int to)
    {
        double sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += i * x;
        }

        for (int i = to; i >= from; i--)
        {
            sum += x * x / (i * i + 1);
        }

        for (int i = from; i <= to; i += 3)
        {
            sum -= Math.Exp(i * x);
        }

        return sum;
    }

    [Fact]
    public void Trap_74_negative_start_and_other_steps()
    {
        double expected = (-2 - 1 + 0 + 1 + 2 + 3 + 4)
            + (2 * 0.5 * ((1 / 26.0) + (1 / 17.0) + (1 / 10.0) + (1 / 5.0) + (1 / 2.0) + 1 + (1 / 2.0) + (1 / 5.0)))
            - ((-2 * Math.Exp(-2 * 0.5)) + Math.Exp(0.5) + (4 * Math.Exp(4 * 0.5)));
        Approximately.Equal(expected, RangesGradient(0.5, -2, 5));
    }

    [Differentiable(nameof(x))]
    private static double PositivePrefix(double x, double[] a, int n)
    {
        double sum = 0;
        for (int i = 0; i <= n; i++)
        {
            if (i < n && a[i] > 0)
            {
                sum += a[i] * x * x;
            }
        }

        return sum;
    }

    [Fact] public void Trap_75_condition_that_guards_an_index() => Assert.Equal(2 * 3 * (0.5 + 2 + 3), PositivePrefixGradient(3, s_data, 4));
    [Fact] public void Trap_75_index_out_of_range() => Assert.Throws<IndexOutOfRangeException>(() => PositivePrefixGradient(3, s_data, 5));

    [Differentiable]
    private static double Switched(double x) => x switch
    {
        > 1 when x < 2 => x * x,
        > 1 => Math.Sqrt(x - 1.5),
        <= 0 => -x,
        double.NaN => throw new ArgumentException("Not a number.", nameof(x)),
        _ => 3 * x,
    };

    [Theory, InlineData(1.25, 2.5), InlineData(5.5, 0.25), InlineData(-3, -1), InlineData(0.5, 3)]
    public void Trap_76_switch_expression(double x, double expected) => Approximately.Equal(expected, SwitchedGradient(x));

    [Fact] public void Trap_76_throwing_arm() => Assert.Throws<ArgumentException>(() => SwitchedGradient(double.NaN));

    [Differentiable(nameof(x))]
    private static double SwitchedBy(double x, int kind)
    {
        switch (kind)
        {
            case 0:
                return x;
            case 1 or 2:
                x *= x;
                break;
            case > 100:
                throw new ArgumentOutOfRangeException(nameof(kind));
            default:
                x = 1 / x;
                break;
        }

        return 2 * x;
    }

    [Theory, InlineData(0, 1), InlineData(1, 12), InlineData(2, 12), InlineData(7, -2.0 / 9)]
    public void Trap_76_switch_statement(int kind, double expected) => Approximately.Equal(expected, SwitchedByGradient(3, kind));

    [Fact] public void Trap_76_throwing_case() => Assert.Throws<ArgumentOutOfRangeException>(() => SwitchedByGradient(3, 101));

    [Differentiable(nameof(x))]
    private static double OverRange(double x, int n)
    {
        double sum = 0;
        foreach (int i in Enumerable.Range(1, n))
        {
            sum += x / i;
        }

        return sum;
    }

    [Fact] public void Range_of_integers() => Approximately.Equal(1 + 0.5 + 1 / 3.0, OverRangeGradient(2, 3));
    [Fact] public void Range_of_a_negative_number_of_integers() => Assert.Throws<ArgumentOutOfRangeException>(() => OverRangeGradient(2, -1));

    [Differentiable] private static double SpecialCased(double x) => x == 1 ? 1 : x * x;
    [Fact] public void Trap_78_equality_takes_the_branch_of_the_value() => Assert.Equal(0, SpecialCasedGradient(1));
    [Fact] public void Trap_78_equality_elsewhere() => Assert.Equal(6, SpecialCasedGradient(3));

    [Differentiable] private static double Step(double x) => x > 0 ? 1 : 0;
    [Fact] public void Trap_79_step() => Assert.Equal((1, 0), StepValueAndGradient(2));

    [Differentiable]
    private static double Guarded(double x)
    {
        if (x < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "Must not be negative.");
        }

        if (x > 2)
        {
            return 4 * x - 4;
        }

        return x * x;
    }

    [Fact]
    public void Trap_81_guard_clause_throws_the_method_s_exception()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => GuardedGradient(-1));
        Assert.Equal("x", exception.ParamName);
        Assert.Equal(-1.0, exception.ActualValue);
    }

    [Fact] public void Early_return() => Assert.Equal((8, 4), GuardedValueAndGradient(3));

    [Differentiable]
    private static double Horner(double x)
    {
        double y = 0;
        for (int i = 5; i > 0; i--)
        {
            y = y * x + i;
        }

        return y;
    }

    // 5x⁴ + 4x³ + 3x² + 2x + 1
    [Fact] public void Recurrence() => Assert.Equal((20 * 8) + (12 * 4) + (6 * 2) + 2, HornerGradient(2));

    [Differentiable]
    private static double Fibonacci(double x, double y)
    {
        for (int i = 0; i < 10; i++)
        {
            (x, y) = (y, x + y);
        }

        return x;
    }

    [Fact] public void Recurrence_of_two_values_swapped() => Assert.Equal((34, 55), FibonacciGradient(1, 1));

    [Differentiable(nameof(x))]
    private static double Polynomial(double x, double[] roots)
    {
        double product = 1;
        foreach (double root in roots)
        {
            product *= x - root;
        }

        return product;
    }

    [Fact] public void Product_at_one_of_its_roots() => Approximately.Equal((2 - 0.5) * (2 + 1.5) * (2 - 3), PolynomialGradient(2, s_data));

    [Differentiable(nameof(x))]
    private static double ManyAtOnce(double x, double[] a)
    {
        double sum = 0;
        double product = 1;
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        int count = 0;
        foreach (double each in a)
        {
            double term = Math.Sin(each * x);
            sum += term;
            product *= 1 + term * term;
            least = Math.Min(least, term);
            greatest = Math.Max(greatest, term);
            if (each > 0)
            {
                count++;
            }
        }

        return (sum + product) * (greatest - least) / count;
    }

    [Fact]
    public void Several_reductions_in_one_loop()
    {
        double[] expected = Reference.Gradient(p => ManyAtOnce(p[0], s_data), 0.3);
        Approximately.Equal(expected[0], ManyAtOnceGradient(0.3, s_data), 1e-9);
    }
}
