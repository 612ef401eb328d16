using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

internal enum RegionKind
{
    /// <summary>A method's body, left by <c>return</c>; its variables are its own.</summary>
    Method,

    /// <summary>The body of a local function or a lambda, left by <c>return</c>; it may assign variables of the method around it.</summary>
    LocalFunction,

    /// <summary>What a loop does in a trip, left by <c>break</c>.</summary>
    LoopBody,

    /// <summary>The body of a loop as the source has it, left by <c>continue</c>.</summary>
    Trip,

    /// <summary>A <c>switch</c> statement, left by <c>break</c>.</summary>
    Switch,
}

/// <summary>A way out of a region: the last one is taken where no earlier one is.</summary>
/// <param name="Condition">When it is taken, provided that no earlier one is.</param>
/// <param name="Result">What is returned.</param>
/// <param name="Changes">What the variables have become since the region began.</param>
internal sealed record Exit(Expression Condition, Value Result, ImmutableArray<Change> Changes);

/// <summary>A piece of code that can be left before its end.</summary>
internal sealed class Region(RegionKind kind, ILabelSymbol? label, IMethodSymbol? method, Region? parent, int mark, Expression entry)
{
    public RegionKind Kind => kind;

    /// <summary>The label that <c>break</c> or <c>continue</c> names.</summary>
    public ILabelSymbol? Label => label;

    /// <summary>The method, local function or lambda whose body it is.</summary>
    public IMethodSymbol? Method => method;

    public Region? Parent => parent;

    /// <summary>Where the log of the variables stood at the beginning.</summary>
    public int Mark => mark;

    /// <summary>When the region is entered, within a run of the innermost loop's body.</summary>
    public Expression Entry => entry;

    /// <summary>When the current point is reached, provided that the region is entered and not left earlier.</summary>
    public Expression Branch { get; set; } = entry.Graph.True;

    /// <summary>When the current side of the innermost branch is reached, provided that the region is entered: each condition in its turn, as the source evaluates them.</summary>
    public Expression Side { get; set; } = entry.Graph.True;

    /// <summary>When the region isn't left between there and the current point, provided that the side is reached.</summary>
    public Expression NotLeft { get; set; } = entry.Graph.True;

    /// <summary>When the current point is reached, provided that the region is entered.</summary>
    public Expression Reached => entry.Graph.And(Side, NotLeft);

    public List<Exit> Exits { get; } = [];

    public bool IsLeftByReturn => Kind is RegionKind.Method or RegionKind.LocalFunction;
}
