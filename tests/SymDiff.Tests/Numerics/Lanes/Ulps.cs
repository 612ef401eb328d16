namespace SymDiff.Tests.Numerics;

/// <summary>Errors in units in the last place of the right result, as it is rounded.</summary>
internal static class Ulps
{
    /// <param name="actual">What was computed.</param>
    /// <param name="expected">The right result, rounded.</param>
    /// <param name="rest">What the rounding left out, in units in the last place.</param>
    public static double Between(double actual, double expected, double rest)
    {
        if (!double.IsFinite(expected) || !double.IsFinite(actual) || expected == 0)
            return SameOrInfinity(actual, expected);

        double magnitude = Math.Abs(expected);
        double unit = magnitude == double.MaxValue ? magnitude - Math.BitDecrement(magnitude) : Math.BitIncrement(magnitude) - magnitude;
        return Math.Abs(((actual - expected) / unit) - rest);
    }

    /// <param name="actual">What was computed.</param>
    /// <param name="right">The result, to the precision of <see cref="double"/>.</param>
    public static double Between(float actual, double right)
    {
        float expected = (float)right;
        if (!float.IsFinite(expected) || !float.IsFinite(actual) || expected == 0)
            return SameOrInfinity(actual, expected);

        float magnitude = Math.Abs(expected);
        double unit = magnitude == float.MaxValue ? (double)magnitude - MathF.BitDecrement(magnitude) : (double)MathF.BitIncrement(magnitude) - magnitude;
        return Math.Abs((actual - right) / unit);
    }

    // The sign of zero counts.
    private static double SameOrInfinity(double actual, double expected)
    {
        bool same = actual.Equals(expected) && (double.IsNaN(actual) || double.IsNegative(actual) == double.IsNegative(expected));
        return same ? 0 : double.PositiveInfinity;
    }
}
