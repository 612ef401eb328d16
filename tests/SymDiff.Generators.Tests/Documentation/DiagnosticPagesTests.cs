using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Documentation;

/// <summary>Each diagnostic has a page, and what the page says is so.</summary>
public sealed partial class DiagnosticPagesTests
{
    private const string Folder = "docs/diagnostics";

    /// <summary>Reported by the build before the compiler runs: see src/SymDiff/build.</summary>
    private const string OldSdk = "SYMD9998";

    /// <summary>No short example triggers these.</summary>
    private static readonly ImmutableArray<string> s_withoutExample = ["SYMD0111", "SYMD0112", OldSdk, "SYMD9999"];

    public static TheoryData<string> Ids => [.. ProblemTable.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> IdsWithExample => [.. ProblemTable.All.Select(descriptor => descriptor.Id).Except(s_withoutExample)];

    [Fact]
    public void There_is_a_page_for_each_diagnostic_and_no_other() => Assert.Equal(
        [.. ProblemTable.All.Select(descriptor => descriptor.Id).Append(OldSdk).Order(StringComparer.Ordinal)],
        Directory.GetFiles(RepositoryFiles.PathOf(Folder)).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public void Page_has_the_title_of_the_diagnostic(string id) => Assert.Equal($"# {id}: {ProblemTable.ById(id).Title}", Page(id).Title);

    [Theory, MemberData(nameof(Ids))]
    public void Diagnostic_links_to_its_page(string id) => Assert.EndsWith($"/{Folder}/{id}.md", ProblemTable.ById(id).HelpLinkUri);

    [Theory, MemberData(nameof(Ids))]
    public void Release_table_has_the_diagnostic(string id)
    {
        DiagnosticDescriptor descriptor = ProblemTable.ById(id);
        string tables = RepositoryFiles.Read("generators/SymDiff.Generators/AnalyzerReleases.Shipped.md")
            + RepositoryFiles.Read("generators/SymDiff.Generators/AnalyzerReleases.Unshipped.md");
        Assert.Contains($"\n{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", tables, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Readme_lists_the_diagnostic(string id) => Assert.Contains(
        $"| [{id}]({Folder}/{id}.md) | {ProblemTable.ById(id).DefaultSeverity.ToString().ToLowerInvariant()} | {ProblemTable.ById(id).Title} |\n",
        RepositoryFiles.Read("README.md"),
        StringComparison.Ordinal);

    [Theory, MemberData(nameof(IdsWithExample))]
    public void Example_is_reported_where_the_page_says(string id)
    {
        string example = Page(id).CSharp[0].Code;
        Assert.Subset(Reported(GeneratorRun.Unchecked(DocumentedProgram.Of(example))), Announced(example));
    }

    [Theory, MemberData(nameof(IdsWithExample))]
    public void What_the_page_says_to_do_compiles_without_a_word(string id)
    {
        GeneratorRun run = GeneratorRun.Unchecked(DocumentedProgram.Of(Page(id).CSharp[1].Code));
        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Files);
        Assert.Empty(DocumentedProgram.Complaints(run));
    }

    private static MarkdownPage Page(string id) => MarkdownPage.Read($"{Folder}/{id}.md");

    /// <summary>Ids in comments, with the numbers of their lines.</summary>
    private static HashSet<string> Announced(string code) =>
        [.. code.Split('\n').SelectMany((line, number) => Announcement().Matches(line).Select(match => $"{match.Groups["id"].Value} in line {number + 1}"))];

    private static HashSet<string> Reported(GeneratorRun run) =>
        [.. run.Diagnostics.Select(diagnostic => $"{diagnostic.Id} in line {diagnostic.Location.GetLineSpan().StartLinePosition.Line}")];

    [GeneratedRegex(@"// .*?(?<id>SYMD\d{4})")]
    private static partial Regex Announcement();
}
