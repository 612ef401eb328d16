using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Diagnostics;

/// <summary>Collects the problems of one method, each once.</summary>
internal sealed class ProblemList
{
    private readonly HashSet<Problem> _known = [];
    private readonly List<Problem> _problems = [];

    /// <summary>Whether generation is forbidden.</summary>
    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, Location location, params ImmutableArray<string> arguments)
    {
        Problem problem = Single(descriptor, location, arguments);
        if (_known.Add(problem))
        {
            _problems.Add(problem);
            HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        }
    }

    public bool Has(DiagnosticDescriptor descriptor, Location location) => _problems.Exists(problem => problem.Id == descriptor.Id && problem.Location == Span(location));

    /// <summary>One problem by itself.</summary>
    public static Problem Single(DiagnosticDescriptor descriptor, Location location, params ImmutableArray<string> arguments) => new(descriptor.Id, Span(location), arguments);

    /// <summary>Drops all others.</summary>
    public void KeepOnly(params ImmutableArray<DiagnosticDescriptor> descriptors)
    {
        _problems.RemoveAll(problem => !descriptors.Any(descriptor => descriptor.Id == problem.Id));
        HasErrors = _problems.Count > 0;
    }

    /// <summary>In the order of the source; those in other files come last, file by file.</summary>
    public ImmutableArray<Problem> InSourceOrder(SyntaxTree? home)
        =>
        [
            .. _problems
                .OrderBy(problem => problem.Location.Path == home?.FilePath ? 0 : 1)
                .ThenBy(static problem => problem.Location.Path, StringComparer.Ordinal)
                .ThenBy(static problem => problem.Location.Start)
                .ThenBy(static problem => problem.Id, StringComparer.Ordinal),
        ];

    private static SourceSpan Span(Location location)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return location.Kind == LocationKind.None ? default : new SourceSpan(
            lines.Path, location.SourceSpan.Start, location.SourceSpan.Length,
            lines.StartLinePosition.Line, lines.StartLinePosition.Character, lines.EndLinePosition.Line, lines.EndLinePosition.Character);
    }
}
