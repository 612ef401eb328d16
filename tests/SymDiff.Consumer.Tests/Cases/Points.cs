namespace SymDiff.Consumer.Tests.Cases;

/// <summary>Where methods are tried.</summary>
internal static class Points
{
    private static readonly double[] s_ordinary = [0.7315, 1.8462, 0.3927, 2.2841, 1.1273, 0.5619, 1.4058];

    private static readonly double[] s_extreme =
    [
        0, -0.0, 1, -1, 2, -3, 0.5, 1e-300, -1e-300, double.Epsilon, 1e300, -1e300, 710, -745, 1e17,
        double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    /// <summary>Points where most functions are smooth, most of them with positive coordinates.</summary>
    public static double[][] Ordinary(int arity) =>
    [
        [.. Enumerable.Range(0, arity).Select(i => s_ordinary[i])],
        [.. Enumerable.Range(0, arity).Select(i => s_ordinary[i + 3])],
        [.. Enumerable.Range(0, arity).Select(i => (i % 2 == 0 ? -0.6 : 0.9) * s_ordinary[i + 2])],
    ];

    /// <summary>Zeros, infinities, NaN, huge and tiny numbers: each in each place, with ordinary ones elsewhere and with itself.</summary>
    public static IEnumerable<double[]> Extreme(int arity)
    {
        foreach (double number in s_extreme)
        {
            yield return [.. Enumerable.Repeat(number, arity)];
            for (int place = 0; arity > 1 && place < arity; place++)
            {
                double[] point = Ordinary(arity)[0];
                point[place] = number;
                yield return point;
            }
        }
    }

    public static IEnumerable<double[]> All(int arity) => [.. Ordinary(arity), .. Extreme(arity)];
}
