namespace SymDiff.Generators.Tests.Corpus.Duals;

/// <summary>
/// A number and its derivative in one direction. Has the operators and static functions of <see cref="double"/> and <see cref="Math"/> by the same names, so that the text of
/// a method compiles with it in place of <see langword="double"/>.
/// </summary>
public readonly partial record struct Dual(double Value, double Slope) : IComparable<Dual>
{
    public static Dual NaN => double.NaN;

    public static Dual PositiveInfinity => double.PositiveInfinity;

    public static Dual NegativeInfinity => double.NegativeInfinity;

    public static Dual MaxValue => double.MaxValue;

    public static Dual MinValue => double.MinValue;

    public static Dual Epsilon => double.Epsilon;

    public static Dual PI => Math.PI;

    public static Dual E => Math.E;

    public static Dual Tau => Math.Tau;

    public static implicit operator Dual(double constant) => new(constant, 0);

    public static explicit operator double(Dual x) => x.Value;

    public static explicit operator int(Dual x) => (int)x.Value;

    public static explicit operator long(Dual x) => (long)x.Value;

    public static Dual operator +(Dual a) => a;

    public static Dual operator -(Dual a) => new(-a.Value, -a.Slope);

    public static Dual operator ++(Dual a) => a + 1;

    public static Dual operator --(Dual a) => a - 1;

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);

    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Slope - b.Slope);

    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, Times(a.Slope, b.Value) + Times(b.Slope, a.Value));

    // As the quotient times what is left, so that nothing is squared that could overflow.
    public static Dual operator /(Dual a, Dual b) => new(a.Value / b.Value, Times(a.Slope, 1 / b.Value) - Times(b.Slope, a.Value / b.Value / b.Value));

    public static Dual operator %(Dual a, Dual b) => new(a.Value % b.Value, a.Slope - Times(b.Slope, Math.Truncate(a.Value / b.Value)));

    public static bool operator <(Dual a, Dual b) => a.Value < b.Value;

    public static bool operator >(Dual a, Dual b) => a.Value > b.Value;

    public static bool operator <=(Dual a, Dual b) => a.Value <= b.Value;

    public static bool operator >=(Dual a, Dual b) => a.Value >= b.Value;

    public bool Equals(Dual other) => Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();

    public int CompareTo(Dual other) => Value.CompareTo(other.Value);

    public static bool IsNaN(Dual x) => double.IsNaN(x.Value);

    public static bool IsFinite(Dual x) => double.IsFinite(x.Value);

    public static bool IsInfinity(Dual x) => double.IsInfinity(x.Value);

    public static bool IsPositiveInfinity(Dual x) => double.IsPositiveInfinity(x.Value);

    public static bool IsNegativeInfinity(Dual x) => double.IsNegativeInfinity(x.Value);

    public static bool IsNegative(Dual x) => double.IsNegative(x.Value);

    // What doesn't move contributes nothing, whatever the slope of the function.
    private static double Times(double slope, double factor) => slope == 0 ? 0 : slope * factor;

    private Dual Chain(double value, double derivative) => new(value, Times(Slope, derivative));
}
