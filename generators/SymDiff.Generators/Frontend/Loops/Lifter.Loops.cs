using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What all loops have in common: the body runs once, on symbols for what its variables hold, and the loop is closed over it.</summary>
internal sealed partial class Lifter
{
    public override Value VisitWhileLoop(IWhileLoopOperation operation, Unit argument)
    {
        Refuse(Keyword(operation), Problems.WhileLoop, operation.ConditionIsTop ? "while" : "do");
        return Unknown([operation.Condition!, operation.Body], AssignedVariables.Of([operation.Condition!, operation.Body]));
    }

    private void Loop(LoopRange range, ILoopOperation operation, ImmutableArray<ISymbol> assigned, Action begin, Action body, Action end)
    {
        (int firstName, int firstSuspicion, int firstLoop) = (_names.Count, _suspicions.Count, _loops.Count);
        var carried = ImmutableArray.CreateBuilder<CarriedValue>();
        var shapes = new List<(object Variable, Value Before, Value Symbols)>();
        int mark = _variables.Mark;
        foreach (object variable in assigned.Concat<object>(MayWriteArrays(operation) ? _variables.Arrays : []))
        {
            if (_variables.Find(variable) is { } before)
            {
                shapes.Add((variable, before, variable is LocalArray array ? Carry(array) : Carry(before, ((ISymbol)variable).Name)));
            }
        }

        foreach ((object variable, _, Value symbols) in shapes)
        {
            _variables.Set(variable, symbols);
        }

        int written = _written.Count;
        IReadOnlyList<Requirement> requirements = _flow.WithinLoop(label: null, () =>
        {
            begin();
            _flow.Within(RegionKind.LoopBody, operation.ContinueLabel, body);
            end();
        });

        foreach ((object variable, Value before, Value symbols) in shapes)
        {
            Pair(before, symbols, _variables.Find(variable)!, variable as LocalArray, carried);
        }

        _variables.Undo(mark);
        (ImmutableArray<Expression> after, ImmutableArray<Requirement> closed, ImmutableArray<(Symbol, Expression)> known, IReadOnlyList<LocalArray> refused) =
            LoopClosing.Close(range, carried.ToImmutable(), requirements, Kept);

        // By ways that the code doesn't show: nothing is known of it then.
        LocalArray[] unforeseen = [.. _written.Skip(written).Distinct().Where(array => _variables.Find(array) is not null && !shapes.Any(shape => shape.Variable == array))];
        foreach (LocalArray array in refused.Concat(unforeseen))
        {
            Refuse(Keyword(operation), Problems.ArrayInLoop, array.Name ?? "the array");
        }

        _flow.RequireAll(closed);
        for (int i = firstName; i < _names.Count; i++)
        {
            _names[i] = _names[i] with { Node = Substitution.Replace(_names[i].Node, known) };
        }

        for (int i = firstSuspicion; i < _suspicions.Count; i++)
        {
            _suspicions[i] = _suspicions[i] with { Values = [.. _suspicions[i].Values.Select(value => Substitution.Replace(value, known))] };
        }

        for (int i = firstLoop; i < _loops.Count; i++)
        {
            _loops[i] = _loops[i] with { Result = Substitution.Replace(_loops[i].Result, known) };
        }

        _loops.AddRange(after.Where(static result => !result.Type.IsArray).Select(result => (result, Keyword(operation))));
        var results = new Queue<Expression>(after);
        foreach ((object variable, Value before, Value symbols) in shapes)
        {
            if (variable is LocalArray)
            {
                _variables.Set(variable, new ArrayValue(results.Dequeue()));
            }
            else
            {
                Set((ISymbol)variable, Take(before, symbols, results));
            }
        }
    }

    private ArrayValue Carry(LocalArray array) => new(array.Of(_graph.Element(_graph.Carried(array.Name ?? "array", array.Type), array.Positions)));

    private Value Carry(Value before, string name) => before switch
    {
        Scalar scalar => new Scalar(_graph.Carried(name, scalar.Expression.Type)),
        TupleValue tuple => new TupleValue([.. tuple.Items.Select(item => Carry(item, name))]),

        // Assigned in the loop before it is read, or never read.
        _ when before == Value.Unassigned => before,
        _ => Value.Ambiguous,
    };

    private static void Pair(Value before, Value symbols, Value next, LocalArray? array, ImmutableArray<CarriedValue>.Builder carried)
    {
        switch (before, symbols, next)
        {
            case (ArrayValue initial, ArrayValue { Expression: Build { Body: Element { Array: Symbol symbol } } }, ArrayValue after) when array is not null:
                carried.Add(new CarriedValue(symbol, initial.Expression, after.Expression) { Array = array });
                break;
            case (Scalar initial, Scalar { Expression: Symbol symbol }, Scalar after):
                carried.Add(new CarriedValue(symbol, initial.Expression, after.Expression));
                break;
            case (TupleValue initial, TupleValue carriedItems, TupleValue after):
                for (int i = 0; i < initial.Items.Length; i++)
                {
                    Pair(initial.Items[i], carriedItems.Items[i], after.Items[i], array, carried);
                }

                break;
            case (Scalar initial, Scalar { Expression: Symbol symbol }, _):
                carried.Add(new CarriedValue(symbol, initial.Expression, symbol));
                break;
        }
    }

    private static Value Take(Value before, Value symbols, Queue<Expression> results) => (before, symbols) switch
    {
        (Scalar, Scalar) => new Scalar(results.Dequeue()),
        (TupleValue initial, TupleValue items) => new TupleValue([.. initial.Items.Zip(items.Items, (item, symbol) => Take(item, symbol, results))]),
        _ when symbols == Value.Unassigned => Value.Unassigned,
        _ => Value.Ambiguous,
    };

    /// <summary>A loop that has been refused: its body is looked at, for all problems to be told at once, and what it assigns is unknown.</summary>
    private Value Unknown(IEnumerable<IOperation> body, ImmutableArray<ISymbol> assigned)
    {
        void Forget()
        {
            foreach (ISymbol variable in assigned)
            {
                ITypeSymbol? type = variable is ILocalSymbol local ? local.Type : (variable as IParameterSymbol)?.Type;
                _variables.Set(variable, NumberOf(type) == ScalarType.None ? Value.Refused : new Scalar(StandIn(type)));
            }
        }

        Forget();
        _flow.WithinLoop(label: null, () =>
        {
            foreach (IOperation operation in body)
            {
                Visit(operation);
            }
        });
        Forget();
        return Value.Nothing;
    }
}
