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
            ("Same", [TensorValue left, TensorValue right]) => new Scalar(_graph.Apply(Guards.SameShape, left.Shape, right.Shape)),
            ("AreRows", [TensorValue rows, TensorValue table]) => new Scalar(Asked(operation, ScalarType.Boolean, rows, table)),
            ("LastLength", [TensorValue tensor]) => new Scalar(Asked(operation, ScalarType.Int32, tensor)),
            _ => Refuse(operation, Diagnostics.Problems.UnknownMethod, Describe(operation.TargetMethod)),
        };
    }

    // What the generated code asks again: the shapes of the tensors that it gets.
    private Symbol Asked(IInvocationOperation operation, ScalarType type, params ImmutableArray<TensorValue> tensors)
        => _graph.External(
            $"global::{KnownNames.Runtime}.{operation.TargetMethod.ContainingType.Name}.{operation.TargetMethod.Name}({string.Join(", ", tensors.Select(static tensor => TextOf((Symbol)tensor.Shape)))})",
            type);

    private static string TextOf(Symbol symbol) => symbol.Role == SymbolRole.Parameter ? CSharpText.Identifier(symbol.Name) : symbol.Name;
}
