using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// An array that the differentiated code makes for itself: what it is, not what it holds, which is a variable with this as its key. Variables refer to it, so
/// that what is written through one of them is seen through all.
/// </summary>
internal sealed class LocalArray(int number, ScalarType scalar, ImmutableArray<Expression> extents, ImmutableArray<Symbol> indices)
{
    /// <summary>In the order of creation.</summary>
    public int Number => number;

    public ExpressionType Type { get; } = new(scalar, extents.Length);

    public ImmutableArray<Expression> Extents => extents;

    /// <summary>What the comprehensions of its elements run over: always these, so that one is made of another without renaming.</summary>
    public ImmutableArray<Symbol> Indices => indices;

    public ImmutableArray<Expression> Positions => ImmutableArray<Expression>.CastUp(indices);

    /// <summary>What the first variable is called that refers to it.</summary>
    public string? Name { get; set; }

    /// <summary>The array of these elements.</summary>
    public Build Of(Expression body) => (Build)body.Graph.Build(indices, extents, body);

    /// <summary>The array with one element changed.</summary>
    public Build With(Build elements, ImmutableArray<Expression> position, Expression value)
    {
        ExpressionGraph graph = value.Graph;
        Expression isHere = indices
            .Select((index, axis) => IndexTests.Equal(index, position[axis]))
            .Aggregate(graph.And);
        return Of(graph.Select(isHere, value, Before(elements.Body, isHere)));
    }

    /// <summary>The elements without what has been assigned at the same place earlier, as far as it can be seen: what is assigned again and again doesn't pile up.</summary>
    private static Expression Before(Expression elements, Expression isHere)
    {
        var others = new Stack<Select>();
        Expression rest = elements;
        while (rest is Select assigned && !ReferenceEquals(assigned.Condition, isHere) && IsAtConstant(assigned.Condition) && IsAtConstant(isHere))
        {
            others.Push(assigned);
            rest = assigned.WhenFalse;
        }

        return rest is Select same && ReferenceEquals(same.Condition, isHere)
            ? others.Aggregate(same.WhenFalse, static (before, assigned) => assigned.Graph.Select(assigned.Condition, assigned.WhenTrue, before))
            : elements;
    }

    private static bool IsAtConstant(Expression test) => test is Apply { Arguments: [Symbol { Role: SymbolRole.Index }, Constant] } equal && ReferenceEquals(equal.Primitive, Comparisons.Equal);
}
