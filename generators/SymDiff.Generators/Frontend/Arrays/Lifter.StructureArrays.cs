using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Arrays and spans of structures and tuples, which are read: one array for each number that the elements have.</summary>
internal sealed partial class Lifter
{
    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: var element } => element,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingType: null, TypeArguments: [var element] } span when DataType.IsSystem(span.ContainingNamespace) => element,
        _ => null,
    };

    private StructureArray? HeldElements(string csharp, ITypeSymbol type)
        => ElementOf(type) is { IsValueType: true } element && (element.IsTupleType || StructureOf(element) is not null)
            && HeldInAll(csharp, string.Empty, element) is { } parts && FirstArray(parts) is { } array
                ? new StructureArray(parts, _graph.Extent(array, 0))
                : null;

    private Value HeldInAll(string csharp, string part, ITypeSymbol type)
    {
        type = _types.Resolve(type);
        return DataType.Of(type) is { IsScalar: true, Scalar: var scalar } ? CSharpText.Cast(type) is null ? new ArrayValue(_graph.External(csharp + Symbol.Element + part, new ExpressionType(scalar, 1))) : Value.Ambiguous
            : type is INamedTypeSymbol { IsTupleType: true } tuple
                ? new AggregateValue([.. tuple.TupleElements.Select(element => HeldInAll(csharp, $"{part}.{CSharpText.Identifier(element.Name)}", element.Type))])
            : type.IsValueType && StructureOf(type) is { } structure
                ? new AggregateValue([.. structure.Parts.Select(item => IsReadable(item)
                    ? HeldInAll(csharp, $"{part}.{CSharpText.Identifier(item.Access!.Name)}", item.Type)
                    : new Unreadable($"{structure.Type.Name}.{item.Name}"))]) { Structure = structure }
            : Value.Ambiguous;
    }

    private static Expression? FirstArray(Value parts) => parts switch
    {
        ArrayValue array => array.Expression,
        AggregateValue aggregate => aggregate.Items.Select(FirstArray).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    private Value ElementOf(StructureArray array, IOperation operation, ImmutableArray<IOperation> indices)
        => Positions(indices, [array.Length]) is [var position] ? InAll(array.Parts, position) : DefaultVisit(operation, default);

    private Value InAll(Value parts, Expression position) => parts switch
    {
        ArrayValue { Expression: var array } => new Scalar(_graph.Element(array, [position])),
        AggregateValue aggregate => aggregate with { Items = [.. aggregate.Items.Select(item => InAll(item, position))] },
        _ => parts,
    };

    private Value LengthOf(IPropertyReferenceOperation operation, StructureArray array) => operation.Property.Name switch
    {
        "Length" or "LongLength" => new Scalar(_graph.Convert(array.Length, NumberOf(operation.Type))),
        "IsEmpty" => new Scalar(_graph.Equal(array.Length, _graph.Int(0))),
        var name => Refuse(operation, Problems.UnknownMethod, $"{operation.Property.ContainingType.Name}.{name}"),
    };
}
