using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// A function as statements, ready to be written down: every expression in it is a tree over parameters, indices and
/// <see cref="SymbolRole.Local"/> symbols, each written where it stands; nothing is shared but through a local.
/// </summary>
/// <param name="Body">The statements, in order.</param>
/// <param name="Results">What to return, in the order of the function's results.</param>
public sealed record Program(ImmutableArray<Statement> Body, ImmutableArray<Result> Results);

public abstract record Statement;

/// <summary><c>double t = value;</c>; without a value the local is assigned in both branches of the <see cref="If"/> that follows, or starts as zero where <see cref="StartsAsZero"/>.</summary>
public sealed record Declare(Symbol Local, Expression? Value) : Statement
{
    /// <summary>The local is assigned on one branch and read on a branch with the same condition later: C# wants it assigned before.</summary>
    public bool StartsAsZero { get; init; }
}

/// <summary><c>t = value;</c></summary>
public sealed record Assign(Symbol Local, Expression Value) : Statement;

/// <summary><c>sum += term;</c>, <c>product *= term;</c>, <c>m = Math.Max(m, term);</c>, <c>ok &amp;= term;</c></summary>
public sealed record Accumulate(Symbol Local, ReduceOperator Operator, Expression Term) : Statement;

/// <summary>
/// Memory for an array, with anything in it. The extents are those of its axes; the local is a row of all elements in row-major order. Without extents there is
/// as much as <see cref="Reserve"/> asks for.
/// </summary>
public sealed record Allocate(Symbol Array, ImmutableArray<Expression> Extents) : Statement
{
    /// <summary>Whether it is for an element for each step of a loop, which a loop backwards reads.</summary>
    public bool IsOfSteps { get; init; }

    /// <summary>Whether the local has been declared before, where more than this branch sees it.</summary>
    public bool IsDeclared { get; init; }
}

/// <summary>The array has an element at the position from here on; what was in it is still there.</summary>
public sealed record Reserve(Symbol Array, Expression Position) : Statement;

/// <summary>The array isn't needed any more.</summary>
public sealed record Release(Symbol Array) : Statement;

/// <summary><c>array.Clear();</c></summary>
public sealed record Clear(Symbol Array) : Statement
{
    /// <summary>The elements that stay as they are, since each is assigned later: from the first index to before the second. Null: none.</summary>
    public (Expression Start, Expression End)? Apart { get; init; }
}

/// <summary><c>array[indices] += value;</c>, or <c>=</c> where nothing else writes to the element.</summary>
public sealed record Store(Symbol Array, ImmutableArray<Expression> Indices, Expression Value, bool IsAddition) : Statement;

/// <summary><c>for (int index = lower; index &lt; upper; index++) { body }</c></summary>
public sealed record Loop(Symbol Index, Expression Lower, Expression Upper, ImmutableArray<Statement> Body) : Statement
{
    /// <summary>Whether it is <c>for (int index = upper - 1; index >= lower; index--)</c>.</summary>
    public bool IsDownward { get; init; }

    /// <summary>How the loop can take several steps at once; null if it can't.</summary>
    public LaneForm? Lanes { get; init; }

    /// <summary>The product of a matrix that the loop is, with the one loop in it; null if it's none.</summary>
    public Contraction? Contraction { get; init; }

    /// <summary>More steps than this it never takes; null if that isn't known.</summary>
    public int? MostSteps { get; init; }
}

/// <summary><c>if (!condition) break;</c>: stands in the body of a loop, not in a statement in there.</summary>
public sealed record Leave(Expression Unless) : Statement;

/// <summary>
/// <c>for (int start = lower, count; start &lt; upper; start += count) { count = Math.Min(size, upper − start); body }</c>: the steps of a loop, so many at a time.
/// </summary>
/// <param name="Start">The first step of a block.</param>
/// <param name="Count">How many steps there are to it.</param>
/// <param name="Lower">The first step of all, not below 0.</param>
/// <param name="Upper">The end of all steps.</param>
/// <param name="Size">The number of steps to a block, but for the last one; above 0.</param>
/// <param name="Body">What is done with a block.</param>
public sealed record Blocks(Symbol Start, Symbol Count, Expression Lower, Expression Upper, Expression Size, ImmutableArray<Statement> Body) : Statement;

/// <summary><c>if (condition) { … } else { … }</c>; either side may be empty.</summary>
public sealed record If(Expression Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement;

/// <summary>The call fails here, as the source's method fails, unless the condition holds.</summary>
public sealed record Require(Expression Condition) : Statement;

/// <summary><c>_ = value;</c>: evaluated because it may throw, as it does in the source.</summary>
public sealed record Evaluate(Expression Value) : Statement;
