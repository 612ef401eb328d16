using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary><c>(a, b) = value</c>: of tuples, of positional records, and by methods called <c>Deconstruct</c>.</summary>
internal sealed partial class Lifter
{
    /// <summary>Which methods take the value apart, which the operation doesn't tell.</summary>
    private DeconstructionInfo? DeconstructionOf(SyntaxNode syntax) => syntax switch
    {
        AssignmentExpressionSyntax assignment => _sources.ModelOf(assignment)?.GetDeconstructionInfo(assignment),
        ForEachVariableStatementSyntax loop => _sources.ModelOf(loop)?.GetDeconstructionInfo(loop),
        _ => null,
    };

    private void Deconstruct(IOperation target, Value value, DeconstructionInfo? how, ITypeSymbol? type)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Deconstruct(declaration.Expression, value, how, type);
                break;
            case ITupleOperation tuple when value is AggregateValue { Structure: null } items && items.Items.Length == tuple.Elements.Length:
                Deconstruct(tuple, items.Items, how, type is INamedTypeSymbol { IsTupleType: true } named ? [.. named.TupleElements.Select(static element => element.Type)] : []);
                break;
            case ITupleOperation when value == Value.Refused:
                break;
            case ITupleOperation tuple when value is AggregateValue { Structure: not null } whole && how is { Method: { } method }:
                ImmutableArray<Value> parts = Taken(tuple, whole, method);
                if (parts.Length == tuple.Elements.Length)
                {
                    Deconstruct(tuple, parts, how, [.. method.Parameters.Skip(method.Parameters.Length - parts.Length).Select(static parameter => parameter.Type)]);
                }
                else
                {
                    RefuseDeconstruction(target);
                }

                break;
            case ITupleOperation:
                RefuseDeconstruction(target);
                break;
            default:
                Assign(target, value is Scalar scalar && NumberOf(target.Type) is var number and not ScalarType.None ? new Scalar(_graph.Convert(scalar.Expression, number)) : value);
                break;
        }
    }

    private void RefuseDeconstruction(IOperation target)
        => Refuse(target, Problems.UnsupportedCode, $"'{Excerpt(target.Syntax)}'", "deconstruct tuples, and what has a method 'Deconstruct'");

    private void Deconstruct(ITupleOperation tuple, ImmutableArray<Value> items, DeconstructionInfo? how, ImmutableArray<ITypeSymbol> types)
    {
        for (int i = 0; i < tuple.Elements.Length; i++)
        {
            Deconstruct(tuple.Elements[i], items[i], how is { Nested: { } nested } && i < nested.Length ? nested[i] : null, i < types.Length ? types[i] : null);
        }
    }

    /// <summary>What a method called <c>Deconstruct</c> makes of a value; nothing if it can't be seen.</summary>
    private ImmutableArray<Value> Taken(IOperation place, AggregateValue whole, IMethodSymbol method)
        => _sources.BodyOf(method.OriginalDefinition) is not null ? Deconstructed(place, whole, method)
            : method.IsImplicitlyDeclared ? [.. method.Parameters.Select(parameter => Positional(whole, whole.Structure!, parameter))]
            : [];

    // A positional record's own: the properties of the names of its parameters.
    private Value Positional(AggregateValue whole, Structure structure, IParameterSymbol parameter)
        => structure.Type.GetMembers(parameter.Name).Select(structure.PositionOf).FirstOrDefault(static position => position is not null) is { } position ? whole.Items[position] : Value.Refused;

    /// <summary>What a method assigns to its <c>out</c> parameters; in their order.</summary>
    private ImmutableArray<Value> Deconstructed(IOperation place, AggregateValue whole, IMethodSymbol method)
    {
        // An extension method has the value for its first argument.
        Total[] outputs = [.. method.Parameters.Where(static parameter => parameter.RefKind == RefKind.Out).Select(static parameter => new Total(parameter.Name))];
        foreach (Total output in outputs)
        {
            _variables.Set(output, Value.Unassigned);
        }

        _flow.HasFunctions = true;
        ImmutableArray<Value> arguments = [.. outputs.Select(static output => new Reference(output))];
        IMethodSymbol called = method.ReducedFrom ?? method;
        if (called.IsStatic)
        {
            Inline(called, [whole, .. arguments], place.Syntax.GetLocation());
        }
        else
        {
            Value after = RunOn(whole, whole.Structure!.Type.Name, isWritable: !whole.Structure.IsClass, made => Inline(called, arguments, place.Syntax.GetLocation(), made)).After;
            if (!ReferenceEquals(after, whole))
            {
                Refuse(place, Problems.SideEffect, Excerpt(place.Syntax));
            }
        }

        ImmutableArray<Value> results = [.. outputs.Select(output => _variables.Find(output) ?? Value.Refused)];
        foreach (Total output in outputs)
        {
            _variables.Remove(output);
        }

        return results;
    }
}
