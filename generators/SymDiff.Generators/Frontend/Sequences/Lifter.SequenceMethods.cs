using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>The methods of <c>System.Linq.Enumerable</c> over arrays, tensors and ranges of integers, also as queries.</summary>
internal sealed partial class Lifter
{
    public override Value VisitTranslatedQuery(ITranslatedQueryOperation operation, Unit argument) => Visit(operation.Operation);

    public override Value VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation, Unit argument)
        => new AggregateValue([.. operation.Initializers.Select(initializer => Visit(((ISimpleAssignmentOperation)initializer).Value))]);

    /// <summary>Null for what isn't known.</summary>
    private Value? SequenceCall(IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (method.ContainingNamespace is not { Name: "Linq" } space || !DataType.IsSystem(space.ContainingNamespace) || !HasMeaning(method))
        {
            return null;
        }

        ImmutableArray<Value> arguments = Arguments(operation.Arguments, method.Parameters.Length);
        if (arguments.Contains(Value.Refused))
        {
            return Value.Refused;
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            if (method.Parameters[i].Type is INamedTypeSymbol { Name: "IEnumerable" } or IArrayTypeSymbol && !Source(arguments[i]))
            {
                return null;
            }
        }

        return method.Name switch
        {
            "Range" => Range(NumberIn(arguments[0]), NumberIn(arguments[1])),
            "Repeat" => Repeat(arguments[0], NumberIn(arguments[1])),
            "AsEnumerable" => arguments[0],
            "Select" => new Selected(arguments[0], arguments[1], TakesPosition(method)),
            "Where" => new Filtered(arguments[0], arguments[1], TakesPosition(method)),
            "TakeWhile" when !TakesPosition(method) => new TakenWhile(arguments[0], arguments[1]),
            "Zip" => new Zipped(arguments[0], arguments[1], arguments.Length == 3 ? arguments[2] : null),
            "Skip" => new Section(arguments[0], NumberIn(arguments[1]), null),
            "Take" when method.Parameters[1].Type.SpecialType == SpecialType.System_Int32 => new Section(arguments[0], _graph.Int(0), NumberIn(arguments[1])),
            "Reverse" => new Reversed(arguments[0]),
            "Concat" => new Concatenated(arguments[0], arguments[1]),
            "Append" => new Concatenated(arguments[0], new Repeated(arguments[1], _graph.Int(1))),
            "Prepend" => new Concatenated(new Repeated(arguments[1], _graph.Int(1)), arguments[0]),
            "SelectMany" when !TakesPosition(method) => new Flattened(arguments[0], arguments[1], arguments.Length == 3 ? arguments[2] : null),
            "Sum" => Sum(operation, arguments),
            "Average" => Average(operation, arguments),
            "Min" or "Max" => Extreme(operation, arguments),
            "Count" or "LongCount" => Count(operation, arguments),
            "Any" or "All" => Quantified(operation, arguments),
            "Aggregate" => Aggregate(operation, arguments),
            "First" or "Last" when arguments.Length == 1 => AtEnd(operation, arguments[0]),
            "ToArray" => Gathered(operation, arguments[0]),
            _ => null,
        };
    }

    // Of numbers and what is made of them; what goes by comparers, hashes or null is another matter.
    private bool HasMeaning(IMethodSymbol method) => method.Name switch
    {
        "Sum" or "Average" => NumberOf(method.ReturnType) != ScalarType.None,
        "Min" or "Max" => NumberOf(method.ReturnType) is not (ScalarType.None or ScalarType.Boolean or ScalarType.Char) && method.Parameters.All(static parameter => parameter.Type.Name != "IComparer"),
        "ToArray" => DataOf(method.ReturnType).Rank == 1,
        "Range" => method.Parameters.Length == 2,
        "Select" or "Where" or "TakeWhile" or "Skip" or "Take" or "Reverse" or "Concat" or "Append" or "Prepend" or "SelectMany" or "Repeat" or "AsEnumerable"
            or "Count" or "LongCount" or "Any" or "All" or "Aggregate" or "First" or "Last" => true,
        "Zip" => method.Parameters[method.Parameters.Length - 1].Name != "third",
        _ => false,
    };

    /// <summary>Whether this is a sequence; a null one throws.</summary>
    private bool Source(Value value)
    {
        if (!IsSequence(value))
        {
            return false;
        }

        if (value is ArrayValue array)
        {
            ReadAsArray(array);
        }

        if (value is ArrayValue { Expression: Symbol } or TensorValue { Elements: Symbol } && IsNull(value) is { } isNull)
        {
            _flow.Require(_graph.Not(isNull));
        }

        return true;
    }

    private Expression NumberIn(Value value) => value is Scalar scalar ? scalar.Expression : StandIn(ScalarType.Int32);

    private static bool TakesPosition(IMethodSymbol method) => method.Parameters[1].Type is INamedTypeSymbol { TypeArguments: [_, { SpecialType: SpecialType.System_Int32 }, _] };

    private Repeated Repeat(Value item, Expression count)
    {
        _flow.RequireNotNegative(count);
        return new Repeated(item, count);
    }

    private Value? AtEnd(IInvocationOperation operation, Value source)
    {
        if (IndexedOf(source, Alone(operation)) is not { } items || BodiesOf(source).Any(CanDoMore))
        {
            return RefuseSequence(operation);
        }

        _flow.Require(_graph.Less(_graph.Int(0), items.Count));
        return items.Item(operation.TargetMethod.Name == "First" ? items.Lower : Affine.Of(items.Upper).Plus(-1).ToExpression(_graph));
    }

    private static Enumeration Alone(IOperation place) => new(new LoopSource([], null, NameOf(place)), place, [], []);

    private Value? Gathered(IInvocationOperation operation, Value source)
    {
        if (source is ArrayValue plain)
        {
            return Copy(plain);
        }

        if (IndexedOf(source, Alone(operation)) is not { } items)
        {
            return RefuseSequence(operation);
        }

        ArrayValue array = Create(DataOf(operation.Type!).Scalar, [items.Count]);
        Enumerate(new Zipped(source, new RangeValue(_graph.Int(0), items.Count), null), operation, [], [array.Object!], pair =>
        {
            if (pair is AggregateValue { Items: [Scalar item, Scalar position] })
            {
                Write(array.Object!, [position.Expression], item.Expression);
            }
        });
        return Current(array);
    }
}
