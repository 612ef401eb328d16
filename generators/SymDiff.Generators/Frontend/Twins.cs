using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// Types of the framework that are calculated with although a program sees nothing of their source: for each there is C# in this assembly that calculates the same, bit for bit.
/// A member that its twin lacks is refused like any method that can't be seen.
/// </summary>
internal static class Twins
{
    private const string Folder = "SymDiff/Twins/";

    // The files are the table: System.Numerics.Complex.cs, System.Numerics.Complex.Functions.cs.
    private static readonly ImmutableSortedSet<string> Names = typeof(Twins).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(static name => string.Join(".", name.Substring(Folder.Length).Split('.').Take(3)))
        .ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>Whether it's a type of the framework that has a twin.</summary>
    public static bool Has(ITypeSymbol? type) => type is INamedTypeSymbol { IsValueType: true, DeclaringSyntaxReferences.IsEmpty: true } && IsNamed(type);

    /// <summary>Whether it's a twin.</summary>
    public static bool IsOne(ITypeSymbol type) => IsNamed(type) && type.Locations.Any(Sources.IsOwn);

    private static bool IsNamed(ITypeSymbol type)
        => type is { ContainingType: null, ContainingNamespace: { Name: "Numerics" } space } && DataType.IsSystem(space.ContainingNamespace) && Names.Contains("System.Numerics." + type.MetadataName);
}
