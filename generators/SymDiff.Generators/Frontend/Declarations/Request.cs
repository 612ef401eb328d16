using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Lifting;

/// <summary>What the attribute asks for.</summary>
/// <param name="Place">The attribute.</param>
/// <param name="WithRespectTo">The named parameters, each with the place where it is named.</param>
/// <param name="IsKnown">Whether the compiler knows what all arguments of the attribute are.</param>
/// <param name="Emit"><see cref="DerivativeKinds.None"/> if it is left out.</param>
/// <param name="EmitPlace">Where that is said.</param>
/// <param name="IsSequential">Whether sums are to be taken in the order of the source.</param>
internal sealed record Request(
    Location Place, ImmutableArray<(string Name, Location Place)> WithRespectTo, DerivativeKinds Emit, Location EmitPlace, bool IsKnown, bool IsSequential)
{
    private const int Sequential = 1; // Summation.Sequential

    public static Request Read(AttributeData attribute, CancellationToken cancellation)
    {
        var syntax = (AttributeSyntax?)attribute.ApplicationSyntaxReference?.GetSyntax(cancellation);
        Location place = syntax?.GetLocation() ?? Location.None;
        AttributeArgumentSyntax[] written = [.. syntax?.ArgumentList?.Arguments ?? []];
        AttributeArgumentSyntax[] positional = [.. written.Where(static argument => argument.NameEquals is null)];
        ImmutableArray<string> names = Names(attribute);
        TypedConstant emit = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == KnownNames.EmitProperty).Value;
        return new Request(
            place,
            [.. names.Select((name, i) => (name, positional.Length == names.Length ? positional[i].GetLocation() : positional.Length > 0 ? positional[0].GetLocation() : place))],
            emit is { Kind: TypedConstantKind.Enum, Value: int kinds } ? (DerivativeKinds)kinds : DerivativeKinds.None,
            written.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == KnownNames.EmitProperty)?.Expression.GetLocation() ?? place,
            attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static argument => argument.Value)).All(IsConstant) && positional.Length > 0 == names.Length > 0,
            attribute.NamedArguments.Any(static argument => argument is { Key: KnownNames.SummationProperty, Value: { Kind: TypedConstantKind.Enum, Value: Sequential } }));
    }

    private static bool IsConstant(TypedConstant argument)
        => argument.Kind == TypedConstantKind.Array ? argument.IsNull || argument.Values.All(IsConstant) : argument.Kind != TypedConstantKind.Error;

    /// <summary>The named parameters.</summary>
    public static ImmutableArray<string> Names(AttributeData attribute) =>
    [
        .. attribute.ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array
            ? argument.Values.IsDefault ? [] : argument.Values.Select(static value => value.Value as string ?? string.Empty)
            : [argument.Value as string ?? string.Empty]),
    ];
}
