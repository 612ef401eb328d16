namespace SymDiff.Consumer.Tests.References;

/// <summary>Comparisons of numbers that agree to rounding.</summary>
internal static class Approximately
{
    public static void Equal(double expected, double actual, double tolerance = 1e-12)
    {
        if (!AreEqual(expected, actual, tolerance))
        {
            Assert.Fail(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Expected {expected:R}, got {actual:R} (tolerance {tolerance:R})."));
        }
    }

    public static void Equal((double, double) expected, (double, double) actual, double tolerance = 1e-12)
    {
        Equal(expected.Item1, actual.Item1, tolerance);
        Equal(expected.Item2, actual.Item2, tolerance);
    }

    public static void Equal((double, double, double) expected, (double, double, double) actual, double tolerance = 1e-12)
    {
        Equal(expected.Item1, actual.Item1, tolerance);
        Equal(expected.Item2, actual.Item2, tolerance);
        Equal(expected.Item3, actual.Item3, tolerance);
    }

    /// <summary>Relative to the larger of them, but never to less than 1; NaN equals NaN, an infinity itself.</summary>
    public static bool AreEqual(double expected, double actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Max(Math.Abs(expected), Math.Abs(actual)));
}
