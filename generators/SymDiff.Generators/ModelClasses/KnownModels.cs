using Microsoft.CodeAnalysis;
using SymDiff.Generators.Lifting;

namespace SymDiff.Generators.ModelClasses;

/// <summary>Which types are models, and of what precision: in source by what is marked, since what is written for them isn't there yet; in libraries by the interface.</summary>
internal static class KnownModels
{
    public const string ModelAttribute = "SymDiff.ModelAttribute";

    public const string ParameterAttribute = "SymDiff.ParameterAttribute";

    private const string Interface = "IModel";

    public static bool IsModel(ITypeSymbol? type) => type is INamedTypeSymbol named && (IsMarked(named) || InterfaceOf(named) is not null);

    public static bool IsMarked(INamedTypeSymbol type) => Has(type.OriginalDefinition, ModelAttribute);

    public static AttributeData? ParameterMark(ISymbol member)
        => member.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString() == ParameterAttribute);

    /// <summary>The type of the models in an array or list that can be read by position; null if it isn't one.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type)
        => type is IArrayTypeSymbol { IsSZArray: true } array ? (IsModel(array.ElementType) ? array.ElementType : null)
            : Interfaces(type).FirstOrDefault(static known => Is(known, "IReadOnlyList", "Generic") && IsModel(known.TypeArguments[0]))?.TypeArguments[0];

    /// <summary>Whether there are models in a collection of whatever kind.</summary>
    public static bool HasItems(ITypeSymbol type)
        => type is IArrayTypeSymbol array ? IsModel(array.ElementType) || HasItems(array.ElementType)
            : type.SpecialType != SpecialType.System_String && Interfaces(type).Any(static known => Is(known, "IEnumerable", "Generic") && known.TypeArguments.Any(static item => IsModel(item) || IsPairWithModel(item)));

    /// <summary>The type of a model's parameters; null if it isn't known, for the model itself has the error.</summary>
    public static ITypeSymbol? PrecisionOf(ITypeSymbol model) => PrecisionOf(model, []);

    private static ITypeSymbol? PrecisionOf(ITypeSymbol model, List<ITypeSymbol> above)
    {
        if (model is not INamedTypeSymbol type || above.Contains(type, SymbolEqualityComparer.Default))
        {
            return null;
        }

        if (InterfaceOf(type) is { } known)
        {
            return known.TypeArguments[0];
        }

        above.Add(type);
        return type.GetMembers().Select(member => PrecisionOfMember(member, above)).FirstOrDefault(static precision => precision is not null);
    }

    private static ITypeSymbol? PrecisionOfMember(ISymbol member, List<ITypeSymbol> above)
    {
        if (member is IPropertySymbol property && ParameterMark(property) is not null)
        {
            // Another type is an error of its own.
            ITypeSymbol element = ElementOf(property.Type);
            return element is ITypeParameterSymbol or { SpecialType: SpecialType.System_Single or SpecialType.System_Double } ? element : null;
        }

        return PartTypeOf(member) is not { } type ? null : IsModel(type) ? PrecisionOf(type, above) : ItemOf(type) is { } item ? PrecisionOf(item, above) : null;
    }

    /// <summary>The type of a property or field that holds what it has been given; null of what calculates, and of what isn't an instance's.</summary>
    public static ITypeSymbol? PartTypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property when IsStored(property) => property.Type,
        IFieldSymbol { IsStatic: false, IsConst: false, AssociatedSymbol: null, IsImplicitlyDeclared: false } field => field.Type,
        _ => null,
    };

    /// <summary>The rank of a parameter among those of the model that it belongs to.</summary>
    public static int PositionOf(IPropertySymbol parameter)
        => parameter.OriginalDefinition.ContainingType.GetMembers().OfType<IPropertySymbol>().Where(static property => ParameterMark(property) is not null).TakeWhile(other => other.Name != parameter.Name).Count();

    /// <summary>Of a parameter; the type itself if it is a number.</summary>
    public static ITypeSymbol ElementOf(ITypeSymbol type) => IsSpan(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    public static bool IsSpan(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Span", Arity: 1 } span && DataType.IsSystem(span.ContainingNamespace);

    private static bool IsStored(IPropertySymbol property)
        => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsPairWithModel(ITypeSymbol item) => item is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, var value] } && IsModel(value);

    private static INamedTypeSymbol? InterfaceOf(INamedTypeSymbol type)
        => Interfaces(type).FirstOrDefault(static known => known is { Name: Interface, Arity: 1, ContainingNamespace: { Name: "SymDiff", ContainingNamespace.IsGlobalNamespace: true } });

    private static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself ? type.AllInterfaces.Prepend(itself) : type.AllInterfaces;

    private static bool Is(INamedTypeSymbol type, string name, string space) => type.Name == name && type.Arity == 1 && type.ContainingNamespace.Name == space;

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(mark => mark.AttributeClass?.ToDisplayString() == attribute);
}
