using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What C# tells the derivatives of a method apart by from other members: the name and the types of the parameters.</summary>
/// <param name="Name">Of the derivative.</param>
/// <param name="Method">Whose parameters come first.</param>
/// <param name="Destinations">The types of the elements of the spans that come after them.</param>
internal sealed record DerivativeSignature(string Name, IMethodSymbol Method, ImmutableArray<ScalarType> Destinations)
{
    private static readonly ImmutableArray<string> Suffixes = [KnownNames.Gradient, KnownNames.ValueAndGradient];

    /// <summary>All that is written for the method, if it's differentiated for these parameters.</summary>
    public static IEnumerable<DerivativeSignature> Of(IMethodSymbol method, ImmutableArray<int> withRespectTo, ImmutableArray<ModelInput> models)
    {
        DataType[] arrays = [.. withRespectTo.Select(position => DataType.Of(method.Parameters[position].Type)).Where(static type => type.Rank > 0)];
        ScalarType[] ofModels = [.. models.Where(static input => input.Rank > 0).Select(static input => input.Scalar)];
        bool allocates = arrays.Length + ofModels.Length > 0 && arrays.All(static type => type.Kind is ParameterKind.Array or ParameterKind.MultidimensionalArray or ParameterKind.Tensor);
        foreach (string suffix in Suffixes)
        {
            yield return new DerivativeSignature(method.Name + suffix, method, [.. arrays.Select(static type => type.Scalar), .. ofModels]);
            if (allocates)
            {
                yield return new DerivativeSignature(method.Name + suffix, method, []);
            }
        }
    }

    /// <summary>All that is written for a method of which only the attribute is known; nothing for one without.</summary>
    public static IEnumerable<DerivativeSignature> Of(IMethodSymbol method)
        => method.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.DifferentiableAttribute) is { } mark
            && DataType.ScalarOf(method.ReturnType).IsFloating()
            ? Of(method, Differentiated.Positions(method, Request.Names(mark)), ModelInputs.Of(method, Request.Names(mark)))
            : [];

    /// <summary>Whether C# can't have both in one type.</summary>
    public bool ClashesWith(ISymbol member)
        => member.Name == Name && (member is not IMethodSymbol other || (!other.IsGenericMethod && HasParameters([.. other.Parameters.Select(Parameter.Of)])));

    /// <inheritdoc cref="ClashesWith(ISymbol)"/>
    public bool ClashesWith(DerivativeSignature other) => Name == other.Name && HasParameters(other.Parameters);

    private ImmutableArray<Parameter> Parameters => [.. Method.Parameters.Select(Parameter.Of), .. Destinations.Select(static scalar => new Parameter(null, scalar, IsByReference: false))];

    private bool HasParameters(ImmutableArray<Parameter> others)
        => Parameters.Length == others.Length && Parameters.Zip(others, static (one, other) => one.IsLike(other)).All(static same => same);

    /// <param name="Type">Null for a span that is written to.</param>
    /// <param name="Span">The type of the elements, of a span of numbers.</param>
    private readonly record struct Parameter(ITypeSymbol? Type, ScalarType Span, bool IsByReference)
    {
        public static Parameter Of(IParameterSymbol parameter) => new(
            parameter.Type,
            parameter.Type.Name == "Span" && DataType.Of(parameter.Type) is { Kind: ParameterKind.Span } span ? span.Scalar : ScalarType.None,
            parameter.RefKind != RefKind.None);

        public bool IsLike(Parameter other) => IsByReference == other.IsByReference
            && (Type is null || other.Type is null ? Span == other.Span && Span != ScalarType.None : SymbolEqualityComparer.Default.Equals(Type, other.Type));
    }
}
