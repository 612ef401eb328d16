namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD0122: what gradients for arrays aren't taken through.</summary>
public sealed class ArrayLoopTests
{
    [Theory]
    [InlineData("[Differentiable] static double F(double[] a) { double p = 1; {|SYMD0122:foreach|} (double x in a) p *= x; return p; }")]
    [InlineData("[Differentiable] static double F(double[] a) { double m = a[0]; for (int i = 0; i < a.Length; i++) m = Math.Max(m, a[i]); return m; }")]
    [InlineData("[Differentiable] static double F(double[] a, double x) { double s = 0; {|SYMD0122:for|} (int i = 0; i < a.Length; i++) s = s * x + a[i]; return s; }")]
    [InlineData("[Differentiable] static double F(Tensor<double> a) => Tensor.Max<double>(a) * {|SYMD0122:Tensor.Product<double>(a)|};")]
    [InlineData("static double G(double[] a) { double p = 1; {|SYMD0122:foreach|} (double x in a) p *= x; return p; } [Differentiable] static double F(double[] a) => G(a) + 2 * G(a);")]
    [InlineData("[Differentiable(\"x\")] static double F(double[] a, double x) { double s = 0; for (int i = 0; i < a.Length; i++) s = s * x + a[i]; return s; }")]
    [InlineData("[Differentiable] static double F(double[] a) { double m = a[0]; for (int i = 0; i < a.Length; i++) m = Math.Max(m, a[i]); return m > 0 ? a[1] : -a[1]; }")]
    [InlineData("[Differentiable(\"a\")] static double F(double[] a, double[] b) { double p = 1; foreach (double x in b) p *= x; return p * a[0]; }")]
    public void Products_and_recurrences(string source) => Diagnosed.Check(source);
}
