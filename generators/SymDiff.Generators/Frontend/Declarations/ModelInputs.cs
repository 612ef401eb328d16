using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Model;
using SymDiff.Generators.ModelClasses;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What a method of a model is differentiated for besides its arguments.</summary>
internal static class ModelInputs
{
    public static bool IsOfModel(IMethodSymbol method) => !method.IsStatic && KnownModels.IsMarked(method.ContainingType);

    /// <summary>The members of these names, in the order of declaration; without names, the whole model.</summary>
    public static ImmutableArray<ModelInput> Of(IMethodSymbol method, ImmutableArray<string> names)
    {
        if (!IsOfModel(method))
        {
            return [];
        }

        return names.IsEmpty
            ? Whole(method.ContainingType, "this", string.Empty) is { } whole ? [whole] : []
            : [.. method.ContainingType.GetMembers().Where(member => names.Contains(member.Name) && method.Parameters.All(parameter => parameter.Name != member.Name)).Select(Of).OfType<ModelInput>()];
    }

    private static ModelInput? Of(ISymbol member)
    {
        string path = "this." + CSharpText.Identifier(member.Name);
        return member is IPropertySymbol property && KnownModels.ParameterMark(property) is not null
            ? DataType.Of(property.Type) is { Scalar: ScalarType.Single or ScalarType.Double } type ? new ModelInput(path, member.Name, IsModel: false, type.Scalar, type.Rank) : null
            : KnownModels.PartTypeOf(member) is { } part && KnownModels.IsModel(part) ? Whole(part, path, member.Name) : null;
    }

    private static ModelInput? Whole(ITypeSymbol model, string path, string name)
        => DataType.ScalarOf(KnownModels.PrecisionOf(model)) is var scalar && scalar.IsFloating() ? new ModelInput(path, name, IsModel: true, scalar, Rank: 1) : null;
}
