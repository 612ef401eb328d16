using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SymDiff.Generators.Emission;

/// <summary>What the generated code is compiled with: it uses no more than that has.</summary>
/// <param name="LanguageVersion">Of the project.</param>
/// <param name="HasLanes">Whether there is what loops in lanes call: vectors, and SymDiff's own functions on them.</param>
public sealed record Target(LanguageVersion LanguageVersion, bool HasLanes)
{
    public static Target Of(Compilation compilation) => new(
        ((CSharpCompilation)compilation).LanguageVersion,
        compilation.GetTypeByMetadataName("SymDiff.Runtime.LaneMemory") is not null);

    public bool HasNullableAnnotations => LanguageVersion >= LanguageVersion.CSharp8;
}
