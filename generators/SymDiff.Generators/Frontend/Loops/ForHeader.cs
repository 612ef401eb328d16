using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SymDiff.Generators.Lifting;

/// <summary>What a <c>for</c> loop counts: a variable, by a constant step, as long as it compares so with a bound.</summary>
internal sealed record ForHeader(ISymbol Variable, ITypeSymbol VariableType, BinaryOperatorKind Comparison, IOperation Bound, int Step, IOperation StepStatement)
{
    public static ForHeader? Read(IForLoopOperation loop)
    {
        if (Unwrap(loop.Condition) is not IBinaryOperation { OperatorMethod: null } condition)
        {
            return null;
        }

        foreach ((IOperation variable, IOperation bound, BinaryOperatorKind comparison) in new[]
        {
            (condition.LeftOperand, condition.RightOperand, condition.OperatorKind),
            (condition.RightOperand, condition.LeftOperand, Mirrored(condition.OperatorKind)),
        })
        {
            if (VariableOf(Unwrap(variable)) is { } symbol && TypeOf(symbol) is { } type
                && comparison is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals)
            {
                (int Step, IOperation Statement)[] steps = [.. loop.AtLoopBottom.Select(statement => (StepOf(statement, symbol), statement)).Where(static step => step.Item1 is not null).Select(static step => (step.Item1!.Value, step.statement))];
                bool fits = steps is [var (step, _)] && (comparison switch
                {
                    BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => step > 0,
                    BinaryOperatorKind.NotEquals => step is 1 or -1,
                    _ => step < 0,
                });
                if (fits || !IsInteger(type))
                {
                    return new ForHeader(symbol, type, comparison, bound, fits ? steps[0].Step : 0, fits ? steps[0].Statement : loop);
                }
            }
        }

        return null;
    }

    public bool IsStep(IOperation statement) => statement == StepStatement;

    private static int? StepOf(IOperation statement, ISymbol variable)
    {
        switch (statement is IExpressionStatementOperation expression ? expression.Operation : statement)
        {
            case IIncrementOrDecrementOperation step when Is(step.Target, variable):
                return step.Kind == OperationKind.Increment ? 1 : -1;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } step when Is(step.Target, variable) && ConstantOf(step.Value) is { } size:
                return step.OperatorKind == BinaryOperatorKind.Add ? size : -size;
            case ISimpleAssignmentOperation { Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum } step when Is(step.Target, variable):
                bool isSum = sum.OperatorKind == BinaryOperatorKind.Add;
                return Is(Unwrap(sum.LeftOperand)!, variable) && ConstantOf(sum.RightOperand) is { } right ? (isSum ? right : -right)
                    : isSum && Is(Unwrap(sum.RightOperand)!, variable) ? ConstantOf(sum.LeftOperand) : null;
            default:
                return null;
        }
    }

    // A small constant: the products with numbers of trips then have room.
    private static int? ConstantOf(IOperation operation) => operation.ConstantValue.Value switch
    {
        int value and > -1_000_000 and < 1_000_000 => value,
        long value and > -1_000_000 and < 1_000_000 => (int)value,
        _ => null,
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    private static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private static bool Is(IOperation operation, ISymbol variable) => SymbolEqualityComparer.Default.Equals(VariableOf(operation), variable);

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static bool IsInteger(ITypeSymbol type) => SymDiff.Symbolics.Expressions.ScalarTypes.IsInteger(DataType.ScalarOf(type));
}
