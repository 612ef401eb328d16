using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Lifting;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.ModelClasses;

/// <summary>Reads a property marked <c>[Parameter]</c>.</summary>
internal sealed class ParameterReader(INamedTypeSymbol model, ProblemList problems, CancellationToken cancellation)
{
    /// <summary>Null if there are problems.</summary>
    public ModelMember? Read(IPropertySymbol property, AttributeData mark)
    {
        if (property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<PropertyDeclarationSyntax>().FirstOrDefault() is not { } syntax)
        {
            problems.Add(Problems.NoParameter, property.Locations[0], property.Name, "it has arguments: mark a property without any");
            return null;
        }

        Location name = syntax.Identifier.GetLocation();
        if (!property.IsPartialDefinition)
        {
            problems.Add(Problems.ParameterNotPartial, name, property.Name, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), Canonical(property));
            return null;
        }

        if (property.Type is IErrorTypeSymbol)
        {
            return null;
        }

        bool isSpan = KnownModels.IsSpan(property.Type);
        ITypeSymbol precision = KnownModels.ElementOf(property.Type);
        string? reason =
            property.IsStatic ? "it belongs to no object: drop 'static'"
            : property.PartialImplementationPart is not null ? "it has an implementation of its own: the accessors are written for you"
            : !IsPrecision(precision) ? PrecisionAdvice(property.Type, precision)
            : property.GetMethod is null ? "it can't be read: add 'get'"
            : isSpan && property.SetMethod is not null ? "the numbers are set in the span: drop 'set'"
            : null;
        if (reason is not null)
        {
            problems.Add(Problems.NoParameter, name, property.Name, reason);
            return null;
        }

        return Shape(property, mark, isSpan) is not { } shape ? null : new ModelMember(
            isSpan ? ModelMemberKind.Numbers : ModelMemberKind.Number,
            property.Name,
            CSharpText.Type(property.Type),
            string.Concat(syntax.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(static modifier => modifier.Text + " ")),
            syntax.AccessorList!.Accessors.Select(static accessor => string.Concat(accessor.Modifiers.Select(static modifier => modifier.Text + " ")) + accessor.Keyword.Text).ToImmutableArray(),
            shape);
    }

    // Null if something is wrong with it.
    private ImmutableArray<string>? Shape(IPropertySymbol property, AttributeData mark, bool isSpan)
    {
        TypedConstant[] sizes = mark.ConstructorArguments is [{ Kind: TypedConstantKind.Array, Values: { IsDefault: false } values }] ? [.. values] : [];
        var written = (AttributeSyntax?)mark.ApplicationSyntaxReference?.GetSyntax(cancellation);
        Location place = written?.GetLocation() ?? property.Locations[0];
        AttributeArgumentSyntax[] arguments = [.. written?.ArgumentList?.Arguments ?? []];
        if (isSpan == (sizes.Length == 0))
        {
            problems.Add(Problems.ParameterShape, place, property.Name, isSpan ? "a span needs its sizes, as in '[Parameter(3)]' or '[Parameter(nameof(Rows))]'" : "a number has no sizes");
            return null;
        }

        string?[] texts = [.. sizes.Select((size, i) => Size(size, property, arguments.Length == sizes.Length ? arguments[i].GetLocation() : place))];
        return texts.Contains(null) ? null : [.. texts.Select(static text => text!)];
    }

    private string? Size(TypedConstant size, IPropertySymbol property, Location place)
    {
        switch (size.Value)
        {
            case int number when number >= 0:
                return number.ToString(CultureInfo.InvariantCulture);
            case string name:
                ISymbol? member = Inherited(model).SelectMany(type => type.GetMembers(name)).FirstOrDefault(static member => member is IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod: not null });
                if (member is IFieldSymbol { Type.SpecialType: SpecialType.System_Int32 } or IPropertySymbol { Type.SpecialType: SpecialType.System_Int32 })
                {
                    return $"{(member.IsStatic ? CSharpText.Type(member.ContainingType) : "this")}.{CSharpText.Identifier(name)}";
                }

                problems.Add(
                    Problems.ParameterShape, place, property.Name,
                    member is not null ? $"'{name}' isn't of type 'int'" : $"'{model.Name}' has no field or property '{name}' that a size could be read from");
                return null;
            default:
                problems.Add(Problems.ParameterShape, place, property.Name, "a size is a number that isn't negative, or the name of a field or property of type 'int'");
                return null;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    private static bool IsPrecision(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => true,
        ITypeParameterSymbol { HasUnmanagedTypeConstraint: true } parameter => parameter.ConstraintTypes.Any(static constraint => constraint is INamedTypeSymbol { Name: "IFloatingPointIeee754" }),
        _ => false,
    };

    private static string PrecisionAdvice(ITypeSymbol type, ITypeSymbol precision)
        => precision is ITypeParameterSymbol
            ? $"constrain '{precision.Name}' by 'where {precision.Name} : unmanaged, IFloatingPointIeee754<{precision.Name}>'"
            : $"its type is '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}': use 'float', 'double', or a 'Span' of them";

    private static string Canonical(IPropertySymbol property) => KnownModels.IsSpan(property.Type) ? "{ get; }" : "{ get; set; }";
}
