using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>How problems are reported, whatever they are.</summary>
public sealed class ReportingTests
{
    [Fact]
    public void All_problems_of_a_method_are_reported_at_once_in_the_order_of_the_source()
    {
        GeneratorRun run = Diagnosed.Check("""
            [Differentiable({|SYMD0008:"y"|})]
            static double F(double x, int n)
            {
                while (n > 1) { x = (double){|SYMD0101:(decimal)x|}; }
                if (x > 0) { {|SYMD0108:Console.WriteLine()|}; } else {|SYMD0104:goto end;|}
                end:
                return {|SYMD0117:double.Parse("1")|};
            }

            [Differentiable] static double G(double x) => x * x;
            """);
        Assert.Equal(["SYMD0008", "SYMD0101", "SYMD0108", "SYMD0104", "SYMD0117"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Contains("GGradient", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FGradient", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_in_a_method_that_several_call_is_reported_once_where_it_stands()
        => Diagnosed.Check(new TestSource("[Differentiable] static double F(double x) => Other.H(x); [Differentiable] static double G(double x) => Other.H(2 * x);")
        {
            More = ["static class Other { public static double H(double x) { {|SYMD0100:try { } finally { }|} return x; } }"],
        });

    [Theory]
    [InlineData("[Differentiable] static double F(double x) => x +;")]
    [InlineData("[Differentiable] static double F(double x) { double y; return y; }")]
    [InlineData("[Differentiable] static double F(double x) { double y; return x + y; }")]
    [InlineData("[Differentiable] static double F(double x) { double y; if (x > 0) y = 1; return x * y; }")]
    [InlineData("[Differentiable] static double F(double x) => x * \"a\";")]
    [InlineData("[Differentiable] static double F(double x) => x * Math.Sin(;")]
    [InlineData("[Differentiable] static double F(double x) { if (x > 0) return; return x; }")]
    [InlineData("[Differentiable] static double F(double x) { }")]
    [InlineData("[Differentiable(nameof(y))] static double F(double x) => x;")]
    [InlineData("[Differentiable(Emit = Derivatives.Nothing)] static double F(double x) => x;")]
    public void Of_code_that_doesnt_compile_only_the_compiler_speaks(string source)
    {
        GeneratorRun run = GeneratorRun.Unchecked(new TestSource(source) { MayHaveErrors = true });
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("[Differentiable] static double F(double x) => {|SYMD0121:undefined|} * (double)(decimal)x;")]
    [InlineData("[Differentiable] static double F({|SYMD0121:Unknown|} x) => x;")]
    [InlineData("[Differentiable] static {|SYMD0121:Unknown|} F(double x) => x;")]
    [InlineData("[Differentiable({|SYMD0121:Unknown|}.Name)] static double F(double x) => x;")]
    public void Names_that_stand_for_nothing_may_be_written_by_another_generator(string source) => Diagnosed.Check(new TestSource(source) { MayHaveErrors = true });

    [Fact]
    public void A_pragma_suppresses_a_warning()
    {
        GeneratorRun run = GeneratorRun.Unchecked("""
            #pragma warning disable SYMD0201
            [Differentiable] static double F(double x) => x * (int)x;
            #pragma warning restore SYMD0201
            """);
        Assert.DoesNotContain(run.Output.GetDiagnostics().AddRange(run.Driver.GetRunResult().Diagnostics), static diagnostic => diagnostic.Id == "SYMD0201" && !diagnostic.IsSuppressed);
    }
}
