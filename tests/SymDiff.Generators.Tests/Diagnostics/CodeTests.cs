using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD01xx in expressions and calls: refused at the smallest expression; and what next to it is legal.</summary>
public sealed class CodeTests
{
    [Theory]
    [InlineData("double[] b = new double[3]; return x;")]
    [InlineData("Span<double> s = stackalloc double[3]; return x * s[0];")]
    [InlineData("return x * a[1..][0];")]
    [InlineData("object o = {|SYMD0101:x|}; return o is int k ? k * x : l is {|SYMD0100:[var first]|} ? first : x;")]
    [InlineData("Func<double, double> Times(double k) => t => t * k; return {|SYMD0100:Times(x)(2)|};")]
    [InlineData("Func<double, double> f = t => t * x; {|SYMD0101:f|} += t => t; return f(2);")]
    [InlineData("return x * a.Where(v => v > 0).Zip(a, (v, w) => v * w).{|SYMD0100:Sum|}();")]
    [InlineData("{|SYMD0100:try { return x; } finally { }|}")]
    [InlineData("{|SYMD0100:lock (a) { return x; }|}")]
    [InlineData("return x is {|SYMD0100:{ }|} ? 1 : x;")]
    [InlineData("ref double r = ref x; ref double {|SYMD0100:s = ref (new double[1])[0]|}; return r;")]
    public void Unsupported_code(string body) => CheckBody(body);

    [Theory]
    [InlineData("decimal d = {|SYMD0101:(decimal)x|}; return (double)d;")]
    [InlineData("return (double){|SYMD0101:(Half)x|};")]
    [InlineData("return x * (double){|SYMD0101:(Int128)n|};")]
    [InlineData("double? y = {|SYMD0101:x|}; return x;")]
    [InlineData("return x * {|SYMD0101:l|}[0];")]
    public void Unsupported_types(string body) => CheckBody(body);

    [Fact]
    public void Jumps() => CheckBody("if (n > 0) {|SYMD0104:goto end;|} x = 2 * x; end: return x;");

    [Theory]
    [InlineData("{|SYMD0108:Console.WriteLine(x)|}; return x;")]
    [InlineData("return {|SYMD0108:a.OrderBy(v => v)|}.First() * x;")]
    [InlineData("return a.Sum() * x;")]
    [InlineData("return x * {|SYMD0108:Environment.TickCount|};")]
    [InlineData("return {|SYMD0108:Tensor.MaxMagnitude<double>(t)|} * x;")]
    [InlineData("return {|SYMD0108:TensorPrimitives.MaxNumber<double>(a)|} * x;")]
    [InlineData("return {|SYMD0108:TensorPrimitives.IndexOfMax<double>(a)|} * x;")]
    [InlineData("{|SYMD0108:TensorPrimitives.Exp<double>(a, a)|}; return x;")]
    [InlineData("return TensorPrimitives.Sum<double>(a) * x;")]
    [InlineData("return Math.Sin(x) + Math.BigMul(n, n) + Tensor.Sum<double>(t);")]
    public void Methods_without_source(string body) => CheckBody(body);

    [Fact]
    public void Calls_that_are_decided_at_run_time()
        => Diagnosed.Check("""
            using SymDiff;

            public partial class Base
            {
                [Differentiable] public double F(double x) => {|SYMD0109:G(x)|} + {|SYMD0109:P|} + H(x);
                protected virtual double G(double x) => x;
                protected virtual double P => 1;
                private double H(double x) => x;
            }

            public sealed partial class Derived : Base
            {
                [Differentiable] public double K(double x) => G(x) + base.G(x);
                protected override double G(double x) => 2 * x;
            }
            """);

    [Fact]
    public void Recursion()
        => Diagnosed.Check("[Differentiable] static double F(double x) => x > 0 ? G(x) : 0; static double G(double x) => {|SYMD0110:F(x - 1)|} + {|SYMD0110:G(x)|};");

    // Every form of a call that gets back to its own body: inlining any of them would not end.
    [Theory]
    [InlineData("public static partial class C { [Differentiable] public static double F(double x) { return G(x); double G(double y) => y > 1 ? {|SYMD0110:G(y / 2)|} : y; } }")]
    [InlineData("public sealed partial class C { [Differentiable] public double F(double x, int n) => n == 0 ? x : x * {|SYMD0110:F(x, n - 1)|}; }")]
    [InlineData("public static partial class C { [Differentiable] public static double F(double x) => Even(x, 4); static double Even(double x, int n) => n == 0 ? x : Odd(x * x, n - 1); static double Odd(double x, int n) => n == 0 ? -x : {|SYMD0110:Even(x + 1, n - 1)|}; }")]
    [InlineData("public static partial class C { [Differentiable] public static double F(double x) => G<double>(x, 3); static double G<T>(double x, int n) => n == 0 ? x : x * {|SYMD0110:G<float>(x, n - 1)|}; }")]
    [InlineData("public static partial class C { [Differentiable] public static double F(double x, int n) { double sum = 0; for (int i = 0; i < n; i++) sum += x * {|SYMD0110:F(x, i)|}; return sum; } }")]
    [InlineData("public static partial class C { [Differentiable(\"x\")] public static double F(double x, ReadOnlySpan<double> a) => a.Length == 0 ? 0 : a[0] + x * {|SYMD0110:F(x, a[1..])|}; }")]
    public void Recursion_in_every_form(string type) => Diagnosed.Check("using System;\nusing SymDiff;\n" + type);

    [Fact]
    public void Calls_that_expand_without_end()
    {
        string calls = string.Concat(Enumerable.Range(1, 40).Select(static i => $"static double F{i}(double x) => F{i - 1}(x + 1) * F{i - 1}(x - 1);\n"));
        Diagnosed.Check($"[Differentiable] static double {{|SYMD0111:F|}}(double x) => F40(x);\nstatic double F0(double x) => x;\n{calls}");
    }

    [Fact]
    public void Nesting_that_is_deep_but_not_too_deep()
    {
        Diagnosed.Check($"[Differentiable] static double F(double x) => {string.Concat(Enumerable.Repeat("Math.Sin(", 300))}x{new string(')', 300)};");
        Diagnosed.Check($"[Differentiable] static double F(double x) => {string.Concat(Enumerable.Repeat("x + ", 5000))}x;");
    }

    [Fact]
    public void Arguments_by_reference()
        => Diagnosed.Check("[Differentiable] static double F(double x) { G(ref x); H(out double y); (double, double) t = (x, y); G({|SYMD0113:ref t.Item1|}); G({|SYMD0113:ref s_state|}); return x; } static double s_state; static void G(ref double x) => x = 2 * x; static void H(out double y) => y = 1;");

    [Fact]
    public void Side_effects()
        => Diagnosed.Check("""
            public partial class Counter
            {
                private int count;
                private static double total;
                private double Property { get; set; }

                [SymDiff.Differentiable] public double F(double x) { {|SYMD0114:count|}++; {|SYMD0114:total|} += x; {|SYMD0114:Property|} = x; ({|SYMD0114:total|}, var y) = (x, 2 * x); return y; }
            }
            """);

    [Fact]
    public void Tensors_that_are_changed_in_place()
        => Diagnosed.Check("[Differentiable(nameof(x))] static double F(double x, Tensor<double> t) { {|SYMD0114:t *= x|}; return x; }");

    [Fact]
    public void Elements_that_are_written()
        => Diagnosed.Check("[Differentiable(nameof(x))] static double F(double x, double[] a, Span<double> s, double[,] m) { {|SYMD0115:a[0]|} = x; {|SYMD0115:s[1]|} += x; {|SYMD0115:m[0, 1]|}++; return x; }");

    [Fact]
    public void Derivatives_of_derivatives()
        => Diagnosed.Check(new TestSource("[Differentiable] static double F(double x) => x * x; [Differentiable] static double G(double x) => {|SYMD0116:FGradient|}(x) + Functions.{|SYMD0116:FValueAndGradient|}(x).Value;") { MayHaveErrors = true });

    [Fact]
    public void Bits_and_text()
        => CheckBody("return {|SYMD0117:BitConverter.Int64BitsToDouble(n)|} + {|SYMD0117:double.Parse(\"1\")|} + {|SYMD0117:Math.BitIncrement(x)|};");

    [Fact]
    public void State_out_of_reach_that_something_changes_before_it_is_read()
        => Diagnosed.Check("""
            public static partial class Here { [SymDiff.Differentiable] public static double F(double x) => There.G(x); }
            public static class There
            {
                private static readonly double calculated = System.Math.Sqrt(2);
                private static readonly double assigned = 1;
                private static double Settable { get; set; } = 2;
                static There() { assigned = 3; }
                internal static double G(double x) => x * {|SYMD0118:calculated|} * {|SYMD0118:assigned|} * {|SYMD0118:Settable|};
            }
            """);

    [Fact]
    public void State_out_of_reach_that_is_constant()
    {
        using LoadedProgram program = LoadedProgram.CompileAndLoad("""
            public static partial class Here
            {
                /// <summary>F.</summary>
                [SymDiff.Differentiable] public static double F(double x) => There.G(x);
            }
            internal static class There
            {
                private static readonly double third = 1.0 / 3;
                private static readonly float whole = 5;
                private static double Half { get; } = 0.5;
                internal static double G(double x) => x * x * third * whole * Half;
            }
            """);
        Assert.Equal(program.Call<double>("There.G", 3.0), program.Call<(double, double)>("FValueAndGradient", 3.0).Item1);
        Assert.Equal(5, program.Call<double>("FGradient", 3.0), 1e-15);
    }

    [Fact]
    public void State_out_of_reach()
        => Diagnosed.Check("""
            public static partial class Here { [SymDiff.Differentiable] public static double F(double x) => There.G(x); }
            public static class There { private static double secret = 1; internal static double open = 2; internal static double G(double x) => x * {|SYMD0118:secret|} * open; }
            """);

    [Fact]
    public void State_without_a_name()
        => Diagnosed.Check("public partial class Model { private double Semi { get => {|SYMD0118:field|} * 2; set; } private double Automatic { get; set => field = value; } [SymDiff.Differentiable] public double F(double x) => Semi * x + Automatic; }");

    [Fact]
    public void State_that_belongs_to_the_object()
        => Diagnosed.Check("public partial class Model(double k) { [SymDiff.Differentiable] public double F(double x) { {|SYMD0114:k|} = x; return k; } }");

    [Fact]
    public void A_method_that_always_throws() => Diagnosed.Check("[Differentiable] static double {|SYMD0100:F|}(double x) => throw new NotImplementedException();");

    [Fact]
    public void Calls_that_are_left_out()
        => Diagnosed.Check("[Differentiable] static double F(double x) { System.Diagnostics.Debug.Assert(x > 0, $\"{x}\"); Log(x); return x; } [System.Diagnostics.Conditional(\"NEVER\")] static void Log(double x) => Console.WriteLine(x);");

    [Fact]
    public void State_of_other_objects()
        => Diagnosed.Check("""
            public partial class Node
            {
                private readonly Node next = null!;
                private double value;
                private double Get(double x) => value * x;

                [SymDiff.Differentiable] public double F(double x) => (x > 0 ? x * {|SYMD0119:next|}.value + {|SYMD0119:next|}.Get(x) : 0) + this.value + this.Get(x);
                [SymDiff.Differentiable] public double G(double x) => x * next.value + next.Get(x) + (x > 0 ? next.value : 0);
            }
            """);

    private static void CheckBody(string body)
        => Diagnosed.Check($"[Differentiable(nameof(x))] static double F(double x, int n, double[] a, List<double> l, Tensor<double> t) {{ {body} }}");
}
