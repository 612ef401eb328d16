using System.Text.RegularExpressions;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Documentation;

/// <summary>What the README shows is so: commands are those that CI runs, code is that of files, generated code is generated from them.</summary>
public sealed partial class ReadmeTests
{
    private static readonly MarkdownPage s_readme = MarkdownPage.Read("README.md");

    [Fact]
    public void Every_block_of_code_says_where_it_comes_from() =>
        Assert.All(s_readme.CSharp, block => Assert.Matches("^(source: .+|generated: .+|program)$", block.Note));

    [Fact]
    public void Source_is_that_of_the_file() =>
        Assert.All(Blocks("source: "), block => AssertContains(RepositoryFiles.Read(block.Path), block.Code));

    [Fact]
    public void Generated_code_is_what_the_generator_writes() =>
        Assert.All(Blocks("generated: "), block => AssertContains(GeneratorRun.Unchecked(ImplicitUsings + RepositoryFiles.Read(block.Path)).Text, block.Code));

    [Fact]
    public void Programs_compile_without_a_word() => Assert.All(s_readme.CSharp.Where(block => block.Note == "program"), block =>
    {
        GeneratorRun run = GeneratorRun.Unchecked(DocumentedProgram.Of(block.Code));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(DocumentedProgram.Complaints(run));
    });

    [Fact]
    public void Commands_are_run_by_CI()
    {
        string script = RepositoryFiles.Read(".ci/run");
        string[] commands = [.. s_readme.Blocks.Where(block => block.Language == "shell").SelectMany(block => block.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains(command, script, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_lead_somewhere() => Assert.All(Link().Matches(s_readme.Text), link =>
    {
        string path = RepositoryFiles.PathOf(link.Groups["path"].Value);
        Assert.True(File.Exists(path) || Directory.Exists(path), link.Value);
    });

    private const string ImplicitUsings = "using System;\n";

    private static IEnumerable<(string Path, string Code)> Blocks(string note) =>
        s_readme.CSharp.Where(block => block.Note.StartsWith(note, StringComparison.Ordinal)).Select(block => (block.Note[note.Length..], block.Code));

    /// <summary>Wherever it stands, and however far it's indented there.</summary>
    private static void AssertContains(string text, string part) => Assert.Contains(WithoutIndentation(part), WithoutIndentation(text), StringComparison.Ordinal);

    private static string WithoutIndentation(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
