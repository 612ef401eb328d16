using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Arrays that are made otherwise than by <c>new</c>: on the stack, from what they hold, as copies.</summary>
internal sealed partial class Lifter
{
    public override Value VisitCollectionExpression(ICollectionExpressionOperation operation, Unit argument)
    {
        if (operation.Type is null || DataOf(operation.Type) is not { Rank: 1 } type)
        {
            return DefaultVisit(operation, argument);
        }

        // The position of each part, and how many elements it has; null for one that is refused.
        var parts = new List<(Value Part, Expression Start)>();
        Expression length = _graph.Int(0);
        foreach (IOperation element in operation.Elements)
        {
            Value part = Visit(element is ISpreadOperation spread ? spread.Operand : element);
            if (part is not (Scalar or ArrayValue { Expression.Type.Rank: 1 }) || part is Scalar == element is ISpreadOperation)
            {
                return part == Value.Refused ? part : DefaultVisit(element, argument);
            }

            parts.Add((part, length));
            length = Affine.Combine(length, part is ArrayValue array ? _graph.Extent(array.Expression, 0) : _graph.Int(1), 1).ToExpression(_graph);
        }

        return Create(type.Scalar, [length], position => Enumerable.Reverse(parts).Aggregate(Zero(type.Scalar), (rest, part) => part.Part switch
        {
            Scalar number => _graph.Select(IndexTests.Equal(position[0], part.Start), _graph.Convert(number.Expression, type.Scalar), rest),
            ArrayValue array => _graph.Select(
                IndexTests.Less(position[0], Affine.Combine(part.Start, _graph.Extent(array.Expression, 0), 1).ToExpression(_graph)),
                _graph.Convert(ElementAt(array, [Affine.Combine(position[0], part.Start, -1).ToExpression(_graph)]), type.Scalar),
                rest),
            _ => rest,
        }));
    }

    /// <summary><c>stackalloc</c>, which has no kind of operation of its own; null for all else that has none.</summary>
    private Value? StackAllocated(IOperation operation)
    {
        if (operation.Type is null || DataOf(operation.Type) is not { Kind: Model.ParameterKind.Span } type)
        {
            return null;
        }

        InitializerExpressionSyntax? initializer;
        switch (operation.Syntax)
        {
            case StackAllocArrayCreationExpressionSyntax explicitly:
                initializer = explicitly.Initializer;
                break;
            case ImplicitStackAllocArrayCreationExpressionSyntax implicitly:
                initializer = implicitly.Initializer;
                break;
            default:
                return null;
        }

        ImmutableArray<IOperation> children = [.. operation.ChildOperations];
        int elements = initializer?.Expressions.Count ?? 0;
        if (elements == 0 && initializer is not null && children.IsEmpty)
        {
            return Create(type.Scalar, [_graph.Int(0)]);
        }

        if (ExtentsOf([.. children.Take(children.Length - elements)]) is not ({ Length: <= 1 } sizes))
        {
            return DefaultVisit(operation, default);
        }

        ArrayValue array = Create(type.Scalar, sizes.IsEmpty ? [_graph.Int(elements)] : sizes);
        for (int i = 0; i < elements; i++)
        {
            Write(array.Object!, [_graph.Int(i)], _graph.Convert(ScalarOf(children[children.Length - elements + i]), type.Scalar));
        }

        return Current(array);
    }

    /// <summary>Methods that copy, fill and clear arrays; null for all others.</summary>
    private Value? ArrayMethod(IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        bool isStatic = method.IsStatic;
        if (!IsOfArrays(method))
        {
            return null;
        }

        // The array comes first, whether it's the object of the method or an argument.
        ImmutableArray<IOperation> operands = [.. isStatic ? [] : (IEnumerable<IOperation>)[operation.Instance!], .. operation.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(static argument => Unwrapped(argument.Value))];
        switch (method.Name, operands.Length)
        {
            case ("ToArray" or "Clone", 1) when Visit(operands[0]) is ArrayValue source:
                return Copy(source);
            case ("Fill", 2) when Own(operands[0]) is { } target:
                Expression value = ScalarOf(operands[1]);
                Overwrite(target, null, _ => _graph.Convert(value, target.Expression.Scalar));
                return Value.Nothing;
            case ("Clear", 1) when Own(operands[0]) is { } target:
                Overwrite(target, null, _ => Zero(target.Expression.Scalar));
                return Value.Nothing;
            case ("CopyTo", 2) when Visit(operands[0]) is ArrayValue { Expression.Type.Rank: 1 } source && Own(operands[1]) is { Expression.Type.Rank: 1 } target:
                Expression all = _graph.Extent(source.Expression, 0);
                _flow.RequireAtMost(all, _graph.Extent(target.Expression, 0));
                CopyInto(target, source, all);
                return Value.Nothing;
            case ("Copy", 3) when Visit(operands[0]) is ArrayValue { Expression.Type.Rank: 1 } source && Own(operands[1]) is { Expression.Type.Rank: 1 } target && AsCount(Visit(operands[2])) is { } count:
                _flow.RequireNotNegative(count);
                _flow.RequireAtMost(count, _graph.Extent(source.Expression, 0));
                _flow.RequireAtMost(count, _graph.Extent(target.Expression, 0));
                CopyInto(target, source, count);
                return Value.Nothing;
            case ("CopyTo", 3) when Visit(operands[0]) is ArrayValue { Expression.Type.Rank: 1 } source && Own(operands[1]) is { Expression.Type.Rank: 1 } target && AsCount(Visit(operands[2])) is { } start:
                CopyPart(source, _graph.Int(0), target, start, _graph.Extent(source.Expression, 0));
                return Value.Nothing;
            case ("Copy", 5) when Visit(operands[0]) is ArrayValue { Expression.Type.Rank: 1 } source && AsCount(Visit(operands[1])) is { } from && Own(operands[2]) is { Expression.Type.Rank: 1 } target
                && AsCount(Visit(operands[3])) is { } to && AsCount(Visit(operands[4])) is { } number:
                _flow.RequireNotNegative(number);
                CopyPart(source, from, target, to, number);
                return Value.Nothing;
            case ("Fill" or "Clear" or "CopyTo" or "Copy", _):
                return Refuse(operation, Problems.ElementWritten, Excerpt(operation.Syntax));
            default:
                return null;
        }
    }

    private ArrayValue Copy(ArrayValue source) => Create(source.Expression.Scalar, ExtentsOf(source), position => ElementAt(source, position));

    private void CopyInto(ArrayValue target, ArrayValue source, Expression count)
        => Overwrite(target, count, position => _graph.Convert(ElementAt(source, position), target.Expression.Scalar));

    private void CopyPart(ArrayValue source, Expression from, ArrayValue target, Expression to, Expression count)
    {
        Expression ahead = Within(source, from);
        Expression room = Within(target, to);
        _flow.RequireAtMost(count, ahead);
        _flow.RequireAtMost(count, room);
        CopyInto(Part(target, to, count), Part(source, from, count), count);

        Expression Within(ArrayValue array, Expression start)
        {
            Expression extent = _graph.Extent(array.Expression, 0);
            RequireAtMost(start, extent);
            return Affine.Combine(extent, start, -1).ToExpression(_graph);
        }
    }

    private ArrayValue? Own(IOperation operation) => Visit(operation) is ArrayValue { Object: not null } own ? own : null;

    private bool IsOfArrays(IMethodSymbol method) => method.ContainingType is { } type && (type.Name switch
    {
        "Array" or "MemoryExtensions" => DataType.IsSystem(type.ContainingNamespace),
        "Enumerable" => method.Name == "ToArray",
        _ => DataOf(type) is { Kind: Model.ParameterKind.Span },
    });

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>One of two arrays that have just been made, so that nothing else refers to them: <c>n &lt; 100 ? stackalloc double[n] : new double[n]</c>.</summary>
    private ArrayValue Either(Expression condition, ArrayValue whenTrue, ArrayValue whenFalse)
    {
        ImmutableArray<Expression> extents = [.. whenTrue.Object!.Extents.Zip(whenFalse.Object!.Extents, (a, b) => Affine.Combine(a, b, -1) is { IsConstant: true, Constant: 0 } ? a : _graph.Select(condition, a, b))];
        return Create(whenTrue.Expression.Scalar, extents, position => _graph.Select(condition, ElementAt(whenTrue, position), ElementAt(whenFalse, position)));
    }
}
