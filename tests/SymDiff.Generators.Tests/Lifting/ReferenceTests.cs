using SymDiff.Generators.Model;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Arguments by reference are other names for variables; with them <c>params</c>, <c>goto case</c> and copies of arrays.</summary>
public sealed class ReferenceTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        using System;
        using SymDiff;

        public static partial class References
        {
            [Differentiable] public static double OutArg(double x) { Split(x, out double a, out var b); return a * b; }
            private static void Split(double x, out double a, out double b) { a = x * x; b = a + x; }
            [Differentiable] public static double RefArg(double x) { double y = x; Scale(ref y, 3); Scale(ref y, x); return y; }
            private static void Scale(ref double v, double k) { v *= k; v += k; }
            [Differentiable] public static double Swap(double x, double y) { Swap2(ref x, ref y); return x - 2 * y; }
            private static void Swap2(ref double a, ref double b) { (a, b) = (b, a); }
            [Differentiable] public static double Alias(double x) { double y = x; Two(ref y, ref y); return y; }
            private static void Two(ref double a, ref double b) { a = a * 2; b = b * a + 1; a += b; }
            [Differentiable] public static double Chain(double x) { double y = x; Outer(ref y); return y; }
            private static void Outer(ref double v) { Scale(ref v, 2); double w = v; Scale(ref w, v); v += w; }
            [Differentiable] public static double Discard(double x) { Split(x, out _, out double b); return b; }
            [Differentiable] public static double Existing(double x) { double a = 5, b; Split(x, out a, out b); return a + b; }
            [Differentiable] public static double InLoop(double x, int n) { double y = x; for (int i = 0; i < n; i++) Scale(ref y, 0.5); return y; }
            [Differentiable] public static double RefLocal(double x) { double y = x; ref double r = ref y; r *= x; y += 1; return r * y; }
            [Differentiable] public static double Try(double x) { if (TryRoot(x, out double r)) return r; return -r; }
            private static bool TryRoot(double x, out double r) { if (x < 0) { r = x; return false; } r = Math.Sqrt(x); return true; }
            [Differentiable] public static double OutInCondition(double x) => TryRoot(x, out var r) && r > 1 ? r * x : r;
            [Differentiable] public static double LambdaOut(double x) { void F(ref double t) { t = t * x; } double y = 2; F(ref y); F(ref y); return y; }
            [Differentiable] public static double Params(double x) => SumAll(x, 2 * x, x * x) + SumAll() + SumAll(x);
            private static double SumAll(params double[] v) { double s = 0; foreach (double t in v) s += t; return s; }
            [Differentiable] public static double ParamsSpan(double x) => SumSpan(x, 2 * x, x * x) + SumSpan();
            private static double SumSpan(params ReadOnlySpan<double> v) { double s = 1; foreach (double t in v) s *= t + 1; return s; }
            [Differentiable] public static double InParam(double x) => In2(in x, x * x) + In2(3, x);
            private static double In2(in double a, in double b) => a * b;
            [Differentiable] public static double RefReadonly(double x) { double y = x * 2; return Ro(ref y); }
            private static double Ro(ref readonly double a) => a * a;
            [Differentiable] public static double Checked(double x, int n) => checked(n * n * 100000) * x;
            [Differentiable] public static double OnParam(double x) { Scale(ref x, 2); return x; }
            [Differentiable] public static double Escaping(double x) { double y = x; Func<double> f = () => y; Scale(ref y, 2); return f(); }
            [Differentiable] public static double OutTuple(double x) { Give(x, out (double, double) t); return t.Item1 * t.Item2; }
            private static void Give(double x, out (double, double) t) { t = (x, x + 1); }
            [Differentiable] public static double GotoCase(double x, int n) { double s = 0; switch (n) { case 0: s += x; goto case 2; case 1: s -= x; break; case 2: s *= x; goto default; default: s += 1; break; } return s; }
            [Differentiable] public static double GotoCase2(double x, int n) { switch (n) { case 3: return x; case 0: x *= 2; goto case 3; default: return 1; } }
            [Differentiable] public static double SwapArrays(double x) { double[] a = [x, 2], b = [3, x * x]; (a, b) = (b, a); return a[0] * b[0]; }
            [Differentiable] public static double CopyTo(double x) { double[] a = [x, 2, 3], b = new double[5]; a.CopyTo(b, 1); Array.Copy(a, 0, b, 2, 2); return b[1] * b[2] + b[3]; }
            [Differentiable] public static double CopyTo2(double x, int n) { double[] a = [x, 2, 3], b = new double[4]; a.CopyTo(b, n & 3); return b[1] * b[2] + b[3]; }
            [Differentiable] public static double Copy5(double x, int n) { double[] a = [x, 2 * x, 3, 4]; Array.Copy(a, 0, a, 1, n); return a[1] * a[2] + a[3]; }
        }
        """));

    public static TheoryData<string> Names => [.. Program.Names];

    [Theory, MemberData(nameof(Names))]
    public void Lifted_and_generated_code_does_what_the_method_does(string name)
    {
        ParameterModel[] parameters = [.. Program.Method(name).Signature.Parameters.Items];
        foreach (double x in (double[])[0.7, -1.3, 2.5, 0, double.NaN])
        {
            foreach (int n in (int[])[0, -1, 1, 2, 3, 5, 30_000])
            {
                Program.Compare(name, [.. parameters.Select(parameter => parameter.Scalar == SymDiff.Symbolics.Expressions.ScalarType.Int32 ? (object)n : parameter == parameters[0] ? x : 0.25)]);
            }
        }
    }
}
