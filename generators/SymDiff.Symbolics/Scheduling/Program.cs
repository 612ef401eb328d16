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

/// <summary>Memory for an array, with anything in it. The extents are those of its axes; the local is a row of all elements in row-major order.</summary>
public sealed record Allocate(Symbol Array, ImmutableArray<Expression> Extents) : Statement;

/// <summary>The array isn't needed any more.</summary>
public sealed record Release(Symbol Array) : Statement;

/// <summary><c>array.Clear();</c></summary>
public sealed record Clear(Symbol Array) : Statement;

/// <summary><c>array[indices] += value;</c>, or <c>=</c> where nothing else writes to the element.</summary>
public sealed record Store(Symbol Array, ImmutableArray<Expression> Indices, Expression Value, bool IsAddition) : Statement;

/// <summary><c>for (int index = lower; index &lt; upper; index++) { body }</c></summary>
public sealed record Loop(Symbol Index, Expression Lower, Expression Upper, ImmutableArray<Statement> Body) : Statement
{
    /// <summary>How the loop can take several steps at once; null if it can't.</summary>
    public LaneForm? Lanes { get; init; }
}

/// <summary><c>if (!condition) break;</c>: stands in the body of a loop, not in a statement in there.</summary>
public sealed record Leave(Expression Unless) : Statement;

/// <summary><c>if (condition) { … } else { … }</c>; either side may be empty.</summary>
public sealed record If(Expression Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement;

/// <summary>The call fails here, as the source's method fails, unless the condition holds.</summary>
public sealed record Require(Expression Condition) : Statement;

/// <summary><c>_ = value;</c>: evaluated because it may throw, as it does in the source.</summary>
public sealed record Evaluate(Expression Value) : Statement;
