using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Evaluation;

/// <summary>
/// Evaluates expressions as C# would: only what is needed, <c>float</c> arithmetic rounded at each step, integers that wrap, exceptions where C# throws.
/// The definition of what the intermediate representation means; tests compare everything else with it.
/// </summary>
public static class Interpreter
{
    /// <summary>The results of a function, in order.</summary>
    /// <param name="function">What to evaluate.</param>
    /// <param name="arguments">The arguments, in order of the parameters.</param>
    public static ImmutableArray<Value> Evaluate(Function function, params ImmutableArray<Value> arguments)
    {
        if (arguments.Length != function.Parameters.Length)
        {
            throw new ArgumentException($"{function.Name} takes {function.Parameters.Length} arguments, not {arguments.Length}.", nameof(arguments));
        }

        var scope = new Scope(function.Parameters.Zip(arguments, static (symbol, value) => new KeyValuePair<Symbol, Value>(symbol, value)));
        return [.. function.Results.Select(result => Evaluate(result.Value, scope))];
    }

    /// <summary>Whether all requirements of a function hold: whether the source would run to its end.</summary>
    public static bool MeetsRequirements(Function function, params ImmutableArray<Value> arguments)
        => Evaluate(
            function with { Results = [.. function.Requirements.Select(static requirement => new Result("", requirement))] }, arguments)
            .All(static requirement => requirement.IsTrue);

    /// <summary>The value of an expression whose symbols have these values.</summary>
    public static Value Evaluate(Expression expression, IReadOnlyDictionary<Symbol, Value> environment) => Evaluate(expression, new Scope(environment));

    /// <inheritdoc cref="Evaluate(Expression, IReadOnlyDictionary{Symbol, Value})"/>
    public static Value Evaluate(Expression expression, params (Symbol Symbol, Value Value)[] environment)
        => Evaluate(expression, environment.ToDictionary(static pair => pair.Symbol, static pair => pair.Value));

    // An explicit stack, because a long method makes a deep graph; recursion only into the bodies of loops.
    private static Value Evaluate(Expression root, Scope scope)
    {
        var pending = new Stack<Expression>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            Expression node = pending.Peek();
            if (scope.Find(node) is not null)
            {
                pending.Pop();
            }
            else if (NextOperand(node, scope) is { } operand)
            {
                pending.Push(operand);
            }
            else
            {
                scope.Add(node, Calculate(node, scope));
                pending.Pop();
            }
        }

        return scope.Find(root)!;
    }

    // What must be known before the node, and isn't. Of a selection the condition, then one side; of a loop all but its body.
    private static Expression? NextOperand(Expression node, Scope scope)
    {
        if (node is Select select)
        {
            return scope.Find(select.Condition) is not { } condition ? select.Condition
                : Chosen(select, condition) is var side && scope.Find(side) is null ? side : null;
        }

        int count = Binders.FirstBoundOperand(node);
        for (int i = 0; i < count; i++)
        {
            if (scope.Find(node.Operands[i]) is null)
            {
                return node.Operands[i];
            }
        }

        return null;
    }

    private static Expression Chosen(Select select, Value condition) => condition.IsTrue ? select.WhenTrue : select.WhenFalse;

    private static Value Calculate(Expression node, Scope scope)
    {
        Value Known(Expression operand) => scope.Find(operand)!;
        return node switch
        {
            Constant constant => Value.Of(constant.Scalar, constant.Payload),
            Symbol symbol => throw new KeyNotFoundException($"The symbol {symbol.Name} has no value."),
            Apply apply when !apply.Type.IsArray => PrimitiveEvaluation.Evaluate(apply, [.. apply.Arguments.Select(Known)]),
            Select select => Known(Chosen(select, Known(select.Condition))),
            Reduce reduce => Fold(reduce, scope.Find(reduce.Initial)!, scope),
            Scan scan => Run(scan, scope),
            Output output => Known(output.Scan).Items[output.Position],
            Trace trace => Known(trace.Scan).Items[trace.Scan.Carried.Length + trace.Position],
            Build build => Fill(build, scope),
            Zeros zeros => Zero(Known(zeros.Shape)),
            Scatter scatter => With(Zero(Known(scatter.Shape)), [.. scatter.Indices.Select(Known)], Known(scatter.Value)),
            Update update => With(Known(update.Array), [.. update.Indices.Select(Known)], Known(update.Value)),
            Apply sum when sum.Type.IsArray
                => sum.Arguments.Select(Known).Aggregate(static (left, right) => PrimitiveEvaluation.Combine(ReduceOperator.Sum, left, right)),
            Stored stored => Known(stored.Array),
            Element element => Item(Known(element.Array), [.. element.Indices.Select(Known)]),
            Extent extent => Known(extent.Array).Extents[extent.Axis],
            _ => throw new ArgumentException(node.GetType().Name, nameof(node)),
        };
    }

    private static Value Fold(Reduce reduce, Value initial, Scope scope)
    {
        Value accumulated = initial;
        Reduce? inner = Continuation.Of(reduce);
        for (long i = scope.Find(reduce.Lower)!.Payload, upper = scope.Find(reduce.Upper)!.Payload; i < upper; i++)
        {
            var step = new Scope(scope, [reduce.Index], [(int)i]);
            foreach (Expression term in reduce.Terms)
            {
                accumulated = inner is null
                    ? PrimitiveEvaluation.Combine(reduce.Operator, accumulated, Evaluate(term, step))
                    : GoOn(reduce, inner, accumulated, step);
            }
        }

        return accumulated;
    }

    private static Value GoOn(Reduce reduce, Reduce inner, Value accumulated, Scope scope)
    {
        Expression term = reduce.Terms[0];
        while (term is Select select)
        {
            term = Chosen(select, Evaluate(select.Condition, scope));
        }

        if (!ReferenceEquals(term, inner))
        {
            return accumulated;
        }

        Evaluate(inner.Lower, scope);
        Evaluate(inner.Upper, scope);
        return Fold(inner, accumulated, scope);
    }

    private static Value Run(Scan scan, Scope scope)
    {
        ImmutableArray<Value> carried = [.. scan.Initials.Select(initial => scope.Find(initial)!)];
        ImmutableArray<ImmutableArray<Value>.Builder> kept = [.. scan.Stacked.Select(static _ => ImmutableArray.CreateBuilder<Value>())];
        long lower = scope.Find(scan.Lower)!.Payload;
        for (long steps = scope.Find(scan.Upper)!.Payload - lower, k = 0; k < steps; k++)
        {
            long i = scan.IsDownward ? lower + steps - 1 - k : lower + k;
            var step = new Scope(scope, [scan.Index, .. scan.Carried], [(int)i, .. carried]);
            if (!Evaluate(scan.While, step).IsTrue)
            {
                break;
            }

            for (int position = 0; position < kept.Length; position++)
            {
                kept[position].Add(Evaluate(scan.Stacked[position], step));
            }

            carried = [.. scan.Nexts.Select(next => Evaluate(next, step))];
        }

        return Value.Outputs([.. carried, .. kept.Select((values, position) => Value.Array(scan.Stacked[position].Scalar, [values.Count], values.ToImmutable()))]);
    }

    private static Value Fill(Build build, Scope scope)
    {
        ImmutableArray<int> extents = [.. build.Extents.Select(extent => (int)scope.Find(extent)!.Payload)];
        var items = new Value[extents.Aggregate(1, static (product, extent) => checked(product * extent))];
        for (int position = 0; position < items.Length; position++)
        {
            var indices = new Value[extents.Length];
            for (int axis = extents.Length - 1, rest = position; axis >= 0; rest /= extents[axis], axis--)
            {
                indices[axis] = rest % extents[axis];
            }

            items[position] = Evaluate(build.Body, new Scope(scope, build.Indices, [.. indices]));
        }

        return Value.Array(build.Scalar, extents, [.. items]);
    }

    private static Value Zero(Value shape)
        => Value.Array(shape.Type.Scalar, shape.Extents, [.. shape.Items.Select(_ => Value.Of(shape.Type.Scalar, 0.0))]);

    private static Value With(Value array, ImmutableArray<Value> indices, Value item)
        => Value.Array(array.Type.Scalar, array.Extents, array.Items.SetItem(Position(array, indices), item));

    private static Value Item(Value array, ImmutableArray<Value> indices) => array.Items[Position(array, indices)];

    private static int Position(Value array, ImmutableArray<Value> indices)
    {
        long position = 0;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            long index = indices[axis].Payload;
            if (index < 0 || index >= array.Extents[axis])
            {
                throw new IndexOutOfRangeException();
            }

            position = (position * array.Extents[axis]) + index;
        }

        return (int)position;
    }
}
