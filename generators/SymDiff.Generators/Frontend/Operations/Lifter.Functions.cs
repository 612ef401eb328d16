using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;

namespace SymDiff.Generators.Lifting;

/// <summary>Delegates, which are known where they are called: lambdas and methods, in variables and as arguments. Their bodies run in place, on the variables around them as they are then.</summary>
internal sealed partial class Lifter
{
    private int _runs;

    public override Value VisitDelegateCreation(IDelegateCreationOperation operation, Unit argument) => Visit(operation.Target);

    public override Value VisitAnonymousFunction(IAnonymousFunctionOperation operation, Unit argument)
    {
        if (operation.Symbol.IsAsync)
        {
            return Refuse(operation, Problems.AsyncOrIterator, Excerpt(operation.Syntax));
        }

        return Function(operation.Symbol, operation.Body, _receiver);
    }

    public override Value VisitMethodReference(IMethodReferenceOperation operation, Unit argument)
    {
        IMethodSymbol method = operation.Method;
        bool isLocal = method.MethodKind == MethodKind.LocalFunction;
        if (!isLocal && CallProblem(operation, method, operation.IsVirtual) is { } refusal)
        {
            return refusal;
        }

        Value? receiver = isLocal || method.IsStatic ? _receiver : ReceiverOf(operation.Instance);
        return receiver is null or Reference { Variable: ISymbol or Receiver { IsWritable: true } } && !isLocal && !method.IsStatic ? Refuse(operation.Instance!, Problems.OtherObject, Excerpt(operation.Instance!.Syntax)) : Function(method, null, receiver!);
    }

    private FunctionValue Function(IMethodSymbol method, IBlockOperation? lambda, Value receiver)
    {
        _flow.HasFunctions = true;
        return new FunctionValue(method, lambda, receiver, _types, RunsAround(method));
    }

    // Numbered anew at each call, so that the variables of one call aren't taken for those of another.
    private ImmutableArray<int> RunsAround(IMethodSymbol function)
    {
        var runs = ImmutableArray.CreateBuilder<int>();
        for (ISymbol? around = function.ContainingSymbol; around is IMethodSymbol method; around = around.ContainingSymbol)
        {
            runs.Add(_callStack.FindLast(call => IsSame(call.Method, method)).Run);
        }

        return runs.ToImmutable();
    }

    private static bool IsSame(IMethodSymbol one, IMethodSymbol other)
    {
        return SymbolEqualityComparer.Default.Equals(Declared(one), Declared(other));

        static IMethodSymbol Declared(IMethodSymbol method) => method.OriginalDefinition.PartialDefinitionPart ?? method.OriginalDefinition;
    }

    private Value DelegateCall(IInvocationOperation operation)
    {
        Value function = Visit(operation.Instance);
        if (function is not (FunctionValue or FunctionChoice) && function != Value.Null)
        {
            Each(operation.Arguments.Select(static argument => argument.Value));
            return function == Value.Refused ? function
                : Refuse(operation, Problems.UnsupportedCode, $"'{Excerpt(operation.Syntax)}'", "what the delegate calls isn't known; call a method, or a lambda that the method makes itself");
        }

        return Call(function, Arguments(operation.Arguments, operation.TargetMethod.Parameters.Length), operation);
    }

    /// <summary>What a delegate returns for the arguments.</summary>
    private Value Call(Value function, ImmutableArray<Value> arguments, IOperation place)
    {
        switch (function)
        {
            case FunctionChoice choice:
                (Value whenTrue, Value whenFalse) = (Value.Nothing, Value.Nothing);
                (bool afterTrue, bool afterFalse) = _flow.Branch(
                    choice.Condition, () => whenTrue = Call(choice.WhenTrue, arguments, place), () => whenFalse = Call(choice.WhenFalse, arguments, place));
                return afterTrue && afterFalse ? Merging.Merge(choice.Condition, whenTrue, whenFalse) : afterTrue ? whenTrue : whenFalse;
            case FunctionValue { Method: var method } known:
                if (!known.Runs.SequenceEqual(RunsAround(method)))
                {
                    return Refuse(place, Problems.UnsupportedCode, $"'{Excerpt(place.Syntax)}'", $"call '{(known.Lambda is null ? method.Name : Excerpt(known.Lambda.Syntax.Parent ?? known.Lambda.Syntax))}' only while the method runs whose variables it can use");
                }

                return known.Lambda is { } lambda ? Run(method, lambda, RegionKind.LocalFunction, arguments, place.Syntax.GetLocation(), known.Receiver, known.Types)
                    : _sources.BodyOf(method.OriginalDefinition) is not null ? Inline(method, arguments, place.Syntax.GetLocation(), known.Receiver)
                    : KnownCall(place, method, TypeName(method.ContainingType), arguments) ?? Refuse(place, Problems.UnknownMethod, Describe(method));
            case var none when none == Value.Null:
                _flow.Throw();
                return Value.Nothing;
            default:
                return function == Value.Refused ? function : Refuse(place, Problems.UnsupportedCode, $"'{Excerpt(place.Syntax)}'", "what the delegate calls isn't known; call a method, or a lambda that the method makes itself");
        }
    }

    /// <summary>The code, and that of the delegates that it may call.</summary>
    private ImmutableArray<IOperation> WithDelegates(IEnumerable<IOperation> code)
    {
        var all = ImmutableArray.CreateBuilder<IOperation>();
        var pending = new Queue<IOperation>(code);
        var seen = new HashSet<IOperation>(pending);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Dequeue();
            all.Add(operation);
            foreach (ISymbol variable in AssignedVariables.ReadBy(operation))
            {
                foreach (IOperation body in BodiesOf(_variables.Find(KeyOf(variable))).Where(seen.Add))
                {
                    pending.Enqueue(body);
                }
            }
        }

        return all.ToImmutable();
    }

    private IEnumerable<IOperation> BodiesOf(Value? value) => value switch
    {
        FunctionValue { Lambda: { } lambda } => [lambda],
        FunctionValue { Method: { MethodKind: MethodKind.LocalFunction } method } => _sources.BodyOf(method.OriginalDefinition) is { } body ? [body] : [],
        FunctionChoice choice => BodiesOf(choice.WhenTrue).Concat(BodiesOf(choice.WhenFalse)),
        AggregateValue tuple => tuple.Items.SelectMany(BodiesOf),
        Selected selected => BodiesOf(selected.Source).Concat(BodiesOf(selected.Function)),
        Filtered filtered => BodiesOf(filtered.Source).Concat(BodiesOf(filtered.Function)),
        TakenWhile taken => BodiesOf(taken.Source).Concat(BodiesOf(taken.Function)),
        Zipped zipped => BodiesOf(zipped.First).Concat(BodiesOf(zipped.Second)).Concat(BodiesOf(zipped.Function)),
        Section section => BodiesOf(section.Source),
        Concatenated both => BodiesOf(both.First).Concat(BodiesOf(both.Second)),
        Flattened flattened => BodiesOf(flattened.Source).Concat(BodiesOf(flattened.Function)).Concat(BodiesOf(flattened.Result)),
        Repeated repeated => BodiesOf(repeated.Item),
        _ => [],
    };

    /// <summary>The variables that the code may assign, the delegates included that it may call.</summary>
    private ImmutableArray<object> Assigned(IEnumerable<IOperation> code) => AssignedIn(WithDelegates(code));

    private ImmutableArray<object> AssignedIn(IEnumerable<IOperation> code) => [.. AssignedVariables.Of(code).Select(KeyOf).Distinct(VariableComparer.Instance)];
}
