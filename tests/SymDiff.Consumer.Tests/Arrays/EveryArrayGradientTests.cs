using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Arrays;

/// <summary>What holds for the gradient of every method of an array.</summary>
public class EveryArrayGradientTests
{
    private static readonly Dictionary<string, ArrayCase> s_cases = ((ArrayCase[])[.. IndexTests.Cases, .. ParameterTests.Cases, .. ModelTests.Cases, .. LocalArrayTests.Cases, .. ReductionTests.Cases, .. LargestTests.Cases, .. KeptBetweenLoopsTests.Cases, .. Lanes.ContractionTests.Cases, .. RecurrenceTests.Cases, .. InPlaceTests.Cases, .. Language.SequenceTests.ArrayCases, .. Lanes.StencilTests.Cases, .. Lanes.BlockTests.Cases]).ToDictionary(each => each.Name);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Agrees_with_finite_differences(string name)
    {
        ArrayCase each = s_cases[name];
        foreach (int length in each.Lengths)
        {
            double[] point = each.Point(length);
            double[] gradient = Garbage(length);
            each.Gradient(point, gradient);
            AssertEqual(each.Expected(point), gradient, each.Precision, $"length {length}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Value_has_the_bits_of_the_method_and_the_gradient_is_the_same_with_it(string name)
    {
        ArrayCase each = s_cases[name];
        foreach (int length in each.Lengths)
        {
            double[] point = each.Point(length);
            double[] gradient = Garbage(length);
            double[] other = new double[length];
            each.Gradient(point, gradient);
            AssertSameValue(each, each.Value(point), each.ValueAndGradient(point, other), length);
            AssertEqual(gradient, other, 1e-13, $"length {length}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Is_the_same_wherever_it_lies_in_memory_and_writes_nothing_beside(string name)
    {
        ArrayCase each = s_cases[name];
        foreach (int length in each.Lengths)
        {
            double[] point = each.Point(length);
            double[] gradient = new double[length];
            each.Gradient(point, gradient);
            for (int offset = 1; offset < 9; offset++)
            {
                double[] memory = [.. Garbage(offset), .. point, .. Garbage(7)];
                double[] destination = Garbage(length + 16);
                each.Gradient(memory.AsSpan(offset, length), destination.AsSpan(9 - offset, length));
                Assert.Equal(gradient, destination.AsSpan(9 - offset, length).ToArray());
                Assert.All(destination[..(9 - offset)].Concat(destination[(9 - offset + length)..]), static beside => Assert.Equal(-7.25, beside));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Destination_that_does_not_fit_is_refused_before_anything_is_written(string name)
    {
        ArrayCase each = s_cases[name];
        foreach (int length in each.Lengths)
        {
            double[] point = each.Point(length);
            foreach (int wrong in (int[])[length - 1, length + 1, 2 * length + 3])
            {
                if (wrong >= 0)
                {
                    double[] gradient = Garbage(wrong);
                    Assert.Contains("exactly that length", Assert.Throws<ArgumentException>(() => each.Gradient(point, gradient)).Message, StringComparison.Ordinal);
                    Assert.Throws<ArgumentException>(() => each.ValueAndGradient(point, gradient));
                    Assert.Equal(Garbage(wrong), gradient);
                }
            }

            if (each.IsOfSpans && length > 0)
            {
                double[] memory = [.. point, .. point];
                double[] before = [.. memory];
                for (int shift = 0; shift < length; shift++)
                {
                    Assert.Contains("overlaps", Assert.Throws<ArgumentException>(() => each.Gradient(memory.AsSpan(shift, length), memory.AsSpan(0, length))).Message, StringComparison.Ordinal);
                    Assert.Throws<ArgumentException>(() => each.ValueAndGradient(memory.AsSpan(0, length), memory.AsSpan(shift, length)));
                }

                each.Gradient(memory.AsSpan(0, length), memory.AsSpan(length));
                Assert.Equal(before[..length], memory[..length]);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void NaN_and_infinity_are_numbers_too(string name)
    {
        ArrayCase each = s_cases[name];
        foreach (double special in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon])
        {
            double[] point = each.Point(each.Lengths[^1]);
            for (int i = 0; i < point.Length; i += 1 + (point.Length / 7))
            {
                double[] moved = [.. point];
                moved[i] = special;
                double[] gradient = Garbage(point.Length);
                AssertSameValue(each, each.Value(moved), each.ValueAndGradient(moved, gradient), point.Length);
                Assert.DoesNotContain(-7.25, gradient);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Allocates_nothing(string name)
    {
        ArrayCase each = s_cases[name];
        if (!each.IsOfSpans)
        {
            return;
        }

        double[] point = each.Point(each.Lengths[^1]);
        double[] gradient = new double[point.Length];
        for (int i = 0; i < 3; i++)
        {
            each.Gradient(point, gradient);
            each.ValueAndGradient(point, gradient);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        each.Gradient(point, gradient);
        each.ValueAndGradient(point, gradient);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // Loops of as many steps as there are lanes take sums in another order.
    private static void AssertSameValue(ArrayCase each, double expected, double actual, int length)
    {
        if (length < 8 && !each.ReordersSums)
        {
            Assert.Equal(expected, actual);
        }
        else
        {
            Approximately.Equal(expected, actual);
        }
    }

    private static double[] Garbage(int length)
    {
        double[] garbage = new double[length];
        Array.Fill(garbage, -7.25);
        return garbage;
    }

    private static void AssertEqual(double[] expected, double[] actual, double precision, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Approximately.AreEqual(expected[i], actual[i], precision) || Math.Abs(expected[i] - actual[i]) <= precision * scale,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{where}, element {i}: expected {expected[i]:R}, got {actual[i]:R}"));
        }
    }
}
