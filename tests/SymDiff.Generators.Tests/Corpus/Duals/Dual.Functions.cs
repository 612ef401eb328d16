namespace SymDiff.Generators.Tests.Corpus.Duals;

/// <summary>The functions, with the conventions at kinks that the README states.</summary>
public readonly partial record struct Dual
{
    public static Dual Abs(Dual x) => x.Chain(Math.Abs(x.Value), x.Value > 0 ? 1 : x.Value < 0 ? -1 : 0);

    public static int Abs(int x) => Math.Abs(x);

    public static int Sign(Dual x) => Math.Sign(x.Value);

    public static Dual Floor(Dual x) => Math.Floor(x.Value);

    public static Dual Ceiling(Dual x) => Math.Ceiling(x.Value);

    public static Dual Round(Dual x) => Math.Round(x.Value);

    public static Dual Truncate(Dual x) => Math.Truncate(x.Value);

    public static Dual Sqrt(Dual x) => x.Chain(Math.Sqrt(x.Value), 0.5 / Math.Sqrt(x.Value));

    public static Dual Cbrt(Dual x) => x.Chain(Math.Cbrt(x.Value), 1 / (3 * Math.Cbrt(x.Value) * Math.Cbrt(x.Value)));

    public static Dual Hypot(Dual x, Dual y)
    {
        double length = double.Hypot(x.Value, y.Value);
        return length == 0 ? 0 : new Dual(length, (x.Slope * x.Value / length) + (y.Slope * y.Value / length));
    }

    public static Dual Exp(Dual x) => x.Chain(Math.Exp(x.Value), Math.Exp(x.Value));

    public static Dual ExpM1(Dual x) => x.Chain(double.ExpM1(x.Value), Math.Exp(x.Value));

    public static Dual Log(Dual x) => x.Chain(Math.Log(x.Value), 1 / x.Value);

    public static Dual Log(Dual x, Dual newBase) => Log(x) / Log(newBase);

    public static Dual Log2(Dual x) => x.Chain(Math.Log2(x.Value), 1 / (x.Value * Math.Log(2)));

    public static Dual Log10(Dual x) => x.Chain(Math.Log10(x.Value), 1 / (x.Value * Math.Log(10)));

    public static Dual LogP1(Dual x) => x.Chain(double.LogP1(x.Value), 1 / (1 + x.Value));

    public static Dual Pow(Dual x, Dual y)
    {
        double value = Math.Pow(x.Value, y.Value);
        double byBase = Times(x.Slope, y.Value == 0 ? 0 : y.Value * Math.Pow(x.Value, y.Value - 1));
        double byExponent = y.Slope == 0 || (x.Value == 0 && y.Value >= 0) ? 0 : y.Slope * value * Math.Log(x.Value);
        return new(value, byBase + byExponent);
    }

    public static Dual Sin(Dual x) => x.Chain(Math.Sin(x.Value), Math.Cos(x.Value));

    public static Dual Cos(Dual x) => x.Chain(Math.Cos(x.Value), -Math.Sin(x.Value));

    public static (Dual Sin, Dual Cos) SinCos(Dual x) => (Sin(x), Cos(x));

    public static Dual Tan(Dual x) => x.Chain(Math.Tan(x.Value), 1 / (Math.Cos(x.Value) * Math.Cos(x.Value)));

    public static Dual Asin(Dual x) => x.Chain(Math.Asin(x.Value), 1 / Math.Sqrt((1 - x.Value) * (1 + x.Value)));

    public static Dual Acos(Dual x) => x.Chain(Math.Acos(x.Value), -1 / Math.Sqrt((1 - x.Value) * (1 + x.Value)));

    public static Dual Atan(Dual x) => x.Chain(Math.Atan(x.Value), 1 / (1 + (x.Value * x.Value)));

    public static Dual Atan2(Dual y, Dual x)
    {
        double square = (x.Value * x.Value) + (y.Value * y.Value);
        return new(Math.Atan2(y.Value, x.Value), Times(y.Slope, x.Value / square) - Times(x.Slope, y.Value / square));
    }

    public static Dual Sinh(Dual x) => x.Chain(Math.Sinh(x.Value), Math.Cosh(x.Value));

    public static Dual Cosh(Dual x) => x.Chain(Math.Cosh(x.Value), Math.Sinh(x.Value));

    public static Dual Tanh(Dual x) => x.Chain(Math.Tanh(x.Value), 1 / (Math.Cosh(x.Value) * Math.Cosh(x.Value)));

    public static Dual Asinh(Dual x) => x.Chain(Math.Asinh(x.Value), 1 / Math.Sqrt(1 + (x.Value * x.Value)));

    public static Dual Acosh(Dual x) => x.Chain(Math.Acosh(x.Value), 1 / Math.Sqrt((x.Value - 1) * (x.Value + 1)));

    public static Dual Atanh(Dual x) => x.Chain(Math.Atanh(x.Value), 1 / ((1 - x.Value) * (1 + x.Value)));

    public static Dual Max(Dual x, Dual y) => Extremum(Math.Max(x.Value, y.Value), x, y);

    public static Dual Min(Dual x, Dual y) => Extremum(Math.Min(x.Value, y.Value), x, y);

    public static int Max(int x, int y) => Math.Max(x, y);

    public static int Min(int x, int y) => Math.Min(x, y);

    public static Dual Clamp(Dual x, Dual low, Dual high) => x.Value < low.Value ? low : x.Value > high.Value ? high : x;

    public static int Clamp(int x, int low, int high) => Math.Clamp(x, low, high);

    public static Dual CopySign(Dual x, Dual sign) => double.IsNegative(x.Value) == double.IsNegative(sign.Value) ? x : -x;

    public static Dual MultiplyAddEstimate(Dual x, Dual y, Dual z) => x * y + z;

    public static Dual IEEERemainder(Dual x, Dual y) => new(Math.IEEERemainder(x.Value, y.Value), x.Slope - Times(y.Slope, Math.Round(x.Value / y.Value)));

    public static Dual Stop(Dual x) => x.Value;

    public static Dual FusedMultiplyAdd(Dual x, Dual y, Dual z) => new(Math.FusedMultiplyAdd(x.Value, y.Value, z.Value), ((x * y) + z).Slope);

    private static Dual Extremum(double value, Dual x, Dual y)
        => x.Value == y.Value ? new(value, (x.Slope + y.Slope) / 2) : double.IsNaN(value) ? double.NaN : value == x.Value ? x : y;
}
