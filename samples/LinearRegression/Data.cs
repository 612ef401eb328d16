namespace LinearRegression;

/// <summary>The four points that the line is fitted to, and a place where it's tried.</summary>
internal static class Data
{
    public static readonly float[] X = [1, 2, 3, 4];
    public static readonly float[] Y = [2, 4, 6, 8];

    public const float Test = 5;
}
