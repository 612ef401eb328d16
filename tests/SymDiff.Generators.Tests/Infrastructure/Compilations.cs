using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>Programs as the compiler of a user's project would see them, before the generator runs.</summary>
internal static class Compilations
{
    private static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, Beside("SymDiff.dll"), Beside("System.Numerics.Tensors.dll")];

    public static CSharpCompilation Create(TestSource source) => CSharpCompilation.Create(
        "Test",
        source.Files.Select((file, i) => Tree(source, Markup.Parse(file).Text, $"Test{i}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: source.Checked,
            allowUnsafe: source.AllowUnsafe,
            nullableContextOptions: source.Nullable,
            warningLevel: 9999,
            deterministic: true));

    public static CSharpParseOptions ParseOptions(TestSource source) => new(source.LanguageVersion, DocumentationMode.Diagnose);

    public static SyntaxTree Tree(TestSource source, string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions(source), path);

    private static PortableExecutableReference Beside(string file) => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
