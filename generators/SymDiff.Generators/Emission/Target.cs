using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SymDiff.Generators.Emission;

/// <summary>What the generated code is compiled with: it uses no more than that has.</summary>
/// <param name="LanguageVersion">Of the project.</param>
public sealed record Target(LanguageVersion LanguageVersion)
{
    public static Target Of(ParseOptions options) => new(((CSharpParseOptions)options).LanguageVersion);

    public bool HasNullableAnnotations => LanguageVersion >= LanguageVersion.CSharp8;
}
