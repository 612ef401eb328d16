using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Operators. The compiler has made every promotion of an operand an operation of its own.</summary>
internal sealed partial class Lifter
{
    public override Value VisitBinaryOperator(IBinaryOperation operation, Unit argument)
    {
        // a + b + c + … leans to the left, as deep as it is long.
        var chain = new Stack<IBinaryOperation>();
        IOperation leftmost = operation;
        if (NullTest(operation) is { } isNull)
        {
            return isNull;
        }

        while (leftmost is IBinaryOperation binary && (chain.Count == 0 || !(binary.ConstantValue.HasValue || IsNullLiteral(binary.RightOperand) || IsNullLiteral(binary.LeftOperand))))
        {
            chain.Push(binary);
            leftmost = binary.LeftOperand;
        }

        Value left = Visit(leftmost);
        while (chain.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            left = Binary(chain.Pop(), left);
        }

        return left;
    }

    public override Value VisitUnaryOperator(IUnaryOperation operation, Unit argument)
    {
        if (operation.OperatorMethod is { } method && !IsOfNumbers(method, operation.Operand))
        {
            return UserOperator(operation, method, [Visit(operation.Operand)]);
        }

        if (NumberOf(operation.Type) == ScalarType.None)
        {
            return RefuseType(operation);
        }

        Expression value = ScalarOf(operation.Operand);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => new Scalar(value),
            UnaryOperatorKind.Minus when operation.IsChecked && value.Scalar.IsInteger() => Apply(CheckedArithmetic.Negate, value),
            UnaryOperatorKind.Minus => new Scalar(_graph.Negate(value)),
            UnaryOperatorKind.Not => new Scalar(_graph.Not(value)),
            UnaryOperatorKind.BitwiseNegation => Apply(Bits.Complement, value),
            _ => DefaultVisit(operation, argument),
        };
    }

    private Value Binary(IBinaryOperation operation, Value left)
    {
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return Logical(operation, left);
        }

        if (operation.OperatorMethod is { } method && !IsOfNumbers(method, operation.LeftOperand))
        {
            return UserOperator(operation, method, [left, Visit(operation.RightOperand)]);
        }

        if (NumberOf(operation.Type) == ScalarType.None || NumberOf(operation.LeftOperand.Type) == ScalarType.None)
        {
            if (operation.Type is IErrorTypeSymbol)
            {
                Visit(operation.RightOperand);
            }
            else if (left == Value.Refused)
            {
                return left;
            }

            return RefuseType(NumberOf(operation.Type) == ScalarType.None ? operation : operation.LeftOperand);
        }

        Expression a = left is Scalar scalar ? scalar.Expression : StandIn(operation.LeftOperand.Type);
        Expression b = ScalarOf(operation.RightOperand);
        if (operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            Suspect(Problems.EqualityTest, operation.Syntax, [a, b]);
        }

        return Calculate(operation.OperatorKind, a, b, operation.IsChecked) ?? DefaultVisit(operation, default);
    }

    private Value? Calculate(BinaryOperatorKind kind, Expression a, Expression b, bool isChecked)
    {
        bool throws = isChecked && a.Scalar.IsInteger() && !IntegerRange.Fits(kind, a, b);
        return kind switch
        {
            BinaryOperatorKind.Add => throws ? Apply(CheckedArithmetic.Add, a, b) : new Scalar(_graph.Add(a, b)),
            BinaryOperatorKind.Subtract => throws ? Apply(CheckedArithmetic.Subtract, a, b) : new Scalar(_graph.Subtract(a, b)),
            BinaryOperatorKind.Multiply => throws ? Apply(CheckedArithmetic.Multiply, a, b) : new Scalar(_graph.Multiply(a, b)),
            BinaryOperatorKind.Divide => Apply(Arithmetic.Divide, a, b),
            BinaryOperatorKind.Remainder => Apply(Arithmetic.Remainder, a, b),
            BinaryOperatorKind.And => Apply(Bits.And, a, b),
            BinaryOperatorKind.Or => Apply(Bits.Or, a, b),
            BinaryOperatorKind.ExclusiveOr => Apply(Bits.Xor, a, b),
            BinaryOperatorKind.LeftShift => Apply(Bits.ShiftLeft, a, b),
            BinaryOperatorKind.RightShift => Apply(Bits.ShiftRight, a, b),
            BinaryOperatorKind.UnsignedRightShift => Apply(Bits.UnsignedShiftRight, a, b),
            BinaryOperatorKind.Equals => new Scalar(_graph.Equal(a, b)),
            BinaryOperatorKind.NotEquals => new Scalar(_graph.NotEqual(a, b)),
            BinaryOperatorKind.LessThan => new Scalar(_graph.Less(a, b)),
            BinaryOperatorKind.LessThanOrEqual => new Scalar(_graph.LessOrEqual(a, b)),
            BinaryOperatorKind.GreaterThan => new Scalar(_graph.Less(b, a)),
            BinaryOperatorKind.GreaterThanOrEqual => new Scalar(_graph.LessOrEqual(b, a)),
            _ => null,
        };
    }

    // The right side runs only where the left one doesn't decide.
    private Value Logical(IBinaryOperation operation, Value left)
    {
        Expression condition = left is Scalar { Expression.Scalar: ScalarType.Boolean } scalar ? scalar.Expression : StandIn(operation.Type);
        bool isAnd = operation.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        Expression right = _graph.Boolean(isAnd);
        Action evaluate = () => right = ScalarOf(operation.RightOperand);
        Action skip = static () => { };
        _flow.Branch(condition, isAnd ? evaluate : skip, isAnd ? skip : evaluate);
        return new Scalar(isAnd ? _graph.And(condition, right) : _graph.Or(condition, right));
    }

    /// <summary>A primitive applied, with what it requires in order not to throw.</summary>
    private Scalar Apply(Primitive primitive, params ImmutableArray<Expression> arguments)
        => new(Required(_graph.Apply(primitive, arguments), arguments));

    /// <summary>Requires what the nodes between the result and the arguments require.</summary>
    private Expression Required(Expression result, ImmutableArray<Expression> arguments)
    {
        var pending = new Stack<Expression>([result]);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (!node.MayThrow || arguments.Contains(node))
            {
                continue;
            }

            if (node is Apply apply && apply.Primitive.MayThrow(apply))
            {
                _flow.Require(apply.Primitive.Requires(apply));
            }

            foreach (Expression operand in node.Operands)
            {
                pending.Push(operand);
            }
        }

        return result;
    }
}
