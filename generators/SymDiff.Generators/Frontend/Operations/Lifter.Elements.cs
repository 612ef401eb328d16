using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Elements of arrays and spans, each with the requirement that it exists.</summary>
internal sealed partial class Lifter
{
    public override Value VisitArrayElementReference(IArrayElementReferenceOperation operation, Unit argument)
        => Visit(operation.ArrayReference) switch
        {
            ObjectValue when operation.Indices is [var index] && Part(operation, operation.ArrayReference, index) is { } part => part,
            ArrayValue array => Element(operation, AsArray(operation.ArrayReference.Type, array), operation.Indices),
            StructureArray array => ElementOf(array, operation, operation.Indices),
            var value => value == Value.Refused ? value : RefuseType(operation.ArrayReference),
        };

    public override Value VisitImplicitIndexerReference(IImplicitIndexerReferenceOperation operation, Unit argument)
        => Visit(operation.Instance) switch
        {
            ArrayValue array => Element(operation, array, [operation.Argument]),
            StructureArray array => ElementOf(array, operation, [operation.Argument]),
            var value => value == Value.Refused ? value : DefaultVisit(operation, argument),
        };

    private Value Indexer(IPropertyReferenceOperation operation)
    {
        if (ElementOf(operation.Instance?.Type) is { IsValueType: true } && Visit(operation.Instance) is StructureArray structures)
        {
            return ElementOf(structures, operation, [operation.Arguments[0].Value]);
        }

        if (operation.Instance is null || DataOf(operation.Instance.Type!) is not { Kind: Model.ParameterKind.Span })
        {
            if (operation is { Instance: { } list, Arguments: [var argument] } && Part(operation, list, argument.Value) is { } part)
            {
                return part;
            }

            return operation.Instance is null || Visit(operation.Instance) == Value.Refused ? Value.Refused : RefuseType(operation.Instance);
        }

        return Visit(operation.Instance) switch
        {
            ArrayValue span => Element(operation, span, [operation.Arguments[0].Value]),
            var value => value == Value.Refused ? value : RefuseType(operation.Instance),
        };
    }

    private Value Element(IOperation operation, ArrayValue array, ImmutableArray<IOperation> indices)
        => indices is [var index] && RangeOf(index) is { } range && array.Expression.Type.Rank == 1
            ? Slice(array, range) is not ArrayValue part ? DefaultVisit(operation, default) : operation is IArrayElementReferenceOperation ? Copy(part) : part
        : Positions(indices, ExtentsOf(array)) is { } position ? new Scalar(ElementAt(array, position))
        : DefaultVisit(operation, default);

    private ImmutableArray<Expression> ExtentsOf(ArrayValue array) => [.. Enumerable.Range(0, array.Expression.Type.Rank).Select(axis => _graph.Extent(array.Expression, axis))];

    /// <summary>Where an element stands, with the requirement that it's in range; null for what isn't an index.</summary>
    private ImmutableArray<Expression>? Positions(ImmutableArray<IOperation> indices, ImmutableArray<Expression> extents)
    {
        var positions = ImmutableArray.CreateBuilder<Expression>();
        foreach (IOperation index in indices)
        {
            if (positions.Count == extents.Length || Position(index, extents[positions.Count]) is not { } position)
            {
                return null;
            }

            positions.Add(position);
        }

        for (int axis = 0; axis < positions.Count; axis++)
        {
            RequireInRange(positions[axis], extents[axis]);
        }

        return [.. positions.Select(AsInt)];
    }

    // ^i counts from the end.
    private Expression? Position(IOperation index, Expression extent)
    {
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            return _graph.Subtract(extent, ScalarOf(fromEnd.Operand));
        }

        return NumberOf(index.Type).IsInteger() ? ScalarOf(index) : null;
    }

    private void RequireInRange(Expression index, Expression extent)
    {
        if (AsInt(index) is { Scalar: ScalarType.Int32 } position && !IsNarrowed(index, position))
        {
            _flow.RequireInRange(position, extent);
        }
        else
        {
            _flow.Require(_graph.And(_graph.LessOrEqual(_graph.Integer(index.Scalar, 0), index), _graph.Less(index, _graph.Convert(extent, index.Scalar))));
        }
    }

    private static bool IsNarrowed(Expression index, Expression position) => index.Scalar.Bits() > 32 && IntegerRange.Of(index) is { FitsInt: false } && !ReferenceEquals(index, position);

    private Expression AsInt(Expression index) => _graph.Convert(Narrowest(index), ScalarType.Int32);

    /// <summary>The <c>int</c> that a wider integer has been made of, if it has.</summary>
    private static Expression Narrowest(Expression number)
        => number is Apply { Arguments: [{ Scalar: ScalarType.Int32 } inner] } conversion && ReferenceEquals(conversion.Primitive, Conversions.Convert) && number.Scalar is ScalarType.Int64 ? inner : number;
}
