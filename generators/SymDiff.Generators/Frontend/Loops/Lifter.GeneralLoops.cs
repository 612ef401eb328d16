using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Loops that run as long as a condition holds, and loops that are left before their end.</summary>
internal sealed partial class Lifter
{
    private readonly Stack<LoopExits> _exits = [];

    public override Value VisitWhileLoop(IWhileLoopOperation operation, Unit argument)
    {
        IOperation condition = operation.Condition!;
        if (operation.ConditionIsTop)
        {
            General(operation, condition, operation.ConditionIsUntil, static () => { });
        }
        else
        {
            General(operation, null, false, () => LeaveUnless(condition, _exits.Peek()), condition);
        }

        return Value.Nothing;
    }

    /// <summary>A loop without a range that is known before.</summary>
    /// <param name="condition">What is looked at before each trip; null if nothing is.</param>
    /// <param name="end">What is run after each trip.</param>
    /// <param name="last">What is looked at after each trip.</param>
    private void General(ILoopOperation operation, IOperation? condition, bool isUntil, Action end, IOperation? last = null)
    {
        if (isUntil)
        {
            DefaultVisit(operation, default);
            return;
        }

        Symbol trip = _graph.Index("trip");
        LoopRange range = new(trip, _graph.Int(0), _graph.Int(int.MaxValue));
        Loop(range, operation, Assigned([operation]), static () => { }, () => Visit(operation.Body), end, condition, isEndless: (condition ?? last)?.ConstantValue is null or { HasValue: true, Value: true });
        foreach (ILocalSymbol local in operation.Locals)
        {
            _variables.Remove(local);
        }
    }

    /// <summary>A loop over a range, which may be left before its end.</summary>
    private void Loop(LoopRange range, ILoopOperation operation, ImmutableArray<object> assigned, Action begin, Action body, Action end, IOperation? condition = null, bool isEndless = false)
    {
        var source = new LoopSource(WithDelegates([operation]), operation.ContinueLabel, Keyword(operation)) { Condition = condition };
        Leavable(operation, source, isEndless, (known, totals) => Loop(range, known, assigned.Concat(totals), begin, body, end));
    }

    /// <summary>Runs a loop, and afterwards what follows from how it was left.</summary>
    /// <param name="loop">The loop, given what else it carries.</param>
    private void Leavable(ILoopOperation operation, LoopSource source, bool isEndless, Action<LoopSource, ImmutableArray<object>> loop)
    {
        bool breaks = LoopExits.Breaks(operation);
        Value? result = LoopExits.Returns(operation) ? ResultBefore() : null;
        if (!breaks && result is null && source.Condition is null && operation is not IWhileLoopOperation && !isEndless)
        {
            loop(source, []);
            return;
        }

        var exits = new LoopExits(operation.ExitLabel);
        _variables.Set(exits.Running, new Scalar(_graph.True));
        _variables.Set(exits.Returned, new Scalar(_graph.False));
        _variables.Set(exits.Result, result ?? Value.Nothing);
        _exits.Push(exits);
        loop(source with { Exits = exits }, [exits.Running, exits.Returned, exits.Result]);
        _exits.Pop();
        Expression returned = Held(exits.Returned);
        Value value = _variables.Find(exits.Result)!;
        foreach (Total total in (Total[])[exits.Running, exits.Returned, exits.Result])
        {
            _variables.Remove(total);
        }

        _flow.Branch(isEndless && !breaks ? _graph.True : returned, () => Return(value, operation), static () => { });
    }

    /// <summary>Whether there is another trip, as far as it can be said before anything else of it is run.</summary>
    private Expression Condition(LoopSource source)
    {
        if (source.Exits is not { } exits)
        {
            return _graph.True;
        }

        Expression going = _graph.And(Held(exits.Running), _graph.Not(Held(exits.Returned)));
        if (source.Condition is null)
        {
            return going;
        }

        (int required, int mark) = (_flow.Requirements.Count, _variables.Mark);
        Expression condition = ScalarOf(source.Condition);
        SuspectTrips(source.Condition.Syntax, condition);
        if (_flow.Requirements.Count == required && _variables.Mark == mark)
        {
            return _graph.And(going, condition);
        }

        // It does more than tell: then it is a part of the trip.
        _flow.Branch(condition, static () => { }, () => LeaveLoop(exits));
        return going;
    }

    private void LeaveUnless(IOperation condition, LoopExits exits)
    {
        Expression holds = ScalarOf(condition);
        SuspectTrips(condition.Syntax, holds);
        _flow.Branch(holds, static () => { }, () => LeaveLoop(exits));
    }

    private void LeaveLoop(LoopExits exits)
    {
        _variables.Set(exits.Running, new Scalar(_graph.False));
        _flow.Leave(_flow.Find(exits.Label)!, Value.Nothing);
    }

    /// <summary>Leaves the method; out of a loop, by way of the end of the loop.</summary>
    private Value Return(Value value, IOperation place)
    {
        if (_flow.Find(label: null) is { } method)
        {
            _flow.Leave(method, value);
            return Value.Nothing;
        }

        if (_exits.Count == 0 || _flow.Find(_exits.Peek().Label) is not { } loop || _variables.Find(_exits.Peek().Result) == Value.Refused)
        {
            return Refuse(Keyword(place), Problems.LeavesLoop, "return");
        }

        _variables.Set(_exits.Peek().Returned, new Scalar(_graph.True));
        if (value != Value.Nothing)
        {
            _variables.Set(_exits.Peek().Result, value);
        }

        _flow.Leave(loop, Value.Nothing);
        return Value.Nothing;
    }

    // Never read unless something has been returned.
    private Value ResultBefore()
    {
        IMethodSymbol method = _callStack[_callStack.Count - 1].Method;
        return method.ReturnsVoid ? Value.Nothing : DefaultOf(method.ReturnType) ?? Value.Refused;
    }

    // What decides is what the comparisons in the condition compare; the length of an array is none of its numbers.
    private void SuspectTrips(SyntaxNode place, Expression condition)
    {
        if (_callOfLibrary is null)
        {
            _suspicions.Add(new LossSuspicion(Problems.TripsDepend, place.GetLocation(), [.. Traversal.Reachable([condition], static node => node is not SymDiff.Symbolics.Expressions.Extent).Where(static node => node.Scalar.IsFloating() && node is not SymDiff.Symbolics.Expressions.Constant)], []));
        }
    }
}
