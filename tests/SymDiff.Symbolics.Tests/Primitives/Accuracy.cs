using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>Comparison with a reference, in units in the last place.</summary>
internal static class Accuracy
{
    /// <summary>How far off a number is; infinitely so if it is NaN, infinite or finite where the reference is not.</summary>
    /// <param name="actual">What was calculated.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="type">The precision that was calculated in.</param>
    /// <param name="scale">The size of what the number is measured with, if that is more than its own.</param>
    public static double Error(double actual, Expected expected, ScalarType type, double scale = 0)
    {
        double right = Rounded(expected, type);
        if (double.IsNaN(right) || double.IsNaN(actual))
        {
            return double.IsNaN(right) == double.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        if (double.IsInfinity(right) || double.IsInfinity(actual))
        {
            return right == actual || IsBorderOfOverflow(right, actual, type) ? 0 : double.PositiveInfinity;
        }

        // Subnormal numbers, which some intermediate result may be, have fewer bits.
        return Math.Abs(actual - right) / (Math.Max(Math.Max(Math.Abs(right), scale), 16 * SmallestNormal(type)) * LastPlace(type));
    }

    public static double Rounded(Expected expected, ScalarType type) => type == ScalarType.Single ? expected.Single : expected.Double;

    public static double SmallestNormal(ScalarType type) => type == ScalarType.Single ? 1.17549435e-38 : 2.2250738585072014e-308;

    public static double Largest(ScalarType type) => type == ScalarType.Single ? float.MaxValue : double.MaxValue;

    private static double LastPlace(ScalarType type) => type == ScalarType.Single ? 1.1920929e-7 : 2.220446049250313e-16;

    // One formula may overflow where another just doesn't.
    private static bool IsBorderOfOverflow(double right, double actual, ScalarType type)
        => Math.Sign(right) == Math.Sign(actual) && Math.Min(Math.Abs(right), Math.Abs(actual)) > Largest(type) / 16;
}
