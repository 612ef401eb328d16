using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>A file of methods, which isn't a part of the tests: it is compiled by them.</summary>
internal sealed record CorpusFile(string Name, string Text)
{
    public ImmutableArray<CorpusMethod> Methods => CorpusMethod.Read(SyntaxFactory.ParseCompilationUnit(Markup.Parse(Text).Text));

    public static CorpusFile Read(string folder, string name) => new(name, File.ReadAllText(Path.Combine(Folder(folder), name + ".cs")));

    public static ImmutableArray<CorpusFile> All(string folder) =>
        [.. Directory.EnumerateFiles(Folder(folder), "*.cs").Order(StringComparer.Ordinal).Select(path => Read(folder, Path.GetFileNameWithoutExtension(path)))];

    private static string Folder(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
