using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Lifting;

/// <summary>Which parameters a method is differentiated for.</summary>
internal static class Differentiated
{
    /// <returns>Positions, in the order of declaration.</returns>
    public static ImmutableArray<int> Choose(IMethodSymbol method, SyntaxNode declaration, Request request, ProblemList problems)
        => request.WithRespectTo.IsEmpty ? All(method, declaration, problems) : Named(method, request, problems);

    private static ImmutableArray<int> All(IMethodSymbol method, SyntaxNode declaration, ProblemList problems)
    {
        IParameterSymbol[] arrays = [.. method.Parameters.Where(static parameter => DataType.Of(parameter.Type) is { Rank: > 0, Scalar: SymDiff.Symbolics.Expressions.ScalarType.Single or SymDiff.Symbolics.Expressions.ScalarType.Double })];
        IParameterSymbol[] scalars = [.. method.Parameters.Where(static parameter => DataType.Of(parameter.Type).IsFloatingScalar)];
        foreach (IParameterSymbol array in arrays)
        {
            problems.Add(Problems.ArrayParameter, array.Locations[0], array.Name);
        }

        if (scalars.Length == 0 && arrays.Length == 0)
        {
            problems.Add(Problems.NothingToDifferentiate, DeclarationCheck.NameOf(declaration), method.Name);
        }

        return [.. scalars.Select(static parameter => parameter.Ordinal)];
    }

    private static ImmutableArray<int> Named(IMethodSymbol method, Request request, ProblemList problems)
    {
        var chosen = new SortedSet<int>();
        foreach ((string name, Location place) in request.WithRespectTo)
        {
            IParameterSymbol? parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == name);
            DataType type = parameter is null ? default : DataType.Of(parameter.Type);
            if (parameter is null)
            {
                problems.Add(Problems.UnknownParameter, place, method.Name, name);
            }
            else if (type.IsFloatingScalar)
            {
                chosen.Add(parameter.Ordinal);
            }
            else if (type.Rank > 0 && SymDiff.Symbolics.Expressions.ScalarTypes.IsFloating(type.Scalar))
            {
                problems.Add(Problems.ArrayParameter, place, name);
            }
            else
            {
                problems.Add(Problems.NotFloating, place, name, parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }
        }

        return [.. chosen];
    }
}
