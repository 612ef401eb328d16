using System.Numerics;
using System.Runtime.Intrinsics;

namespace SymDiff.Tests.Numerics;

/// <summary>
/// What the framework's vectors compute exactly as <see cref="Math"/> does, bit for bit, also for NaN, zeros and ties. There is nothing for Lanes to add to these,
/// so generated code uses them as they are.
/// </summary>
public sealed class ExactLanesTests
{
    private static readonly double[] numbers =
    [
        double.NaN, 0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, -0.49999999999999994, 8388607.5, 4503599627370495.5, 4503599627370497.5,
        1e300, -1e300, 5e-324, -5e-324, 1e-40, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, 3.7, -3.7,
    ];

    public static TheoryData<string> OfOne => [.. Unary<double>().Keys];

    public static TheoryData<string> OfTwo => [.. Binary<double>().Keys];

    [Theory, MemberData(nameof(OfOne))]
    public void Of_one_argument(string name)
    {
        foreach (double x in numbers)
        {
            Check(Unary<double>()[name], x);
            Check(Unary<float>()[name], (float)x);
        }
    }

    [Theory, MemberData(nameof(OfTwo))]
    public void Of_two_arguments(string name)
    {
        foreach (double x in numbers)
        {
            foreach (double y in numbers)
            {
                Check(Binary<double>()[name], x, y);
                Check(Binary<float>()[name], (float)x, (float)y);
            }
        }
    }

    private static void Check<T>((Func<Vector512<T>, Vector512<T>> Wide, Func<Vector256<T>, Vector256<T>> Narrow, Func<T, T> Scalar) function, T x)
        where T : struct, IFloatingPointIeee754<T>
    {
        Same(function.Scalar(x), function.Wide(Vector512.Create(x))[3]);
        Same(function.Scalar(x), function.Narrow(Vector256.Create(x))[3]);
    }

    private static void Check<T>((Func<Vector512<T>, Vector512<T>, Vector512<T>> Wide, Func<Vector256<T>, Vector256<T>, Vector256<T>> Narrow, Func<T, T, T> Scalar) function, T x, T y)
        where T : struct, IFloatingPointIeee754<T>
    {
        Same(function.Scalar(x, y), function.Wide(Vector512.Create(x), Vector512.Create(y))[3]);
        Same(function.Scalar(x, y), function.Narrow(Vector256.Create(x), Vector256.Create(y))[3]);
    }

    private static void Same<T>(T expected, T actual)
        where T : struct, IFloatingPointIeee754<T>
        => Assert.True(expected.Equals(actual) && (T.IsNaN(expected) || T.IsNegative(expected) == T.IsNegative(actual)), $"{actual} instead of {expected}");

    private static Dictionary<string, (Func<Vector512<T>, Vector512<T>> Wide, Func<Vector256<T>, Vector256<T>> Narrow, Func<T, T> Scalar)> Unary<T>()
        where T : struct, IFloatingPointIeee754<T>
    {
        Dictionary<string, (Func<Vector512<T>, Vector512<T>>, Func<Vector256<T>, Vector256<T>>, Func<T, T>)> functions = new()
        {
            ["Abs"] = (Vector512.Abs, Vector256.Abs, T.Abs),
            ["Sqrt"] = (Vector512.Sqrt, Vector256.Sqrt, T.Sqrt),
        };
        object rounding = typeof(T) == typeof(double) ? Rounding.Doubles : Rounding.Singles;
        foreach (var (name, function) in (Dictionary<string, (Func<Vector512<T>, Vector512<T>>, Func<Vector256<T>, Vector256<T>>, Func<T, T>)>)rounding)
            functions.Add(name, function);

        return functions;
    }

    private static Dictionary<string, (Func<Vector512<T>, Vector512<T>, Vector512<T>> Wide, Func<Vector256<T>, Vector256<T>, Vector256<T>> Narrow, Func<T, T, T> Scalar)> Binary<T>()
        where T : struct, IFloatingPointIeee754<T>
        => new()
        {
            ["Max"] = (Vector512.Max, Vector256.Max, T.Max),
            ["Min"] = (Vector512.Min, Vector256.Min, T.Min),
            ["MaxNumber"] = (Vector512.MaxNumber, Vector256.MaxNumber, T.MaxNumber),
            ["MinNumber"] = (Vector512.MinNumber, Vector256.MinNumber, T.MinNumber),
            ["MaxMagnitude"] = (Vector512.MaxMagnitude, Vector256.MaxMagnitude, T.MaxMagnitude),
            ["MinMagnitude"] = (Vector512.MinMagnitude, Vector256.MinMagnitude, T.MinMagnitude),
            ["MaxMagnitudeNumber"] = (Vector512.MaxMagnitudeNumber, Vector256.MaxMagnitudeNumber, T.MaxMagnitudeNumber),
            ["MinMagnitudeNumber"] = (Vector512.MinMagnitudeNumber, Vector256.MinMagnitudeNumber, T.MinMagnitudeNumber),
            ["CopySign"] = (Vector512.CopySign, Vector256.CopySign, T.CopySign),
        };

    /// <summary>These aren't generic.</summary>
    private static class Rounding
    {
        public static Dictionary<string, (Func<Vector512<double>, Vector512<double>>, Func<Vector256<double>, Vector256<double>>, Func<double, double>)> Doubles { get; } = new()
        {
            ["Round"] = (Vector512.Round, Vector256.Round, Math.Round),
            ["Floor"] = (Vector512.Floor, Vector256.Floor, Math.Floor),
            ["Ceiling"] = (Vector512.Ceiling, Vector256.Ceiling, Math.Ceiling),
            ["Truncate"] = (Vector512.Truncate, Vector256.Truncate, Math.Truncate),
        };

        public static Dictionary<string, (Func<Vector512<float>, Vector512<float>>, Func<Vector256<float>, Vector256<float>>, Func<float, float>)> Singles { get; } = new()
        {
            ["Round"] = (Vector512.Round, Vector256.Round, MathF.Round),
            ["Floor"] = (Vector512.Floor, Vector256.Floor, MathF.Floor),
            ["Ceiling"] = (Vector512.Ceiling, Vector256.Ceiling, MathF.Ceiling),
            ["Truncate"] = (Vector512.Truncate, Vector256.Truncate, MathF.Truncate),
        };
    }
}
