using Microsoft.CodeAnalysis.CSharp;

namespace SymDiff.Generators.Emission;

/// <summary>Names in C# text.</summary>
internal static class Identifiers
{
    /// <summary>The name, with <c>@</c> if it's a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
