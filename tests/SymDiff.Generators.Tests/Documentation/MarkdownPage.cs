using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SymDiff.Generators.Tests.Documentation;

/// <summary>A page of the documentation: its text, and the blocks of code in it.</summary>
internal sealed partial record MarkdownPage(string Text, ImmutableArray<CodeBlock> Blocks)
{
    public string Title => Text[..Text.IndexOf('\n')];

    public ImmutableArray<CodeBlock> CSharp => [.. Blocks.Where(block => block.Language == "csharp")];

    public static MarkdownPage Read(string path)
    {
        string text = RepositoryFiles.Read(path);
        return new(text, [.. Block().Matches(text).Select(match => new CodeBlock(match.Groups["language"].Value, match.Groups["note"].Value, match.Groups["code"].Value))]);
    }

    [GeneratedRegex(@"(<!-- (?<note>[^>]*) -->\n)?^```(?<language>\w*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

/// <summary>A block of code.</summary>
/// <param name="Note">What the comment in front says, which readers don't see: where the code comes from.</param>
internal sealed record CodeBlock(string Language, string Note, string Code);
