using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Lambdas, and methods as delegates: run in place, on the variables that they share with the code around them.</summary>
public sealed class DelegateTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        using System;
        using SymDiff;

        public static partial class Delegates
        {
            [Differentiable] public static double CapturesTheVariable(double x) { double k = x; Func<double, double> f = t => k * t; k = x * x; return f(2); }
            [Differentiable] public static double AssignsOutside(double x, int n) { double s = 0; Action<double> add = v => { if (v < 0) return; s += v * x; }; for (int i = 0; i < n; i++) add(i * x); return s; }
            [Differentiable] public static double AssignsFromACallee(double x, int n) { double s = x; Repeat(n, v => s += v * x * x); return s; }
            [Differentiable] public static double Methods(double x) => Twice(Math.Sin, x) + Twice(Square, x) + Twice(new Func<double, double>(Square), x);
            [Differentiable] public static double LocalFunctions(double x) { double k = x; double F(double t) { k += t; return k * t; } return Twice(F, x) + k; }
            [Differentiable] public static double OneOfTwo(double x, int n) { Func<double, double> f = n > 3 ? Math.Sin : t => t * t * x; if (n == 2) f = Math.Exp; return f(x) * 2 + f(3); }
            [Differentiable] public static double OneOfTwoThatAssign(double x, int n) { double s = x; Action<double> f = t => s *= t; if (n > 3) f = t => s += t * x; f(x); f(2); return s; }
            [Differentiable] public static double MadeInALoop(double x, int n) { double s = 0; for (int i = 0; i < n; i++) { double k = i * x; Func<double, double> f = t => k * t + s; k += 1; s = f(x) * 0.1; } return s; }
            [Differentiable] public static double DefaultArguments(double x) { var f = (double t, double k = 3) => t * k * x; return f(x) + f(x, 2); }
            [Differentiable] public static double Throws(double x) { Func<double, double> f = t => t < 0 ? throw new ArgumentException("t") : Math.Sqrt(t); return f(x); }
            [Differentiable] public static double Shadowed(double x) { double s = 0; { Func<double, double> f = t => t * x; s += f(1); } { double t = 3 * x; Func<double, double> f = u => u * t; s += f(t); } return s; }
            [Differentiable] public static double TakenBeforeTheArguments(double x) { double k = x; Func<double, double> f = t => k * t; double G() { k = 2 * k; f = t => t; return k; } return f(G()); }
            [Differentiable] public static double OneInAnother(double x) { double a = x; double Outer(double y) { Func<double, double> inner = z => { a += z * y; return a; }; return inner(y) * inner(2 * y); } return Outer(x) + Outer(2) + a; }
            [Differentiable] public static double FillsAnArray(double x, int n) { var a = new double[5]; Action<int> set = i => a[i] = i * x; for (int i = 0; i < 5; i++) set(i); double s = 0; foreach (double v in a) s += v * v; return s; }
            [Differentiable] public static double MayBeNull(double x, bool b) { Func<double, double>? f = b ? null : (t => t * x); return f == null ? x : f(x); }
            [Differentiable] public static double CallsNull(double x, bool b) { Func<double, double>? f = b ? null : (t => t * x); return f!(x); }
            [Differentiable] public static double InATuple(double x) { (Func<double, double> f, double k) p = (t => t * x, x); return p.f(p.k); }

            private static void Repeat(int n, Action<int> f) { for (int i = 0; i < n; i++) f(i); }
            private static double Twice(Func<double, double> f, double x) => f(f(x));
            private static double Square(double x) => x * x;
        }
        """));

    public static TheoryData<string> Names => [.. Program.Names];

    [Theory, MemberData(nameof(Names))]
    public void Lifted_and_generated_code_does_what_the_method_does(string name)
    {
        int others = Program.Method(name).Signature.Parameters.Items.Length - 1;
        foreach (double x in (double[])[0.7, -1.3, 2, 0, double.NaN])
        {
            foreach (object other in others == 0 ? [0] : Program.Method(name).Signature.Parameters.Items[1].Type.Contains("bool") ? (object[])[true, false] : [0, -1, 2, 5])
            {
                Program.Compare(name, others == 0 ? [x] : [x, other]);
            }
        }
    }
}
