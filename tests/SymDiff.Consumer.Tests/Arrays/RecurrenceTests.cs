using SymDiff.Consumer.Tests.Cases;
using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>Loops that carry values from trip to trip, differentiated backwards.</summary>
public partial class RecurrenceTests
{
    private static readonly double[] s_data = [0.5, -1.5, 2, 3, 0.25];
    private static readonly int[] s_some = [1, 2, 3, 5, 9, 40];

    internal static ArrayCase[] Cases =>
    [
        ArrayCase.Of(x => Horner(0.8, x), (x, g) => HornerGradient(0.8, x, g), (x, g) => HornerValueAndGradient(0.8, x, g)),
        ArrayCase.Of(x => Product(x), ProductGradient, ProductValueAndGradient),
        ArrayCase.Of(x => Smoothed(0.3, x), (x, g) => SmoothedGradient(0.3, x, g), (x, g) => SmoothedValueAndGradient(0.3, x, g)),
        ArrayCase.Of(x => ContinuedFraction(x), ContinuedFractionGradient, ContinuedFractionValueAndGradient),
        ArrayCase.Of(x => Filter(x), FilterGradient, FilterValueAndGradient),
        ArrayCase.Of(x => Garch(x), GarchGradient, GarchValueAndGradient) with { Lengths = s_some, Precision = 1e-6 },
        ArrayCase.Of(x => LogisticMap(x), LogisticMapGradient, LogisticMapValueAndGradient) with { Lengths = [0, 1, 2, 3, 5] },
        ArrayCase.Of(x => Forced(x), ForcedGradient, ForcedValueAndGradient) with { Lengths = s_some },
        ArrayCase.Of(x => Newton(x), NewtonGradient, NewtonValueAndGradient),
        ArrayCase.Of(x => Nested(x), NestedGradient, NestedValueAndGradient) with { Lengths = [0, 1, 2, 3, 5] },
        ArrayCase.Of(x => Branching(x), BranchingGradient, BranchingValueAndGradient) with { Lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8] },
        ArrayCase.Of(x => Backwards(x), BackwardsGradient, BackwardsValueAndGradient),
        ArrayCase.Of(x => Recurrences(x), RecurrencesGradient, RecurrencesValueAndGradient) with { Lengths = [0, 1, 2, 3, 5, 9] },
        ArrayCase.Of(x => OneUnderACondition(0, x), (x, g) => OneUnderAConditionGradient(0, x, g), (x, g) => OneUnderAConditionValueAndGradient(0, x, g)) with { Lengths = [0, 1, 2, 3, 5, 9] },
        ArrayCase.Of(x => OneUnderACondition(9, x), (x, g) => OneUnderAConditionGradient(9, x, g), (x, g) => OneUnderAConditionValueAndGradient(9, x, g)) with { Lengths = [0, 1, 2, 3, 5, 9] },
        ArrayCase.Of(x => UnderDifferentConditions(0, x), (x, g) => UnderDifferentConditionsGradient(0, x, g), (x, g) => UnderDifferentConditionsValueAndGradient(0, x, g)) with { Lengths = [0, 1, 2, 3, 5, 9] },
        ArrayCase.Of(x => UnderDifferentConditions(9, x), (x, g) => UnderDifferentConditionsGradient(9, x, g), (x, g) => UnderDifferentConditionsValueAndGradient(9, x, g)) with { Lengths = [0, 1, 2, 3, 5, 9] },
    ];

    internal static Case[] CasesOfNumbers =>
    [
        Case.Of(Pendulum, PendulumGradient, PendulumValueAndGradient),
        Case.Of(RungeKutta, RungeKuttaGradient, RungeKuttaValueAndGradient),
        Case.Of(Mean, MeanGradient, MeanValueAndGradient).SmoothAt([1.2, 0.7, 0.9], [3, 0.1, 2]),
        Case.Of((double a, double b, double c) => Weighted(a, b, c, s_data), (a, b, c) => WeightedGradient(a, b, c, s_data), (a, b, c) => WeightedValueAndGradient(a, b, c, s_data)),
        Case.Of((double a, double b, double c) => Weighted(a, b, c, []), (a, b, c) => WeightedGradient(a, b, c, []), (a, b, c) => WeightedValueAndGradient(a, b, c, []), "none"),
    ];

    // One loop for both, of which one is read only sometimes.
    [Differentiable("x")]
    private static double OneUnderACondition(double limit, ReadOnlySpan<double> x)
    {
        (double a, double b) = (1, 0.5);
        foreach (double v in x)
        {
            (a, b) = (0.9 * a + Math.Sin(v * b), b * v + Math.Cos(a));
        }

        return b + (a * a > limit ? a * a : 0);
    }

    [Differentiable("x")]
    private static double UnderDifferentConditions(double limit, ReadOnlySpan<double> x)
    {
        (double a, double b, double c) = (1, 0.5, 0);
        foreach (double v in x)
        {
            (a, b) = (0.9 * a + Math.Sin(v * b), b * v + Math.Cos(a));
            c = 0.5 * c + a * b;
        }

        double sum = c;
        if (limit < 1)
        {
            sum += a * a;
        }
        else
        {
            sum += b;
        }

        if (limit > 2)
        {
            sum *= b;
        }

        return sum;
    }

    [Theory]
    [InlineData(-1, 5.5)]
    [InlineData(1, double.PositiveInfinity)]
    public void What_is_not_read_contributes_nothing_where_its_slope_is_infinite(double chosen, double expected)
    {
        double[] gradient = new double[3];
        OneOverflowingGradient(chosen, [1e200, 3, 4], gradient);
        Assert.Equal([expected, 0.5e200, 1e200], gradient);
    }

    [Differentiable("x")]
    private static double OneOverflowing(double chosen, ReadOnlySpan<double> x)
    {
        (double power, double sum) = (x[0], 0);
        for (int i = 1; i < x.Length; i++)
        {
            (power, sum) = (power * power, 0.5 * sum + x[0] * x[i]);
        }

        return sum + (chosen > 0 ? power : 0);
    }

    [Differentiable("coefficients")]
    private static double Horner(double x, ReadOnlySpan<double> coefficients)
    {
        double value = 0;
        for (int i = 0; i < coefficients.Length; i++)
        {
            value = value * x + coefficients[i];
        }

        return value;
    }

    [Differentiable]
    private static double Product(ReadOnlySpan<double> x)
    {
        double product = 1;
        foreach (double factor in x)
        {
            product *= factor;
        }

        return product;
    }

    [Theory]
    [InlineData(new double[] { 2, 0, 5 }, new double[] { 0, 10, 0 })]
    [InlineData(new double[] { 0, 3, 0 }, new double[] { 0, 0, 0 })]
    [InlineData(new double[] { 0 }, new double[] { 1 })]
    public void A_product_has_the_right_gradient_where_factors_are_zero(double[] factors, double[] expected)
    {
        double[] gradient = new double[factors.Length];
        ProductGradient(factors, gradient);
        Assert.Equal(expected, gradient);
    }

    // Exponential smoothing, and what is left over.
    [Differentiable("x")]
    private static double Smoothed(double alpha, ReadOnlySpan<double> x)
    {
        double level = 1;
        double error = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double difference = x[i] - level;
            error += difference * difference;
            level += alpha * difference;
        }

        return error;
    }

    [Differentiable]
    private static double ContinuedFraction(ReadOnlySpan<double> x)
    {
        double value = 1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            value = x[i] + 1 / value;
        }

        return value;
    }

    // A biquad, direct form II transposed.
    [Differentiable]
    private static double Filter(ReadOnlySpan<double> x)
    {
        double first = 0;
        double second = 0;
        double power = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double y = 0.2 * x[i] + first;
            first = 0.4 * x[i] - -0.6 * y + second;
            second = 0.2 * x[i] - 0.3 * y;
            power += y * y;
        }

        return power;
    }

    [Differentiable]
    private static double Garch(ReadOnlySpan<double> returns)
    {
        double variance = 0.5;
        double likelihood = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            likelihood -= 0.5 * (Math.Log(variance) + returns[i] * returns[i] / variance);
            variance = 0.1 + 0.2 * returns[i] * returns[i] + 0.7 * variance;
        }

        return likelihood;
    }

    [Differentiable]
    private static double LogisticMap(ReadOnlySpan<double> rates)
    {
        double x = 0.3;
        for (int i = 0; i < rates.Length; i++)
        {
            x = rates[i] * x * (1 - x);
        }

        return x;
    }

    // A pendulum that is pushed, by leapfrog.
    [Differentiable]
    private static double Forced(ReadOnlySpan<double> push)
    {
        double angle = 0.5;
        double speed = 0;
        for (int i = 0; i < push.Length; i++)
        {
            speed -= 0.05 * (Math.Sin(angle) - push[i]);
            angle += 0.1 * speed;
            speed -= 0.05 * (Math.Sin(angle) - push[i]);
        }

        return angle * angle + speed;
    }

    // The square root of each element by six steps.
    [Differentiable]
    private static double Newton(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double root = 1;
            for (int k = 0; k < 6; k++)
            {
                root = 0.5 * (root + x[i] / root);
            }

            sum += root;
        }

        return sum;
    }

    // A loop that carries inside of a loop that carries.
    [Differentiable]
    private static double Nested(ReadOnlySpan<double> x)
    {
        double outer = 0.2;
        for (int i = 0; i < x.Length; i++)
        {
            double inner = outer;
            for (int k = 0; k <= i; k++)
            {
                inner = Math.Sin(inner + x[k] * outer);
            }

            outer = outer * 0.5 + inner * x[i];
        }

        return outer;
    }

    [Differentiable]
    private static double Branching(ReadOnlySpan<double> x)
    {
        double state = 0.5;
        for (int i = 0; i < x.Length; i++)
        {
            if (state > 0.9)
            {
                state = Math.Sqrt(state) - 0.3 * x[i];
            }
            else if (x[i] > 1)
            {
                state *= x[i];
            }
            else
            {
                state += Math.Exp(-x[i]) * 0.4;
            }
        }

        return state;
    }

    [Differentiable]
    private static double Backwards(ReadOnlySpan<double> x)
    {
        double state = 0;
        for (int i = x.Length - 1; i > 0; i -= 2)
        {
            state = Math.Tanh(state + x[i]) * x[i - 1];
        }

        return state;
    }

    // A recurrence in each term of a sum, with what all of them share.
    [Differentiable]
    private static double Recurrences(ReadOnlySpan<double> x)
    {
        double total = 0;
        foreach (double start in s_data)
        {
            double state = start;
            for (int i = 0; i < x.Length; i++)
            {
                state = 0.5 * state + x[i];
            }

            total += state * start;
        }

        return total;
    }

    [Differentiable]
    private static double Pendulum(double angle, double speed, double gravity, double step)
    {
        for (int i = 0; i < 20; i++)
        {
            speed -= 0.05 * step * gravity * Math.Sin(angle);
            angle += 0.1 * step * speed;
            speed -= 0.05 * step * gravity * Math.Sin(angle);
        }

        return angle;
    }

    [Differentiable]
    private static double RungeKutta(double y, double a, double b)
    {
        for (int i = 0; i < 8; i++)
        {
            double k1 = Math.Sin(a * y) - b;
            double k2 = Math.Sin(a * (y + 0.05 * k1)) - b;
            double k3 = Math.Sin(a * (y + 0.05 * k2)) - b;
            double k4 = Math.Sin(a * (y + 0.1 * k3)) - b;
            y += 0.1 / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }

        return y;
    }

    // Arithmetic and geometric.
    [Differentiable]
    private static double Mean(double a, double b, double c)
    {
        for (int i = 0; i < 4; i++)
        {
            double next = 0.5 * (a + b);
            b = Math.Sqrt(a * b) * c;
            a = next;
        }

        return a;
    }

    [Differentiable("a", "b", "c")]
    private static double Weighted(double a, double b, double c, double[] data)
    {
        double state = a;
        double weight = 1;
        for (int i = 1; i < data.Length; i++)
        {
            weight *= b;
            state = state * c + weight * Math.Sin(data[i] + state);
        }

        return state * weight;
    }

    // What isn't read doesn't count, whatever it is.
    [Differentiable]
    private static double Unread(ReadOnlySpan<double> x)
    {
        double state = 1;
        double unread = 0;
        for (int i = 0; i < x.Length; i++)
        {
            unread = Math.Sqrt(unread * x[i]) / unread;
            state = x[i] > 100 ? state + unread : state * x[i];
        }

        return state;
    }

    [Fact]
    public void A_carried_value_that_is_not_read_contributes_nothing()
    {
        double[] gradient = new double[3];
        UnreadGradient([2, 3, 4], gradient);
        Assert.Equal([12, 8, 6], gradient);
    }

    [Fact]
    public void A_long_loop_allocates_nothing_once_the_pool_has_its_memory()
    {
        double[] x = new double[100_000];
        Array.Fill(x, 0.5);
        double[] gradient = new double[x.Length];
        GarchGradient(x, gradient);
        GarchGradient(x, gradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        GarchGradient(x, gradient);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        double slope = Reference.Gradient(moved => Garch([.. x[..4], moved[0], .. x[5..]]), [0.5])[0];
        Assert.True(Approximately.AreEqual(slope, gradient[4], 1e-4), $"expected {slope}, got {gradient[4]}");
    }
}
