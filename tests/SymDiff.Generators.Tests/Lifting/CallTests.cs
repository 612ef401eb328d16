using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Lifting;

/// <summary>Calls of other methods and state that is read.</summary>
public sealed class CallTests
{
    private static readonly LiftedProgram Program = LiftedProgram.Of(new TestSource("""
        using System;
        using SymDiff;

        namespace Test;

        public enum Mode { First, Second = 5 }

        public static partial class Calls
        {
            [Differentiable] public static double InOtherFile(double x) => Other.Helper(x, 2) + Other.Scale;
            [Differentiable] public static double NamedArguments(double x) { double y = x; return Difference(b: y++, a: y); }
            [Differentiable] public static double DefaultArguments(double x) => Difference(x) + Difference(a: x, b: 5);
            [Differentiable] public static double Swapped(double x, double c) => Product(x, c) + Product(c, x * 2);
            [Differentiable] public static double ExtensionCall(double x) => x.Squared().Squared();
            [Differentiable] public static double GuardedCallee(double x, int n) => n > 0 ? Root(x) : Root(-x);
            [Differentiable] public static double VoidCallee(double x, int n) { Check(n); return x * n; }
            [Differentiable] public static double SeveralReturns(double x, int n) => Choose(x, n) * Choose(x + 1, -n);
            [Differentiable] public static double TupleCallee(double x) { var (sum, product) = Both(x, 3); return sum * product; }
            [Differentiable] public static double WithEnum(double x, Mode mode) => mode == Mode.Second ? x : mode switch { Mode.First => 2 * x, _ => (int)mode * x };
            [Differentiable] public static double Local(double x, int n) { double total = 0; void Add(double v) { if (v < 0) return; total += v; } Add(x); Add(x - n); Add(2); return total; }
            [Differentiable] public static double Captured(double x) { double k = x; double F(double t) => k * t; k = x * x; return F(2) + F(k); }
            [Differentiable] public static double ReferenceToConstant(double x) => Parameter(in x);
            [Differentiable] public static double UserOperator(double x) { var p = Twice(x) with { Item2 = 3 }; return p.Item1 + p.Item2; }
            [Differentiable(nameof(x))] public static double NullGuard(double x, double[]? a) { ArgumentNullException.ThrowIfNull(a); if (a is not null && a.Length > 0) return a[0] * x; return x; }

            private static double Difference(double a, double b = 2) { a = a * b; return a - b; }
            private static double Product(double a, double b) => a * a * b;
            private static double Squared(this double x) => x * x;
            private static double Root(double x) => x < 0 ? throw new ArgumentException("x") : Math.Sqrt(x);
            private static void Check(int n) { if (n < 0) throw new ArgumentException("n"); }
            private static double Choose(double x, int n) { if (n > 3) return x; if (n < 0) x = x * n; return x - 1; }
            private static (double Sum, double Product) Both(double a, double b) => (a + b, a * b);
            private static double Parameter(in double x) => x * 3;
            private static (double, double) Twice(double x) => (x, x);
        }
        """)
    {
        More =
        [
            """
            namespace Test;

            internal static class Other
            {
                internal static double Scale = 7;
                internal static double Helper(double a, int n) { double r = 1; for (int i = 0; i < n; i++) r *= a; return r + Deeper(a); }
                private static double Deeper(double a) => a + 1;
            }
            """,
        ],
    });

    [Theory]
    [InlineData("NamedArguments", 2.0)]
    [InlineData("DefaultArguments", 2.0)]
    [InlineData("Swapped", 2.0, 3.0)]
    [InlineData("ExtensionCall", 1.5)]
    [InlineData("GuardedCallee", 2.0, 1)]
    [InlineData("GuardedCallee", 2.0, 0)]
    [InlineData("GuardedCallee", -2.0, 0)]
    [InlineData("VoidCallee", 2.0, 1)]
    [InlineData("VoidCallee", 2.0, -1)]
    [InlineData("SeveralReturns", 2.0, 4)]
    [InlineData("SeveralReturns", 2.0, -4)]
    [InlineData("SeveralReturns", 2.0, 0)]
    [InlineData("TupleCallee", 2.0)]
    [InlineData("Local", 2.0, 1)]
    [InlineData("Local", 2.0, 5)]
    [InlineData("Local", -2.0, 5)]
    [InlineData("Captured", 3.0)]
    [InlineData("ReferenceToConstant", 3.0)]
    public void Agrees(string name, params object[] arguments) => Program.Compare(name, arguments);

    [Theory]
    [InlineData("InOtherFile", "Add(Add(Product(i = 0..2, from 1d: x), Add(x, 1d)), global::Test.Other.Scale)")]
    [InlineData("WithEnum", "Select(Equal(((int)mode), 5), x, Select(Equal(((int)mode), 0), Multiply(2d, x), Multiply(Double(((int)mode)), x)))")]
    public void Becomes(string name, string expected) => Assert.Equal(expected, Program.Result(name));

    [Fact]
    public void A_test_for_null_is_asked_again()
        => Assert.StartsWith("Not((a is null))\n", Program.Requirements("NullGuard"), StringComparison.Ordinal);

    [Fact]
    public void State_of_the_object_is_read_when_the_derivative_runs()
    {
        LiftedProgram program = LiftedProgram.Of("""
            using SymDiff;

            public struct Pair { public double First; public double Second { get; set; } }

            public partial class Model
            {
                private Pair pair;
                private readonly double[] weights = [1, 2];
                private double @checked;
                private static int count;
                private const double Half = 0.5;

                public double Scale { get; set; } = 2;
                private double Doubled => Scale * 2;
                private double Tripled { get { double s = Scale; return s * 3; } }

                [Differentiable] public double F(double x) => Scale * x + Doubled + Tripled + this.pair.First + pair.Second + weights[1] + @checked + count + Half + G(x);

                private double G(double x) => x - Scale;
            }
            """);
        Assert.Equal(
            """
            %1 = Add(Add(Add(Add(Add(Add(Add(Multiply(this.Scale, x), Multiply(this.Scale, 2d)), Multiply(this.Scale, 3d)), this.pair.First), this.pair.Second), this.weights[1]), this.@checked), Double(global::Model.count))
            Add(Add(%1, 0.5d), Add(x, Negate(this.Scale)))
            """.ReplaceLineEndings("\n"),
            program.Result("F"));
    }

    [Fact]
    public void So_are_parameters_of_a_primary_constructor_and_structures_that_are_passed_in()
    {
        LiftedProgram program = LiftedProgram.Of("""
            using System;
            using SymDiff;

            public readonly record struct Pair(double First, double Second)
            {
                public static double operator *(Pair a, Pair b) => a.First * b.First + a.Second * b.Second;
            }

            public partial class Model(double k, int[] indices)
            {
                [Differentiable] public double F(double x) => k * x + indices[0];
                [Differentiable] public double G(double x, Pair p, Pair q) => p * q * x;
            }

            public ref partial struct View
            {
                private Span<double> values;

                [Differentiable] public double H(double x) => values[0] * x;
            }
            """);
        Assert.Equal("Add(Multiply(k, x), Double(indices[0]))", program.Result("F"));
        Assert.Equal("Multiply(Add(Multiply(p.First, q.First), Multiply(p.Second, q.Second)), x)", program.Result("G"));
        Assert.Equal("Multiply(this.values[0], x)", program.Result("H"));
    }

    [Fact]
    public void Locals_leave_their_names()
    {
        string[] names = [.. Program.Function("TupleCallee").Names.Select(static name => name.Name)];
        Assert.Equal(["sum", "product"], names);
    }
}
