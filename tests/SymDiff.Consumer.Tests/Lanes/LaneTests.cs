using SymDiff.Consumer.Tests.References;

namespace SymDiff.Consumer.Tests.Lanes;

/// <summary>Loops in lanes: of every length, at every offset, with numbers of every kind, they say what the same loops say step by step.</summary>
public class LaneTests
{
    private const int Longest = 100;

    internal delegate double Method(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    internal delegate (double Value, (double W, double B) Gradient) Derivative(double w, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    internal sealed record Loop(Method Method, Derivative InLanes, Derivative InOrder)
    {
        /// <summary>Some of the sums are of floats.</summary>
        public bool IsSingle { get; init; }
    }

    internal static readonly IReadOnlyDictionary<string, Loop> All = new Dictionary<string, Loop>
    {
        ["Line"] = new(Loops.Line, Loops.LineValueAndGradient, Loops.LineInOrderValueAndGradient),
        ["Branches"] = new(Loops.Branches, Loops.BranchesValueAndGradient, Loops.BranchesInOrderValueAndGradient),
        ["Neighbours"] = new(Loops.Neighbours, Loops.NeighboursValueAndGradient, Loops.NeighboursInOrderValueAndGradient),
        ["Indices"] = new(Loops.Indices, Loops.IndicesValueAndGradient, Loops.IndicesInOrderValueAndGradient) { IsSingle = true },
        ["Extremes"] = new(Loops.Extremes, Loops.ExtremesValueAndGradient, Loops.ExtremesInOrderValueAndGradient),
        ["Rows"] = new(Loops.Rows, Loops.RowsValueAndGradient, Loops.RowsInOrderValueAndGradient),
        ["Pairs"] = new(Loops.Pairs, Loops.PairsValueAndGradient, Loops.PairsInOrderValueAndGradient),
        ["Guarded"] = new(Loops.Guarded, Loops.GuardedValueAndGradient, Loops.GuardedInOrderValueAndGradient),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_length_at_every_offset(string name)
    {
        Loop loop = All[name];
        double[] numbers = Numbers(2 * Longest + 16);
        for (int length = 0; length <= Longest; length++)
        {
            for (int offset = 0; offset < 3; offset++)
            {
                ReadOnlySpan<double> x = numbers.AsSpan(offset, length);
                ReadOnlySpan<double> y = numbers.AsSpan(offset + length + 1, length);
                (double Value, (double W, double B) Gradient) expected = loop.InOrder(1.25, 0.75, x, y);
                (double Value, (double W, double B) Gradient) actual = loop.InLanes(1.25, 0.75, x, y);
                Assert.Equal(loop.Method(1.25, 0.75, x, y), expected.Value);

                // 2⁻⁵³ for each of the additions, whose terms are below 10, and a few units in the last place for functions.
                double tolerance = Math.Max(1, length) * (loop.IsSingle ? 1e-6 : 1e-14);
                Approximately.Equal(expected.Value, actual.Value, tolerance);
                Approximately.Equal(expected.Gradient, actual.Gradient, tolerance);
                if (length < 8)
                {
                    Assert.Equal(expected, actual);
                }
            }
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.0)]
    [InlineData(1e300)]
    public void A_number_out_of_the_ordinary_anywhere(double number)
    {
        foreach ((string name, Loop loop) in All)
        {
            for (int length = 8; length < 40; length += 5)
            {
                for (int position = 0; position < length; position++)
                {
                    double[] x = Numbers(length);
                    double[] y = Numbers(length + 7)[7..];
                    x[position] = number;
                    Same(loop, x, y, $"{name}: {number} at {position} of {length}");
                    (x[position], y[position]) = (0.5, number);
                    Same(loop, x, y, $"{name}: y {number} at {position} of {length}");
                }
            }
        }
    }

    [Fact]
    public void What_a_condition_forbids_isnt_read()
    {
        double[] x = Numbers(50);
        double[] y = Numbers(40);
        x.AsSpan(40).Fill(-1);
        Approximately.Equal(Loops.GuardedInOrderValueAndGradient(2, 3, x, y).Gradient, Loops.GuardedValueAndGradient(2, 3, x, y).Gradient, 1e-13);
        Assert.Equal(Loops.Guarded(2, 3, x, y), Loops.GuardedValueAndGradient(2, 3, x, y).Value);
        x[45] = 1;
        Assert.Throws<IndexOutOfRangeException>(() => Loops.GuardedValueAndGradient(2, 3, x, y));
    }

    [Fact]
    public void What_fails_in_a_later_step_fails()
    {
        double[] x = Numbers(37);
        x[36] = -1e7;
        Assert.Throws<ArgumentOutOfRangeException>(() => Loops.ExtremesValueAndGradient(1, 1, x, x));
        x[36] = 0;
        Loops.ExtremesValueAndGradient(1, 1, x, x);
        Assert.Throws<IndexOutOfRangeException>(() => Loops.LineValueAndGradient(1, 1, x, x.AsSpan(1)));
    }

    [Fact]
    public void In_single_precision()
    {
        float[] numbers = [.. Numbers(2 * Longest + 16).Select(static number => (float)number)];
        for (int length = 0; length <= Longest; length++)
        {
            for (int offset = 0; offset < 3; offset++)
            {
                ReadOnlySpan<float> x = numbers.AsSpan(offset, length);
                ReadOnlySpan<float> y = numbers.AsSpan(offset + length + 1, length);
                (float value, (float w, float b)) = Loops.SingleLineInOrderValueAndGradient(1.25f, 0.75f, x, y);
                (float laneValue, (float laneW, float laneB)) = Loops.SingleLineValueAndGradient(1.25f, 0.75f, x, y);
                Assert.Equal(Loops.SingleLine(1.25f, 0.75f, x, y), value);
                double tolerance = Math.Max(1, length) * 2e-6;
                Approximately.Equal(value, laneValue, tolerance);
                Approximately.Equal((w, b), (laneW, laneB), tolerance);
                if (length < 16)
                {
                    Assert.Equal((value, w, b), (laneValue, laneW, laneB));
                }
            }
        }
    }

    [Fact]
    public void Several_sums_at_once()
    {
        for (int length = 0; length <= Longest; length++)
        {
            double[] x = Numbers(length);
            (double value, var gradient) = Loops.PolynomialInOrderValueAndGradient(1, -2, 3, 0.5, x);
            (double laneValue, var laneGradient) = Loops.PolynomialValueAndGradient(1, -2, 3, 0.5, x);
            Approximately.Equal(value, laneValue, 1e-13);
            Approximately.Equal((gradient.a, gradient.b), (laneGradient.a, laneGradient.b), 1e-13);
            Approximately.Equal((gradient.c, gradient.d), (laneGradient.c, laneGradient.d), 1e-13);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] x = Numbers(1000);
        Loops.LineValueAndGradient(1, 2, x, x);
        Loops.BranchesValueAndGradient(1, 2, x, x);
        Loops.NeighboursValueAndGradient(1, 2, x, x);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Loops.LineValueAndGradient(1, 2, x, x);
        Loops.BranchesValueAndGradient(1, 2, x, x);
        Loops.NeighboursValueAndGradient(1, 2, x, x);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Between −1.5 and 1.5.</summary>
    internal static double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(static i => 1.5 * Math.Sin((7 * i * i) + 1))];

    private static void Same(Loop loop, double[] x, double[] y, string where)
    {
        double value, w, b;
        try
        {
            (value, (w, b)) = loop.InOrder(1.25, 0.75, x, y);
        }
        catch (ArgumentOutOfRangeException)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => loop.InLanes(1.25, 0.75, x, y));
            return;
        }

        (double laneValue, (double laneW, double laneB)) = loop.InLanes(1.25, 0.75, x, y);
        double tolerance = loop.IsSingle ? 1e-5 : 1e-12;
        Assert.True(
            Approximately.AreEqual(value, laneValue, tolerance) && Approximately.AreEqual(w, laneW, tolerance) && Approximately.AreEqual(b, laneB, tolerance),
            $"{where}: {(value, w, b)} in order, {(laneValue, laneW, laneB)} in lanes");
    }
}
