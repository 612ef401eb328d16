using Microsoft.CodeAnalysis;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD00xx: where they are reported, and what next to it is legal.</summary>
public sealed class DeclarationTests
{
    [Theory]
    [InlineData("public static class Outer { [SymDiff.Differentiable] public static double {|SYMD0001:F|}(double x) => x; }")]
    [InlineData("public partial class Outer { class Inner { [SymDiff.Differentiable] static double {|SYMD0001:F|}(double x) => x; } }")]
    [InlineData("public class Outer { partial class Inner { [SymDiff.Differentiable] static double {|SYMD0001:F|}(double x) => x; } }")]
    [InlineData("public partial class Outer { partial struct Inner { [SymDiff.Differentiable] static double F(double x) => x; } }")]
    public void Every_type_around_the_method_is_partial(string source) => Diagnosed.Check(source);

    [Fact]
    public void A_type_is_not_local_to_its_file()
        => Diagnosed.Check("file static partial class Outer { [SymDiff.Differentiable] public static double {|SYMD0002:F|}(double x) => x; }");

    [Fact]
    public void A_method_is_not_a_local_function()
        => Diagnosed.Check("static double G(double x) { return F(x); [Differentiable] static double {|SYMD0003:F|}(double x) => x; }");

    [Fact]
    public void A_method_is_not_generic_but_its_type_may_be()
    {
        Diagnosed.Check("[Differentiable(nameof(x))] static double {|SYMD0004:F|}<T>(double x, T t) => x;");
        Diagnosed.Check("public partial class Outer<T> { [SymDiff.Differentiable(nameof(x))] static double F(double x, T t) => x; }");
    }

    [Theory]
    [InlineData("int* {|SYMD0101:p|}", "x")]
    [InlineData("double* {|SYMD0101:p|}", "x * x * {|SYMD0100:p[0]|}")]
    [InlineData("delegate*<int, int> {|SYMD0101:p|}", "x")]
    public void There_are_no_pointers(string parameter, string result) => Diagnosed.Check(new TestSource(
        $"unsafe partial struct S {{ [SymDiff.Differentiable(nameof(x))] static double F(double x, {parameter}) => {result}; }}") { AllowUnsafe = true });

    [Theory]
    [InlineData("DayOfWeek[] days", "foreach (var day in {|SYMD0107:days|}) s += (int)day * x;")]
    [InlineData("DayOfWeek day", "s += (int)day * x;")]
    public void Enumerations_are_numbers_one_by_one(string parameter, string statement)
        => Diagnosed.Check($"[Differentiable(nameof(x))] static double F(double x, {parameter}) {{ double s = 0; {statement} return s; }}");

    [Fact]
    public void The_result_is_a_value() => Diagnosed.Check("static double[] values = [1]; [Differentiable] static ref double {|SYMD0005:F|}(double x) => ref values[0];");

    [Fact]
    public void A_method_runs_to_its_end()
    {
        Diagnosed.Check("[Differentiable] static async System.Threading.Tasks.Task<double> {|SYMD0006:F|}(double x) { await System.Threading.Tasks.Task.Yield(); return x; }");
        Diagnosed.Check("[Differentiable] static IEnumerable<double> {|SYMD0006:F|}(double x) { yield return x; }");
    }

    [Theory]
    [InlineData("[Differentiable] static double {|SYMD0007:F|}() => 1;")]
    [InlineData("[Differentiable] static double {|SYMD0007:F|}(int n, bool b, int[] a) => n;")]
    [InlineData("[Differentiable] static double F(float x, int n) => n * x;")]
    public void There_is_something_to_differentiate_for(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable({|SYMD0008:\"y\"|})] static double F(double x) => x;")]
    [InlineData("[Differentiable(nameof(x), {|SYMD0008:nameof(F)|})] static double F(double x) => x;")]
    [InlineData("[Differentiable(\"in\")] static double F(double @in) => @in;")]
    public void Named_parameters_exist(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("public abstract partial class A { [SymDiff.Differentiable] public abstract double {|SYMD0009:F|}(double x); }")]
    [InlineData("public partial class A { [SymDiff.Differentiable, System.Runtime.InteropServices.DllImport(\"native\")] static extern double {|SYMD0009:F|}(double x); }")]
    [InlineData("public partial interface IA { [SymDiff.Differentiable] double {|SYMD0009:F|}(double x); }")]
    [InlineData("public partial class A { [SymDiff.Differentiable] public partial double F(double x); public partial double F(double x) => x * x; }")]
    public void There_is_a_body(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable({|SYMD0010:nameof(n)|})] static double F(double x, int n) => n * x;")]
    [InlineData("[Differentiable({|SYMD0010:nameof(d)|})] static double F(double x, decimal d) => x;")]
    [InlineData("[Differentiable({|SYMD0010:nameof(a)|})] static double F(double x, int[] a) => x;")]
    public void Named_parameters_are_floating_point_numbers(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable({|SYMD0011:nameof(a)|})] static double F(double x, double[][] a) => x;")]
    [InlineData("[Differentiable({|SYMD0011:nameof(a)|}, nameof(x))] static double F(double x, List<float> a) => x;")]
    [InlineData("[Differentiable({|SYMD0011:nameof(a)|})] static double F(double x, System.Numerics.Complex[] a) => x;")]
    [InlineData("[Differentiable] static double F(double x, System.Numerics.Vector2[] {|SYMD0011:a|}, ReadOnlySpan<System.Numerics.Vector3> {|SYMD0011:b|}) => x;")]
    [InlineData("[Differentiable] static double F(double x, Memory<double> {|SYMD0011:a|}, IEnumerable<float> {|SYMD0011:t|}, int[][] n, string s, double? y) => x;")]
    [InlineData("[Differentiable(nameof(x))] static double F(double x, double[][] a, int[] n) => x;")]
    public void Collections_other_than_arrays_are_no_parameters_to_differentiate_for(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable] static double F(double[] {|SYMD0205:a|}) => a.Length;")]
    [InlineData("[Differentiable] static double F(double[] {|SYMD0206:a|}) => a[0] > 0 ? 1 : 0;")]
    [InlineData("[Differentiable] static double F(ReadOnlySpan<float> a, Tensor<double> b) => a[0] * Tensor.Sum<double>(b);")]
    public void Arrays_are_differentiated_for_by_their_elements(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable] static int {|SYMD0012:F|}(double x) => 1;")]
    [InlineData("[Differentiable] static void {|SYMD0012:F|}(double x) { }")]
    [InlineData("[Differentiable] static bool {|SYMD0012:F|}(double x) => x > 0;")]
    [InlineData("[Differentiable] static float F(double x) => (float)x;")]
    public void The_result_is_a_floating_point_number(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable] static (double, double) {|SYMD0013:F|}(double x) => (x, x * x);")]
    [InlineData("[Differentiable] static Tensor<float> {|SYMD0013:F|}(float w, Tensor<float> x) => w * x;")]
    public void Several_results_are_no_error(string source)
    {
        GeneratorRun run = Diagnosed.Check(source);
        Assert.Empty(run.Files);
        Assert.All(run.Diagnostics, static diagnostic => Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity));
    }

    [Theory]
    [InlineData("[Differentiable(Emit = {|SYMD0014:Derivatives.Jvp|})] static double F(double x) => x;")]
    [InlineData("[Differentiable(Emit = {|SYMD0014:{|SYMD0014:Derivatives.Gradient | Derivatives.Hessian | Derivatives.Jacobian|}|})] static double F(double x) => x;")]
    [InlineData("[Differentiable(Emit = Derivatives.Gradient)] static double F(double x) => x;")]
    public void Only_gradients_are_written(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable] static double {|SYMD0015:F|}(double x) => x; static double FGradient(double x) => 1;")]
    [InlineData("[Differentiable] static double {|SYMD0015:F|}(double x) => x; static double FValueAndGradient = 1;")]
    [InlineData("[Differentiable] static double F(double x) => x; static double FGradient(double x, int n) => 1;")]
    [InlineData("[Differentiable] static double {|SYMD0015:F|}(double[] x) => x[0]; static double FGradient(double[] x, Span<double> y) => 1;")]
    [InlineData("[Differentiable] static double {|SYMD0015:F|}(double[] x) => x[0]; static double FValueAndGradient(double[] x) => 1;")]
    [InlineData("[Differentiable] static double F(double[] x) => x[0]; static double FGradient(double[] x, Span<float> y) => 1; static double FGradient(Span<double> x) => 1;")]
    [InlineData("[Differentiable] static double {|SYMD0015:{|SYMD0015:F|}|}(double[] x) => x[0]; [Differentiable(\"x\")] static double {|SYMD0015:{|SYMD0015:F|}|}(double[] x, Span<double> y) => x[0] * y[0];")]
    [InlineData("[Differentiable] static double F(double[] x) => x[0]; [Differentiable] static double F(ReadOnlySpan<double> x) => x[0];")]
    public void The_names_of_the_derivatives_are_free(string source) => Diagnosed.Check(source);

    [Theory]
    [InlineData("[Differentiable(nameof(x))] static double F(double x, ref double {|SYMD0016:y|}) => x;")]
    [InlineData("[Differentiable(nameof(x))] static double F(double x, out double {|SYMD0016:y|}) { {|SYMD0114:y|} = x; return x; }")]
    [InlineData("[Differentiable] static double F(in double x, ref readonly double y) => x * y;")]
    public void Parameters_are_values(string source) => Diagnosed.Check(source);
}
