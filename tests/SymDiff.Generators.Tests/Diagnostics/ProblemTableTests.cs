using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;

namespace SymDiff.Generators.Tests.Diagnostics;

/// <summary>Each row of the table of problems.</summary>
public sealed partial class ProblemTableTests
{
    public static TheoryData<string> Ids => [.. ProblemTable.All.Select(static problem => problem.Id)];

    [Fact]
    public void No_id_is_used_twice() => Assert.Equal(ProblemTable.All.Length, ProblemTable.All.Select(static problem => problem.Id).Distinct().Count());

    [Theory, MemberData(nameof(Ids))]
    public void Is_one_sentence_with_a_page(string id)
    {
        DiagnosticDescriptor problem = ProblemTable.ById(id);
        Assert.Matches(Id(), id);
        Assert.DoesNotContain(". ", problem.MessageFormat.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", problem.HelpLinkUri, StringComparison.Ordinal);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, problem.CustomTags);
    }

    /// <summary>Refusals stop generation, losses don't.</summary>
    [Theory, MemberData(nameof(Ids))]
    public void Has_the_severity_of_its_group(string id)
    {
        DiagnosticSeverity expected = id == "SYMD0013" ? DiagnosticSeverity.Info : id.StartsWith("SYMD02", StringComparison.Ordinal) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        Assert.Equal(expected, ProblemTable.ById(id).DefaultSeverity);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Is_reported_in_a_test(string id)
    {
        // A bug, and a stack that is smaller than the compiler's own needs: no source brings them about for certain.
        if (id is "SYMD9999" or "SYMD0112")
        {
            return;
        }

        string tests = string.Concat(Directory.EnumerateFiles(Path.GetDirectoryName(Here())!, "*Tests.cs").Select(File.ReadAllText));
        Assert.Contains($"{{|{id}:", tests, StringComparison.Ordinal);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("^SYMD(00|01|02|03|99)[0-9]{2}$")]
    private static partial Regex Id();
}
