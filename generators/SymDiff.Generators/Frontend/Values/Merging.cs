using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What a variable holds where two paths meet.</summary>
internal static class Merging
{
    public static Value Merge(Expression condition, Value whenTrue, Value whenFalse) => (whenTrue, whenFalse) switch
    {
        _ when whenTrue == whenFalse => whenTrue,
        _ when whenTrue == Value.Refused || whenFalse == Value.Refused => Value.Refused,

        // C# lets nobody read a variable that is assigned on one path only.
        _ when whenTrue == Value.Unassigned || whenFalse == Value.Unassigned => Value.Unassigned,
        (Scalar a, Scalar b) when a.Expression.Type == b.Expression.Type => new Scalar(condition.Graph.Select(condition, a.Expression, b.Expression)),
        (ArrayValue a, ArrayValue b) when a.Object is not null || b.Object is not null => ReferenceEquals(a.Object, b.Object) && a.View == b.View ? a : Value.Ambiguous,
        (ArrayValue { Expression: Build a }, ArrayValue { Expression: Build b }) when a.Indices.SequenceEqual(b.Indices)
            => new ArrayValue(a.Graph.Build(a.Indices, a.Extents, condition.Graph.Select(condition, a.Body, b.Body))),
        (ArrayValue a, ArrayValue b) when a.Expression.Type == b.Expression.Type => new ArrayValue(condition.Graph.Select(condition, a.Expression, b.Expression)),
        (TensorValue a, TensorValue b) when ReferenceEquals(a.Shape, b.Shape) => a with { Elements = condition.Graph.Select(condition, a.Elements, b.Elements) },
        (AggregateValue a, AggregateValue b) when a.Structure == b.Structure && a.Items.Length == b.Items.Length
            => new AggregateValue([.. a.Items.Zip(b.Items, (left, right) => Merge(condition, left, right))]) { Structure = a.Structure },
        _ when IsDelegate(whenTrue) && IsDelegate(whenFalse) => new FunctionChoice(condition, whenTrue, whenFalse),
        _ => Value.Ambiguous,
    };

    private static bool IsDelegate(Value value) => value is FunctionValue or FunctionChoice || value == Value.Null;
}
