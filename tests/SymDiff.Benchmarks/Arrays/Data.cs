namespace SymDiff.Benchmarks.Arrays;

/// <summary>Arrays of random numbers, not a multiple of 4 KiB apart: else a store to the one would look like a load from the other to the processor.</summary>
internal static class Data
{
    public static T[] Random<T>(int length, int seed, Func<Random, T> next)
    {
        GC.KeepAlive(new byte[1000 + (200 * seed)]);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => next(random))];
    }

    public static void Agree(double expected, double actual, double tolerance)
    {
        if (!(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected))))
        {
            throw new InvalidOperationException($"Written by hand: {expected}; generated: {actual}.");
        }
    }

    public static void Agree(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Agree(expected[i], actual[i], tolerance);
        }
    }
}
