using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.ModelClasses;

/// <summary>A property marked <c>[Parameter]</c> in a type that isn't a model.</summary>
internal static class StrayParameter
{
    public static Problem? Find(GeneratorAttributeSyntaxContext source)
    {
        INamedTypeSymbol type = source.TargetSymbol.ContainingType;
        if (KnownModels.IsMarked(type))
        {
            return null;
        }

        Location place = source.TargetNode is PropertyDeclarationSyntax property ? property.Identifier.GetLocation() : source.TargetNode.GetLocation();
        return ProblemList.Single(Problems.StrayParameter, place, source.TargetSymbol.Name, type.Name);
    }
}
