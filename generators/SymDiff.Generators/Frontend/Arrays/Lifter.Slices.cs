using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Parts of arrays: of spans other names for the same elements, of arrays (<c>a[1..]</c>) copies.</summary>
internal sealed partial class Lifter
{
    /// <summary><c>Slice</c> and <c>AsSpan</c>; null for all other methods.</summary>
    private Value? SliceMethod(IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        bool isSlice = method.Name == "Slice" && !method.IsStatic && DataOf(method.ContainingType) is { Kind: Model.ParameterKind.Span };
        bool isAsSpan = method.Name == "AsSpan" && method.IsStatic && method.ContainingType is { Name: "MemoryExtensions" } owner && DataType.IsSystem(owner.ContainingNamespace);
        if (!isSlice && !isAsSpan)
        {
            return null;
        }

        ImmutableArray<IOperation> operands = [.. isSlice ? (IEnumerable<IOperation>)[operation.Instance!] : [], .. operation.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(static argument => argument.Value)];
        if (operands.Length is < 2 or > 3 || Visit(operands[0]) is not ArrayValue { Expression.Type.Rank: 1 } whole)
        {
            return null;
        }

        whole = AsSpan(operands[0].Type, whole);
        if (operands.Length == 2 && RangeOf(operands[1]) is { } range)
        {
            return Slice(whole, range);
        }

        if (AsCount(Visit(operands[1])) is not { } start || (operands.Length == 3 ? AsCount(Visit(operands[2])) : _graph.Int(0)) is not { } count)
        {
            return null;
        }

        Expression extent = _graph.Extent(whole.Expression, 0);
        RequireAtMost(start, extent);
        Expression rest = Affine.Combine(extent, start, -1).ToExpression(_graph);
        if (operands.Length == 2)
        {
            return Part(whole, start, rest);
        }

        RequireAtMost(count, rest);
        return Part(whole, start, count);
    }

    private static IRangeOperation? RangeOf(IOperation operation) => Unwrapped(operation) as IRangeOperation;

    /// <summary>The part of a span; null if its bounds aren't numbers.</summary>
    private Value? Slice(ArrayValue whole, IRangeOperation range)
    {
        Expression extent = _graph.Extent(whole.Expression, 0);
        Expression? start = range.LeftOperand is null ? _graph.Int(0) : Bound(range.LeftOperand);
        Expression? end = range.RightOperand is null ? extent : Bound(range.RightOperand);
        if (start is null || end is null)
        {
            return null;
        }

        RequireAtMost(start, extent);
        RequireAtMost(end, extent);
        Expression length = Affine.Combine(end, start, -1).ToExpression(_graph);
        _flow.RequireNotNegative(length);
        return Part(whole, start, length);

        Expression? Bound(IOperation bound)
        {
            IOperation index = bound is IConversionOperation { OperatorMethod.ContainingType.Name: "Index" } conversion ? conversion.Operand : Unwrapped(bound);
            return Position(index, extent) is { Scalar: ScalarType.Int32 } position ? position : null;
        }
    }

    // 0 ≤ position ≤ extent. An array's length has room for one more.
    private void RequireAtMost(Expression position, Expression extent) => _flow.RequireInRange(position, Affine.Of(extent).Plus(1).ToExpression(_graph));

    private ArrayValue Part(ArrayValue whole, Expression start, Expression length)
    {
        Symbol index = _graph.Index("i", _graph.Int(0), length, DepthOfNone());
        var view = new View(whole.View is { } outer ? Affine.Combine(outer.Start, start, 1).ToExpression(_graph) : start, length, index);
        return whole.Object is null
            ? new ArrayValue(Element(whole.Expression, start))
            : Current(whole with { View = view });

        Expression Element(Expression array, Expression first)
            => _graph.Build([index], [length], _graph.Element(array, [Affine.Combine(index, first, 1).ToExpression(_graph)]));
    }

    /// <summary>Where an element of a part stands in the whole.</summary>
    private ImmutableArray<Expression> InWhole(ArrayValue array, ImmutableArray<Expression> position)
        => array.View is { } view ? [Affine.Combine(view.Start, position[0], 1).ToExpression(_graph)] : position;

    /// <summary>Assigns to all elements of an array or of its part.</summary>
    /// <param name="target">The array, which is the code's own.</param>
    /// <param name="count">How many of them, from the first on; null for all.</param>
    /// <param name="value">What, at an index of the array or of the part.</param>
    private void Overwrite(ArrayValue target, Expression? count, Func<ImmutableArray<Expression>, Expression> value)
    {
        LocalArray array = target.Object!;
        if (target.View is not { } view)
        {
            Change(array, array.Of(count is null
                ? value(array.Positions)
                : _graph.Select(IndexTests.Less(array.Positions[0], count), value(array.Positions), ElementsOf(array).Body)));
            return;
        }

        Expression position = Affine.Combine(array.Positions[0], view.Start, -1).ToExpression(_graph);
        Expression isIn = _graph.And(IndexTests.AtMost(view.Start, array.Positions[0]), IndexTests.Less(position, count ?? view.Length));
        Change(array, array.Of(_graph.Select(isIn, value([position]), ElementsOf(array).Body)));
    }
}
