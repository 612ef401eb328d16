using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Patterns over the parts of tuples, structures and plain data: <c>(> 0, var y)</c>, <c>{ X: > 0 }</c>.</summary>
internal sealed partial class Lifter
{
    /// <summary>What the properties in a pattern belong to.</summary>
    private Reference? _matched;

    /// <summary>What the patterns between the parentheses are matched with; default if the value can't be taken apart so, or need not be of the type.</summary>
    private ImmutableArray<Value> PartsOf(IRecursivePatternOperation pattern, AggregateValue aggregate)
    {
        bool isOfType = SymbolEqualityComparer.Default.Equals(pattern.MatchedType, pattern.InputType);
        ImmutableArray<Value> parts = pattern.DeconstructionSubpatterns.IsEmpty ? []
            : aggregate.Structure is null ? aggregate.Items
            : pattern.DeconstructSymbol is IMethodSymbol method ? Taken(pattern, aggregate, method)
            : [];
        return isOfType && parts.Length == pattern.DeconstructionSubpatterns.Length ? parts : default;
    }

    // In their order, each only where those before it fit.
    private Expression MatchesParts(IRecursivePatternOperation pattern, AggregateValue aggregate, ImmutableArray<Value> parts)
    {
        Expression fits = _graph.True;
        for (int i = 0; i < parts.Length; i++)
        {
            int part = i;
            fits = And(fits, () => Matches(pattern.DeconstructionSubpatterns[part], parts[part]));
        }

        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            fits = And(fits, () => Matches(property.Pattern, MemberOf(property.Member, aggregate)));
        }

        if (pattern.DeclaredSymbol is { } variable)
        {
            Set(variable, aggregate);
        }

        return fits;
    }

    private Expression And(Expression fits, Func<Expression> next)
    {
        Expression here = _graph.False;
        _flow.Branch(fits, () => here = next(), static () => { });
        return _graph.And(fits, here);
    }

    private Value MemberOf(IOperation member, AggregateValue aggregate)
    {
        Reference? outer = _matched;
        (Value value, Value after) = RunOn(aggregate, aggregate.Structure?.Type.Name ?? "value", isWritable: false, matched =>
        {
            _matched = matched;
            Value read = Visit(member);
            _matched = outer;
            return read;
        });
        return ReferenceEquals(after, aggregate) ? value : Refuse(member, Problems.SideEffect, Excerpt(member.Syntax));
    }

    /// <summary>Whether what has the type of the pattern isn't null.</summary>
    private Expression IsThere(IPatternOperation pattern, bool matchesNull, Value subject)
        => matchesNull || pattern.InputType is { IsReferenceType: false } || subject == Value.Refused ? _graph.True
            : IsNull(subject) is { } isNull ? _graph.Not(isNull)
            : RefusePattern(pattern, subject);
}
