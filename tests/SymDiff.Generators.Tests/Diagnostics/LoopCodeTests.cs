using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD01xx in loops.</summary>
public sealed class LoopCodeTests
{
    [Theory]
    [InlineData("foreach (double v in m) { if (v > 1) {|SYMD0103:break|}; x += v; } return x;")]
    [InlineData("foreach (double v in m) { if (v > 1) {|SYMD0103:return|} v; x += v; } return x;")]
    [InlineData("foreach (double v in a.Concat(a)) { if (v > 1) {|SYMD0103:break|}; x += v; } return x;")]
    [InlineData("double[] F() { while (true) { {|SYMD0103:return|} a; } } return F()[0] * x;")]
    [InlineData("for (int i = 0; i < n; i++) { if (a[i] > 5) break; if (a[i] < 3) return x; if (a[i] > 4) continue; switch (i) { case 1: break; } x *= 2; } return x;")]
    public void Leaving_a_loop_early(string body) => CheckBody(body);

    [Theory]
    [InlineData("while (n > 1) { x /= 2; n--; }")]
    [InlineData("do { x++; } while (n-- > 0);")]
    [InlineData("for (int i = 0; i < n && u > i; i++) x += 1;")]
    [InlineData("for (int i = 0; i < n; i += n) x += 1;")]
    [InlineData("for (uint i = 0; i < u; i++) x += 1;")]
    [InlineData("for (double t = 0; t < 3; t += 0.5) x += t;")]
    [InlineData("while ({|SYMD0207:x > 1|}) { x /= 2; }")]
    [InlineData("do { x = x * x; } while ({|SYMD0207:x > 1 && n > 0|});")]
    [InlineData("for (double t = 0; {|SYMD0207:t < x|}; t += 0.5) n++; x += n;")]
    [InlineData("while (true) { x /= 2; if (x < 1) {|SYMD0207:break;|} }")]
    [InlineData("while (true) { n--; if (n < 1) break; }")]
    public void Loops_that_run_as_long_as_a_condition_holds(string loop) => CheckBody(loop + " return x;");

    [Fact]
    public void Arrays_in_loops_without_a_range() => CheckBody("var b = new double[5]; while (n > 0) b[--n] = x; return b[0];");

    [Theory]
    [InlineData("foreach (double v in {|SYMD0107:l|}) x += v; return x;")]
    [InlineData("foreach (char c in {|SYMD0107:s|}) x += c; return x;")]
    [InlineData("foreach (double v in a) x += v; foreach (int i in Enumerable.Range(0, n)) x += i; return x;")]
    public void Collections(string body) => CheckBody(body);

    private static void CheckBody(string body)
        => Diagnosed.Check($"[Differentiable(nameof(x))] static double F(double x, int n, uint u, double[] a, double[,] m, List<double> l, string s) {{ {body} }}");
}
