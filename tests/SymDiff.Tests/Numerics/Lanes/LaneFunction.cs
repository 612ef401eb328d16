using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Tests.Numerics;

/// <summary>A function of one argument in all its forms. The bounds are in units in the last place of the result, and what its documentation says.</summary>
internal sealed record LaneFunction(
    string Name,
    double Bound,
    double SingleBound,
    Func<Vector128<double>, Vector128<double>> Double128,
    Func<Vector256<double>, Vector256<double>> Double256,
    Func<Vector512<double>, Vector512<double>> Double512,
    Func<Vector128<float>, Vector128<float>> Single128,
    Func<Vector256<float>, Vector256<float>> Single256,
    Func<Vector512<float>, Vector512<float>> Single512,
    bool FlushesSubnormals = false)
{
    public static IReadOnlyList<LaneFunction> All { get; } =
    [
        new("Exp", 1, 1, Lanes.Exp, Lanes.Exp, Lanes.Exp, Lanes.Exp, Lanes.Exp, Lanes.Exp),
        new("Exp2", 1.5, 1.5, Lanes.Exp2, Lanes.Exp2, Lanes.Exp2, Lanes.Exp2, Lanes.Exp2, Lanes.Exp2),
        new("Exp10", 1.5, 1.5, Lanes.Exp10, Lanes.Exp10, Lanes.Exp10, Lanes.Exp10, Lanes.Exp10, Lanes.Exp10),
        new("ExpM1", 1.5, 1.5, Lanes.ExpM1, Lanes.ExpM1, Lanes.ExpM1, Lanes.ExpM1, Lanes.ExpM1, Lanes.ExpM1),
        new("Log", 1, 1, Lanes.Log, Lanes.Log, Lanes.Log, Lanes.Log, Lanes.Log, Lanes.Log),
        new("Log2", 2, 2, Lanes.Log2, Lanes.Log2, Lanes.Log2, Lanes.Log2, Lanes.Log2, Lanes.Log2),
        new("Log10", 2, 2, Lanes.Log10, Lanes.Log10, Lanes.Log10, Lanes.Log10, Lanes.Log10, Lanes.Log10),
        new("LogP1", 1.5, 1.5, Lanes.LogP1, Lanes.LogP1, Lanes.LogP1, Lanes.LogP1, Lanes.LogP1, Lanes.LogP1),
        new("Sigmoid", 2, 2, Lanes.Sigmoid, Lanes.Sigmoid, Lanes.Sigmoid, Lanes.Sigmoid, Lanes.Sigmoid, Lanes.Sigmoid),
        new(
            "Sigmoid'", 3, 3,
            x => Lanes.SigmoidWithSlope(x).Slope, x => Lanes.SigmoidWithSlope(x).Slope, x => Lanes.SigmoidWithSlope(x).Slope,
            x => Lanes.SigmoidWithSlope(x).Slope, x => Lanes.SigmoidWithSlope(x).Slope, x => Lanes.SigmoidWithSlope(x).Slope),
        new("Softplus", 2, 2, Lanes.Softplus, Lanes.Softplus, Lanes.Softplus, Lanes.Softplus, Lanes.Softplus, Lanes.Softplus),
        new("Sinh", 2, 2, Lanes.Sinh, Lanes.Sinh, Lanes.Sinh, Lanes.Sinh, Lanes.Sinh, Lanes.Sinh),
        new("Cosh", 1.5, 1.5, Lanes.Cosh, Lanes.Cosh, Lanes.Cosh, Lanes.Cosh, Lanes.Cosh, Lanes.Cosh),
        new("Tanh", 2, 2, Lanes.Tanh, Lanes.Tanh, Lanes.Tanh, Lanes.Tanh, Lanes.Tanh, Lanes.Tanh),
        new(
            "Tanh'", 3, 3,
            x => Lanes.TanhWithSlope(x).Slope, x => Lanes.TanhWithSlope(x).Slope, x => Lanes.TanhWithSlope(x).Slope,
            x => Lanes.TanhWithSlope(x).Slope, x => Lanes.TanhWithSlope(x).Slope, x => Lanes.TanhWithSlope(x).Slope,
            FlushesSubnormals: true),
        new("Asinh", 2, 2, Lanes.Asinh, Lanes.Asinh, Lanes.Asinh, Lanes.Asinh, Lanes.Asinh, Lanes.Asinh),
        new("Acosh", 2.5, 2.5, Lanes.Acosh, Lanes.Acosh, Lanes.Acosh, Lanes.Acosh, Lanes.Acosh, Lanes.Acosh),
        new("Atanh", 2, 2, Lanes.Atanh, Lanes.Atanh, Lanes.Atanh, Lanes.Atanh, Lanes.Atanh, Lanes.Atanh),
        new("Sin", 1.5, 1.5, Lanes.Sin, Lanes.Sin, Lanes.Sin, Lanes.Sin, Lanes.Sin, Lanes.Sin),
        new("Cos", 1.5, 1.5, Lanes.Cos, Lanes.Cos, Lanes.Cos, Lanes.Cos, Lanes.Cos, Lanes.Cos),
        new("Tan", 2, 2, Lanes.Tan, Lanes.Tan, Lanes.Tan, Lanes.Tan, Lanes.Tan, Lanes.Tan),
        new("Asin", 1.5, 1.5, Lanes.Asin, Lanes.Asin, Lanes.Asin, Lanes.Asin, Lanes.Asin, Lanes.Asin),
        new("Acos", 1.5, 1.5, Lanes.Acos, Lanes.Acos, Lanes.Acos, Lanes.Acos, Lanes.Acos, Lanes.Acos),
        new("Atan", 2, 2, Lanes.Atan, Lanes.Atan, Lanes.Atan, Lanes.Atan, Lanes.Atan, Lanes.Atan),
        new("Cbrt", 1, 1, Lanes.Cbrt, Lanes.Cbrt, Lanes.Cbrt, Lanes.Cbrt, Lanes.Cbrt, Lanes.Cbrt),
        new("Erf", 1, 1, Lanes.Erf, Lanes.Erf, Lanes.Erf, Lanes.Erf, Lanes.Erf, Lanes.Erf),
        new("Erfc", 2, 1, Lanes.Erfc, Lanes.Erfc, Lanes.Erfc, Lanes.Erfc, Lanes.Erfc, Lanes.Erfc),
    ];

    public static LaneFunction Named(string name) => All.Single(function => function.Name == name);

    public static TheoryData<string> Names { get; } = [.. All.Select(function => function.Name)];

    /// <summary>All the lanes of the three widths, so that a lane that goes astray shows.</summary>
    public double Of(double x)
    {
        double y = Double512(Vector512.Create(x))[0];
        Same(y, Double512(Around(x))[5]);
        Same(y, Double256(Around(x).GetUpper())[1]);
        Same(y, Double128(Around(x).GetUpper().GetLower())[1]);
        return y;
    }

    public float Of(float x)
    {
        float y = Single512(Vector512.Create(x))[0];
        Same(y, Single512(Around(x))[13]);
        Same(y, Single256(Around(x).GetUpper())[5]);
        Same(y, Single128(Around(x).GetUpper().GetUpper())[1]);
        return y;
    }

    // Neighbours that go every special way.
    private static Vector512<double> Around(double x) => Vector512.Create(0.5, -1e300, double.NaN, 1e-310, double.PositiveInfinity, x, -0.0, -2.5);

    private static Vector512<float> Around(float x) =>
        Vector512.Create(0.5f, -1e30f, float.NaN, 1e-40f, float.PositiveInfinity, 1, -0f, -2.5f, 0.1f, 1e30f, 3, 1e-30f, float.NegativeInfinity, x, 70, -70);

    private static void Same(double expected, double actual) =>
        Assert.True(expected.Equals(actual) && double.IsNegative(expected) == double.IsNegative(actual) || double.IsNaN(expected) && double.IsNaN(actual), $"{expected:R} in one lane, {actual:R} in another");
}
