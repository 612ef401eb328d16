using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Loops over integers and arrays: what accumulates becomes a reduction, what is known a closed form, the rest a scan.</summary>
public sealed class LoopTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        [Differentiable] public static double Up(double x, int a, int b) { double s = 0; int i; for (i = a; i < b; i++) s += x / (i + 0.5); return s * i; }
        [Differentiable] public static double UpTo(double x, int a, int b) { double s = 0; int i; for (i = a; i <= b; i += 1) s = s + x * i; return s - i; }
        [Differentiable] public static double Down(double x, int a, int b) { double s = 0; int i; for (i = a; i > b; i--) s += x / (i + 0.5); return s * i; }
        [Differentiable] public static double DownTo(double x, int a, int b) { double s = 0; int i; for (i = a; i >= b; --i) s += x / (i + 0.5); return s * i; }
        [Differentiable] public static double ByThree(double x, int a, int b) { double s = 0; int i; for (i = a; i < b; i += 3) s += x / (i + 0.5); return s * i; }
        [Differentiable] public static double UpToByThree(double x, int a, int b) { double s = 0; int i; for (i = a; i <= b; i = 3 + i) s += x / (i + 0.5); return s * i; }
        [Differentiable] public static double DownByThree(double x, int a, int b) { double s = 0; int i; for (i = a; i > b; i -= 3) s += x / (i + 0.5); return s * i; }
        [Differentiable] public static double DownToByThree(double x, int a, int b) { double s = 0; int i; for (i = a; b <= i; i = i - 3) s += x / (i + 0.5); return s * i; }
        [Differentiable] public static double NotEqual(double x, int a, int b) { double s = 0; int i; for (i = a; i != b; i++) { s += x / (i + 0.5); if (i > a + 1000) throw new InvalidOperationException(); } return s * i; }
        [Differentiable] public static double WithLong(double x, int a, int b) { double s = 0; for (long i = a; i < b; i++) s += x / (i + 0.5); return s; }
        [Differentiable] public static double Range(double x, int a, int b) { double s = 0; foreach (int i in Enumerable.Range(a, b)) s += x / (i + 0.5); return s; }

        [Differentiable(nameof(x))] public static double Sums(double x, double[] a) { double s = 0, p = 1, most = double.NegativeInfinity, least = 9; int n = 0; double last = 0; foreach (double v in a) { s += v * x; s -= v; p *= x - v; most = Math.Max(v, most); least = Math.Min(least, v * x); if (v > 0) n++; last = v * x; } return s + p + most + least + n + last; }
        [Differentiable(nameof(x))] public static double Associations(double x, double[] a) { double s = 0.1; for (int i = 0; i < a.Length; i++) { s = a[i] + (s + x); s = s + x + a[i] * 3; s = (x + 0.3) + s; } return s; }
        [Differentiable(nameof(x))] public static double Conditional(double x, double[] a) { double s = 0.1; for (int i = 0; i < a.Length; i++) { if (a[i] < 0) continue; if (i % 2 == 0) { s += x; s += a[i]; } else s -= x; } return s; }
        [Differentiable(nameof(x))] public static double Temporaries(double x, double[] a) { double s = 0, t, u = 5; for (int i = 0; i < a.Length; i++) { t = a[i] * x; u = t * 2; s += t * u; } return s + u; }
        [Differentiable(nameof(x))] public static double Alternating(double x, double[] a) { double s = 0, sign = 1; for (int i = 0; i < a.Length; i++) { s += sign * a[i] * x; sign = -sign; } return s * sign; }
        [Differentiable(nameof(x))] public static double Horner(double x, double[] a) { double s = 0; for (int i = a.Length - 1; i >= 0; i--) s = s * x + a[i]; return s; }
        [Differentiable(nameof(x))] public static double Largest(double x, double[] a) { double most = a[0]; int at = 0; for (int i = 1; i < a.Length; i++) if (a[i] * x > most) { most = a[i] * x; at = i; } return most + a[at]; }
        [Differentiable(nameof(x))] public static double Previous(double x, double[] a) { double s = 0, before = 0.5; foreach (double v in a) { s += (v - before) * (v - before) * x; before = v; } return s; }
        [Differentiable(nameof(x))] public static double Fibonacci(double x, double[] a) { double p = x, q = 1; for (int i = 0; i < a.Length; i++) (p, q) = (q, p + q * a[i]); return p; }
        [Differentiable(nameof(x))] public static double TupleState(double x, double[] a) { var t = (Sum: 0.0, Product: 1.0); foreach (double v in a) { t.Sum += v * x; t.Product *= v; } return t.Sum - t.Product; }
        [Differentiable(nameof(x))] public static double Counters(double x, double[] a) { double s = 0; int j = a.Length; long k = 3; for (int i = 0; i < a.Length; i++) { j--; k += 2; s += a[j] * x * k; } return s + j + k; }
        [Differentiable(nameof(x))] public static double TwoVariables(double x, double[] a) { double s = 0; for (int i = 0, j = a.Length - 1; i < a.Length; i++, j--) s += a[i] * a[j] * x; return s; }
        [Differentiable(nameof(x))] public static double EveryOther(double x, double[] a) { double s = 0; for (int i = 1; i < a.Length; i += 2) s += (a[i] - a[i - 1]) * x; return s; }
        [Differentiable(nameof(x))] public static double Neighbours(double x, double[] a) { double s = 0; for (int i = 1; i < a.Length - 1; i++) s += (a[i + 1] - 2 * a[i] + a[i - 1]) * x; return s; }
        [Differentiable(nameof(x))] public static double OutOfRange(double x, double[] a) { double s = 0; for (int i = 0; i <= a.Length; i++) s += a[i] * x; return s; }
        [Differentiable(nameof(x))] public static double MayBeOut(double x, double[] a) { double s = 0; for (int i = 0; i < 3; i++) s += a[i + 1] * x; return s; }
        [Differentiable(nameof(x))] public static double FromTheEnd(double x, double[] a) => x * a[^1] + a[^2];
        [Differentiable(nameof(x))] public static double InnerBreak(double x, double[] a) { double s = 0; foreach (double v in a) { switch (v) { case > 1: s += x; break; case < 0: continue; default: s += v; break; } s += 0.25; } return s; }
        [Differentiable(nameof(x))] public static double ThrowsInside(double x, double[] a) { double s = 0; foreach (double v in a) { if (v < 0) throw new ArgumentException("a"); s += Math.Sqrt(v) * x; } return s; }
        [Differentiable(nameof(x))] public static double DividesInside(double x, double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) s += x * (6 / (2 - i)); return s; }
        [Differentiable(nameof(x))] public static double Triangle(double x, double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) for (int j = 0; j <= i; j++) s += a[i] * a[j] * x; return s; }
        [Differentiable(nameof(x))] public static double Convolution(double x, double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) { double t = 0; for (int j = i; j >= 0; j--) t += a[j] * a[i - j]; s += t * t * x; } return s; }
        [Differentiable(nameof(x))] public static double BeforeInner(double x, double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) { s += a[i]; for (int j = 0; j <= i; j++) s += a[j] * x; } return s; }
        [Differentiable(nameof(x))] public static double AroundInner(double x, double[] a) { double s = 0.3; for (int i = 0; i < a.Length; i++) { if (i != 1) for (int j = 0; j <= i; j++) s += a[j] * x; if (a[i] > 0.2) for (int j = 0; j <= i; j++) s -= a[j]; } return s; }
        [Differentiable(nameof(x))] public static double FromNegativeZero(double x, double[] a) { double s = 0.3; for (int i = 0; i < a.Length; i++) { double t = -0.0; for (int j = 0; j <= i; j++) t += a[j] * x; s += t; } return s; }
        [Differentiable(nameof(x))] public static double Best(double x, double[] a) { double best = double.PositiveInfinity; for (int i = 0; i < a.Length; i++) for (int j = i + 1; j < a.Length; j++) best = Math.Min(best, Math.Abs(a[i] - a[j]) * x); return best; }
        [Differentiable(nameof(x))] public static double Powers(double x, double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) { double p = 1; for (int k = 0; k < i; k++) p *= x; s += p * a[i]; } return s; }
        [Differentiable(nameof(x))] public static double CountedInChecked(double x, double[] a) { checked { double s = 0; int n = 0; for (int i = 0; i < a.Length - 1; i++) { s += a[i + 1] * x; n++; } return s * n; } }
        [Differentiable(nameof(x))] public static double LocalFunction(double x, double[] a) { double s = 0; int calls = 0; double Add(double v) { calls++; if (v < 0) return s; s += v * x; return s * 2; } double t = 0; foreach (double v in a) t += Add(v); return t + s + calls; }

        [Differentiable(nameof(x))] public static double Rows(double x, double[,] m) { double s = 0; for (int i = 0; i < m.GetLength(0); i++) { double p = 0; for (int j = 0; j < m.GetLength(1); j++) p += m[i, j] * x; s += p * p; } return s; }
        [Differentiable(nameof(x))] public static double Flat(double x, double[] m, int rows, int columns) { double s = 0; for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++) s += m[i * columns + j] * x; return s; }
        [Differentiable(nameof(x))] public static double Offset(double x, double[] a, int offset, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[offset + i] * x; return s; }
        [Differentiable(nameof(x))] public static double Reversed(double x, double[] a, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[n - 1 - i] * x; return s; }
        [Differentiable(nameof(x))] public static double Strided(double x, double[] a, int n) { double s = 0; for (int i = 0; i < n; i++) s += a[2 * i + 1] * x; return s; }
        [Differentiable(nameof(x))] public static double Indirect(double x, double[] a, int[] at) { double s = 0; for (int i = 0; i < at.Length; i++) s += a[at[i]] * x; return s; }
        [Differentiable(nameof(x))] public static double All(double x, double[,] m) { double s = 0; foreach (double v in m) s += v * x; return s; }
        [Differentiable(nameof(x))] public static double SameLengths(double x, double[] a, double[] b) { if (a.Length != b.Length || a.Length == 0) throw new ArgumentException("b"); double s = a[0]; for (int i = 0; i < a.Length; i++) s += a[i] * b[i] * x; for (int i = 1; i < b.Length; i++) s -= a[i - 1] * b[i]; return s; }
        [Differentiable(nameof(x))] public static double SameLengthsOnASide(double x, double[] a, double[] b, int n) { if (n > 0) { if (a.Length != b.Length) throw new ArgumentException("b"); } double s = 0; for (int i = 0; i < a.Length; i++) s += a[i] * b[i] * x; return s; }
        [Differentiable(nameof(x))] public static double Spans(double x, ReadOnlySpan<double> a, Span<double> b) { double s = 0; foreach (ref readonly double v in a) s += v * x; for (int i = 0; i < a.Length; i++) s += b[i]; return b.IsEmpty ? -s : s; }
        """));

    private static readonly double[][] Arrays = [[], [0.7], [0.3, -1.2], [2.5, 0.1, -0.4], [0.1, 0.2, 0.3, 0.4, -0.5, 1.7, -0.0, 3]];

    public static TheoryData<string> OverRanges => ["Up", "UpTo", "Down", "DownTo", "ByThree", "UpToByThree", "DownByThree", "DownToByThree", "NotEqual", "WithLong", "Range"];

    public static TheoryData<string> OverArrays =>
    [
        "Associations", "Conditional", "Temporaries", "Alternating", "Horner", "Largest", "Previous", "Fibonacci", "TupleState", "Counters", "TwoVariables", "EveryOther", "Neighbours",
        "OutOfRange", "MayBeOut", "FromTheEnd", "InnerBreak", "ThrowsInside", "DividesInside", "Best", "CountedInChecked", "LocalFunction", "Powers", "Convolution", "Sums", "Triangle", "BeforeInner", "AroundInner", "FromNegativeZero",
    ];

    [Theory, MemberData(nameof(OverRanges))]
    public void Agrees_over_ranges(string name)
    {
        foreach ((int a, int b) in new[] { (0, 0), (0, 1), (0, 7), (2, 9), (2, 10), (2, 11), (-3, 4), (5, 5), (5, 2), (9, -2), (10, -2), (11, -2), (3, -1) })
        {
            Program.Compare(name, 1.3, a, b);
        }
    }

    [Theory, MemberData(nameof(OverArrays))]
    public void Agrees_over_arrays(string name)
    {
        foreach (double[] a in Arrays)
        {
            Program.Compare(name, 1.3, a);
        }
    }

    [Fact]
    public void Agrees_over_other_arrays()
    {
        double[,] matrix = { { 0.1, -0.2, 0.3 }, { 1.1, 2.2, -3.3 } };
        foreach (double[,] m in new[] { matrix, new double[0, 3], new double[2, 0] })
        {
            Program.Compare("Rows", 1.3, m);
        }

        foreach ((int rows, int columns) in new[] { (2, 3), (3, 2), (0, 100), (100, 0), (-1, -100), (2, 4), (1, 7), (65536, 65536), (-1, 5) })
        {
            Program.Compare("Flat", 1.3, new[] { 0.1, 0.2, 0.3, 0.4, 0.5, 0.6 }, rows, columns);
        }

        foreach ((int offset, int n) in new[] { (0, 4), (1, 3), (1, 4), (-1, 2), (4, 0), (9, 0), (-9, 0), (int.MaxValue, 2), (2, -5) })
        {
            Program.Compare("Offset", 1.3, new[] { 0.1, 0.2, 0.3, 0.4 }, offset, n);
        }

        foreach (int n in new[] { -1, 0, 1, 2, 4, 5 })
        {
            Program.Compare("Reversed", 1.3, new[] { 0.1, 0.2, 0.3, 0.4 }, n);
            Program.Compare("Strided", 1.3, new[] { 0.1, 0.2, 0.3, 0.4 }, n);
        }

        foreach (int[] at in new int[][] { [], [0, 2, 2], [1, 3], [-1], [4], [0, 4, -1] })
        {
            Program.Compare("Indirect", 1.3, new[] { 0.1, 0.2, 0.3, 0.4 }, at);
        }

        foreach (double[] a in Arrays)
        {
            foreach (double[] b in Arrays)
            {
                Program.Compare("SameLengths", 1.3, a, b);
                Program.Compare("SameLengthsOnASide", 1.3, a, b, 1);
                Program.Compare("SameLengthsOnASide", 1.3, a, b, 0);
            }
        }

        Program.Compare("Spans", 1.3, new[] { 0.1, 0.2 }, new[] { 0.3, 0.4, 0.5 });
        Program.Compare("Spans", 1.3, new[] { 0.1, 0.2 }, new[] { 0.3 });
        Program.Compare("Spans", 1.3, Array.Empty<double>(), Array.Empty<double>());
    }

    [Theory]
    [InlineData("Horner", "Scan(k = 0..%1: s from 0d becomes Add(Multiply(s, x), a[Add(Add(%1, Negate(k)), -1)])).s")]
    [InlineData("Powers", "Sum(i = 0..Extent(a, 0), from 0d: Multiply(Product(k = 0..i, from 1d: x), a[i]))")]
    [InlineData("Triangle", "Sum(i = 0..Extent(a, 0), from 0d: Sum(j = 0..Add(i, 1), from -0d: Multiply(Multiply(a[i], a[j]), x)))")]
    [InlineData("All", "Sum(i = 0..Extent(m, 0), from 0d: Sum(j = 0..Extent(m, 1), from -0d: Multiply(m[i, j], x)))")]
    public void Becomes(string name, string expected) => Assert.EndsWith(expected, Program.Result(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Neighbours", "")]
    [InlineData("EveryOther", "")]
    [InlineData("TwoVariables", "")]
    [InlineData("Triangle", "")]
    [InlineData("Convolution", "")]
    [InlineData("Counters", "")]
    [InlineData("CountedInChecked", "")]
    [InlineData("Spans", "LessOrEqual(Extent(a, 0), Extent(b, 0))")]
    [InlineData("SameLengths", "%1 = Extent(a, 0)\nNot(Select(NotEqual(%1, Extent(b, 0)), true, Equal(%1, 0)))")]
    [InlineData("MayBeOut", "LessOrEqual(3, Add(Extent(a, 0), -1))")]
    [InlineData("Flat", "Select(Select(Less(0, rows), Less(0, columns), false), LessOrEqual(Multiply(Int64(rows), Int64(columns)), Int64(Extent(m, 0))), true)")]
    [InlineData("Reversed", "Select(LessOrEqual(n, 0), true, Less(Add(n, -1), Extent(a, 0)))")]
    public void What_is_required_of_each_trip_is_said_without_a_loop(string name, string expected) => Assert.Equal(expected, Program.Requirements(name));
}
