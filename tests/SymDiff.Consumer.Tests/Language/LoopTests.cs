#pragma warning disable SYMD0207 // Loops that run until something has converged are what is tested.

using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Language;

/// <summary>Loops that run as long as a condition holds, and loops that are left early.</summary>
public sealed partial class LoopTests
{
    private static readonly double[] s_data = [0.5, 0.25, 2, -3];

    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(SteppedRoot, SteppedRootGradient, SteppedRootValueAndGradient).SmoothAt([2.3], [0.7], [9]),
        Case.Of(LeftByReturn, LeftByReturnGradient, LeftByReturnValueAndGradient),
        Case.Of(LeftByBreak, LeftByBreakGradient, LeftByBreakValueAndGradient),
        Case.Of(ContinuedDo, ContinuedDoGradient, ContinuedDoValueAndGradient),
        Case.Of(RiemannSum, RiemannSumGradient, RiemannSumValueAndGradient).SmoothAt([0.3, 0.5], [-0.5, 0.9]),
        Case.Of(GeometricMean, GeometricMeanGradient, GeometricMeanValueAndGradient).SmoothAt([1.3, 2.6], [0.2, 0.7], [3.5, 0.1]),
        Case.Of((double x) => UpToNegative(x, s_data), x => UpToNegativeGradient(x, s_data), x => UpToNegativeValueAndGradient(x, s_data)),
        Case.Of((double x) => ReadsBehindTheLast(x, s_data), x => ReadsBehindTheLastGradient(x, s_data), x => ReadsBehindTheLastValueAndGradient(x, s_data)),
        Case.Of((double x) => ThrownInLoop(x, s_data, 4), x => ThrownInLoopGradient(x, s_data, 4), x => ThrownInLoopValueAndGradient(x, s_data, 4)),
        Case.Of((double x) => NestedAndLeft(x, 7), x => NestedAndLeftGradient(x, 7), x => NestedAndLeftValueAndGradient(x, 7)).SmoothAt([0.31], [-0.7], [1.15]),
        Case.Of((double x) => CountedAfter(x, 9), x => CountedAfterGradient(x, 9), x => CountedAfterValueAndGradient(x, 9)),
        Case.Of(SeriesOfExponential, SeriesOfExponentialGradient, SeriesOfExponentialValueAndGradient).SmoothAt([0.3f], [1.1f], [2.2f]),
    ];

    [Fact] public void Trap_68_return_inside_of_a_loop() => Assert.Equal((5.0625, 13.5), LeftByReturnValueAndGradient(0.75));

    [Fact] public void Trap_69_break() => Assert.Equal(3, LeftByBreakGradient(0.4));

    [Fact] public void Trap_70_continue() => Assert.Equal(24, ContinuedDoGradient(3));

    [Fact]
    public void Trap_72_steps_of_a_floating_point_number()
    {
        double expected = 0;
        for (double t = 0.5; t < 2; t += 0.1)
        {
            expected += 2 * t * 0.1;
        }

        Assert.Equal(expected, RiemannSumGradient(0.5, 0.1).start, 1e-9);
    }

    // At the solution itself the loop makes no trip.
    [Fact] public void Trap_73_the_derivative_is_that_of_the_trips_that_are_made() => Assert.Equal((1.0, 0.0), SteppedRootValueAndGradient(1));

    [Fact] public void Trap_75_no_element_is_read_behind_the_last() => Assert.Equal(s_data[0] + s_data[1] + s_data[2], UpToNegativeGradient(1, s_data), 1e-15);

    [Fact] public void What_a_loop_throws_is_thrown() => Assert.Equal("i", Assert.Throws<ArgumentException>(() => ThrownInLoopGradient(1, s_data, 6)).Message);

    [Differentiable]
    internal static double SteppedRoot(double a)
    {
        double x = 1;
        int steps = 0;
        while (Math.Abs(x * x - a) > 1e-12 && steps++ < 60)
        {
            x = 0.5 * (x + a / x);
        }

        return x;
    }

    [Differentiable]
    internal static double LeftByReturn(double x)
    {
        double s = 0;
        for (int i = 0; i < 10; i++)
        {
            s += x;
            if (s > 2)
            {
                return s * s;
            }
        }

        return s;
    }

    [Differentiable]
    internal static double LeftByBreak(double u)
    {
        double r = 0;
        for (int i = 1; i <= 3; i++)
        {
            r += i * u;
            if (i == 2)
            {
                break;
            }
        }

        return r;
    }

    [Differentiable]
    internal static double ContinuedDo(double u)
    {
        double r = 0;
        int i = 0;
        do
        {
            i++;
            if (i % 2 == 0)
            {
                continue;
            }

            r += i * u * u;
        }
        while (i < 4);
        return r;
    }

    [Differentiable]
    internal static double RiemannSum(double start, double h)
    {
        double s = 0;
        int most = 0;
        for (double t = start; t < 2 && most < 1000; t += h, most++)
        {
            s += t * t * h;
        }

        return s;
    }

    // The arithmetic-geometric mean.
    [Differentiable]
    internal static double GeometricMean(double a, double b)
    {
        for (int i = 0; ; i++)
        {
            if (i == 40 || Math.Abs(a - b) <= 1e-14 * a)
            {
                return a;
            }

            (a, b) = ((a + b) / 2, Math.Sqrt(a * b));
        }
    }

    [Differentiable(nameof(x))]
    internal static double UpToNegative(double x, double[] a)
    {
        int i = 0;
        double s = 0;
        while (i < a.Length && a[i] > 0)
        {
            s += a[i++] * x;
        }

        return s;
    }

    [Differentiable(nameof(x))]
    internal static double ReadsBehindTheLast(double x, double[] a)
    {
        int i = 0;
        double s = 0;
        while (a[i] * x >= 0)
        {
            s += a[i] * x;
            i++;
        }

        return s;
    }

    [Differentiable(nameof(x))]
    internal static double ThrownInLoop(double x, double[] a, int n)
    {
        double s = x;
        int i = 0;
        while (i < n)
        {
            if (i >= a.Length)
            {
                throw new ArgumentException("i");
            }

            s = s * x + a[i];
            i++;
        }

        return s;
    }

    [Differentiable(nameof(x))]
    internal static double NestedAndLeft(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            int j = i;
            while (j > 0)
            {
                s += x * x * j;
                j /= 2;
                if (s > 6)
                {
                    return s * i + j;
                }

                if (i == 3)
                {
                    break;
                }
            }
        }

        return -s;
    }

    // What the loop has counted is read after it.
    [Differentiable(nameof(x))]
    internal static double CountedAfter(double x, int n)
    {
        double s = 0;
        int i;
        for (i = n; i > 0; i -= 2)
        {
            s = s * x + i;
            if (i < 4)
            {
                break;
            }
        }

        for (uint k = 0; k < n; k += 3)
        {
            n--;
            s += k * x;
        }

        return s * i * n;
    }

    [Differentiable]
    internal static float SeriesOfExponential(float x)
    {
        float sum = 0;
        float term = 1;
        for (int k = 1; Math.Abs(term) > 1e-6f && k < 50; k++)
        {
            sum += term;
            term *= x / k;
        }

        return sum;
    }
}
