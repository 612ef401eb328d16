using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Diagnostics;

/// <summary>SYMD03xx: how a model is declared.</summary>
public static partial class Problems
{
    public static readonly DiagnosticDescriptor ModelNotPartial = new(
        "SYMD0301", "Model isn't partial", "'{0}' must be partial, so that the parameters of '{1}' can be written beside it",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0301.md");

    public static readonly DiagnosticDescriptor NoModelClass = new(
        "SYMD0302", "Type can't be a model", "'{0}' can't be a model: {1}",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0302.md");

    public static readonly DiagnosticDescriptor ParameterNotPartial = new(
        "SYMD0303", "Parameter isn't a partial property", "'{0}' must be a partial property, 'partial {1} {0} {2}', so that it can be written where it lives",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0303.md");

    public static readonly DiagnosticDescriptor NoParameter = new(
        "SYMD0304", "Property can't be a parameter", "'{0}' can't be a parameter: {1}",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0304.md");

    public static readonly DiagnosticDescriptor ParameterShape = new(
        "SYMD0305", "Parameter has no shape", "The shape of '{0}' isn't known: {1}",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0305.md");

    public static readonly DiagnosticDescriptor MixedPrecision = new(
        "SYMD0306", "Parameters of two types", "'{0}' has numbers of type '{1}', and the parameters of '{2}' are of type '{3}': they live in one buffer, so use one type for all",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0306.md");

    public static readonly DiagnosticDescriptor NoModelParameters = new(
        "SYMD0307", "Model has no parameters", "'{0}' has no parameters: mark partial properties with 'Parameter', or have a model as a property",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0307.md");

    public static readonly DiagnosticDescriptor ReplaceablePart = new(
        "SYMD0308", "Part of a model can be replaced", "'{0}' can be replaced, but its parameters live in the buffer of '{1}': {2}",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0308.md");

    public static readonly DiagnosticDescriptor ModelCollection = new(
        "SYMD0309", "Models in a collection without positions", "The models in '{0}' have no order in '{1}': use an array or a list",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0309.md");

    public static readonly DiagnosticDescriptor ModelMemberExists = new(
        "SYMD0310", "Name of a model's member is taken", "'{0}' has a member '{1}' already, which is a name that every model uses: rename it",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0310.md");

    public static readonly DiagnosticDescriptor StrayParameter = new(
        "SYMD0311", "Parameter outside of a model", "'{0}' is a parameter of a type that isn't a model: mark '{1}' with 'Model'",
        Category, DiagnosticSeverity.Error, true, helpLinkUri: Pages + "SYMD0311.md");

    internal static ImmutableArray<DiagnosticDescriptor> Models =>
    [
        ModelNotPartial, NoModelClass, ParameterNotPartial, NoParameter, ParameterShape, MixedPrecision, NoModelParameters, ReplaceablePart, ModelCollection,
        ModelMemberExists, StrayParameter,
    ];
}
