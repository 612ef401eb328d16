using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Arrays that the code makes for itself: what they hold is a value like any other.</summary>
public sealed class LocalArrayTests
{
    private const string Source = """
        [Differentiable] public static double Filled(double x, double[] a) { var h = new double[a.Length]; for (int i = 0; i < a.Length; i++) h[i] = a[i] * x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * h[h.Length - 1 - i]; return s; }
        [Differentiable] public static double Assigned(double x, double[] a) { double[] h = { x, a[0], 3 }; h[1] = h[0] * h[2]; h[0]++; h[2] *= h[1]; return h[0] + 2 * h[1] + h[2] * h.Length; }
        [Differentiable] public static double ReadInLoop(double x, double[] a) { double[] h = [x, a[0], x * a[0]]; double s = 0; for (int i = 0; i < 3; i++) s += h[i] * h[(i + 1) % 3]; return s; }
        [Differentiable] public static double OnTheStack(double x, double[] a) { Span<double> h = stackalloc double[a.Length]; for (int i = 0; i < a.Length; i++) h[i] = Math.Exp(a[i]); Span<double> b = stackalloc double[] { 1, x }; ReadOnlySpan<double> c = stackalloc[] { x, 2.0 }; double s = b[1] * c[0] + c[1]; foreach (double v in h) s += v * x; return s; }
        [Differentiable] public static double OnEither(double x, double[] a) { Span<double> h = a.Length < 3 ? stackalloc double[a.Length] : new double[a.Length]; for (int i = 0; i < h.Length; i++) h[i] = a[i] * x; double s = 0; foreach (double v in h) s += v * v; return s; }
        [Differentiable] public static double Downwards(double x, double[] a) { var h = new double[a.Length]; for (int i = a.Length - 1; i >= 0; i--) h[i] = a[i] * x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * i; return s; }
        [Differentiable] public static double Reversed(double x, double[] a) { var h = new double[a.Length]; for (int i = 0; i < a.Length; i++) h[a.Length - 1 - i] = a[i] * x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * i; return s; }
        [Differentiable] public static double Shifted(double x, double[] a) { var h = new double[a.Length + 2]; for (int i = 0; i < a.Length; i++) h[i + 1] = a[i] * x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s + h[0]; }
        [Differentiable] public static double Partly(double x, double[] a) { var h = new double[a.Length]; for (int i = 0; i < h.Length; i++) h[i] = a[i]; for (int i = 1; i < a.Length - 1; i++) h[i] = a[i] * x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s; }
        [Differentiable] public static double OutOfRange(double x, double[] a) { var h = new double[3]; for (int i = 0; i < a.Length; i++) h[i] = a[i] * x; return h[0] + h[2]; }
        [Differentiable] public static double NegativeLength(double x, double[] a) { var h = new double[a.Length - 2]; for (int i = 0; i < h.Length; i++) h[i] = a[i] * x; double s = x; foreach (double v in h) s += v; return s; }
        [Differentiable] public static double Branches(double x, double[] a) { var h = new double[a.Length]; for (int i = 0; i < a.Length; i++) { if (a[i] > 0) h[i] = a[i] * x; else { h[i] = -1; h[i] -= x; } } double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * h[i]; return s; }
        [Differentiable] public static double SomeOnly(double x, double[] a) { var h = new double[a.Length]; for (int i = 0; i < a.Length; i++) { if (a[i] < 0) continue; h[i] = a[i] * x; } double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * h[i] + i; return s; }
        [Differentiable] public static double FilledOnOneSide(double x, double[] a) { var h = new double[a.Length]; if (x > 0) { for (int i = 0; i < a.Length; i++) h[i] = Math.Sqrt(x) * a[i]; } else if (a.Length > 1) h[1] = x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s; }
        [Differentiable] public static double InPlace(double x, double[] a) { double[] h = [.. a]; for (int i = 0; i < h.Length; i++) h[i] *= x; for (int i = 0; i < h.Length; i++) { double t = h[i]; h[i] = t * t + 1; } double s = 0; foreach (double v in h) s += v; return s; }
        [Differentiable] public static double Accumulated(double x, double[] a) { var h = new double[3]; for (int i = 0; i < a.Length; i++) for (int j = 0; j < 3; j++) h[j] += a[i] * x * (j + i); double s = 0; foreach (double v in h) s += v * v; return s; }
        [Differentiable] public static double Scattered(double x, double[] a, int[] at) { var h = new double[4]; for (int i = 0; i < at.Length; i++) h[at[i]] += a[i] * x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * h[i] * (i + 1); return s; }
        [Differentiable(nameof(x))] public static double Smoothed(double x, double[] a) { double[] h = [.. a]; for (int t = 0; t < 3; t++) for (int i = 0; i < h.Length; i++) h[i] = 0.5 * h[i] + x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * h[i]; return s; }
        [Differentiable] public static double PerTrip(double x, double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) { var h = new double[i + 1]; for (int j = 0; j <= i; j++) h[j] = a[j] * x; double t = 0; for (int j = 0; j < h.Length; j++) t += h[j] * h[i - j]; s += t; } return s; }
        [Differentiable] public static double Reused(double x, double[] a) { double s = 0; Span<double> h = stackalloc double[2]; for (int i = 0; i < a.Length; i++) { h[0] = a[i]; for (int k = 1; k < 2; k++) h[k] = a[i] * x; s += h[0] * h[1]; } return s; }
        [Differentiable] public static double LastTrip(double x, double[] a) { var h = new double[2]; for (int i = 0; i < a.Length; i++) { h[0] = a[i] * x; for (int k = 1; k < 2; k++) h[k] = 1 / a[i]; } return h[0] + h[1]; }
        [Differentiable] public static double FromLastTrip(double x, double[] a) { double last = x; for (int i = 0; i < a.Length; i++) { var h = new double[2]; for (int k = 0; k < 2; k++) h[k] = a[i] * x + k; last = h[0] * h[1]; } return last; }
        [Differentiable] public static double Matrix(double x, double[] a) { var m = new double[2, a.Length]; for (int i = 0; i < 2; i++) for (int j = 0; j < a.Length; j++) m[i, j] = a[j] * (i + x); double s = 0; for (int i = 0; i < m.GetLength(0); i++) for (int j = 0; j < m.GetLength(1); j++) s += m[i, j] * m[1 - i, j]; return s + m.Length; }
        [Differentiable] public static double Transposed(double x, double[] a) { var m = new double[a.Length, 2]; for (int i = 0; i < 2; i++) for (int j = 0; j < a.Length; j++) m[j, i] = a[j] * (i + x); for (int j = 0; j < a.Length; j++) m[j, 0] += m[j, 1]; double s = 0; foreach (double v in m) s += v * v; return s; }
        [Differentiable] public static double Product(double x, double[] a) { int n = a.Length; var m = new double[n, n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < 2; k++) m[i, j] += a[i] * a[j] * (k + x); double s = 0; foreach (double v in m) s += v; return s; }
        [Differentiable] public static double Initialized(double x, double[] a) { double[,] m = { { x, 1 }, { a[0], x * x } }; return m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0]; }
        [Differentiable] public static double Copies(double x, double[] a) { double[] h = (double[])a.Clone(); double[] g = a.AsSpan().ToArray(); h[0] = x; g[0] *= x; return h[0] + g[0]; }
        [Differentiable] public static double Copied(double x, double[] a) { double[] h = (double[])a.Clone(); double[] g = a.AsSpan().ToArray(); h[0] = x; g[0] *= x; double[] b = new double[a.Length + 1]; b.AsSpan().Fill(x); h.CopyTo(b.AsSpan()); Array.Copy(g, h, 1); double s = 0; for (int i = 0; i < b.Length; i++) s += b[i] * (i + 1); return s + h[0] * g[0]; }
        [Differentiable] public static double Spread(double x, double[] a) { double[] h = [x, .. a, 2, .. a]; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s * h[^1]; }
        [Differentiable] public static double Alias(double x, double[] a) { var h = new double[2]; var g = h; g[0] = x; Span<double> p = h; p[1] = g[0] * 2; return h[0] + h[1]; }
        [Differentiable] public static double Returned(double x, double[] a) { double[] h = Scaled(a, x); double[] g = Scaled(h, x); g[0] = 1; double s = 0; for (int i = 0; i < g.Length; i++) s += g[i] * h[i]; return s; }
        [Differentiable] public static double Passed(double x, double[] a) { var h = new double[a.Length]; Scale(a, h, x); Scale(h, h, x); double s = 0; foreach (double v in h) s += v; return s; }
        [Differentiable] public static double PassedInLoop(double x, double[] a) { double s = 0; var h = new double[a.Length]; for (int t = 0; t < 3; t++) { Scale(a, h, x + t); foreach (double v in h) s += v * t; } return s; }
        [Differentiable] public static double Integers(double x, double[] a) { int[] at = new int[a.Length]; for (int i = 0; i < a.Length; i++) at[i] = a.Length - 1 - i; bool[] used = new bool[a.Length]; used[0] = true; double s = 0; for (int i = 0; i < a.Length; i++) if (!used[i]) s += a[at[i]] * x; return s; }
        [Differentiable(nameof(x))] public static double Singles(float x, double[] a) { var h = new float[a.Length]; for (int i = 0; i < a.Length; i++) h[i] = (float)a[i] * x; float s = 0; foreach (float v in h) s += v * v; return s; }
        [Differentiable] public static double OrderOfEvaluation(double x, double[] a) { var h = new double[3]; int i = 0; h[i++] = i + x; h[i] = i++ * x; h[i++] += i; return h[0] + 10 * h[1] + 100 * h[2] + i; }
        [Differentiable] public static double Counted(double x, double[] a) { var h = new double[a.Length]; int n = 0; for (int i = 0; i < a.Length; i++) { h[n] = a[i] * x; n++; } double s = 0; foreach (double v in h) s += v; return s * n; }
        [Differentiable] public static double ReadsEarlier(double x, double[] a) { var h = new double[a.Length]; double s = 0; for (int i = 0; i < a.Length; i++) { h[i] = a[i] * x; if (i > 0) s += h[i] * h[i - 1]; } return s; }
        [Differentiable] public static double Guarded(double x, double[] a) { var h = new double[a.Length]; for (int i = 0; i < a.Length; i++) h[i] = a[i] * x; if (h.Length != a.Length) throw new ArgumentException("a"); return h.Length > 1 && h[1] > 0 ? h[0] : h.Length > 0 ? h[^1] : x; }
        [Differentiable] public static double Softmax(double x, double[] a) { var e = new double[a.Length]; double most = double.NegativeInfinity; for (int i = 0; i < a.Length; i++) most = Math.Max(most, a[i]); double sum = 0; for (int i = 0; i < a.Length; i++) { e[i] = Math.Exp((a[i] - most) * x); sum += e[i]; } double s = 0; for (int i = 0; i < a.Length; i++) s -= Math.Log(e[i] / sum) * (i + 1); return s; }
        [Differentiable] public static double Ahead(double x, double[] a) { double[] h = [.. a]; for (int i = 0; i < h.Length - 1; i++) h[i] = h[i + 1] * x - h[i]; double[] g = [.. a]; for (int i = g.Length - 1; i > 0; i--) g[i] += g[i - 1] * x; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * g[i]; return s; }
        [Differentiable(nameof(x))] public static double FirstOfAll(double x, double[] a) { var h = new double[a.Length]; for (int i = 0; i < a.Length; i++) { h[i] = a[i] * x; h[0] += h[i]; } double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s; }
        [Differentiable(nameof(x))] public static double Threefold(double x, double[] a) { double[] h = [.. a]; for (int s = 0; s < 2; s++) for (int t = 0; t < 2; t++) for (int i = 0; i < h.Length; i++) h[i] = 0.5 * h[i] + x * t + s; double r = 0; foreach (double v in h) r += v * v; return r; }
        [Differentiable] public static double EarlierRow(double x, double[] a) { var h = new double[a.Length]; double r = 0; for (int i = 0; i < a.Length / 2; i++) { var t = new double[2]; for (int j = 0; j < 2; j++) t[j] = a[i * 2 + j] * x; double s = 0; for (int j = 0; j < 2; j++) s += t[j] * t[1 - j]; h[i] = s; if (i > 0) r += h[i] * h[i - 1]; } return r; }
        [Differentiable] public static double ByInterface(double x, double[] a) { var h = new double[2]; for (int i = 0; i < a.Length; i++) Put(h, a[i] * x); return h[0] + h[1]; }
        [Differentiable] public static double Mixed(double x, double[] a) { float[] f = [(float)a.Length, 2.5f]; double[] h = [x, .. f, a.Length]; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * x; return s; }
        [Differentiable] public static double AgainAndAgain(double x, double[] a) { var h = new double[3]; h[0] = x; h[1] = h[0] * 2; h[0] = h[1] + 1; h[2] = h[0]; h[1] = h[2] * h[0]; h[0] *= h[1]; double s = 0; for (int i = 0; i < 3; i++) s += h[i] * (i + 1); return s; }
        [Differentiable] public static double OfTotal(double x, double[] a) { double t = 0; for (int i = 0; i < a.Length; i++) t += a[i] * x; var h = new double[a.Length + 1]; for (int i = 0; i < a.Length; i++) { h[i] = a[i] * x; h[i] = h[i] / (1 + t * t) + h[i + 1]; } double s = 0; foreach (double v in h) s += v * v; return s; }
        [Differentiable] public static double Tail(double x, double[] a) { double s = 0; foreach (double v in a.AsSpan(1)) s += v * v * x; return s; }
        [Differentiable] public static double Windows(double x, double[] a) { double s = 0; for (int i = 0; i <= a.Length - 2; i++) s += Total(a.AsSpan(i, 2)) * x; return s; }
        [Differentiable] public static double WindowsBeyond(double x, double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) s += Total(a.AsSpan(i, 2)) * x; return s; }
        [Differentiable] public static double Ranges(double x, double[] a) { ReadOnlySpan<double> p = a; ReadOnlySpan<double> u = p[1..]; ReadOnlySpan<double> v = p[..^1]; double s = 0; for (int i = 0; i < u.Length; i++) s += u[i] * v[i] * x; return s + p[1..^1].Length + p[^1..][0] + p[..][0]; }
        [Differentiable] public static double PartCopied(double x, double[] a) { double[] b = a[1..]; b[0] = x; double[] c = b[..1]; c[0] *= 3; return b[0] + a[1] * c[0]; }
        [Differentiable] public static double View(double x, double[] a) { double[] h = [.. a]; Span<double> v = h.AsSpan(1); h[1] = x; v[0] *= 2; Span<double> w = v[..1]; w[0] += x; for (int i = 0; i < v.Length; i++) v[i] += a[i]; return h[1] + 10 * v[0] + w[0] * h[^1]; }
        [Differentiable] public static double ViewInPlace(double x, double[] a) { double[] h = [.. a]; Span<double> v = h.AsSpan(1); for (int i = 0; i < v.Length; i++) v[i] = v[i] * x + a[i]; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s; }
        [Differentiable] public static double Parts(double x, double[] a) { var h = new double[6]; h.AsSpan(0, 3).Fill(x); h.AsSpan(3).Fill(2 * x); h.AsSpan(1, 2).CopyTo(h.AsSpan(4)); h[0] = a.Length; h[5] *= x; h.AsSpan(0, 4).CopyTo(h.AsSpan(2)); h.AsSpan(1, 1).Clear(); double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s; }
        [Differentiable] public static double PartsPassed(double x, double[] a) { var h = new double[2 * a.Length]; Scale(a, h.AsSpan(0, a.Length), x); Scale(a, h.AsSpan(a.Length), 2); double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * h[h.Length - 1 - i]; return s; }
        [Differentiable] public static double PartOfPart(double x, double[] a) { double[] h = [x, .. a, 3]; Span<double> v = h.AsSpan(1).Slice(1, 1); v[0] += x; return h[2] * v[^1] + h.AsSpan()[1..][1..][0]; }
        [Differentiable(nameof(x))] public static double Rows(double x, double[] a) { var m = new double[6]; for (int i = 0; i < 2; i++) { Span<double> row = m.AsSpan(i * 3, 3); for (int j = 0; j < row.Length; j++) row[j] = x * (i + 1) + j; } double s = 0; foreach (double v in m) s += v * v; return s; }
        [Differentiable] public static double HalfOfHalf(double x, double[] a) { int n = a.Length; var h = new double[2 * n]; for (int i = 0; i < n; i++) h[i] = a[i] * x; for (int i = 0; i < n; i++) h[n + i] = h[i] * h[n - 1 - i]; for (int i = n - 1; i >= 0; i--) h[n + i] = h[i] + a[i]; double s = 0; for (int i = 0; i < h.Length; i++) s += h[i] * (i + 1); return s; }
        static double Total(ReadOnlySpan<double> a) { double s = 0; foreach (double v in a) s += v; return s; }
        static void Put(IList<double> r, double v) => r[0] = v;
        static double[] Scaled(double[] a, double x) { var r = new double[a.Length]; for (int i = 0; i < a.Length; i++) r[i] = a[i] * x; return r; }
        static void Scale(ReadOnlySpan<double> a, Span<double> r, double x) { for (int i = 0; i < r.Length; i++) r[i] = a[i] * x; }
        """;

    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource(Source));

    public static TheoryData<string> Methods => [.. Program.Names];

    [Theory, MemberData(nameof(Methods))]
    public void Lifted_and_generated_code_calculate_the_same(string name)
    {
        foreach (double[] a in (double[][])[[], [0.7], [0.7, -0.3], [0.7, -0.3, 1.1], [1.2, 0.4, -0.7, 0.9, 0.1, -2]])
        {
            foreach (double x in (double[])[0.6, -1.3, 0])
            {
                object first = name == "Singles" ? (object)(float)x : x;
                if (name == "Scattered")
                {
                    Program.Compare(name, first, a, new[] { 3, 0, 3, 1, 1 }.Take(a.Length).ToArray());
                }
                else
                {
                    Program.Compare(name, first, a);
                }
            }
        }
    }
}
