using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD01xx in loops.</summary>
public sealed class LoopCodeTests
{
    [Fact]
    public void Loops_without_a_range() => CheckBody("{|SYMD0102:while|} (x > 1) { x /= 2; } {|SYMD0102:do|} { x++; } while (x < (new double[3])[0]); return x;");

    [Fact]
    public void Leaving_a_loop_early()
        => CheckBody("for (int i = 0; i < n; i++) { if (x > 5) {|SYMD0103:break|}; if (x < 3) {|SYMD0103:return|} x; if (x > 4) continue; switch (i) { case 1: break; } x *= 2; } return x;");

    [Theory]
    [InlineData("for (int i = 0; {|SYMD0105:i < n && x > 0|}; i++) x += 1;")]
    [InlineData("for (int i = 0; {|SYMD0105:i < n|}; i += n) x += 1;")]
    [InlineData("for (int i = 0; {|SYMD0105:i < n|}; i--) x += 1;")]
    [InlineData("for (int i = 0; {|SYMD0105:i != n|}; i += 2) x += 1;")]
    [InlineData("for (int i = 0; {|SYMD0105:i < n|}; i++) { x += 1; i++; }")]
    [InlineData("for (int i = 0; i < {|SYMD0105:n|}; i++) { x += 1; n--; }")]
    [InlineData("for (uint i = 0; {|SYMD0105:i < u|}; i++) x += 1;")]
    [InlineData("{|SYMD0105:for|} (;;) x += 1;")]
    [InlineData("for (int i = 0; i < n; i++) x += 1;")]
    [InlineData("for (int i = n; 0 <= i; i -= 2) x += 1;")]
    [InlineData("for (long i = 0; i < a.LongLength; i++) x += a[i];")]
    public void Loops_whose_trips_cant_be_counted(string loop) => CheckBody(loop + (loop.Contains("for|} (;;)", StringComparison.Ordinal) ? string.Empty : " return x;"));

    [Fact]
    public void Loops_over_numbers_that_arent_integers() => CheckBody("for (double t = 0; {|SYMD0106:t < 3|}; t += 0.5) x += t; return x;");

    [Theory]
    [InlineData("foreach (double v in {|SYMD0107:l|}) x += v; return x;")]
    [InlineData("foreach (char c in {|SYMD0107:s|}) x += c; return x;")]
    [InlineData("foreach (double v in a) x += v; foreach (int i in Enumerable.Range(0, n)) x += i; return x;")]
    public void Collections(string body) => CheckBody(body);

    private static void CheckBody(string body)
        => Diagnosed.Check($"[Differentiable(nameof(x))] static double F(double x, int n, uint u, double[] a, List<double> l, string s) {{ {body} }}");
}
