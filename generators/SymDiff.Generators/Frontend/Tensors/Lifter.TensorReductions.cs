using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Functions from whole tensors to a number.</summary>
internal sealed partial class Lifter
{
    private Value TensorReduction(IInvocationOperation operation, ImmutableArray<Value> arguments)
    {
        if (OneShape(arguments) is not { } shape)
        {
            return RefuseType(operation);
        }

        ScalarType type = shape.Elements.Scalar;
        Expression length = _graph.Extent(shape.Elements, 0);
        Expression? result = (operation.TargetMethod.Name, arguments.Length) switch
        {
            ("Sum", 1) => Fold(ReduceOperator.Sum, 0, static args => args[0]),
            ("Average", 1) => _graph.Divide(Fold(ReduceOperator.Sum, 0, static args => args[0]), _graph.Convert(length, type)),
            ("Product", 1) => Fold(ReduceOperator.Product, 1, static args => args[0]),
            ("Min", 1) when type.IsFloating() => OfSome(Fold(ReduceOperator.Min, double.PositiveInfinity, static args => args[0])),
            ("Max", 1) when type.IsFloating() => OfSome(Fold(ReduceOperator.Max, double.NegativeInfinity, static args => args[0])),
            ("Dot", 2) => Fold(ReduceOperator.Sum, 0, static args => args[0] * args[1]),
            ("Norm", 1) when type.IsFloating() => Root(Fold(ReduceOperator.Sum, 0, static args => args[0] * args[0])),
            ("Distance", 2) when type.IsFloating() => Root(Fold(ReduceOperator.Sum, 0, static args => (args[0] - args[1]) * (args[0] - args[1]))),
            _ => null,
        };
        return result is null ? Refuse(operation, Problems.UnknownMethod, Describe(operation.TargetMethod)) : new Scalar(result);

        Expression Fold(ReduceOperator op, double initial, Func<ImmutableArray<Expression>, Expression> term)
        {
            (LoopRange range, Expression? body) = ForEachElement(shape, arguments, term);
            Expression folded = _graph.Reduce(op, range.Index, range.Lower, range.Upper, _graph.Number(type, initial), [body!]);
            _loops.Add((folded, operation.Syntax.GetLocation()));
            return folded;
        }

        Expression OfSome(Expression extreme)
        {
            _flow.Require(_graph.Less(_graph.Int(0), length));
            return extreme;
        }

        Expression Root(Expression square) => _graph.Apply(Powers.Sqrt, square);
    }
}
