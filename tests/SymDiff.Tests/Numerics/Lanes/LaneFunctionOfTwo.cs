using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Tests.Numerics;

/// <summary>A function of two arguments in all its forms; with the function of <see cref="Math"/> for its edges.</summary>
internal sealed record LaneFunctionOfTwo(
    string Name,
    double Bound,
    double SingleBound,
    Func<Vector128<double>, Vector128<double>, Vector128<double>> Double128,
    Func<Vector256<double>, Vector256<double>, Vector256<double>> Double256,
    Func<Vector512<double>, Vector512<double>, Vector512<double>> Double512,
    Func<Vector128<float>, Vector128<float>, Vector128<float>> Single128,
    Func<Vector256<float>, Vector256<float>, Vector256<float>> Single256,
    Func<Vector512<float>, Vector512<float>, Vector512<float>> Single512,
    Func<double, double, double> Scalar)
{
    public static IReadOnlyList<LaneFunctionOfTwo> All { get; } =
    [
        new("Pow", 1.5, 1, Lanes.Pow, Lanes.Pow, Lanes.Pow, Lanes.Pow, Lanes.Pow, Lanes.Pow, Math.Pow),
        new("Atan2", 2, 2, Lanes.Atan2, Lanes.Atan2, Lanes.Atan2, Lanes.Atan2, Lanes.Atan2, Lanes.Atan2, Math.Atan2),
        new("Hypot", 1, 1, Lanes.Hypot, Lanes.Hypot, Lanes.Hypot, Lanes.Hypot, Lanes.Hypot, Lanes.Hypot, double.Hypot),
    ];

    public static LaneFunctionOfTwo Named(string name) => All.Single(function => function.Name == name);

    public static TheoryData<string> Names { get; } = [.. All.Select(function => function.Name)];

    /// <summary>All the lanes of the three widths, so that a lane that goes astray shows.</summary>
    public double Of(double x, double y)
    {
        double result = Double512(Vector512.Create(x), Vector512.Create(y))[0];
        Same(result, Double512(Vector512.Create(0.5, -1e300, double.NaN, 1e-310, 0, x, -0.0, -2.5), Vector512.Create(2, 3, 4, 5, double.NegativeInfinity, y, -1, 0.5))[5]);
        Same(result, Double256(Vector256.Create(x), Vector256.Create(y))[1]);
        Same(result, Double128(Vector128.Create(x), Vector128.Create(y))[1]);
        return result;
    }

    public float Of(float x, float y)
    {
        float result = Single512(Vector512.Create(x), Vector512.Create(y))[15];
        Same(result, Single256(Vector256.Create(1, x, -2.5f, 0, float.NaN, 0.1f, 1e30f, 1), Vector256.Create(0.5f, y, 0.5f, -1, 1, float.PositiveInfinity, 3, 1))[1]);
        Same(result, Single128(Vector128.Create(x), Vector128.Create(y))[3]);
        return result;
    }

    private static void Same(double expected, double actual) => Assert.Equal(0, Ulps.Between(actual, expected, 0));
}
