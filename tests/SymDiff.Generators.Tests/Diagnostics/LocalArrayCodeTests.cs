using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD0123, and what else is refused of arrays that the code makes for itself; and what next to it is legal.</summary>
public sealed class LocalArrayCodeTests
{
    [Theory]
    [InlineData("h[0] = x; for (int i = 1; i < n; i++) h[i] = h[i - 1] * x; return h[^1];")]
    [InlineData("h[0] = x; for (int i = n - 2; i >= 0; i--) h[i] = h[i + 1] * x; return h[0];")]
    [InlineData("h[n - 1] = x; for (int i = 0; i < n - 1; i++) h[i] = h[i + 1] * x; return h[0];")]
    [InlineData("for (int i = 0; i < n; i++) { h[i] = x; h[0] += h[i]; } return h[0];")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { h[i % 2] += x; s += h[0]; } return s;")]
    [InlineData("double s = x; for (int i = 0; i < n; i++) { s = Math.Sin(s); h[i] = s; } return h[0];")]
    [InlineData("double[] g = h; for (int i = 1; i < n; i++) g[i] = h[i - 1] + x; return h[0];")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { Add(h, x); s += h[0]; } return s;")]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) { Put(h, x + h[0]); s += h[0]; } return s;")]
    [InlineData("for (int i = 0; i < n; i++) Put(h, x * i); return h[0];")]
    [InlineData("for (int i = 0; i < n; i++) h[a.Length * i] = h[i] * x; return h[0];")]
    [InlineData("h[0] = x; for (int i = 1; {|SYMD0207:i < n && h[i - 1] < 5|}; i++) h[i] = h[i - 1] * x; return h[0];")]
    [InlineData("while (n > 0) { h[--n] = x; x *= h[n]; } return h[0];")]
    public void Elements_that_depend_on_each_other(string body) => CheckBody(body);

    [Theory]
    [InlineData("double s = 0; {|SYMD0123:while|} (s < x) { for (int i = 0; i < n; i++) h[i] += x; s += h[0]; } return s;")]
    [InlineData("double s = 0; {|SYMD0123:for|} (int k = 0; k < 100 && s < 5; k++) { for (int i = 0; i < n; i++) h[i] += x; s += h[0]; } return s;")]
    [InlineData("double s = 0; for (int k = 0; k < 100; k++) { for (int i = 0; i < n; i++) h[i] += x; s += h[0]; } return s;")]
    public void Arrays_that_change_as_a_whole(string body) => CheckBody(body);

    // Which array it is would be known only at run time.
    [Theory]
    [InlineData("double[] g = new double[n]; double[] p = x > 0 ? h : g; {|SYMD0100:p|}[0] = x; return h[0];")]
    [InlineData("double[] g = new double[n]; if (x > 0) g = h; {|SYMD0100:g|}[0] = x; return h[0];")]
    [InlineData("double[] g = new double[n]; for (int i = 0; i < n; i++) { (g, h) = ({|SYMD0100:h|}, {|SYMD0100:g|}); g[0] = x; } return {|SYMD0100:h|}[0];")]
    [InlineData("double[] g = x > 0 ? h : a; return {|SYMD0100:g|}[0];")]
    [InlineData("double[] g = x > 0 ? new double[2] : new double[3]; g[0] = x; return g[0];")]
    [InlineData("double[] g = x > 0 ? (h = new double[2]) : new double[3]; g[0] = x; return {|SYMD0100:h|}[0];")]
    [InlineData("double[] g = {|SYMD0101:Gradients.Stop(h)|}; h[0] = x; return g[0];")]
    [InlineData("Span<double> s = h.AsSpan(1); s[0] = x; return h[1];")]
    [InlineData("Span<double> s = x > 0 ? h.AsSpan(1) : h.AsSpan(2); {|SYMD0100:s|}[0] = x; return h[1];")]
    [InlineData("Span<double> s = h; for (int i = 0; i < n; i++) { s = {|SYMD0100:s|}[1..]; s[0] = x; } return h[1];")]
    [InlineData("ref double {|SYMD0100:first = ref h[0]|}; first = x; return h[0];")]
    [InlineData("{|SYMD0100:foreach|} (ref double v in h.AsSpan()) {|SYMD0114:v|} = x; return h[0];")]
    [InlineData("Set({|SYMD0113:ref h[0]|}, x); return h[0];")]
    [InlineData("{|SYMD0114:kept|} = h; return kept[0] * x;")]
    public void Other_names_for_an_array(string body) => CheckBody(body);

    private static void CheckBody(string body)
        => Diagnosed.Check($$"""
            static double[] kept = [];
            static void Add(Span<double> r, double x) { for (int i = 0; i < r.Length; i++) r[i] += x; }
            static void Put(IList<double> r, double x) => r[0] = x;
            static void Set(ref double r, double x) => r = x;
            [Differentiable(nameof(x))] static double F(double x, int n, double[] a) { var h = new double[n]; {{body}} }
            """);
}
