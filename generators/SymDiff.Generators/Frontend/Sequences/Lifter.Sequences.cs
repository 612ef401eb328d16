using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Loops over sequences, without enumerators: item by item, as their enumerators would hand them on.</summary>
internal sealed partial class Lifter
{
    /// <summary>A sequence whose items can be asked for by position.</summary>
    /// <param name="Item">The item at an index from <paramref name="Lower"/> to <paramref name="Upper"/> − 1.</param>
    private sealed record Indexed(Expression Lower, Expression Upper, string Name, Func<Expression, Value> Item)
    {
        public Expression Count => Affine.Combine(Upper, Lower, -1).ToExpression(Lower.Graph);

        /// <summary>What else the enumerator calculates before it sees that there are no more items.</summary>
        public Action AtEnd { get; init; } = static () => { };

        public Value At(Expression position) => Item(Affine.Combine(Lower, position, 1).ToExpression(Lower.Graph));
    }

    /// <summary>A loop that enumerates.</summary>
    /// <param name="Place">What asks for the items.</param>
    /// <param name="Assigned">What the loop may assign.</param>
    /// <param name="Running">Truth values; once one of them is false, nothing is asked for any more.</param>
    private sealed record Enumeration(LoopSource Loop, IOperation Place, ImmutableArray<object> Assigned, ImmutableArray<Total> Running);

    private static bool IsSequence(Value value) => value is ArrayValue { Expression.Type.Rank: 1 } or TensorValue or RangeValue or SequenceValue;

    /// <summary>Runs the body for each item.</summary>
    /// <param name="code">What the body runs, apart from the functions of the sequence.</param>
    private void Enumerate(Value sequence, IOperation place, IEnumerable<IOperation> code, IEnumerable<object> totals, Action<Value> body, ImmutableArray<Total> running = default)
    {
        ImmutableArray<IOperation> all = WithDelegates([.. code, .. BodiesOf(sequence)]);
        Enumerate(sequence, new Enumeration(new LoopSource(all, null, NameOf(place)), place, [.. AssignedIn(all), .. totals], running.IsDefault ? [] : running), body);
    }

    private void Enumerate(Value sequence, Enumeration enumeration, Action<Value> body)
    {
        switch (sequence)
        {
            case Selected { Function: var function } selected when selected.WithPosition || IndexedOf(sequence, enumeration) is null:
                Numbered(selected.Source, selected.WithPosition, enumeration, (item, position) => body(Call(function, position is null ? [item] : [item, new Scalar(position)], enumeration.Place)));
                break;
            case Filtered { Function: var function } filtered:
                Numbered(filtered.Source, filtered.WithPosition, enumeration, (item, position) =>
                {
                    Value fits = Call(function, position is null ? [item] : [item, new Scalar(position)], enumeration.Place);
                    _flow.Branch(Truth(fits), () => body(item), static () => { });
                });
                break;
            case TakenWhile { Source: var source, Function: var function }:
                var running = new Total("running");
                _variables.Set(running, new Scalar(_graph.True));
                Enumerate(source, enumeration with { Assigned = enumeration.Assigned.Add(running), Running = enumeration.Running.Add(running) }, item
                    => _flow.Branch(Truth(Call(function, [item], enumeration.Place)), () => body(item), () => _variables.Set(running, new Scalar(_graph.False))));
                _variables.Remove(running);
                break;
            case Concatenated { First: var first, Second: var second }:
                Enumerate(first, enumeration, body);
                Enumerate(second, enumeration, body);
                break;
            case Flattened { Source: var source, Function: var function, Result: var result }:
                Enumerate(source, enumeration, outer =>
                {
                    Value inner = Call(function, [outer], enumeration.Place);
                    if (IsSequence(inner))
                    {
                        Enumerate(inner, Wider(enumeration, inner), item => body(result is null ? item : Call(result, [outer, item], enumeration.Place)));
                    }
                    else if (inner != Value.Refused)
                    {
                        RefuseSequence(enumeration.Place);
                    }
                });
                break;
            case var _ when IndexedOf(sequence, enumeration) is { } indexed:
                LoopRange range = new(_graph.Index(indexed.Name, indexed.Lower, indexed.Upper, _flow.Depth), indexed.Lower, indexed.Upper);
                Loop(range, enumeration.Loop, enumeration.Assigned, static () => { }, () => WhileRunning(enumeration, () => body(indexed.Item(range.Index))), static () => { });
                WhileRunning(enumeration, indexed.AtEnd);
                break;
            default:
                RefuseSequence(enumeration.Place);
                break;
        }
    }

    private void WhileRunning(Enumeration enumeration, Action step)
        => _flow.Branch(enumeration.Running.Aggregate(_graph.True, (all, running) => _graph.And(all, Truth(_variables.Find(running)!))), step, static () => { });

    /// <summary>With the positions of the items, if they are asked for.</summary>
    private void Numbered(Value source, bool withPosition, Enumeration enumeration, Action<Value, Expression?> body)
    {
        if (!withPosition)
        {
            Enumerate(source, enumeration, item => body(item, null));
            return;
        }

        var next = new Total("position");
        _variables.Set(next, new Scalar(_graph.Int(0)));
        Enumerate(source, enumeration with { Assigned = enumeration.Assigned.Add(next) }, item =>
        {
            Expression position = ((Scalar)_variables.Find(next)!).Expression;
            _variables.Set(next, new Scalar(_graph.Add(position, _graph.Int(1))));
            body(item, position);
        });
        _variables.Remove(next);
    }

    // The functions of a sequence that comes up on the way.
    private Enumeration Wider(Enumeration enumeration, Value sequence)
    {
        ImmutableArray<IOperation> code = WithDelegates([.. enumeration.Loop.Code, .. BodiesOf(sequence)]);
        return enumeration with { Loop = enumeration.Loop with { Code = code }, Assigned = [.. enumeration.Assigned, .. AssignedIn(code).Where(variable => !enumeration.Assigned.Contains(variable, VariableComparer.Instance))] };
    }

    private Value RefuseSequence(IOperation place)
        => Refuse(NameOf(place), Problems.UnsupportedCode, $"'{Excerpt(place.Syntax)}'", "use sequences over arrays, tensors and ranges of integers, and filter them last");

    /// <summary>Null if the items can only be had one after the other.</summary>
    private Indexed? IndexedOf(Value sequence, Enumeration enumeration)
    {
        switch (sequence)
        {
            case ArrayValue { Expression.Type.Rank: 1 } array:
                return new Indexed(_graph.Int(0), _graph.Extent(array.Expression, 0), "i", index => new Scalar(ElementAt(array, [index])));
            case TensorValue tensor:
                return new Indexed(_graph.Int(0), _graph.Extent(tensor.Elements, 0), "i", index => new Scalar(_graph.Element(tensor.Elements, [index])));
            case RangeValue numbers:
                return new Indexed(numbers.Start, Affine.Combine(numbers.Start, numbers.Count, 1).ToExpression(_graph), "i", static index => new Scalar(index));
            case Repeated repeated:
                return new Indexed(_graph.Int(0), repeated.Count, "i", _ => repeated.Item);
            case Selected { Source: var source, Function: var function } selected when IndexedOf(source, enumeration) is { } inner:
                return inner with { Item = index => Call(function, selected.WithPosition ? [inner.Item(index), new Scalar(Affine.Combine(index, inner.Lower, -1).ToExpression(_graph))] : [inner.Item(index)], enumeration.Place) };
            case Section { Source: var source, Start: var start, Count: var count } when IndexedOf(source, enumeration) is { } inner && !BodiesOf(source).Any(CanDoMore):
                Expression skipped = Clamped(start, inner.Count);
                Expression rest = Affine.Combine(inner.Count, skipped, -1).ToExpression(_graph);
                return new Indexed(_graph.Int(0), count is null ? rest : Clamped(count, rest), "i", index => inner.At(Affine.Combine(index, skipped, 1).ToExpression(_graph)));
            case Reversed { Source: var source } when !BodiesOf(source).Any() && IndexedOf(source is ArrayValue { Object: not null } own ? Copy(own) : source, enumeration) is { } inner:
                return new Indexed(_graph.Int(0), inner.Count, "i", index => inner.At(Affine.Combine(inner.Count, index, -1).Plus(-1).ToExpression(_graph)));
            case Zipped { First: var first, Second: var second } zipped when IndexedOf(first, enumeration) is { } one && IndexedOf(second, enumeration) is { } other:
                Expression shorter = Smaller(one.Count, other.Count);
                Name(new Scalar(shorter), "count");
                return new Indexed(_graph.Int(0), shorter, "i", index => Pair(one.At(index), other.At(index)))
                {
                    // The first enumerator is asked before the second one says that it has no more.
                    AtEnd = () => _flow.Branch(BodiesOf(first).Any() ? _graph.Less(other.Count, one.Count) : _graph.False, () => one.At(shorter), static () => { }),
                };

                Value Pair(Value left, Value right) => zipped.Function is null ? new AggregateValue([left, right]) : Call(zipped.Function, [left, right], enumeration.Place);
            default:
                return null;
        }
    }

    // What is skipped, .NET sometimes calculates, and sometimes not: that must not make a difference.
    private static bool CanDoMore(IOperation body) => body.DescendantsAndSelf().Any(static part => part is IThrowOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation);

    /// <summary>Whether the items come out of one loop, with nothing after it.</summary>
    private bool IsOneLoop(Value sequence) => sequence switch
    {
        Concatenated or Flattened => false,
        Selected selected => IsOneLoop(selected.Source),
        Filtered filtered => IsOneLoop(filtered.Source),
        TakenWhile taken => IsOneLoop(taken.Source),
        Section section => IsOneLoop(section.Source),
        Reversed reversed => IsOneLoop(reversed.Source),
        Zipped zipped => !BodiesOf(zipped.First).Any(),
        _ => true,
    };

    private Expression Clamped(Expression number, Expression limit) => Smaller(IntegerRange.Of(number).Lower >= 0 ? number : _graph.Select(_graph.Less(number, _graph.Int(0)), _graph.Int(0), number), limit);

    private Expression Smaller(Expression a, Expression b) => Affine.Combine(a, b, -1) is { IsConstant: true, Constant: 0 } ? a : _graph.Select(_graph.Less(b, a), b, a);

    private Expression Truth(Value value) => value is Scalar { Expression: { Scalar: ScalarType.Boolean } truth } ? truth : StandIn(ScalarType.Boolean);

    private static Location NameOf(IOperation operation) => operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: var called } && NameOf(called) is { } name ? name.GetLocation() : operation.Syntax.GetLocation();
}
