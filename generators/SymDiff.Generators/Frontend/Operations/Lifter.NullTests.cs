using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Tests for null of what is passed in, as guard clauses make them.</summary>
internal sealed partial class Lifter
{
    /// <summary>Whether the value is null, asked when the derivative is called; null if it can't be asked.</summary>
    private Expression? IsNull(Value value) => value switch
    {
        ArrayValue { Expression: Symbol symbol } => Ask(symbol),
        TensorValue { Elements: Symbol symbol } => Ask(symbol),
        TensorValue { Elements: Build } => _graph.False,
        ObjectValue { CSharp: "this" } or FunctionValue or AggregateValue { Structure.IsClass: true } => _graph.False,
        FunctionChoice { Condition: var condition } choice => IsNull(choice.WhenTrue) is { } whenTrue && IsNull(choice.WhenFalse) is { } whenFalse ? _graph.Select(condition, whenTrue, whenFalse) : null,
        _ when value == Value.Null => _graph.True,
        ObjectValue { CSharp: var text } => _graph.External($"({text} is null)", ScalarType.Boolean),
        _ => null,
    };

    private Symbol Ask(Symbol symbol)
        => _graph.External($"({(symbol.Role == SymbolRole.External ? symbol.Name : CSharpText.Identifier(symbol.Name))} is null)", ScalarType.Boolean);

    /// <summary><c>x == null</c> and <c>x != null</c>; null if the operation is something else.</summary>
    private Value? NullTest(IBinaryOperation operation)
    {
        if (operation.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || operation.OperatorMethod is not null)
        {
            return null;
        }

        IOperation? subject = IsNullLiteral(operation.RightOperand) ? operation.LeftOperand : IsNullLiteral(operation.LeftOperand) ? operation.RightOperand : null;
        return subject is { Type.IsReferenceType: true } && IsNull(Unconverted(subject)) is { } isNull
            ? new Scalar(operation.OperatorKind == BinaryOperatorKind.Equals ? isNull : _graph.Not(isNull))
            : null;
    }

    private static bool IsNullLiteral(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };
}
