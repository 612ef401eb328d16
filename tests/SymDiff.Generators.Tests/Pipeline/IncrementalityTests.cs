using Microsoft.CodeAnalysis;
using SymDiff.Generators.Tests.Infrastructure;
using SymDiff.Generators.Tests.Infrastructure.Incrementality;

namespace SymDiff.Generators.Tests.Pipeline;

/// <summary>An edit re-runs what it concerns, and nothing else.</summary>
public sealed class IncrementalityTests
{
    private const string Program = """
        [Differentiable] static double F(double x) => G(x) * x;

        static double G(double x) => x + 1;

        [Differentiable] static double H(double x) => Math.Sin(x);

        static void Unrelated() { Console.WriteLine(1); }
        """;

    [Theory]
    [InlineData("Console.WriteLine(1)", "Console.WriteLine(12345)")]
    [InlineData("static double G(double x)", "// one line more\n\nstatic   double G(double x)")]
    [InlineData("=> G(x) * x;", "=> G( x )  *  x;  // a comment")]
    [InlineData("using System.Linq;", "using System.Linq; using System.Text;")]
    [InlineData("static void Unrelated()", "static int more; static void Unrelated()")]
    public void What_doesnt_concern_a_method_has_it_written_no_second_time(string before, string after)
    {
        EditScenario edited = EditScenario.Of(Program).Edit(text => text.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged], edited.Reasons[Stage.Lift]);
        Assert.All(edited.Reasons[Stage.Write], static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_further_file_doesnt_either()
    {
        EditScenario edited = EditScenario.Of(Program).Add("class Another { int n; }");
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged], edited.Reasons[Stage.Lift]);
        Assert.All(edited.Reasons[Stage.Write], static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_method_that_is_called_concerns_its_callers()
    {
        EditScenario edited = EditScenario.Of(Program).Edit(static text => text.Replace("=> x + 1;", "=> x + 2;", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], edited.Reasons[Stage.Lift]);
        Assert.Contains("x + 2", edited.Run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_one_in_another_file()
    {
        var source = new TestSource("[Differentiable] static double F(double x) => Other.G(x) * x;") { More = ["static class Other { public static double G(double x) => x + 1; }"] };
        EditScenario edited = EditScenario.Of(source).Edit(static text => text.Replace("x + 1", "x * x", StringComparison.Ordinal), file: 1);
        Assert.Equal([IncrementalStepRunReason.Modified], edited.Reasons[Stage.Lift]);
    }

    [Fact]
    public void A_new_name_is_a_new_file()
    {
        EditScenario edited = EditScenario.Of(Program).Edit(static text => text.Replace("double H(", "double Renamed(", StringComparison.Ordinal));
        Assert.Equal(["Functions.F(double).g.cs", "Functions.Renamed(double).g.cs"], edited.Files.Keys);
    }

    [Fact]
    public void A_warning_moves_with_its_text_and_nothing_is_written_again()
    {
        EditScenario edited = EditScenario.Of("static int n;\n[Differentiable] static double F(double x) => x * {|SYMD0201:(int)x|};")
            .Edit(static text => text.Replace("static int n;", "static int n;\n// a line more\n", StringComparison.Ordinal));
        Assert.All(edited.Reasons[Stage.Write], static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Diagnostic warning = Assert.Single(edited.Run.Diagnostics);
        Assert.Equal("(int)x", warning.Location.SourceTree!.GetText().ToString(warning.Location.SourceSpan));
    }

    private const string Model = """
        using System;
        using SymDiff;

        [Model]
        public sealed partial class Line
        {
            [Parameter] public partial float Slope { get; set; }

            public float Offset;

            [Differentiable] public float At(float x) => Slope * x + Offset;
        }
        """;

    [Theory]
    [InlineData("public float Offset;", "public float Offset; // a comment")]
    [InlineData("Slope * x + Offset", "Slope  *  x + Offset")]
    [InlineData("public float Offset;", "public float Offset; public void Unrelated() { }")]
    public void What_doesnt_concern_a_model_has_it_written_no_second_time(string before, string after)
    {
        EditScenario edited = EditScenario.Of(Model).Edit(text => text.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Unchanged], edited.Reasons[Stage.ReadModel]);
        Assert.All(edited.Reasons[Stage.WriteModel], static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(edited.Reasons[Stage.Write], static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_further_parameter_concerns_the_model_and_not_the_methods_that_leave_it_alone()
    {
        EditScenario edited = EditScenario.Of(Model).Edit(static text => text.Replace("public float Offset;", "public float Offset; [Parameter] public partial float More { get; set; }", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], edited.Reasons[Stage.ReadModel]);
        Assert.All(edited.Reasons[Stage.Write], static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Contains("float More", edited.Run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_attribute_s_arguments_concern_the_method()
    {
        EditScenario edited = EditScenario.Of("[Differentiable] static double F(double x, double y) => x * y;")
            .Edit(static text => text.Replace("[Differentiable]", "[Differentiable(nameof(y))]", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], edited.Reasons[Stage.Lift]);
    }
}
