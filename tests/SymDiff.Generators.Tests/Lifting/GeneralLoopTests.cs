using SymDiff.Generators.Model;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Loops that run as long as a condition holds, and loops that are left by <c>break</c> and <c>return</c>.</summary>
public sealed class GeneralLoopTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        using System;
        using SymDiff;

        public static partial class Loops
        {
            [Differentiable] public static double Newton(double a) { double x = 0.5 + a * a; while (Math.Abs(x * x - 2 - a) > 1e-12 && x < 1e6) x = .5 * (x + (2 + a) / x); return x; }
            [Differentiable] public static double Trap68(double x) { double s = 0; for (int i = 0; i < 10; i++) { s += x; if (s > 2) return s * s; } return s; }
            [Differentiable] public static double Trap69(double u) { double r = 0; for (int i = 1; i <= 3; i++) { r += i * u; if (i == 2) break; } return r; }
            [Differentiable] public static double Trap70(double u) { double r = 0; int i = 0; while (i < 4) { i++; if (i % 2 == 0) continue; r += i * u * u; } return r; }
            [Differentiable] public static double DoLoop(double x, int n) { double y = x; int k = 0; do { y = Math.Sin(y) + x; k++; } while (k < n); return y; }
            [Differentiable] public static double DoContinue(double x, int n) { double y = x; int k = 0; do { k++; if (k == 2) continue; y = Math.Sin(y) + x; } while (k < n); return y * k; }
            [Differentiable] public static double DoAssigned(double x, int n) { double y; int k = 0; do { y = x * k; k++; } while (k < n); return y; }
            [Differentiable] public static double WhileTrue(double x, int n) { double y = x; int k = 0; while (true) { y = Math.Cos(y) * x; if (++k > n) return y * k; } }
            [Differentiable] public static double WhileTrueBreak(double x, int n) { double y; int k = 0; while (true) { y = Math.Cos(k) * x; if (++k > n) break; } return y * k; }
            [Differentiable] public static double ForEver(double x, int n) { double y = x; for (int k = 0; ; k++) { y += x / (1 + k); if (k >= n) break; } return y; }
            [Differentiable] public static double Down(double x, int n) { double s = 0; for (int i = n; i > 0; i -= 2) { if (i == 5) continue; s = s * x + i; if (s > 1e3) break; } return s; }
            [Differentiable] public static double LoopVariableAfter(double x, int n) { int i; double s = 0; for (i = 0; i < n; i++) { s += x; if (s > 3) break; } return s * i; }
            [Differentiable] public static double AssignedInBody(double x, int n) { double s = 0; for (int i = 0; i < n; i++) { s += x * i; if (i % 3 == 0) i++; } return s; }
            [Differentiable] public static double BoundChanges(double x, int n) { double s = 0; for (int i = 0; i < n; i++) { s += x * i; n--; } return s; }
            [Differentiable] public static double BoundEffect(double x, int n) { double s = 0; for (int i = 0; i < n--; i++) { s += x * i; } return s * n; }
            [Differentiable] public static double Unsigned(double x, int n) { double s = 0; for (uint i = 0; i < (uint)(n & 7); i++) s += x * i; return s; }
            [Differentiable] public static double Nested(double x, int n) { double s = 0; for (int i = 0; i < n; i++) { int j = i; while (j > 0) { s += x * j; if (s > 20) break; j /= 2; } if (s > 30) break; } return s; }
            [Differentiable] public static double NestedReturn(double x, int n) { double s = x; for (int i = 0; i < n; i++) { for (int j = 0; j <= i; j++) { s += x * x * j; if (s > 6) return s * i + j; } } return -s; }
            [Differentiable(nameof(x))] public static double Search(double x, double[] a) { for (int i = 0; i < a.Length; i++) if (a[i] > 1) return x * a[i] * i; return x; }
            [Differentiable(nameof(x))] public static double ForEachBreak(double x, double[] a) { double s = 0; foreach (double v in a) { if (v < 0) break; s += x * v; } return s; }
            [Differentiable(nameof(x))] public static double ReadsBehind(double x, double[] a) { int i = 0; double s = 0; while (a[i] > 0) { s += a[i] * x; i++; } return s; }
            [Differentiable(nameof(x))] public static double Guarded(double x, double[] a) { int i = 0; double s = 0; while (i < a.Length && a[i] > 0) s += a[i++] * x; return s; }
            [Differentiable(nameof(x))] public static double ThrowsInside(double x, double[] a, int n) { double s = x; int i = 0; while (i < n) { if (i >= a.Length) throw new ArgumentException("i"); s = s * x + a[i]; i++; } return s; }
            [Differentiable] public static double Untaken(double x) { if (x > 0) { double y = x + 1; while (y > 1 && y < 1e9) y /= 2 + x * x; return y; } return x; }
            [Differentiable] public static double Conditional(double x, int n) { double y = 1; if (n > 3) { int k = 0; while (k < n) { y *= x; k++; } } return n == 5 ? y : n > 3 ? y * 2 : x; }
            [Differentiable] public static double InLambda(double x, int n) { Func<double, double> f = t => { double s = t; while (s < 5 + x * x) { s += 1 + t * t; if (s > 4) return s * x; } return s; }; return f(x) + f(2 * x); }
            [Differentiable] public static double InCallee(double x, int n) => Fact(x, n) * Fact(x + 1, 3);
            private static double Fact(double x, int n) { double r = 1; while (n > 0) { r *= x; n--; if (r > 1e4) return -r; } return r; }
            [Differentiable] public static double VoidReturn(double x, int n) { double s = 0; void Add(int k) { for (int i = 0; i < k; i++) { s += x * i; if (s > 3) return; } s += 100; } Add(n); Add(2); return s; }
            [Differentiable] public static double TupleReturn(double x, int n) { var (a, b) = Pair(x, n); return a * b; }
            private static (double, int) Pair(double x, int n) { for (int i = 0; i < n; i++) { x *= 1.5; if (x > 3) return (x, i); } return (x * x, n); }
            [Differentiable] public static double SwitchInLoop(double x, int n) { double s = 0; for (int i = 0; i < n; i++) { switch (i % 4) { case 0: s += x; break; case 1: continue; case 2: s *= x; break; default: if (s > 10) return s; break; } s += 1; } return s; }
            [Differentiable] public static double ExpSeries(double x) { double term = 1, sum = 1; int n = 1; while (sum + term != sum && n < 200) { term *= x / n; sum += term; n++; } return sum; }
            [Differentiable] public static double SideEffectCondition(double x, int n) { double s = 0; while (n-- > 0) s = s * x + n; return s + n; }
            [Differentiable] public static double Halley(double x, int n) { double y = 1; for (int i = 0; i != n; i++) { if (i == 40) break; y = y - (y * y * y - 2 - x) / (3 * y * y); } return y; }
            [Differentiable] public static double Collatz(double x, int n) { double s = 0; int k = Math.Abs(n) + 1; while (k != 1) { s += x / k; k = k % 2 == 0 ? k / 2 : 3 * k + 1; } return s; }
            [Differentiable] public static double NoTrips(double x) { double s = x; while (s > 1e9 && s < 1e19) s /= 2; do { s *= 2; } while (s < -1e9 && s > -1e19); return s; }
            [Differentiable] public static double TwoReturns(double x, int n) { for (int i = 0; i < n; i++) { if (x * i > 2) return x * x; if (x * i < -2) return x * 3; } return x; }
            [Differentiable] public static double DoubleCondition(double x) { double s = 0; for (double t = 0, w = 1; t < 2 && w > 0.1; t += 0.25, w *= 0.9) { if (t > 1.6) break; s += w * x * t; } return s; }
            [Differentiable] public static double WhileInLoopSum(double x, int n) { double total = 0; for (int i = 0; i < n; i++) { double y = x + i; while (y > 1 && y < 1e9) y = y / 2; total += y; } return total; }
        }
        """));

    public static TheoryData<string> Names => [.. Program.Names];

    [Theory, MemberData(nameof(Names))]
    public void Lifted_and_generated_code_does_what_the_method_does(string name)
    {
        ParameterModel[] parameters = [.. Program.Method(name).Signature.Parameters.Items];
        foreach (double x in (double[])[0.7, -1.3, 2.5, 0])
        {
            foreach (int n in (int[])[0, -1, 2, 5, 9])
            {
                Program.Compare(name, [.. parameters.Select(object (parameter) => parameter switch
                {
                    { Rank: 1 } => n % 2 == 0 ? [1.5, 0.25, 2, -0.5] : new[] { 0.5, x, 3 },
                    { Scalar: SymDiff.Symbolics.Expressions.ScalarType.Int32 } => n,
                    _ => parameter == parameters[0] ? x : 0.25,
                })]);
            }
        }
    }
}
