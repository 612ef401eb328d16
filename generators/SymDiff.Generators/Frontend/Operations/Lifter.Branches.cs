using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Statements that choose or jump.</summary>
internal sealed partial class Lifter
{
    public override Value VisitConditional(IConditionalOperation operation, Unit argument)
    {
        Expression condition = ScalarOf(operation.Condition);
        (Value whenTrue, Value whenFalse) = (Value.Nothing, Value.Nothing);
        int known = _arrays;
        (bool afterTrue, bool afterFalse) = _flow.Branch(condition, () => whenTrue = Visit(operation.WhenTrue), () => whenFalse = Visit(operation.WhenFalse));
        return !afterTrue || !afterFalse ? (afterTrue ? whenTrue : whenFalse)
            : whenTrue is ArrayValue { Object: { } one, View: null } a && whenFalse is ArrayValue { Object: { } other, View: null } b && one.Number >= known && other.Number >= known && one.Type == other.Type
                ? Either(condition, a, b)
            : Merging.Merge(condition, whenTrue, whenFalse);
    }

    public override Value VisitBlock(IBlockOperation operation, Unit argument)
    {
        foreach (IOperation statement in operation.Operations)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_flow.IsReachable)
            {
                Visit(statement);
            }
        }

        foreach (ILocalSymbol local in operation.Locals)
        {
            _variables.Remove(local);
        }

        return Value.Nothing;
    }

    public override Value VisitReturn(IReturnOperation operation, Unit argument)
    {
        Value value = Visit(operation.ReturnedValue);
        return Return(value, operation);
    }

    public override Value VisitBranch(IBranchOperation operation, Unit argument)
    {
        switch (operation.BranchKind)
        {
            case BranchKind.Break when _exits.Count > 0 && SymbolEqualityComparer.Default.Equals(_exits.Peek().Label, operation.Target) && _flow.Find(operation.Target) is not null:
                SuspectTrips(operation.Syntax, _flow.Branching);
                LeaveLoop(_exits.Peek());
                return Value.Nothing;
            case BranchKind.Break or BranchKind.Continue when _flow.Find(operation.Target) is { } region:
                _flow.Leave(region, Value.Nothing);
                return Value.Nothing;
            case BranchKind.Break or BranchKind.Continue:
                return Refuse(Keyword(operation), Problems.LeavesLoop, operation.BranchKind == BranchKind.Break ? "break" : "continue");
            default:
                return GoTo(operation);
        }
    }

    // What is thrown doesn't matter: where it is thrown, the method itself is called, and throws it.
    public override Value VisitThrow(IThrowOperation operation, Unit argument)
    {
        _flow.Throw();
        return Value.Nothing;
    }

    public override Value VisitEmpty(IEmptyOperation operation, Unit argument) => Value.Nothing;

    public override Value VisitLabeled(ILabeledOperation operation, Unit argument) => Visit(operation.Operation);

    public override Value VisitMethodBodyOperation(IMethodBodyOperation operation, Unit argument) => Visit(operation.BlockBody ?? operation.ExpressionBody);

    // Its body runs where it is called.
    public override Value VisitLocalFunction(ILocalFunctionOperation operation, Unit argument) => Value.Nothing;

    private static Location Keyword(IOperation statement) => statement.Syntax.GetFirstToken().GetLocation();
}
