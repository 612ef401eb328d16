using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary><c>for</c>: over integers the trips are numbered, and the loop variable is calculated from the number.</summary>
internal sealed partial class Lifter
{
    public override Value VisitForLoop(IForLoopOperation operation, Unit argument)
    {
        Each(operation.Before);
        ImmutableArray<object> assigned = Assigned(operation.AtLoopBottom.Add(operation.Body));
        bool isLeft = LoopExits.Breaks(operation) || LoopExits.Returns(operation);
        if (ForHeader.Read(operation) is not { } header || !IsCounted(header) || AsCount(Read(operation, header.Variable)) is not { } start || AsCount(Visit(header.Bound)) is not { } bound)
        {
            General(operation, operation.Condition, isUntil: false, () => Each(operation.AtLoopBottom));
            return Value.Nothing;
        }

        Trips trips = Trips.Count(header, start, bound, _flow);
        Symbol index = _graph.Index(trips.IsPlain ? header.Variable.Name : "k", trips.Lower, trips.Upper, _flow.Depth);
        LoopRange range = new(index, trips.Lower, trips.Upper, trips.Counter(header, index, bound));
        Expression current = _graph.Convert(trips.ValueAt(index), NumberOf(header.VariableType));

        // What a loop counts that is left early is known after it only if the loop carries it.
        bool isCarried = isLeft && !operation.Locals.Contains(header.Variable, SymbolEqualityComparer.Default);
        Loop(
            range,
            operation,
            isCarried ? assigned : assigned.Remove(KeyOf(header.Variable), VariableComparer.Instance),
            () => Set(header.Variable, new Scalar(current)),
            () => Visit(operation.Body),
            () => Each(operation.AtLoopBottom.Where(statement => isCarried || !header.IsStep(statement))));
        if (!isCarried)
        {
            Set(header.Variable, new Scalar(_graph.Convert(trips.After(start), NumberOf(header.VariableType))));
        }

        foreach (ILocalSymbol local in operation.Locals)
        {
            _variables.Remove(local);
        }

        return Value.Nothing;

        // By one integer up to another, neither of which changes otherwise.
        bool IsCounted(ForHeader known)
        {
            ImmutableArray<object> changing = Assigned(operation.AtLoopBottom.Where(statement => !known.IsStep(statement)).Append(operation.Body).Append(known.Bound));
            return NumberOf(known.VariableType).IsInteger()
                && !(isLeft && known.Comparison == BinaryOperatorKind.NotEquals)
                && !changing.Contains(KeyOf(known.Variable), VariableComparer.Instance)
                && Assigned([known.Bound]).IsEmpty
                && !WithDelegates([known.Bound]).SelectMany(AssignedVariables.ReadBy).Select(KeyOf).Any(variable => changing.Add(KeyOf(known.Variable)).Contains(variable, VariableComparer.Instance));
        }
    }

    /// <summary>An integer that is an <c>int</c> in truth, whatever wider type it has been converted to.</summary>
    private Expression? AsCount(Value value)
    {
        if (value is not Scalar { Expression: var number } || !number.Scalar.IsInteger())
        {
            return null;
        }

        return IntegerRange.Of(number).FitsInt ? AsInt(number) : null;
    }
}
