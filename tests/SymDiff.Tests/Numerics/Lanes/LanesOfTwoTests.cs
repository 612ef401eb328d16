namespace SymDiff.Tests.Numerics;

/// <summary>Functions of two arguments.</summary>
public sealed class LanesOfTwoTests
{
    private static readonly double[] edges =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 2.5, -2.5, 1e300, -1e300, 1e-300, 5e-324, -5e-324, 1e-310, 9007199254740991, -9007199254740991, 9007199254740992,
        0.9999999999999999, 1.0000000000000002, -1.0000000000000002, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    public static TheoryData<string> Names => LaneFunctionOfTwo.Names;

    [Theory, MemberData(nameof(Names))]
    public void In_double_the_error_is_within_its_bound(string name)
    {
        LaneFunctionOfTwo function = LaneFunctionOfTwo.Named(name);
        var rows = LanesReferences.Of(name);
        Assert.True(rows.Length >= 300, "The table of references lacks the function.");

        (double error, LanesReference row) = rows
            .Select(row => (Ulps.Between(function.Of(row.Arguments[0], row.Arguments[1]), row.Value, row.Rest), row))
            .MaxBy(pair => pair.Item1);
        Assert.True(error <= function.Bound, $"{error} ulp at {row.Arguments[0]:R}, {row.Arguments[1]:R}");
        Assert.True(error >= 0.4, "No correctly rounded function can be as good as that: the references must be wrong.");
    }

    // Against the function in double, whose error is nothing here.
    [Theory, MemberData(nameof(Names))]
    public void In_float_the_error_is_within_its_bound(string name)
    {
        LaneFunctionOfTwo function = LaneFunctionOfTwo.Named(name);
        var random = new Random(1);
        for (int i = 0; i < 40_000; i++)
        {
            (float x, float y) = (i % 3) switch
            {
                0 => (BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)), BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))),
                1 => (MathF.Exp((random.NextSingle() - 0.5f) * 40), (random.NextSingle() - 0.5f) * 20),
                _ => ((random.NextSingle() - 0.5f) * 10, MathF.Round((random.NextSingle() - 0.5f) * 10)),
            };
            double error = Ulps.Between(function.Of(x, y), function.Of((double)x, (double)y));
            Assert.True(error <= function.SingleBound, $"{error} ulp at {x:R}, {y:R}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void At_the_edges_it_is_as_the_scalar_function(string name)
    {
        LaneFunctionOfTwo function = LaneFunctionOfTwo.Named(name);
        foreach (double x in edges)
        {
            foreach (double y in edges)
            {
                // Two units are for the scalar function, which differs from machine to machine.
                double error = Ulps.Between(function.Of(x, y), function.Scalar(x, y), 0);
                Assert.True(error <= 2, $"{name}({x:R}, {y:R}) is {function.Of(x, y):R} instead of {function.Scalar(x, y):R}");

                (float first, float second) = ((float)x, (float)y);
                error = Ulps.Between(function.Of(first, second), function.Scalar(first, second));
                Assert.True(error <= 2, $"{name}({first:R}, {second:R}) is {function.Of(first, second):R} instead of {(float)function.Scalar(first, second):R}");
            }
        }
    }
}
