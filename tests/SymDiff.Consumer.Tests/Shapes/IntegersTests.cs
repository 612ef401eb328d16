#pragma warning disable SYMD0203 // Integer divisions are among what is tested.

using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes;

/// <summary>Integers of every type among the floating-point numbers.</summary>
public partial class IntegersTests
{
    private static readonly int[] s_integers = [3, -7, 11, int.MaxValue, int.MinValue, 0];

    internal static Case[] Cases =>
    [
        Case.Of(
            (double x) => EveryType(x, 250, -3, -300, 60_000, -70_000, 4_000_000_000, -5_000_000_000, ulong.MaxValue, 'a', -9, 9),
            x => EveryTypeGradient(x, 250, -3, -300, 60_000, -70_000, 4_000_000_000, -5_000_000_000, ulong.MaxValue, 'a', -9, 9),
            x => EveryTypeValueAndGradient(x, 250, -3, -300, 60_000, -70_000, 4_000_000_000, -5_000_000_000, ulong.MaxValue, 'a', -9, 9)),
        Case.Of((float x) => InSingle(x, 16_777_217, 3), x => InSingleGradient(x, 16_777_217, 3), x => InSingleValueAndGradient(x, 16_777_217, 3)),
        Case.Of((double x) => Operators(x, 29, 5), x => OperatorsGradient(x, 29, 5), x => OperatorsValueAndGradient(x, 29, 5)),
        Case.Of((double x) => Narrowed(x, 300), x => NarrowedGradient(x, 300), x => NarrowedValueAndGradient(x, 300)),
        Case.Of((double x) => OfIntegers(x, s_integers), x => OfIntegersGradient(x, s_integers), x => OfIntegersValueAndGradient(x, s_integers)),
        Case.Of((double x) => Counted(x, s_integers), x => CountedGradient(x, s_integers), x => CountedValueAndGradient(x, s_integers)),
    ];

    [Differentiable(nameof(x))]
    private static double EveryType(double x, byte a, sbyte b, short c, ushort d, int e, uint f, long g, ulong h, char i, nint j, nuint k) =>
        a * x + b * x + c * x + d * x + e * x + f * x + g * x + h * x + i * x + j * x + k * x;

    // In C#'s order: 16777217 becomes 16777216f before it is multiplied.
    [Differentiable] private static float InSingle(float x, int n, int m) => n * x / m;

    [Fact] public void Integers_are_converted_before_they_are_multiplied() => Assert.Equal(16_777_217 * 1f / 3, InSingleGradient(1, 16_777_217, 3));

    [Differentiable]
    private static double Operators(double x, int n, int m)
    {
        int quotient = n / m;
        int remainder = n % m;
        int bits = (n & m) | (n ^ 3) << 1;
        n += m;
        m *= -2;
        n++;
        return x * quotient + x * x * remainder + bits / x + x * (n - m) + x * (n > m ? ~n : n >> 2);
    }

    [Fact] public void Integer_division_by_zero_throws() => Assert.Throws<DivideByZeroException>(() => OperatorsGradient(1, 5, 0));

    [Differentiable] private static double Narrowed(double x, int n) => x * unchecked((byte)n) + x * unchecked((sbyte)(n - 100)) + x * (uint)n;

    [Fact] public void Narrowing_wraps_around() => Assert.Equal(44 - 56 + 300, NarrowedGradient(1, 300));

    [Differentiable(nameof(x))]
    private static double OfIntegers(double x, int[] values)
    {
        double sum = 0;
        foreach (int value in values)
        {
            sum += Math.Abs(x * value) / (1.0 + values.Length);
        }

        return sum;
    }

    [Differentiable(nameof(x))]
    private static double Counted(double x, ReadOnlySpan<int> values)
    {
        int positive = 0;
        long total = 0;
        int greatest = int.MinValue;
        foreach (int value in values)
        {
            if (value > 0)
            {
                positive++;
            }

            total += value;
            greatest = Math.Max(greatest, value);
        }

        return x * x * positive + x * total / 7 + x / greatest;
    }
}
