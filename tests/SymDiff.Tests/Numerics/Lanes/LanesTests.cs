using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Tests.Numerics;

/// <summary>Functions of one argument, over the whole range of their arguments.</summary>
public sealed class LanesTests
{
#if DEBUG
    private const long Step = 997 * 29; // Without optimization a function takes a hundred times as long.
#else
    private const long Step = 997;
#endif

    public static TheoryData<string> Names => LaneFunction.Names;

    [Theory, MemberData(nameof(Names))]
    public void In_double_the_error_is_within_its_bound(string name)
    {
        LaneFunction function = LaneFunction.Named(name);
        var rows = LanesReferences.Of(name);
        Assert.True(rows.Length >= 300, "The table of references lacks the function.");

        (double error, double x) = rows.Max(row => (Ulps.Between(function.Of(row.Arguments[0]), row.Value, row.Rest), row.Arguments[0]));
        Assert.True(error <= function.Bound, $"{error} ulp at {x:R}");
        Assert.True(error >= 0.49, "No correctly rounded function can be as good as that: the references must be wrong.");
    }

    // The function in double is within two ulp of double, as the other test shows, which is nothing here.
    [Theory, MemberData(nameof(Names))]
    public void In_float_the_error_is_within_its_bound_for_arguments_of_every_kind(string name)
    {
        LaneFunction function = LaneFunction.Named(name);
        double worst = 0;
        float at = 0;
        Span<float> x = stackalloc float[16];
        for (long bits = 0; bits < 1L << 32; bits += 16 * Step)
        {
            for (int lane = 0; lane < 16; lane++)
                x[lane] = BitConverter.UInt32BitsToSingle((uint)(bits + (lane * Step)));

            Vector512<float> vector = Vector512.Create<float>(x);
            Vector512<float> actual = Vector512.Create(function.Single256(vector.GetLower()), function.Single256(vector.GetUpper()));
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(vector);
            Compare(actual.GetLower(), Vector512.Create(function.Double256(lower.GetLower()), function.Double256(lower.GetUpper())), vector.GetLower());
            Compare(actual.GetUpper(), Vector512.Create(function.Double256(upper.GetLower()), function.Double256(upper.GetUpper())), vector.GetUpper());
        }

        Assert.True(worst <= function.SingleBound, $"{worst} ulp at {at:R}");

        void Compare(Vector256<float> actual, Vector512<double> right, Vector256<float> arguments)
        {
            for (int lane = 0; lane < 8; lane++)
            {
                double error = Ulps.Between(actual[lane], right[lane]);
                if (error > worst)
                    (worst, at) = (error, arguments[lane]);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void All_lanes_of_all_widths_give_the_same(string name)
    {
        LaneFunction function = LaneFunction.Named(name);
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++)
        {
            function.Of(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
            function.Of(BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
            function.Of((random.NextDouble() - 0.5) * 100);
            function.Of((random.NextSingle() - 0.5f) * 100);
        }
    }

    // Of the function with its name in Math, or of the one that is written out; zeros with their sign.
    [Theory]
    [InlineData("Exp", 0, 1)]
    [InlineData("Exp", -0.0, 1)]
    [InlineData("Exp", double.NegativeInfinity, 0)]
    [InlineData("Exp", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Exp", 1e300, double.PositiveInfinity)]
    [InlineData("Exp", -1e300, 0)]
    [InlineData("ExpM1", 0, 0)]
    [InlineData("ExpM1", -0.0, -0.0)]
    [InlineData("ExpM1", 5e-324, 5e-324)]
    [InlineData("ExpM1", -1e-320, -1e-320)]
    [InlineData("ExpM1", double.NegativeInfinity, -1)]
    [InlineData("ExpM1", -1e300, -1)]
    [InlineData("ExpM1", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("ExpM1", 1e300, double.PositiveInfinity)]
    [InlineData("Log", 0, double.NegativeInfinity)]
    [InlineData("Log", -0.0, double.NegativeInfinity)]
    [InlineData("Log", 1, 0)]
    [InlineData("Log", -1, double.NaN)]
    [InlineData("Log", -5e-324, double.NaN)]
    [InlineData("Log", double.NegativeInfinity, double.NaN)]
    [InlineData("Log", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("LogP1", 0, 0)]
    [InlineData("LogP1", -0.0, -0.0)]
    [InlineData("LogP1", 5e-324, 5e-324)]
    [InlineData("LogP1", -1, double.NegativeInfinity)]
    [InlineData("LogP1", -1.5, double.NaN)]
    [InlineData("LogP1", double.NegativeInfinity, double.NaN)]
    [InlineData("LogP1", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Tanh", 0, 0)]
    [InlineData("Tanh", -0.0, -0.0)]
    [InlineData("Tanh", 5e-324, 5e-324)]
    [InlineData("Tanh", -1e-320, -1e-320)]
    [InlineData("Tanh", double.NegativeInfinity, -1)]
    [InlineData("Tanh", double.PositiveInfinity, 1)]
    [InlineData("Sigmoid", 0, 0.5)]
    [InlineData("Sigmoid", double.NegativeInfinity, 0)]
    [InlineData("Sigmoid", double.PositiveInfinity, 1)]
    [InlineData("Sigmoid", -1e300, 0)]
    [InlineData("Softplus", 0, 0.6931471805599453)]
    [InlineData("Softplus", double.NegativeInfinity, 0)]
    [InlineData("Softplus", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Softplus", 1e300, 1e300)]
    [InlineData("Sin", 0, 0)]
    [InlineData("Sin", -0.0, -0.0)]
    [InlineData("Sin", 5e-324, 5e-324)]
    [InlineData("Sin", double.PositiveInfinity, double.NaN)]
    [InlineData("Sin", double.NegativeInfinity, double.NaN)]
    [InlineData("Cos", 0, 1)]
    [InlineData("Cos", -0.0, 1)]
    [InlineData("Cos", double.PositiveInfinity, double.NaN)]
    public void At_the_edges(string name, double x, double expected)
    {
        LaneFunction function = LaneFunction.Named(name);
        Assert.Equal(0, Ulps.Between(function.Of(x), expected, 0));
        if (x is 1e300 or -1e300 || Math.Abs(x) is > 0 and < 1e-300)
            return;

        Assert.Equal(0, Ulps.Between(function.Of((float)x), (double)(float)expected));
    }

    [Theory, MemberData(nameof(Names))]
    public void Of_no_number_is_no_number(string name)
    {
        Assert.True(double.IsNaN(LaneFunction.Named(name).Of(double.NaN)));
        Assert.True(float.IsNaN(LaneFunction.Named(name).Of(float.NaN)));
    }

    [Fact]
    public void Sine_and_cosine_are_the_same_together()
    {
        var random = new Random(2);
        for (int i = 0; i < 2_000; i++)
        {
            var x = Vector512.Create(Enumerable.Range(0, 8).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-20, 60))).ToArray());
            Assert.Equal((Lanes.Sin(x), Lanes.Cos(x)), Lanes.SinCos(x));
            var y = Vector512.Create(Enumerable.Range(0, 16).Select(_ => MathF.ScaleB(random.NextSingle() - 0.5f, random.Next(-20, 60))).ToArray());
            Assert.Equal((Lanes.Sin(y), Lanes.Cos(y)), Lanes.SinCos(y));
        }
    }
}
