using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Functions from whole tensors, or spans, to a number.</summary>
internal sealed partial class Lifter
{
    private Value TensorReduction(IInvocationOperation operation, ImmutableArray<Value> arguments)
        => OneShape(arguments) is { } shape ? Reduced(operation, shape, arguments, static row => row.TensorsHaveElements) : RefuseType(operation);

    /// <summary>A function of <c>TensorPrimitives</c> that yields a number. What writes to a destination has no rule.</summary>
    private Value SpanReduction(IInvocationOperation operation)
    {
        ImmutableArray<Value> arguments = Arguments(operation.Arguments, operation.TargetMethod.Parameters.Length);
        if (arguments.Contains(Value.Refused))
        {
            return Value.Refused;
        }

        if (NumberOf(operation.TargetMethod.ReturnType) == ScalarType.None || !arguments.All(static argument => argument is ArrayValue { Expression.Type.Rank: 1 }))
        {
            return Refuse(operation, Problems.UnknownMethod, Describe(operation.TargetMethod));
        }

        ImmutableArray<Value> spans = [.. arguments.Select(argument => Current((ArrayValue)argument).Expression).Select(static elements => new TensorValue(elements, elements))];
        var first = (TensorValue)spans[0];
        foreach (TensorValue other in spans.Skip(1).Cast<TensorValue>().Where(other => !ReferenceEquals(other.Elements, first.Elements)))
        {
            _flow.Require(_graph.Equal(_graph.Extent(first.Elements, 0), _graph.Extent(other.Elements, 0)));
        }

        return Reduced(operation, first, spans, static row => row.SpansHaveElements);
    }

    private Value Reduced(IInvocationOperation operation, TensorValue shape, ImmutableArray<Value> arguments, Func<Reduction, bool> hasElements)
    {
        ScalarType type = shape.Elements.Scalar;
        if (Reduction.Find(operation.TargetMethod.Name, arguments.Length, type) is not { } row)
        {
            return Refuse(operation, Problems.UnknownMethod, Describe(operation.TargetMethod));
        }

        Expression length = _graph.Extent(shape.Elements, 0);
        if (hasElements(row))
        {
            _flow.Require(_graph.Less(_graph.Int(0), length));
        }

        return new Scalar(row.Value(new Folding(_graph.Convert(length, type), Fold)));

        Expression Fold(ReduceOperator op, double initial, Term term)
        {
            (LoopRange range, Expression? body) = ForEachElement(shape, arguments, elements => term(elements));
            Expression folded = _graph.Reduce(op, range.Index, range.Lower, range.Upper, _graph.Number(type, initial), [body!]);
            _loops.Add((folded, operation.Syntax.GetLocation()));
            return folded;
        }
    }
}
