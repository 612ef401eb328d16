using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.ModelClasses;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What a value of a structure, or of a class that is used as plain data, is made of.</summary>
internal sealed class Structure
{
    /// <summary>Larger ones aren't taken apart.</summary>
    private const int MostLeaves = 256;

    private readonly Dictionary<ISymbol, int> _positions = new(SymbolEqualityComparer.Default);

    private Structure(INamedTypeSymbol type, ImmutableArray<StructurePart> parts)
    {
        (Type, Parts) = (type, parts);
        for (int i = 0; i < parts.Length; i++)
        {
            _positions[parts[i].Member.OriginalDefinition] = i;
            if (parts[i].Member is IFieldSymbol { AssociatedSymbol: { } property })
            {
                _positions[property.OriginalDefinition] = i;
            }
        }
    }

    public INamedTypeSymbol Type { get; }

    public ImmutableArray<StructurePart> Parts { get; }

    public bool IsClass => Type.TypeKind == TypeKind.Class;

    /// <summary>The position of a field, of an automatic property, or of a parameter of the primary constructor; null of anything else.</summary>
    public int? PositionOf(ISymbol member) => _positions.TryGetValue(member.OriginalDefinition, out int position) ? position : null;

    /// <summary>What a local for a part is called.</summary>
    public string NameOf(int position, string variable)
    {
        string part = Parts[position].Name.TrimStart('_');
        return part.Length == 0 ? variable : variable + char.ToUpperInvariant(part[0]) + part.Substring(1);
    }

    /// <summary>Null for a type that isn't plain data of the program's own.</summary>
    public static Structure? Of(ITypeSymbol type, IAssemblySymbol home) => Of(type, home, out _);

    private static Structure? Of(ITypeSymbol type, IAssemblySymbol home, out int leaves)
    {
        leaves = 0;
        if (type is not INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false } named || !IsPlain(named, home))
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<StructurePart>();
        foreach (IFieldSymbol field in named.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst))
        {
            if (field.RefKind != RefKind.None || field.IsFixedSizeBuffer || field.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol || KnownModels.IsModel(field.Type))
            {
                return null;
            }

            parts.Add(new StructurePart(field, field.AssociatedSymbol?.Name ?? field.Name, field.Type));
            Structure? inner = field.Type.IsValueType ? Of(field.Type, home, out int within) : NoLeaves(out within);
            leaves += inner is null ? 1 : within;
        }

        // What methods read of these, the compiler keeps in fields of its own.
        if (!named.IsRecord && named.InstanceConstructors.FirstOrDefault(IsPrimary) is { } constructor)
        {
            parts.AddRange(constructor.Parameters.Where(parameter => IsCaptured(named, parameter)).Select(static parameter => new StructurePart(parameter, parameter.Name, parameter.Type)));
        }

        return leaves > MostLeaves ? null : new Structure(named, parts.ToImmutable());
    }

    /// <summary>Whether a structure or tuple consists of floating-point numbers alone, which others can read.</summary>
    public static bool IsOfNumbers(ITypeSymbol type, IAssemblySymbol home)
        => Twins.Has(type) || PartsOf(type, home) is { IsEmpty: false } parts && parts.All(part => part.IsVisible && (DataType.Of(part.Type).IsFloatingScalar || IsOfNumbers(part.Type, home)));

    /// <summary>Whether a structure or tuple holds floating-point numbers, and none in arrays.</summary>
    public static bool HasNumbers(ITypeSymbol type, IAssemblySymbol home)
        => Twins.Has(type) || PartsOf(type, home) is var parts && !parts.Any(static part => DataType.Of(part.Type) is { Rank: > 0 } array && array.Scalar.IsFloating())
            && parts.Any(part => DataType.Of(part.Type).IsFloatingScalar || HasNumbers(part.Type, home));

    private static ImmutableArray<(ITypeSymbol Type, bool IsVisible)> PartsOf(ITypeSymbol type, IAssemblySymbol home)
        => type is INamedTypeSymbol { IsTupleType: true } tuple ? [.. tuple.TupleElements.Select(static element => (element.Type, true))]
            : type.IsValueType && Of(type, home) is { } structure ? [.. structure.Parts.Select(static part => (part.Type, part.Access is { DeclaredAccessibility: not Accessibility.Private }))]
            : [];

    private static Structure? NoLeaves(out int leaves)
    {
        leaves = 1;
        return null;
    }

    // By its name, in whatever isn't only run by the constructor.
    private static bool IsCaptured(INamedTypeSymbol type, IParameterSymbol parameter)
        => type.DeclaringSyntaxReferences
            .SelectMany(static reference => ((TypeDeclarationSyntax)reference.GetSyntax()).Members)
            .SelectMany(static member => member switch
            {
                BaseFieldDeclarationSyntax => [],
                PropertyDeclarationSyntax property => (property.AccessorList?.DescendantTokens() ?? []).Concat(property.ExpressionBody?.DescendantTokens() ?? []),
                _ => member.DescendantTokens(),
            })
            .Any(token => token.ValueText == parameter.Name);

    /// <summary>Whether the constructor's parameters stand behind the name of the type.</summary>
    public static bool IsPrimary(IMethodSymbol constructor)
        => constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null };

    // Fields that lie on top of each other, or that only the compiled type has, can't be told apart.
    private static bool IsPlain(INamedTypeSymbol type, IAssemblySymbol home)
        => (type.TypeKind == TypeKind.Struct || (type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, BaseType.SpecialType: SpecialType.System_Object } && !KnownModels.IsModel(type)))
            && type.OriginalDefinition.SpecialType == SpecialType.None && DataType.ScalarOf(type) == ScalarType.None
            && !type.DeclaringSyntaxReferences.IsEmpty && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, home)
            && !type.OriginalDefinition.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute"
                || (attribute.AttributeClass?.Name == "StructLayoutAttribute" && attribute.ConstructorArguments is [{ Value: not (0 or 3 or (short)0 or (short)3) }]));
}

/// <summary>A field of a structure, or a parameter of its primary constructor.</summary>
/// <param name="Member">The field or parameter.</param>
/// <param name="Name">What the source calls it.</param>
/// <param name="Type">Of what it holds.</param>
internal sealed record StructurePart(ISymbol Member, string Name, ITypeSymbol Type)
{
    /// <summary>What it is read by from outside; null if there is nothing.</summary>
    public ISymbol? Access => Member is IFieldSymbol { AssociatedSymbol: var property } ? property ?? Member : null;
}

/// <summary>A structure or an object while one of its methods runs on it: what <c>this</c> is there.</summary>
/// <param name="name">What it is called.</param>
/// <param name="number">In the order in which they come.</param>
/// <param name="isWritable">Whether its fields may be assigned: those of an object as long as its constructor runs.</param>
internal sealed class Receiver(string name, int number, bool isWritable)
{
    public string Name => name;

    public int Number => number;

    public bool IsWritable => isWritable;
}
