using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Between tensors and their elements: how the library's own methods over tensors use those over spans.</summary>
internal sealed partial class Lifter
{
    private Value TensorAccess(IInvocationOperation operation)
    {
        ImmutableArray<Value> arguments = Arguments(operation.Arguments, operation.TargetMethod.Parameters.Length);
        return (operation.TargetMethod.Name, arguments) switch
        {
            _ when arguments.Contains(Value.Refused) => Value.Refused,
            ("Of", [TensorValue tensor]) => new ArrayValue(tensor.Elements),
            ("Same", [TensorValue left, TensorValue right]) => new Scalar(SameShape(left, right)),
            ("AreRows", [TensorValue { LastLength: null } rows, TensorValue table]) => new Scalar(Asked(operation, ScalarType.Boolean, rows, table)),
            ("LastLength", [TensorValue tensor]) => new Scalar(LastLength(tensor)),
            ("WithLastLength", [ArrayValue elements, TensorValue tensor, Scalar length]) => new TensorValue(elements.Expression, tensor.Shape) { LastLength = length.Expression },
            _ => Refuse(operation, Diagnostics.Problems.UnknownMethod, Describe(operation.TargetMethod)),
        };
    }

    /// <summary>Whether both have the same lengths along the same axes.</summary>
    private Expression SameShape(TensorValue left, TensorValue right)
        => left.LastLength is null && right.LastLength is null ? _graph.Apply(Guards.SameShape, left.Shape, right.Shape)
            : _graph.And(
                ReferenceEquals(left.Shape, right.Shape) ? _graph.True : Asked("SameButLast", ScalarType.Boolean, left, right),
                _graph.Equal(LastLength(left), LastLength(right)));

    private Expression LastLength(TensorValue tensor) => tensor.LastLength ?? Asked("LastLength", ScalarType.Int32, tensor);

    private Symbol Asked(IInvocationOperation operation, ScalarType type, params ImmutableArray<TensorValue> tensors) => Asked(operation.TargetMethod.Name, type, tensors);

    // What the generated code asks again: the shapes of the tensors that it gets.
    private Symbol Asked(string question, ScalarType type, params ImmutableArray<TensorValue> tensors)
        => _graph.External(
            $"global::{KnownNames.Runtime}.TensorShapes.{question}({string.Join(", ", tensors.Select(static tensor => TextOf((Symbol)tensor.Shape)))})",
            type);

    private static string TextOf(Symbol symbol) => symbol.Role == SymbolRole.Parameter ? CSharpText.Identifier(symbol.Name) : symbol.Name;
}
