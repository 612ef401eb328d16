namespace SymDiff.Benchmarks.Gradients;

/// <summary>Four numbers, all around 1, in random order, so that branches go both ways.</summary>
internal readonly record struct Point(double A, double B, double C, double D)
{
    public static Point[] Random(int count)
    {
        var random = new Random(20260101);
        return [.. Enumerable.Range(0, count).Select(_ => new Point(Number(), Number(), Number(), Number()))];

        double Number() => 0.5 + random.NextDouble();
    }
}
