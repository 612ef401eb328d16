using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Straight-line code: what is lifted returns what the method returns, bit for bit.</summary>
public sealed class ScalarTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        private const double Third = 1.0 / 3;
        private static readonly double[] Samples = [0.5, 1.5];

        [Differentiable] public static double Promotion(double x, int n, float f) => n / 2 * x + f * n + n * f * x - 7 / 2;
        [Differentiable] public static float Single(float x, float y) => x * y - x / y + MathF.Sin(x) * 0.1f;
        [Differentiable] public static float ThroughDouble(float x) => (float)(Math.Sqrt(x) * 0.1) + (float)Math.Exp(x);
        [Differentiable] public static double ThroughSingle(double x, double y) => (float)x * y;
        [Differentiable] public static double Integers(double x, byte b, short s, uint u, long l, char c) => (b + s) * x + (b << 3) + (u & 5) + (l % 7) + c + (s >> 1) + ~b + (u ^ 3) + (s >>> 2) - (byte)(b + 200) + (-s);
        [Differentiable] public static double Wraps(double x, int n) => x * (n * 65537 + n) + (n + int.MaxValue);
        [Differentiable] public static double Checked(double x, int n) { checked { return x * (n * n) + (short)n - (n + 1) + -n; } }
        [Differentiable] public static double IntegerDivision(double x, int n, int m) => x * (double)(n / m) + n % m;
        [Differentiable] public static double FloatRemainder(double x, double y) => x % y + y % 2;
        [Differentiable] public static double ToInteger(double x) => (int)x * x + (long)(x * 3) + (byte)x;
        [Differentiable] public static double LeftToRight(double x) => x + (x = x * x);
        [Differentiable] public static double Overwritten(double x) { x = x * x; return x * 3; }
        [Differentiable] public static double Twice(double x) { double y = x; y *= y; y *= y; return y; }
        [Differentiable] public static double ParameterFromParameter(double i, double j) { j = i; return j; }
        [Differentiable] public static double Increments(double x) { double a = x++; double b = ++x; double c = x--; return a * 100 + b * 10 + c - --x; }
        [Differentiable] public static double Compound(double x, int n) { n += 2; n <<= 1; n |= 1; n ^= 6; byte small = 250; small += 10; small++; float f = 1; f += x > 0 ? 0.1f : 2; x -= n; x /= 3; x *= small; x %= 5; return x + f; }
        [Differentiable] public static double Tuples(double x) { var t = (A: x, B: x * x); t.A = 3; (double p, var q) = t; (p, q) = (q, p); (t, var r) = ((q, p), 2 * x); return p - q + t.B * r + t.Item1; }
        [Differentiable] public static double SinCos(double x) { var (s, c) = Math.SinCos(x); (double h, _) = (s * 2, c); return s * c + h; }
        [Differentiable] public static double Constants(double x) => x * Math.PI + Third + double.Epsilon * 0 + MathF.E;
        [Differentiable] public static double Several(double x, double y) => Math.Pow(x, 2) + Math.Atan2(y, x) + double.Hypot(x, y) + Math.Max(x, y) + Math.Clamp(x, -1, 1) + Math.Abs(y) + Math.Round(x, 2) + Math.Log(y, 10) + double.Lerp(x, y, 0.25) + Math.FusedMultiplyAdd(x, y, 1);
        [Differentiable] public static double Logic(double x, bool a, bool b, int n) => (a & b | n > 2 ^ a) && !b || n == 3 ? x : a != b ? 2 * x : 3 * x;
        [Differentiable] public static double Dead(double c) { var a = Math.Acos(c); return 2 * c * c; }
        [Differentiable] public static double NegativeZero(double x) => x * -0.0 - 0.0;
        [Differentiable] public static double Statics(double x) => x * Samples[1] + Samples[0];
        """));

    [Theory]
    [InlineData("Promotion", 1.5, 7, 0.1f)]
    [InlineData("Promotion", -1.5, -7, 0.3f)]
    [InlineData("Single", 0.7f, -1.3f)]
    [InlineData("ThroughDouble", 0.3f)]
    [InlineData("ThroughSingle", 0.1, 3.0)]
    [InlineData("Integers", 0.5, (byte)200, (short)-77, 4000000000u, -123456789012L, 'x')]
    [InlineData("Wraps", 0.5, 123456789)]
    [InlineData("Wraps", 0.5, int.MinValue)]
    [InlineData("Checked", 0.5, 100)]
    [InlineData("Checked", 0.5, 40000)]
    [InlineData("Checked", 0.5, 100000)]
    [InlineData("IntegerDivision", 0.5, -7, 2)]
    [InlineData("IntegerDivision", 0.5, -7, 0)]
    [InlineData("IntegerDivision", 0.5, int.MinValue, -1)]
    [InlineData("FloatRemainder", -5.5, 3.0)]
    [InlineData("FloatRemainder", 5.5, 0.0)]
    [InlineData("ToInteger", 200.75)]
    [InlineData("ToInteger", 3.99)]
    [InlineData("LeftToRight", 3.0)]
    [InlineData("Overwritten", 2.0)]
    [InlineData("Twice", 2.0)]
    [InlineData("ParameterFromParameter", 2.0, 5.0)]
    [InlineData("Increments", 2.5)]
    [InlineData("Compound", 2.5, 9)]
    [InlineData("Tuples", 1.25)]
    [InlineData("SinCos", 0.4)]
    [InlineData("Constants", 0.4)]
    [InlineData("Several", 0.437, 2.6)]
    [InlineData("Several", -0.437, 0.1)]
    [InlineData("Several", double.NaN, 0.1)]
    [InlineData("Logic", 1.0, true, true, 2)]
    [InlineData("Logic", 1.0, true, false, 2)]
    [InlineData("Logic", 1.0, false, true, 3)]
    [InlineData("Logic", 1.0, false, false, 5)]
    [InlineData("Dead", 5.0)]
    [InlineData("NegativeZero", 1.0)]
    [InlineData("NegativeZero", -1.0)]
    public void Agrees(string name, params object[] arguments) => Program.Compare(name, arguments);

    [Fact]
    public void A_value_read_before_an_assignment_is_the_old_one() => Assert.Equal("Add(x, Multiply(x, x))", Program.Result("LeftToRight"));

    [Fact]
    public void What_is_never_used_isnt_there() => Assert.Equal("Multiply(Multiply(2d, c), c)", Program.Result("Dead"));

    [Fact]
    public void Static_state_is_read_when_the_derivative_runs()
    {
        Assert.Equal("Add(Multiply(x, global::Functions.Samples[1]), global::Functions.Samples[0])", Program.Result("Statics"));
        Assert.Equal("Less(1, Extent(global::Functions.Samples, 0))\nLess(0, Extent(global::Functions.Samples, 0))", Program.Requirements("Statics"));
    }
}
