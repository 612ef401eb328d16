using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>What an operation of the source yields, or a variable holds, in terms of the function's arguments.</summary>
internal abstract record Value
{
    private sealed record Mark(string Name) : Value;

    /// <summary>There is none, and the user has been told why.</summary>
    public static readonly Value Refused = new Mark("refused");

    /// <summary>A variable before its first assignment.</summary>
    public static readonly Value Unassigned = new Mark("unassigned");

    /// <summary>What a statement yields, and an expression that throws.</summary>
    public static readonly Value Nothing = new Mark("nothing");

    /// <summary>No delegate.</summary>
    public static readonly Value Null = new Mark("null");

    /// <summary>Something different on two paths that the IR can't choose between; refused where it is used.</summary>
    public static readonly Value Ambiguous = new Mark("ambiguous");
}

/// <summary>A number or a truth value.</summary>
internal sealed record Scalar(Expression Expression) : Value;

/// <summary>An array or a span.</summary>
/// <param name="Expression">Its elements, as they are at the moment.</param>
internal sealed record ArrayValue(Expression Expression) : Value
{
    /// <summary>The array that it refers to, if the code that is differentiated has made it itself: the only arrays that it may write to.</summary>
    public LocalArray? Object { get; init; }

    /// <summary>Which part of that array it refers to; null for all of it.</summary>
    public View? View { get; init; }
}

/// <summary>A part of an array.</summary>
/// <param name="Start">Where it begins in the array.</param>
/// <param name="Index">What the comprehension of its elements runs over.</param>
internal sealed record View(Expression Start, Expression Length, Symbol Index);

/// <summary>A tensor: its elements in row-major order, and a tensor of the caller's that has the same shape, but for the last axis maybe.</summary>
internal sealed record TensorValue(Expression Elements, Expression Shape) : Value
{
    /// <summary>The length of the last axis, where that differs from the other tensor's; null where it is the same.</summary>
    public Expression? LastLength { get; init; }
}

/// <summary>Several values in one: a tuple, a structure, an object that nothing changes any more. A copy of it is the same value.</summary>
internal sealed record AggregateValue(ImmutableArray<Value> Items) : Value
{
    /// <summary>What the items are called; null for a tuple.</summary>
    public Structure? Structure { get; init; }

    public AggregateValue With(int index, Value item) => this with { Items = Items.SetItem(index, item) };
}

/// <summary>An array, or a span, of structures or tuples.</summary>
/// <param name="Parts">An element, with an array of what all elements have there in place of each number.</param>
/// <param name="Length">How many there are.</param>
internal sealed record StructureArray(Value Parts, Expression Length) : Value;

/// <summary>A part of an argument that can't be read from where the derivative is written; refused where it is used.</summary>
/// <param name="Name">What the message calls it.</param>
internal sealed record Unreadable(string Name) : Value;

/// <summary><c>Enumerable.Range</c>.</summary>
internal sealed record RangeValue(Expression Start, Expression Count) : Value;

/// <summary>An object that isn't calculated with.</summary>
/// <param name="CSharp">How generated code reads it.</param>
/// <param name="HasState">Whether its fields may be read: it is there whenever the method runs.</param>
internal sealed record ObjectValue(string CSharp, bool HasState) : Value;
