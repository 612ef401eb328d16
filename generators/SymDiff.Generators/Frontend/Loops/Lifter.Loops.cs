using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What all loops have in common: the body runs once, on symbols for what its variables hold, and the loop is closed over it.</summary>
internal sealed partial class Lifter
{
    /// <summary>What a loop runs, as the source has it.</summary>
    /// <param name="Code">All of it, the delegates included that it may call.</param>
    /// <param name="ContinueLabel">Where <c>continue</c> leads to.</param>
    /// <param name="Place">Where something is said about it.</param>
    private sealed record LoopSource(ImmutableArray<IOperation> Code, ILabelSymbol? ContinueLabel, Location Place)
    {
        /// <summary>How it may be left before its end; null if it isn't.</summary>
        public LoopExits? Exits { get; init; }

        /// <summary>What is looked at before each trip.</summary>
        public IOperation? Condition { get; init; }
    }

    private void Loop(LoopRange range, LoopSource source, IEnumerable<object> assigned, Action begin, Action body, Action end)
    {
        (int firstName, int firstSuspicion, int firstLoop) = (_names.Count, _suspicions.Count, _loops.Count);
        var carried = ImmutableArray.CreateBuilder<CarriedValue>();
        var shapes = new List<(object Variable, Value Before, Value Symbols)>();
        int mark = _variables.Mark;
        foreach (object variable in assigned.Concat(source.Code.Any(MayWriteArrays) ? _variables.Arrays : []).Concat(_variables.Receivers).Distinct(VariableComparer.Instance))
        {
            if (_variables.Find(variable) is { } held)
            {
                // C# sees to it that what a loop assigns first is read only where there has been a trip.
                Value before = held == Value.Unassigned && source.Exits is not null && variable is ILocalSymbol local && DefaultOf(local.Type) is { } unset ? unset : held;
                shapes.Add((variable, before, variable is LocalArray array ? Carry(array) : Carry(before, NameOf(variable))));
            }
        }

        foreach ((object variable, _, Value symbols) in shapes)
        {
            _variables.Set(variable, symbols);
        }

        int written = _written.Count;
        int inBody = 0;
        Expression condition = _graph.True;
        IReadOnlyList<Requirement> requirements = _flow.WithinLoop(source.Exits?.Label, () =>
        {
            begin();
            inBody = _variables.Mark;
            condition = Condition(source);
            _flow.Within(RegionKind.Trip, source.ContinueLabel, method: null, body);
            end();
        });

        foreach ((object variable, Value before, Value symbols) in shapes)
        {
            if (!Pair(before, symbols, _variables.Find(variable)!, variable as LocalArray, carried))
            {
                Refuse(source.Place, Problems.UnsupportedCode, $"What this loop assigns to '{NameOf(variable)}'", "assign numbers and truth values in it");
            }

            if (variable is Total { BeginsWithFirst: true })
            {
                carried[carried.Count - 1] = carried[carried.Count - 1] with { BeginsWithFirst = true };
            }
        }

        ImmutableArray<Change> changes = _variables.Since(inBody);
        _variables.Undo(mark);
        (ImmutableArray<Expression> after, ImmutableArray<Requirement> closed, ImmutableArray<(Symbol, Expression)> known, IReadOnlyList<LocalArray> refused) =
            LoopClosing.Close(range, condition, carried.ToImmutable(), requirements, Kept);

        // By ways that the code doesn't show: nothing is known of it then.
        LocalArray[] unforeseen = [.. _written.Skip(written).Distinct().Where(array => _variables.Find(array) is not null && !shapes.Any(shape => shape.Variable == array))];
        foreach (LocalArray array in refused.Concat(unforeseen))
        {
            Refuse(source.Place, Problems.ArrayInLoop, array.Name ?? "the array");
        }

        foreach (ISymbol variable in changes.Select(static change => change.Variable).OfType<ISymbol>().Where(variable => _variables.Find(variable) is not null && !shapes.Any(shape => ReferenceEquals(shape.Variable, variable) || SymbolEqualityComparer.Default.Equals(shape.Variable as ISymbol, variable))))
        {
            Refuse(source.Place, Problems.UnsupportedCode, $"What this loop assigns to '{variable.Name}'", "assign it in the loop itself");
            _variables.Set(variable, Value.Refused);
        }

        foreach (Receiver receiver in changes.Select(static change => change.Variable).OfType<Receiver>().Where(receiver => _variables.Find(receiver) is not null && !shapes.Any(shape => shape.Variable == receiver)))
        {
            Refuse(source.Place, Problems.UnsupportedCode, $"What this loop assigns to '{receiver.Name}'", "assign it in the loop itself");
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

        _loops.AddRange(after.Where(static result => !result.Type.IsArray).Select(result => (result, source.Place)));
        var results = new Queue<Expression>(after);
        foreach ((object variable, Value before, Value symbols) in shapes)
        {
            if (variable is LocalArray)
            {
                _variables.Set(variable, new ArrayValue(results.Dequeue()));
            }
            else if (variable is ISymbol symbol)
            {
                Set(symbol, Take(before, symbols, results));
            }
            else
            {
                _variables.Set(variable, Take(before, symbols, results));
            }
        }
    }

    private ArrayValue Carry(LocalArray array) => new(array.Of(_graph.Element(_graph.Carried(array.Name ?? "array", array.Type), array.Positions)));

    private Value Carry(Value before, string name) => before switch
    {
        Scalar scalar => new Scalar(_graph.Carried(name, scalar.Expression.Type)),
        AggregateValue aggregate => aggregate with { Items = [.. aggregate.Items.Select((item, i) => IsNumeric(item) ? Carry(item, aggregate.Structure?.NameOf(i, name) ?? name) : item)] },

        // Assigned in the loop before it is read, or never read.
        _ when before == Value.Unassigned || before == Value.Nothing || before == Value.Refused => before,
        _ => Value.Ambiguous,
    };

    // What else an aggregate holds stays as it is: where the body assigns it, the loop is refused.
    private static bool IsNumeric(Value item) => item is Scalar or AggregateValue;

    private static string NameOf(object variable) => variable switch
    {
        ISymbol symbol => symbol.Name,
        Receiver receiver => receiver.Name,
        _ => ((Total)variable).Name,
    };

    /// <returns>Whether all that has been assigned can be carried.</returns>
    private static bool Pair(Value before, Value symbols, Value next, LocalArray? array, ImmutableArray<CarriedValue>.Builder carried)
    {
        switch (before, symbols, next)
        {
            case (ArrayValue initial, ArrayValue { Expression: Build { Body: Element { Array: Symbol symbol } } }, ArrayValue after) when array is not null:
                carried.Add(new CarriedValue(symbol, initial.Expression, after.Expression) { Array = array });
                return true;
            case (Scalar initial, Scalar { Expression: Symbol symbol }, Scalar after):
                carried.Add(new CarriedValue(symbol, initial.Expression, after.Expression));
                return true;
            case (AggregateValue initial, AggregateValue carriedItems, _):
                bool areCarried = true;
                for (int i = 0; i < initial.Items.Length; i++)
                {
                    Value item = next is AggregateValue after && after.Structure == initial.Structure && after.Items.Length == initial.Items.Length ? after.Items[i] : next == symbols ? carriedItems.Items[i] : Value.Ambiguous;
                    areCarried &= IsNumeric(initial.Items[i]) ? Pair(initial.Items[i], carriedItems.Items[i], item, array, carried) : item == carriedItems.Items[i] || item == Value.Refused;
                }

                return areCarried;
            case (Scalar initial, Scalar { Expression: Symbol symbol }, _):
                carried.Add(new CarriedValue(symbol, initial.Expression, symbol));
                return next == Value.Refused;
            default:
                return true;
        }
    }

    private static Value Take(Value before, Value symbols, Queue<Expression> results) => (before, symbols) switch
    {
        (Scalar, Scalar) => new Scalar(results.Dequeue()),
        (AggregateValue initial, AggregateValue items) => items with { Items = [.. initial.Items.Zip(items.Items, (item, symbol) => IsNumeric(item) ? Take(item, symbol, results) : item)] },
        _ when symbols == Value.Unassigned || symbols == Value.Nothing || symbols == Value.Refused => symbols,
        _ => Value.Ambiguous,
    };

    /// <summary>A loop that has been refused: its body is looked at, for all problems to be told at once, and what it assigns is unknown.</summary>
    private Value Unknown(IEnumerable<IOperation> body, ImmutableArray<object> assigned)
    {
        void Forget()
        {
            foreach (object variable in assigned)
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
