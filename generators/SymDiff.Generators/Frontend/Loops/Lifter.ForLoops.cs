using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary><c>for</c> over integers: the trips are numbered, and the loop variable calculated from the number.</summary>
internal sealed partial class Lifter
{
    public override Value VisitForLoop(IForLoopOperation operation, Unit argument)
    {
        Each(operation.Before);
        ImmutableArray<ISymbol> assigned = Assigned(operation.AtLoopBottom.Add(operation.Body));
        ForHeader? header = ForHeader.Read(operation);
        if (header is null)
        {
            RefuseLoop(operation.Condition ?? operation, Problems.LoopForm, "write 'for (int i = start; i < end; i++)', or a constant step");
            return Unknown([operation.Body, .. operation.AtLoopBottom], assigned);
        }

        if (!NumberOf(header.VariableType).IsInteger())
        {
            RefuseLoop(operation.Condition!, Problems.FloatingLoopVariable, header.VariableType.ToDisplayString(), header.Variable.Name);
            return Unknown([operation.Body, .. operation.AtLoopBottom], assigned);
        }

        if (Assigned([operation.Body]).Contains(header.Variable, SymbolEqualityComparer.Default))
        {
            RefuseLoop(operation.Condition!, Problems.LoopForm, $"'{header.Variable.Name}' is assigned in the loop");
            return Unknown([operation.Body, .. operation.AtLoopBottom], assigned);
        }

        if (WithDelegates([header.Bound]).SelectMany(AssignedVariables.ReadBy).FirstOrDefault(variable => assigned.Contains(variable, SymbolEqualityComparer.Default)) is { } changing)
        {
            RefuseLoop(header.Bound, Problems.LoopForm, $"'{changing.Name}' changes in the loop");
            return Unknown([operation.Body, .. operation.AtLoopBottom], assigned);
        }

        Expression? start = AsCount(Read(operation, header.Variable));
        Expression? bound = AsCount(Visit(header.Bound));
        if (start is null || bound is null)
        {
            RefuseLoop(operation.Condition!, Problems.LoopForm, "count with an 'int' up to an 'int'");
            return Unknown([operation.Body, .. operation.AtLoopBottom], assigned);
        }

        Trips trips = Trips.Count(header, start, bound, _flow);
        Symbol index = _graph.Index(trips.IsPlain ? header.Variable.Name : "k", trips.Lower, trips.Upper, _flow.Depth);
        LoopRange range = new(index, trips.Lower, trips.Upper, trips.Counter(header, index, bound));
        Expression current = _graph.Convert(trips.ValueAt(index), NumberOf(header.VariableType));
        Loop(range, operation, assigned.Remove(header.Variable, SymbolEqualityComparer.Default), () => Set(header.Variable, new Scalar(current)), () =>
        {
            Visit(operation.Body);
        }, () => Each(operation.AtLoopBottom.Where(statement => !header.IsStep(statement))));
        Set(header.Variable, new Scalar(_graph.Convert(trips.After(start), NumberOf(header.VariableType))));
        foreach (ILocalSymbol local in operation.Locals)
        {
            _variables.Remove(local);
        }

        return Value.Nothing;
    }

    /// <summary>An integer that is an <c>int</c> in truth, whatever wider type it has been converted to.</summary>
    private Expression? AsCount(Value value)
    {
        if (value is not Scalar { Expression: var number } || !number.Scalar.IsInteger())
        {
            return null;
        }

        return IntegerRange.Of(number).FitsInt ? AsInt(number) : null;
    }

    private void RefuseLoop(IOperation place, DiagnosticDescriptor problem, params ImmutableArray<string> arguments)
        => Refuse(place.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax ? Keyword(place) : place.Syntax.GetLocation(), problem, arguments);
}
