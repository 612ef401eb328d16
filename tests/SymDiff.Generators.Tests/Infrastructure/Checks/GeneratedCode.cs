using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Checks;

/// <summary>The generated text compiles without a warning, whether arithmetic is checked by default or not.</summary>
internal static class GeneratedCode
{
    public static void Check(GeneratorRun run)
    {
        foreach (bool checkOverflow in (bool[])[false, true])
        {
            Compilation compilation = run.Output.WithOptions(run.Output.Options.WithOverflowChecks(checkOverflow));
            Diagnostic[] problems = [.. compilation.GetDiagnostics().Where(diagnostic => IsProblem(diagnostic, run))];
            if (problems.Length > 0)
            {
                throw new XunitException($"Doesn't compile cleanly (checked: {checkOverflow}):\n{string.Join('\n', problems.Select(Describe))}\n\n{run.Text}");
            }
        }
    }

    /// <summary>Warnings in the test's own text are its own affair; it must compile, though.</summary>
    private static bool IsProblem(Diagnostic diagnostic, GeneratorRun run)
    {
        bool generated = diagnostic.Location.SourceTree is { } tree && !run.Input.ContainsSyntaxTree(tree);
        return diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => generated || !run.Source.MayHaveErrors,
            DiagnosticSeverity.Warning => generated,
            _ => false,
        };
    }

    private static string Describe(Diagnostic diagnostic) => $"  {diagnostic}\n    {Line(diagnostic.Location)}";

    private static string? Line(Location location) => location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
