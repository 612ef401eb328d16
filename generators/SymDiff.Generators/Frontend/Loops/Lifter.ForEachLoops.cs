using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary><c>foreach</c> over arrays, spans, tensors and ranges of integers.</summary>
internal sealed partial class Lifter
{
    public override Value VisitForEachLoop(IForEachLoopOperation operation, Unit argument)
    {
        IOperation collection = operation.Collection;
        while (collection is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            collection = conversion.Operand;
        }

        Value items = Visit(collection);
        ImmutableArray<object> assigned = Assigned([operation.Body]);
        if (items is SequenceValue)
        {
            Action<Value> body = item =>
            {
                SetEach(operation, item);
                Visit(operation.Body);
            };
            ImmutableArray<IOperation> code = WithDelegates([operation.Body, .. BodiesOf(items)]);
            var loop = new LoopSource(code, operation.ContinueLabel, Keyword(operation));
            if (IsOneLoop(items))
            {
                Leavable(operation, loop, isEndless: false, (known, totals) => Enumerate(items, new Enumeration(known, operation, [.. AssignedIn(code), .. totals], []), body));
            }
            else
            {
                Enumerate(items, new Enumeration(loop, operation, [.. AssignedIn(code)], []), body);
            }

            foreach (ILocalSymbol local in operation.Locals)
            {
                _variables.Remove(local);
            }

            return Value.Nothing;
        }

        if (items is StructureArray structures && operation.Locals.All(static local => local.RefKind is RefKind.None or RefKind.RefReadOnly))
        {
            var every = new LoopRange(_graph.Index("i", _graph.Int(0), structures.Length, _flow.Depth), _graph.Int(0), structures.Length);
            Loop(every, operation, assigned, () => SetEach(operation, InAll(structures.Parts, every.Index)), () => Visit(operation.Body), static () => { });
            foreach (ILocalSymbol local in operation.Locals)
            {
                _variables.Remove(local);
            }

            return Value.Nothing;
        }

        if (operation.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None or RefKind.RefReadOnly } variable } || items is not (ArrayValue or TensorValue or RangeValue))
        {
            if (operation.LoopControlVariable is IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref })
            {
                Refuse(Keyword(operation), Problems.UnsupportedCode, "'foreach (ref …)'", "use a 'for' loop, and assign the elements by their index");
            }
            else if (items != Value.Refused)
            {
                Refuse(collection, Problems.ForEachOver, collection.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "?");
            }

            foreach (ILocalSymbol local in operation.Locals.Where(static local => local.RefKind != RefKind.None))
            {
                _variables.Set(local, Value.Refused);
            }

            return Unknown([operation.Body], [.. assigned, .. operation.Locals.Where(static local => local.RefKind == RefKind.None)]);
        }

        var whole = new LoopSource(WithDelegates([operation]), operation.ContinueLabel, Keyword(operation));
        switch (items)
        {
            case RangeValue numbers:
                Expression upper = Affine.Combine(numbers.Start, numbers.Count, 1).ToExpression(_graph);
                Over([], (numbers.Start, upper), index => index);
                break;
            case TensorValue tensor:
                Over([], (_graph.Int(0), _graph.Extent(tensor.Elements, 0)), index => _graph.Element(tensor.Elements, [index]));
                break;
            case ArrayValue array:
                Axis(AsArray(collection.Type, array), []);
                break;
        }

        _variables.Remove(variable);
        return Value.Nothing;

        // Row by row, the last index fastest.
        void Axis(ArrayValue array, ImmutableArray<Expression> outer)
        {
            (Expression, Expression) extent = (_graph.Int(0), _graph.Extent(array.Expression, outer.Length));
            if (outer.Length == array.Expression.Type.Rank - 1)
            {
                Over(outer, extent, index => ElementAt(array, outer.Add(index)));
            }
            else
            {
                LoopRange range = Range("i", extent);
                Loop(range, whole, assigned, static () => { }, () => Axis(array, outer.Add(range.Index)), static () => { });
            }
        }

        void Over(ImmutableArray<Expression> outer, (Expression Lower, Expression Upper) extent, Func<Expression, Expression> item)
        {
            LoopRange range = Range(items is RangeValue ? variable.Name : outer.IsEmpty ? "i" : "j", extent);
            if (outer.IsEmpty)
            {
                Loop(range, operation, assigned, () => Set(variable, Fitting(item(range.Index))), () => Visit(operation.Body), static () => { });
            }
            else
            {
                Loop(range, whole, assigned, () => Set(variable, Fitting(item(range.Index))), () => Visit(operation.Body), static () => { });
            }
        }

        Value Fitting(Expression item) => new Scalar(NumberOf(variable.Type) is var type and not ScalarType.None ? _graph.Convert(item, type) : item);

        LoopRange Range(string name, (Expression Lower, Expression Upper) extent)
            => new(_graph.Index(name, extent.Lower, extent.Upper, _flow.Depth), extent.Lower, extent.Upper);
    }

    private void SetEach(IForEachLoopOperation loop, Value item)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } single })
        {
            Set(single, item is Scalar scalar && NumberOf(single.Type) is var type and not ScalarType.None ? new Scalar(_graph.Convert(scalar.Expression, type)) : item);
        }
        else
        {
            Deconstruct(loop.LoopControlVariable, item, DeconstructionOf(loop.Syntax), null);
        }
    }
}
