using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Checks;

/// <summary>The generator reports the diagnostics that the text marks, at the marked spans, and no others.</summary>
internal static class ExpectedDiagnostics
{
    public static void Check(GeneratorRun run)
    {
        StringBuilder failure = new();
        string[] files = [.. run.Source.Files];
        for (int i = 0; i < files.Length; i++)
        {
            Markup expected = Markup.Parse(files[i]);
            MarkedSpan[] actual = [.. run.Diagnostics
                .Where(diagnostic => diagnostic.Location.GetLineSpan().Path == $"Test{i}.cs")
                .Select(diagnostic => new MarkedSpan(diagnostic.Location.SourceSpan, diagnostic.Id))];
            if (!Same(expected.Spans, actual))
            {
                failure.Append($"\n\nMarked as reported, to paste:\n\n{Markup.Write(expected.Text, actual)}");
            }
        }

        foreach (Diagnostic stray in run.Diagnostics.Where(diagnostic => !IsInAFile(diagnostic, files.Length)))
        {
            failure.Append($"\n\nReported at no file of the test: {stray}");
        }

        if (failure.Length > 0)
        {
            string reported = string.Join('\n', run.Diagnostics.Select(diagnostic => $"  {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
            throw new XunitException($"The reported diagnostics aren't the marked ones. Reported:\n{(reported.Length == 0 ? "  none" : reported)}{failure}");
        }
    }

    /// <summary>Each actual one takes one marked span: of its own id if there is one, else one without an id.</summary>
    private static bool Same(IEnumerable<MarkedSpan> expected, IReadOnlyCollection<MarkedSpan> actual)
    {
        List<MarkedSpan> open = [.. expected];
        return open.Count == actual.Count
            && actual.All(span => open.Remove(span) || (span.Id!.StartsWith("SYMD", StringComparison.Ordinal) && open.Remove(span with { Id = null })));
    }

    private static bool IsInAFile(Diagnostic diagnostic, int files) =>
        Enumerable.Range(0, files).Any(i => diagnostic.Location.GetLineSpan().Path == $"Test{i}.cs");
}
