using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>SYMD02xx: legal code in which a derivative is lost is generated, with a warning at the expression.</summary>
public sealed class LostDerivativeTests
{
    [Theory]
    [InlineData("x * {|SYMD0201:(int)x|}")]
    [InlineData("x * {|SYMD0201:(long)(x * y)|}")]
    [InlineData("x * (n + {|SYMD0201:(byte)Math.Sin(x)|})")]
    [InlineData("x * (int)Math.PI + (int)y")]
    [InlineData("x * (short)n + (float)x")]
    public void Conversions_to_integers(string body) => Check(body);

    [Theory]
    [InlineData("x + {|SYMD0202:Math.Floor(x)|}")]
    [InlineData("x + {|SYMD0202:Math.Round(x, 2)|} + {|SYMD0202:double.Truncate(x)|} + {|SYMD0202:Math.Sign(x)|}")]
    [InlineData("x + Math.Floor(y) + Math.Floor(2.5)")]
    public void Functions_that_are_constant_between_steps(string body) => Check(body);

    [Theory]
    [InlineData("x * ({|SYMD0203:1 / 2|})")]
    [InlineData("x * ({|SYMD0203:n / 2|}) + {|SYMD0203:n / n|}")]
    [InlineData("x * (4 / 2) + (double)(n / 2) + n / 2.0")]
    public void Integer_divisions_in_formulas(string body) => Check(body);

    [Theory]
    [InlineData("{|SYMD0204:x == 1|} ? 1 : x * x")]
    [InlineData("{|SYMD0204:x != y|} ? x * x : 1")]
    [InlineData("x switch { {|SYMD0204:1|} => 0, _ => x }")]
    [InlineData("y == 1 ? 1 : x * x")]
    [InlineData("n == 1 ? 1 : x * x")]
    public void Tests_for_equality(string body) => Check(body);

    [Fact]
    public void Parameters_without_influence()
    {
        Diagnosed.Check("[Differentiable] static double F(double x, double {|SYMD0205:unused|}) => x * x;");
        Diagnosed.Check("[Differentiable] static double F(double {|SYMD0205:x|}, double y) { x = y; return x; }");
        Diagnosed.Check("[Differentiable(nameof(x))] static double F(double x, double unused) => x * x;");
    }

    [Fact]
    public void Parameters_with_influence_in_steps_only()
    {
        Diagnosed.Check("[Differentiable] static double F(double {|SYMD0206:x|}) => x > 0 ? 1 : 0;");
        Diagnosed.Check("[Differentiable] static double F(double {|SYMD0206:x|}, double y) => y * {|SYMD0202:Math.Floor(x)|};");
        Diagnosed.Check("[Differentiable] static double F(double x) => x > 0 ? x : 0;");
    }

    [Fact]
    public void Inside_of_loops()
        => Diagnosed.Check("[Differentiable(nameof(x))] static double F(double x, double[] a) { double s = 0, p = 1; foreach (double v in a) { p = Math.Sin(p * x); s += {|SYMD0202:Math.Floor(p)|} + p + Math.Floor(v); } return s; }");

    private static void Check(string body)
    {
        GeneratorRun run = Diagnosed.Check($"[Differentiable(nameof(x))] static double F(double x, double y, int n) => {body};");
        Assert.Contains("FGradient", run.Text, StringComparison.Ordinal);
    }
}
