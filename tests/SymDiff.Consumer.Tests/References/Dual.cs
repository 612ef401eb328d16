namespace SymDiff.Consumer.Tests.References;

/// <summary>A number and its derivative: forward mode by operators, the simplest exact differentiation there is.</summary>
internal readonly record struct Dual(double Value, double Slope)
{
    /// <summary>The gradient of a function of duals, one direction at a time.</summary>
    public static double[] Gradient(Func<Dual[], Dual> function, params double[] point) =>
        [.. Enumerable.Range(0, point.Length).Select(axis => function([.. point.Select((x, i) => new Dual(x, i == axis ? 1 : 0))]).Slope)];

    public static implicit operator Dual(double constant) => new(constant, 0);

    public static Dual operator -(Dual a) => new(-a.Value, -a.Slope);

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);

    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Slope - b.Slope);

    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, (a.Slope * b.Value) + (a.Value * b.Slope));

    public static Dual operator /(Dual a, Dual b) => new(a.Value / b.Value, ((a.Slope * b.Value) - (a.Value * b.Slope)) / (b.Value * b.Value));

    public static bool operator <(Dual a, Dual b) => a.Value < b.Value;

    public static bool operator >(Dual a, Dual b) => a.Value > b.Value;

    public static Dual Sin(Dual x) => new(Math.Sin(x.Value), x.Slope * Math.Cos(x.Value));

    public static Dual Cos(Dual x) => new(Math.Cos(x.Value), -x.Slope * Math.Sin(x.Value));

    public static Dual Exp(Dual x) => new(Math.Exp(x.Value), x.Slope * Math.Exp(x.Value));

    public static Dual Log(Dual x) => new(Math.Log(x.Value), x.Slope / x.Value);

    public static Dual Sqrt(Dual x) => new(Math.Sqrt(x.Value), x.Slope / (2 * Math.Sqrt(x.Value)));

    public static Dual Atan(Dual x) => new(Math.Atan(x.Value), x.Slope / (1 + (x.Value * x.Value)));

    public static Dual Pow(Dual x, Dual y) => Exp(y * Log(x));
}
