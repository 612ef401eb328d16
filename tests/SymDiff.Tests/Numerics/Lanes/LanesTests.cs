using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Tests.Numerics;

/// <summary>Functions of one argument, over the whole range of their arguments.</summary>
public sealed class LanesTests
{
    // Without optimization, or on a machine without such vectors, a function takes a hundred times as long.
#if DEBUG
    private static readonly long step = 997 * 29;
#else
    private static readonly long step = Vector256.IsHardwareAccelerated ? 997 : 997 * 29;
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
        for (long bits = 0; bits < 1L << 32; bits += 16 * step)
        {
            for (int lane = 0; lane < 16; lane++)
                x[lane] = BitConverter.UInt32BitsToSingle((uint)(bits + (lane * step)));

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
                bool flushed = function.FlushesSubnormals && Math.Abs(right[lane]) < 1.1754943508222875e-38;
                double error = Ulps.Between(actual[lane], flushed ? 0 : right[lane]);
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
    [InlineData("Sigmoid'", 0, 0.25)]
    [InlineData("Sigmoid'", double.NegativeInfinity, 0)]
    [InlineData("Sigmoid'", double.PositiveInfinity, 0)]
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
    [InlineData("Exp2", 0, 1)]
    [InlineData("Exp2", 3, 8)]
    [InlineData("Exp2", -2, 0.25)]
    [InlineData("Exp2", 1023, 8.98846567431158E+307)]
    [InlineData("Exp2", 1024, double.PositiveInfinity)]
    [InlineData("Exp2", -1074, 5e-324)]
    [InlineData("Exp2", -1076, 0)]
    [InlineData("Exp2", double.NegativeInfinity, 0)]
    [InlineData("Exp2", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Exp2", 1e300, double.PositiveInfinity)]
    [InlineData("Exp2", -1e300, 0)]
    [InlineData("Exp10", 0, 1)]
    [InlineData("Exp10", 308, 1e308)]
    [InlineData("Exp10", 309, double.PositiveInfinity)]
    [InlineData("Exp10", -400, 0)]
    [InlineData("Exp10", double.NegativeInfinity, 0)]
    [InlineData("Exp10", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Exp10", 1e300, double.PositiveInfinity)]
    [InlineData("Exp10", -1e300, 0)]
    [InlineData("Log2", 0, double.NegativeInfinity)]
    [InlineData("Log2", -0.0, double.NegativeInfinity)]
    [InlineData("Log2", 1, 0)]
    [InlineData("Log2", 8, 3)]
    [InlineData("Log2", 0.125, -3)]
    [InlineData("Log2", 5e-324, -1074)]
    [InlineData("Log2", -1, double.NaN)]
    [InlineData("Log2", double.NegativeInfinity, double.NaN)]
    [InlineData("Log2", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Log10", 0, double.NegativeInfinity)]
    [InlineData("Log10", -0.0, double.NegativeInfinity)]
    [InlineData("Log10", 1, 0)]
    [InlineData("Log10", -1, double.NaN)]
    [InlineData("Log10", double.NegativeInfinity, double.NaN)]
    [InlineData("Log10", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Sinh", 0, 0)]
    [InlineData("Sinh", -0.0, -0.0)]
    [InlineData("Sinh", 5e-324, 5e-324)]
    [InlineData("Sinh", -1e-320, -1e-320)]
    [InlineData("Sinh", double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData("Sinh", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Sinh", 1e300, double.PositiveInfinity)]
    [InlineData("Sinh", -1e300, double.NegativeInfinity)]
    [InlineData("Cosh", 0, 1)]
    [InlineData("Cosh", -0.0, 1)]
    [InlineData("Cosh", 5e-324, 1)]
    [InlineData("Cosh", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Cosh", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("Cosh", -1e300, double.PositiveInfinity)]
    [InlineData("Tanh'", 0, 1)]
    [InlineData("Tanh'", -0.0, 1)]
    [InlineData("Tanh'", 5e-324, 1)]
    [InlineData("Tanh'", 400, 0)]
    [InlineData("Tanh'", -1e300, 0)]
    [InlineData("Tanh'", double.PositiveInfinity, 0)]
    [InlineData("Tanh'", double.NegativeInfinity, 0)]
    [InlineData("Asinh", 0, 0)]
    [InlineData("Asinh", -0.0, -0.0)]
    [InlineData("Asinh", 5e-324, 5e-324)]
    [InlineData("Asinh", -1e-320, -1e-320)]
    [InlineData("Asinh", double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData("Asinh", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Acosh", 1, 0)]
    [InlineData("Acosh", 0.9999999999999999, double.NaN)]
    [InlineData("Acosh", 0, double.NaN)]
    [InlineData("Acosh", -1, double.NaN)]
    [InlineData("Acosh", -3, double.NaN)]
    [InlineData("Acosh", double.NegativeInfinity, double.NaN)]
    [InlineData("Acosh", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Atanh", 0, 0)]
    [InlineData("Atanh", -0.0, -0.0)]
    [InlineData("Atanh", 5e-324, 5e-324)]
    [InlineData("Atanh", -1e-320, -1e-320)]
    [InlineData("Atanh", 1, double.PositiveInfinity)]
    [InlineData("Atanh", -1, double.NegativeInfinity)]
    [InlineData("Atanh", 1.0000000000000002, double.NaN)]
    [InlineData("Atanh", -2, double.NaN)]
    [InlineData("Atanh", double.PositiveInfinity, double.NaN)]
    [InlineData("Atanh", double.NegativeInfinity, double.NaN)]
    [InlineData("Tan", 0, 0)]
    [InlineData("Tan", -0.0, -0.0)]
    [InlineData("Tan", 5e-324, 5e-324)]
    [InlineData("Tan", -1e-320, -1e-320)]
    [InlineData("Tan", double.NegativeInfinity, double.NaN)]
    [InlineData("Tan", double.PositiveInfinity, double.NaN)]
    [InlineData("Asin", 0, 0)]
    [InlineData("Asin", -0.0, -0.0)]
    [InlineData("Asin", 5e-324, 5e-324)]
    [InlineData("Asin", 1, 1.5707963267948966)]
    [InlineData("Asin", -1, -1.5707963267948966)]
    [InlineData("Asin", 1.0000000000000002, double.NaN)]
    [InlineData("Asin", -2, double.NaN)]
    [InlineData("Asin", double.PositiveInfinity, double.NaN)]
    [InlineData("Asin", double.NegativeInfinity, double.NaN)]
    [InlineData("Acos", 1, 0)]
    [InlineData("Acos", -1, 3.141592653589793)]
    [InlineData("Acos", 0, 1.5707963267948966)]
    [InlineData("Acos", -0.0, 1.5707963267948966)]
    [InlineData("Acos", 1.0000000000000002, double.NaN)]
    [InlineData("Acos", -2, double.NaN)]
    [InlineData("Acos", double.PositiveInfinity, double.NaN)]
    [InlineData("Acos", double.NegativeInfinity, double.NaN)]
    [InlineData("Atan", 0, 0)]
    [InlineData("Atan", -0.0, -0.0)]
    [InlineData("Atan", 5e-324, 5e-324)]
    [InlineData("Atan", -1e-320, -1e-320)]
    [InlineData("Atan", double.NegativeInfinity, -1.5707963267948966)]
    [InlineData("Atan", double.PositiveInfinity, 1.5707963267948966)]
    [InlineData("Cbrt", 0, 0)]
    [InlineData("Cbrt", -0.0, -0.0)]
    [InlineData("Cbrt", double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData("Cbrt", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Cbrt", 27, 3)]
    [InlineData("Cbrt", -8, -2)]
    [InlineData("Erf", 0, 0)]
    [InlineData("Erf", -0.0, -0.0)]
    [InlineData("Erf", double.PositiveInfinity, 1)]
    [InlineData("Erf", double.NegativeInfinity, -1)]
    [InlineData("Erf", 7, 1)]
    [InlineData("Erf", -1e300, -1)]
    [InlineData("Erfc", 0, 1)]
    [InlineData("Erfc", -0.0, 1)]
    [InlineData("Erfc", double.PositiveInfinity, 0)]
    [InlineData("Erfc", double.NegativeInfinity, 2)]
    [InlineData("Erfc", 28, 0)]
    [InlineData("Erfc", 1e300, 0)]
    [InlineData("Erfc", -1e300, 2)]
    public void At_the_edges(string name, double x, double expected)
    {
        LaneFunction function = LaneFunction.Named(name);
        Assert.Equal(0, Ulps.Between(function.Of(x), expected, 0));
        if ((float)x != x)
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
