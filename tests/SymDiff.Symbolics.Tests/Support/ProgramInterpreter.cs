using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Symbolics.Tests;

/// <summary>Runs a scheduled program statement by statement, as the C# written from it would run.</summary>
internal sealed class ProgramInterpreter
{
    private readonly Dictionary<Symbol, Value> _values;

    private ProgramInterpreter(Dictionary<Symbol, Value> values) => _values = values;

    /// <summary>The results, those written to destinations last; null where a requirement doesn't hold.</summary>
    public static ImmutableArray<Value>? Run(Program program, Function function, params ImmutableArray<Value> arguments)
    {
        var run = new ProgramInterpreter(function.Parameters.Zip(arguments).ToDictionary(pair => pair.First, pair => pair.Second));
        ImmutableArray<Symbol> destinations = [.. function.Results.Select(result => result.Destination).OfType<Symbol>()];
        foreach (Symbol destination in destinations)
        {
            // It has the shape of the parameter that it is named after. What was there before must not matter.
            Value shape = run._values[function.Parameters.Single(parameter => parameter.Name + "Gradient" == destination.Name)];
            run._values[destination] = Value.Array(shape.Type.Scalar, shape.Extents, [.. shape.Items.Select(_ => (Value)double.NaN)]);
        }

        return run.Run(program.Body) ? [.. program.Results.Select(result => run.Evaluate(result.Value)), .. destinations.Select(destination => run._values[destination])] : null;
    }

    private bool Run(ImmutableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Declare { Value: { } value } declare:
                    _values[declare.Local] = Evaluate(value);
                    break;
                case Declare { Local.Type.IsArray: true }:
                    break;
                case Declare { StartsAsZero: true } declare:
                    _values[declare.Local] = Value.Of(declare.Local.Scalar, declare.Local.Scalar.IsFloating() ? BitConverter.DoubleToInt64Bits(0.0) : 0L);
                    break;
                case Declare declare:
                    _values.Remove(declare.Local);
                    break;
                case Assign assign:
                    _values[assign.Local] = Evaluate(assign.Value);
                    break;
                case Accumulate accumulate:
                    _values[accumulate.Local] = Combine(accumulate.Operator, _values[accumulate.Local], Evaluate(accumulate.Term));
                    break;
                case Allocate allocate:
                    int length = allocate.Extents.IsEmpty ? 0 : Math.Max(0, allocate.Extents.Aggregate(1, (product, extent) => product * (int)Evaluate(extent).Payload));
                    _values[allocate.Array] = Value.Array(allocate.Array.Scalar, [length], [.. Enumerable.Repeat(Anything(allocate.Array.Scalar), length)]);
                    break;
                case Reserve reserve:
                    Value reserved = _values[reserve.Array];
                    int missing = Math.Max(0, (int)Evaluate(reserve.Position).Payload + 1 - reserved.Items.Length);
                    _values[reserve.Array] = Value.Array(
                        reserved.Type.Scalar, [reserved.Items.Length + missing], [.. reserved.Items, .. Enumerable.Repeat(Anything(reserved.Type.Scalar), missing)]);
                    break;
                case Release release:
                    _values.Remove(release.Array);
                    break;
                case Clear clear:
                    Value cleared = _values[clear.Array];
                    (long from, long to) = clear.Apart is var (first, last) ? (Evaluate(first).Payload, Evaluate(last).Payload) : (0L, 0L);
                    _values[clear.Array] = Value.Array(
                        cleared.Type.Scalar, cleared.Extents, [.. cleared.Items.Select((item, position) => position >= from && position < to ? item : Value.Of(cleared.Type.Scalar, 0.0))]);
                    break;
                case Store store:
                    Write(store);
                    break;
                case Loop loop:
                    long lower = Evaluate(loop.Lower).Payload;
                    for (long k = 0; lower + k < Evaluate(loop.Upper).Payload; k++)
                    {
                        _values[loop.Index] = (int)(loop.IsDownward ? Evaluate(loop.Upper).Payload - 1 - k : lower + k);
                        int end = Enumerable.Range(0, loop.Body.Length).FirstOrDefault(position => loop.Body[position] is Leave, loop.Body.Length);
                        if (!Run(loop.Body[..end]))
                        {
                            return false;
                        }

                        if (end < loop.Body.Length && !Evaluate(((Leave)loop.Body[end]).Unless).IsTrue)
                        {
                            break;
                        }

                        if (end < loop.Body.Length && !Run(loop.Body[(end + 1)..]))
                        {
                            return false;
                        }
                    }

                    break;
                case Blocks blocks:
                    long upper = Evaluate(blocks.Upper).Payload;
                    for (long step = Evaluate(blocks.Lower).Payload, count; step < upper; step += count)
                    {
                        count = Math.Min(Evaluate(blocks.Size).Payload, upper - step);
                        (_values[blocks.Start], _values[blocks.Count]) = ((int)step, (int)count);
                        if (!Run(blocks.Body))
                        {
                            return false;
                        }
                    }

                    break;
                case If choice:
                    if (!Run(Evaluate(choice.Condition).IsTrue ? choice.Then : choice.Else))
                    {
                        return false;
                    }

                    break;
                case Require require:
                    if (!Evaluate(require.Condition).IsTrue)
                    {
                        return false;
                    }

                    break;
                case Evaluate evaluate:
                    Evaluate(evaluate.Value);
                    break;
            }
        }

        return true;
    }

    private static Value Anything(ScalarType type) => type.IsFloating() ? Value.Of(type, double.NaN) : Value.Of(type, 1L);

    private void Write(Store store)
    {
        Value array = _values[store.Array];
        int position = store.Indices.Select((index, axis) => (Index: (int)Evaluate(index).Payload, Extent: array.Extents[axis]))
            .Aggregate(0, (offset, entry) => (offset * entry.Extent) + entry.Index);
        Value value = Evaluate(store.Value);
        if (store.IsAddition)
        {
            value = Combine(ReduceOperator.Sum, array.Items[position], value);
        }

        _values[store.Array] = Value.Array(array.Type.Scalar, array.Extents, array.Items.SetItem(position, value));
    }

    // A symbol without a value is a local that is read before it is assigned: the interpreter throws.
    private Value Evaluate(Expression tree) => Interpreter.Evaluate(tree, _values);

    private static Value Combine(ReduceOperator op, Value total, Value term)
    {
        var graph = new ExpressionGraph();
        Symbol left = graph.Parameter("total", total.Type);
        Symbol right = graph.Parameter("term", term.Type);
        Expression combined = op switch
        {
            ReduceOperator.Sum => graph.Add(left, right),
            ReduceOperator.Product => graph.Multiply(left, right),
            ReduceOperator.Min => graph.Apply(Piecewise.Min, left, right),
            ReduceOperator.Max => graph.Apply(Piecewise.Max, left, right),
            _ => graph.And(left, right),
        };
        return Interpreter.Evaluate(combined, (left, total), (right, term));
    }
}
