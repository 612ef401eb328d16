using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Which parameters a method is differentiated for.</summary>
internal static class Differentiated
{
    /// <returns>Positions, in the order of declaration.</returns>
    public static ImmutableArray<int> Choose(IMethodSymbol method, SyntaxNode declaration, Request request, ImmutableArray<ModelInput> models, ProblemList problems)
    {
        ImmutableArray<int> chosen = Positions(method, [.. request.WithRespectTo.Select(static named => named.Name)]);
        if (request.WithRespectTo.IsEmpty && models.IsEmpty)
        {
            foreach (IParameterSymbol parameter in method.Parameters.Where(parameter => IsCollection(parameter.Type, method.ContainingAssembly)))
            {
                problems.Add(Problems.CollectionParameter, parameter.Locations[0], parameter.Name, Text(parameter.Type));
            }

            if (chosen.IsEmpty && !problems.HasErrors)
            {
                problems.Add(Problems.NothingToDifferentiate, DeclarationCheck.NameOf(declaration), method.Name);
            }
        }

        foreach ((string name, Location place) in request.WithRespectTo)
        {
            IParameterSymbol? parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == name);
            if (parameter is null && models.Any(member => member.Name == name))
            {
                continue;
            }

            if (parameter is null)
            {
                problems.Add(Problems.UnknownParameter, place, method.Name, name);
            }
            else if (!chosen.Contains(parameter.Ordinal))
            {
                problems.Add(IsCollection(parameter.Type, method.ContainingAssembly) ? Problems.CollectionParameter : Problems.NotFloating, place, name, Text(parameter.Type));
            }
        }

        return chosen;
    }

    /// <summary>The parameters of these names that can be differentiated for; without names, all that can be.</summary>
    public static ImmutableArray<int> Positions(IMethodSymbol method, ImmutableArray<string> names) =>
    [
        .. method.Parameters
            .Where(parameter => (names.IsEmpty ? !ModelInputs.IsOfModel(method) : names.Contains(parameter.Name))
                && (DataType.Of(parameter.Type) is { Kind: not ParameterKind.Opaque, Scalar: ScalarType.Single or ScalarType.Double }
                    || (names.IsEmpty ? Structure.IsOfNumbers(parameter.Type, method.ContainingAssembly) : Structure.HasNumbers(parameter.Type, method.ContainingAssembly))))
            .Select(static parameter => parameter.Ordinal),
    ];

    private static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Floating-point numbers in another collection than an array: jagged arrays, lists, arrays of tuples, sequences.</summary>
    private static bool IsCollection(ITypeSymbol type, IAssemblySymbol home) => DataType.Of(type).Kind == ParameterKind.Opaque && type switch
    {
        IArrayTypeSymbol array => HoldsNumbers(array.ElementType, home),
        INamedTypeSymbol { Arity: 1, SpecialType: not SpecialType.System_Nullable_T } generic => IsSequence(generic) && HoldsNumbers(generic.TypeArguments[0], home),
        _ => false,
    };

    private static bool HoldsNumbers(ITypeSymbol type, IAssemblySymbol home)
        => DataType.Of(type).Scalar.IsFloating() || IsCollection(type, home) || Structure.IsOfNumbers(type, home) || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(element => HoldsNumbers(element.Type, home)));

    private static bool IsSequence(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
        || type.AllInterfaces.Any(static implemented => implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
        || type.Name is "Memory" or "ReadOnlyMemory" or "Span" or "ReadOnlySpan";
}
