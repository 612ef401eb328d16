using System.Collections.Immutable;

namespace SymDiff.Symbolics.Expressions;

/// <summary>A named result of a function.</summary>
/// <param name="Destination">Of an array: where its elements are written.</param>
public sealed record Result(string Name, Expression Value, Symbol? Destination = null);

/// <summary>
/// A function in the intermediate representation: parameters, results, and what must hold for the results to mean anything.
/// Pure: the same arguments (and <see cref="SymbolRole.External"/> state) give the same results.
/// </summary>
public sealed record Function(
    string Name,
    ExpressionGraph Graph,
    ImmutableArray<Symbol> Parameters,
    ImmutableArray<Result> Results)
{
    /// <summary>
    /// Truth values, in the order of the source, that are all true exactly where the source runs to its end without throwing.
    /// They hold what the source checks itself (guard clauses) and what C# checks for it (index ranges, division by zero, overflow in a
    /// <c>checked</c> context), so that a derivative fails wherever the source fails even if it needs less of it.
    /// </summary>
    public ImmutableArray<Expression> Requirements { get; init; } = [];

    /// <summary>What the source calls some of the nodes (its locals), for readable output. A node's first name counts.</summary>
    public ImmutableArray<(Expression Node, string Name)> Names { get; init; } = [];
}
