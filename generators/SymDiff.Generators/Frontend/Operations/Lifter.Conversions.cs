using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Conversions between numbers, from arrays to spans, of tuples element by element.</summary>
internal sealed partial class Lifter
{
    public override Value VisitConversion(IConversionOperation operation, Unit argument)
    {
        if (IsNullLiteral(operation.Operand) && operation.Type is { TypeKind: TypeKind.Delegate })
        {
            return Value.Null;
        }

        Value value = Visit(operation.Operand);
        if (value is StructureArray && operation is { Type: not IArrayTypeSymbol, Operand.Type: not IArrayTypeSymbol } && ElementOf(operation.Type) is not null)
        {
            return value;
        }

        if (operation.OperatorMethod is { } method && !IsBetweenArrays(method))
        {
            return UserOperator(operation, method, [value]);
        }

        return Converted(operation, value, operation.Type);
    }

    public override Value VisitParenthesized(IParenthesizedOperation operation, Unit argument) => Visit(operation.Operand);

    private Value Converted(IConversionOperation operation, Value value, ITypeSymbol? type) => value switch
    {
        Scalar scalar when NumberOf(type) is var target and not ScalarType.None => new Scalar(Cast(operation, scalar.Expression, target)),
        Scalar when operation.GetConversion().IsIdentity => value,
        AggregateValue tuple when type is INamedTypeSymbol { IsTupleType: true } target && target.TupleElements.Length == tuple.Items.Length
            => new AggregateValue([.. tuple.Items.Zip(target.TupleElements, (item, element) => Converted(operation, item, element.Type))]),
        ArrayValue array when IsSpan(type) => AsSpan(operation.Operand.Type, array),
        ArrayValue or TensorValue when DataOf(type!).Rank > 0 || operation.IsImplicit => value,
        FunctionValue or FunctionChoice when type is { TypeKind: TypeKind.Delegate } => value,
        AggregateValue when SymbolEqualityComparer.Default.Equals(operation.Operand.Type, operation.Type) => value,
        RangeValue or SequenceValue or ObjectValue or AggregateValue when operation.GetConversion() is { IsIdentity: true } or { IsReference: true } => value,
        _ when value == Value.Refused || value == Value.Nothing || value == Value.Null => value,
        _ => RefuseType(operation),
    };

    private Expression Cast(IConversionOperation operation, Expression value, ScalarType type)
    {
        Suspect(operation, value, type);
        return operation.IsChecked && type.IsInteger() && MayOverflow(value.Scalar, type)
            ? Required(_graph.Apply(CheckedArithmetic.Convert, type, value), [value])
            : _graph.Convert(value, type);
    }

    private static bool MayOverflow(ScalarType from, ScalarType to)
        => from.IsFloating() || from.Bits() > to.Bits() || (from.IsSigned() ? !to.IsSigned() : to.IsSigned() && from.Bits() == to.Bits());

    /// <summary>Array to span, tensor to a span of it, span to a read-only one: the elements stay the same.</summary>
    private bool IsBetweenArrays(IMethodSymbol method)
        => method.Parameters.Length == 1 && DataOf(method.Parameters[0].Type) is { Rank: > 0 } from
            && DataOf(method.ReturnType) is { Rank: > 0 } to && from.Scalar == to.Scalar;

    // What is lost is lost only if it depends on what is differentiated for, which is known at the end.
    private void Suspect(IConversionOperation operation, Expression value, ScalarType type)
    {
        if (type.IsInteger() && value.Scalar.IsFloating())
        {
            Suspect(Problems.ConvertedToInteger, operation.Syntax, [value], operation.Type!.ToDisplayString());
        }

        SuspectIntegerDivision(operation);
    }

    private Value Suspect(IOperation operation, Value value)
    {
        if (operation is IConversionOperation conversion)
        {
            SuspectIntegerDivision(conversion);
        }

        return value;
    }

    // An explicit cast says that the fraction is meant to be cut off; a quotient without a remainder loses nothing.
    private void SuspectIntegerDivision(IConversionOperation operation)
    {
        IOperation operand = operation.Operand;
        if (_callOfLibrary is null && operation.IsImplicit && NumberOf(operation.Type).IsFloating()
            && operand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } division && NumberOf(division.Type).IsInteger() && !IsExact(division))
        {
            SyntaxNode place = division.Syntax is ParenthesizedExpressionSyntax inner ? inner.Expression : division.Syntax;
            _problems.Add(Problems.IntegerDivision, place.GetLocation(), Excerpt(place), operation.Type!.ToDisplayString());
        }
    }

    private static bool IsExact(IBinaryOperation division)
        => division.LeftOperand.ConstantValue.Value is int dividend && division.RightOperand.ConstantValue.Value is int divisor
            && divisor != 0 && dividend % divisor == 0;
}
