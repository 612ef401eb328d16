using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>What LINQ makes of a sequence as a whole, in the order and with the types that .NET takes for it.</summary>
internal sealed partial class Lifter
{
    // Of float in double, of integers checked.
    private Value Sum(IInvocationOperation operation, ImmutableArray<Value> arguments)
    {
        ScalarType type = NumberOf(operation.Type);
        ScalarType wide = type == ScalarType.Single ? ScalarType.Double : type;
        return new Scalar(_graph.Convert(SumOf(operation, arguments, wide, 0, isChecked: true).Sum, type));
    }

    // The first item isn't added to anything: −0.0 is what an addition doesn't change.
    private Value Average(IInvocationOperation operation, ImmutableArray<Value> arguments)
    {
        ScalarType item = NumberOf(ItemType(operation));
        ScalarType wide = item.IsFloating() ? ScalarType.Double : ScalarType.Int64;
        bool isPlain = arguments is [ArrayValue];
        (Expression sum, Expression count) = SumOf(operation, arguments, wide, item.IsFloating() && !isPlain ? -0.0 : 0, isChecked: item.Bits() > 32);
        RequireItems(count);
        return new Scalar(_graph.Convert(_graph.Divide(_graph.Convert(sum, ScalarType.Double), _graph.Convert(count, ScalarType.Double)), NumberOf(operation.Type)));
    }

    private (Expression Sum, Expression Count) SumOf(IInvocationOperation operation, ImmutableArray<Value> arguments, ScalarType wide, double start, bool isChecked)
    {
        var (sum, count) = (new Total("sum") { BeginsWithFirst = 1 / start < 0 }, new Total("count"));
        _variables.Set(sum, new Scalar(_graph.Number(wide, start)));
        _variables.Set(count, new Scalar(_graph.Int(0)));
        EachNumber(operation, arguments, [sum, count], item =>
        {
            Expression before = Held(sum);
            Expression term = _graph.Convert(item, wide);
            _variables.Set(sum, wide.IsInteger() && isChecked ? Apply(CheckedArithmetic.Add, before, term) : new Scalar(_graph.Add(before, term)));
            _variables.Set(count, new Scalar(_graph.Add(Held(count), _graph.Int(1))));
        });
        return (Taken(sum), Taken(count));
    }

    // Min ends at a NaN, Max passes over NaN as long as there is a number.
    private Value Extreme(IInvocationOperation operation, ImmutableArray<Value> arguments)
    {
        bool isMax = operation.TargetMethod.Name == "Max";
        ScalarType type = NumberOf(operation.Type);
        var (extreme, count, numbers) = (new Total(isMax ? "max" : "min"), new Total("count"), new Total("numbers"));
        _variables.Set(extreme, new Scalar(isMax ? Accumulation.Smallest(_graph, type) : Accumulation.Largest(_graph, type)));
        _variables.Set(count, new Scalar(_graph.Int(0)));
        _variables.Set(numbers, new Scalar(_graph.Int(0)));
        EachNumber(operation, arguments, [extreme, count, numbers], item =>
        {
            Expression isNumber = type.IsFloating() && isMax ? _graph.Equal(item, item) : _graph.True;
            Expression candidate = _graph.Select(isNumber, item, Accumulation.Smallest(_graph, type));
            _variables.Set(extreme, new Scalar(_graph.Apply(PrimitiveTable.ByName(isMax ? "Max" : "Min"), Held(extreme), candidate)));
            _variables.Set(numbers, new Scalar(_graph.Select(isNumber, _graph.Add(Held(numbers), _graph.Int(1)), Held(numbers))));
            _variables.Set(count, new Scalar(_graph.Add(Held(count), _graph.Int(1))));
        });
        RequireItems(Taken(count));
        (Expression result, Expression known) = (Taken(extreme), Taken(numbers));
        return new Scalar(type.IsFloating() && isMax ? _graph.Select(_graph.Equal(known, _graph.Int(0)), _graph.Number(type, double.NaN), result) : result);
    }

    private Value Count(IInvocationOperation operation, ImmutableArray<Value> arguments)
    {
        var count = new Total("count");
        _variables.Set(count, new Scalar(_graph.Int(0)));
        Value source = arguments.Length == 2 ? new Filtered(arguments[0], arguments[1], false) : arguments[0];
        Enumerate(source, operation, [], [count], _ => _variables.Set(count, new Scalar(_graph.Add(Held(count), _graph.Int(1)))));
        return new Scalar(_graph.Convert(Taken(count), NumberOf(operation.Type)));
    }

    // No item is asked for that comes after the one that decides.
    private Value Quantified(IInvocationOperation operation, ImmutableArray<Value> arguments)
    {
        bool isAny = operation.TargetMethod.Name == "Any";
        var open = new Total(isAny ? "none" : "all");
        _variables.Set(open, new Scalar(_graph.True));
        Enumerate(arguments[0], operation, arguments.Skip(1).SelectMany(BodiesOf), [open], item =>
        {
            Expression truth = arguments.Length == 1 ? _graph.True : Truth(Call(arguments[1], [item], operation));
            _variables.Set(open, new Scalar(isAny ? _graph.Not(truth) : truth));
        }, running: [open]);
        Expression result = Taken(open);
        return new Scalar(isAny ? _graph.Not(result) : result);
    }

    private Value Aggregate(IInvocationOperation operation, ImmutableArray<Value> arguments)
    {
        var total = new Total("total");
        Value source = arguments[0];
        if (arguments.Length == 2)
        {
            if (IndexedOf(source, Alone(operation)) is not { } items || BodiesOf(source).Any(CanDoMore))
            {
                return RefuseSequence(operation);
            }

            RequireItems(items.Count);
            _variables.Set(total, items.Item(items.Lower));
            source = new Section(source, _graph.Int(1), null);
        }
        else
        {
            _variables.Set(total, arguments[1]);
        }

        Value function = arguments[arguments.Length == 2 ? 1 : 2];
        Enumerate(source, operation, BodiesOf(function), [total], item => _variables.Set(total, Call(function, [_variables.Find(total)!, item], operation)));
        Value result = _variables.Find(total)!;
        _variables.Remove(total);
        return result == Value.Ambiguous ? Refuse(NameOf(operation), Problems.UnsupportedCode, $"'{Excerpt(operation.Syntax)}'", "aggregate numbers and tuples of them")
            : arguments.Length == 4 ? Call(arguments[3], [result], operation) : result;
    }

    /// <summary>The numbers that the items are, or that the function makes of them.</summary>
    private void EachNumber(IInvocationOperation operation, ImmutableArray<Value> arguments, ImmutableArray<object> totals, Action<Expression> body)
    {
        Value source = arguments.Length == 2 ? new Selected(arguments[0], arguments[1], false) : arguments[0];
        Enumerate(source, operation, [], totals, item => body(item is Scalar scalar ? scalar.Expression : StandIn(ItemType(operation))));
    }

    private static Microsoft.CodeAnalysis.ITypeSymbol ItemType(IInvocationOperation operation)
        => ((Microsoft.CodeAnalysis.INamedTypeSymbol)operation.TargetMethod.Parameters[operation.TargetMethod.Parameters.Length - 1].Type).TypeArguments[^1];

    private void RequireItems(Expression count) => _flow.Require(_graph.Less(_graph.Int(0), count));

    private Expression Held(Total total) => ((Scalar)_variables.Find(total)!).Expression;

    /// <summary>What has been added up, and isn't needed any more.</summary>
    private Expression Taken(Total total)
    {
        Expression result = Held(total);
        _variables.Remove(total);
        Name(new Scalar(result), total.Name);
        return result;
    }
}
