using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Lifting;

/// <summary>Reads the declaration of a method, as far as what is written beside it repeats it.</summary>
internal static class SignatureReader
{
    public static MethodSignature Read(IMethodSymbol method, ImmutableArray<int> withRespectTo, ImmutableArray<ModelInput> models, ImmutableArray<(int Position, StructureModel Structure)> structures)
    {
        INamedTypeSymbol type = method.ContainingType;
        return new MethodSignature(
            CSharpText.Namespace(method.ContainingNamespace),
            Reopened(type),
            method.Name,
            AccessibilityOf(method),
            method.IsStatic,
            method.IsExtensionMethod,
            method.IsReadOnly && !method.IsStatic && type is { TypeKind: TypeKind.Struct, IsReadOnly: false },
            type.TypeKind == TypeKind.Interface,
            Hidden(method, withRespectTo, models).ToImmutableArray(),
            DataType.ScalarOf(method.ReturnType),
            method.Parameters.Select(parameter => Parameter(parameter) with { Structure = structures.FirstOrDefault(found => found.Position == parameter.Ordinal).Structure }).ToImmutableArray(),
            HintNames.Of(method),
            method.GetDocumentationCommentId() ?? string.Empty,
            TakenNames(method).ToImmutableArray(),
            method.GetAttributes().Where(HoldsForDerivatives).Select(CSharpText.Attribute).ToImmutableArray());
    }

    /// <summary>The type and those around it, from the outermost in.</summary>
    public static ImmutableArray<ContainingType> Reopened(INamedTypeSymbol type) => [.. Outward(type).Reverse().Select(Reopen)];

    private static IEnumerable<INamedTypeSymbol> Outward(INamedTypeSymbol? type) => Outward(type, static inner => inner.ContainingType);

    private static IEnumerable<INamedTypeSymbol> Outward(INamedTypeSymbol? type, Func<INamedTypeSymbol, INamedTypeSymbol?> next)
    {
        for (; type is not null; type = next(type))
        {
            yield return type;
        }
    }

    private static ContainingType Reopen(INamedTypeSymbol type) => new(
        type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            _ => "class",
        },
        type.TypeParameters.IsEmpty
            ? CSharpText.Identifier(type.Name)
            : $"{CSharpText.Identifier(type.Name)}<{string.Join(", ", type.TypeParameters.Select(TypeParameter))}>");

    private static string TypeParameter(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => string.Empty,
    } + CSharpText.Identifier(parameter.Name);

    private static string AccessibilityOf(IMethodSymbol method) => method.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Protected => "protected",
        Accessibility.Internal => "internal",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.Private => "private",
        _ => string.Empty,
    };

    // A base type that has a derivative of the same name and parameters, by hand or from a method that this one hides or overrides.
    private static IEnumerable<HiddenMember> Hidden(IMethodSymbol method, ImmutableArray<int> withRespectTo, ImmutableArray<ModelInput> models)
        => DerivativeSignature.Of(method, withRespectTo, models)
            .Where(derivative => Outward(method.ContainingType.BaseType, static type => type.BaseType).Any(type => Has(type, derivative)))
            .Select(static derivative => new HiddenMember(derivative.Name, HasDestinations: !derivative.Destinations.IsEmpty));

    private static bool Has(INamedTypeSymbol type, DerivativeSignature derivative)
        => type.GetMembers(derivative.Name).Any(member => member.DeclaredAccessibility != Accessibility.Private && derivative.ClashesWith(member))
        || type.GetMembers(derivative.Method.Name).OfType<IMethodSymbol>()
            .Any(other => other.DeclaredAccessibility != Accessibility.Private && DerivativeSignature.Of(other).Any(derivative.ClashesWith));

    private static ParameterModel Parameter(IParameterSymbol parameter)
    {
        DataType type = DataType.Of(parameter.Type);
        return new ParameterModel(
            parameter.Name,
            CSharpText.Type(parameter.Type),
            Modifiers(parameter),
            type.Kind,
            type.Scalar,
            type.Rank,
            parameter.HasExplicitDefaultValue ? CSharpText.DefaultValue(parameter) : null);
    }

    private static string Modifiers(IParameterSymbol parameter)
        => (parameter.ScopedKind == ScopedKind.None || parameter.IsParams ? string.Empty : "scoped ")
            + (parameter.IsParams ? "params " : string.Empty)
            + parameter.RefKind switch
            {
                RefKind.In => "in ",
                RefKind.RefReadOnlyParameter => "ref readonly ",
                RefKind.Ref => "ref ",
                RefKind.Out => "out ",
                _ => string.Empty,
            };

    // A derivative that calls an obsolete method without being obsolete itself would be warned of.
    private static bool HoldsForDerivatives(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString()
        is "System.ObsoleteAttribute" or "System.CLSCompliantAttribute" or "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";

    private static IEnumerable<string> TakenNames(IMethodSymbol method)
        => Outward(method.ContainingType)
            .SelectMany(static type => type.TypeParameters.Select(static parameter => parameter.Name).Concat(PrimaryConstructorParameters(type)))
            .Distinct()
            .OrderBy(static name => name, StringComparer.Ordinal);

    private static IEnumerable<string> PrimaryConstructorParameters(INamedTypeSymbol type)
        => type.InstanceConstructors
            .Where(static constructor => constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax))
            .SelectMany(static constructor => constructor.Parameters)
            .Select(static parameter => parameter.Name);
}
