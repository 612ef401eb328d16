using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>Generators don't see each other's output: where differentiated code uses it, SymDiff says so, although the program compiles.</summary>
public sealed class OtherGeneratorsTests
{
    private const string Written = """
        namespace Written { public static class Constants { public const double Scale = 3; public static double Scaled(double x) => Scale * x; } public struct Options { public double Scale; } }
        public static partial class Functions
        {
            private static double Missing(double x) => 2 * x;
            private static double Over(double x, double y) => x * y;
            private static double Rate => 2;
            private static double s_field = 4;
            private static partial double Partial(double x) => x * x;
            private static partial double PartialRate => 2;
        }
        """;

    private const string Partials = "private static partial double Partial(double x); private static partial double PartialRate { get; } private static double Over(double x) => x; private static double Plain(double x) => 2 * x; ";

    [Theory]
    [InlineData("x * {|SYMD0121:Missing|}(x)")]
    [InlineData("Functions.{|SYMD0121:Missing|}({|SYMD0121:Missing|}(x))")]
    [InlineData("x * {|SYMD0121:Rate|} * {|SYMD0121:s_field|}")]
    [InlineData("x * {|SYMD0121:Written|}.Constants.Scale")]
    [InlineData("global::{|SYMD0121:Written|}.Constants.Scaled(x)")]
    [InlineData("{|SYMD0121:Over|}(x, 2)")]
    [InlineData("x * {|SYMD0121:Partial(x)|} * {|SYMD0121:PartialRate|}")]
    [InlineData("{|SYMD0121:Missing|}(x) is var y and > 0 ? y * Plain(y) : x")]
    public void What_they_write_is_told(string expression) => Check(Partials + $"[Differentiable] public static double F(double x) => {expression};");

    [Theory]
    [InlineData("[Differentiable(\"x\")] public static double F(double x, {|SYMD0121:Written|}.Options options) => x * options.Scale;")]
    [InlineData("[Differentiable] public static double F(double x) { {|SYMD0121:Written|}.Options options = default; return x * options.Scale; }")]
    [InlineData("[Differentiable] public static double F(double x) { var y = {|SYMD0121:Missing|}(x); return y * y; }")]
    [InlineData("[Differentiable] public static double F(double x) => Inner(x) * x; static double Inner(double x) { double y = {|SYMD0121:Missing|}(x); return y; }")]
    public void Wherever_it_is_used(string members) => Check(Partials + members);

    private static void Check(string text)
    {
        var source = new TestSource(text);
        CSharpCompilation program = Compilations.Create(source);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [Drivers.Generator().AsSourceGenerator(), new Writer().AsSourceGenerator()], parseOptions: Compilations.ParseOptions(source));
        driver = driver.RunGeneratorsAndUpdateCompilation(program, out Compilation whole, out ImmutableArray<Diagnostic> reported);

        Assert.DoesNotContain(whole.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Markup marked = Markup.Parse(source.Files[0]);
        Assert.Equal(
            marked.Spans.Select(static span => $"{span.Id} at {span.Span}").Order(),
            reported.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan}").Order());
    }

    private sealed class Writer : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
            => context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource("Written.g.cs", Written));
    }
}
