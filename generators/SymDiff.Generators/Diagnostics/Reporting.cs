using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Diagnostics;

/// <summary>Turns problems into diagnostics again. The one place to change should some ids be reported by an analyzer.</summary>
internal static class Reporting
{
    public static bool ForbidsGeneration(Problem problem) => ProblemTable.ById(problem.Id).DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The location is attached to its tree again, or <c>#pragma</c>, <c>[SuppressMessage]</c> and .editorconfig would be ignored.</summary>
    public static Diagnostic ToDiagnostic(Problem problem, Compilation compilation)
        => Diagnostic.Create(ProblemTable.ById(problem.Id), Locate(problem.Location, compilation), [.. problem.Arguments]);

    private static Location Locate(SourceSpan place, Compilation compilation)
    {
        if (place == default)
        {
            return Location.None;
        }

        var span = new TextSpan(place.Start, place.Length);
        var lines = new LinePositionSpan(new(place.StartLine, place.StartCharacter), new(place.EndLine, place.EndCharacter));

        // Linked files share a path: the tree must have these lines there, too.
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (tree.FilePath == place.Path && span.End <= tree.Length && tree.GetLineSpan(span).Span == lines)
            {
                return Location.Create(tree, span);
            }
        }

        return Location.Create(place.Path, span, lines);
    }
}
