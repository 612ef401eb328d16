using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The derivative of an application with respect to one of its arguments; null where it is structurally zero.</summary>
public delegate Expression? PartialRule(Apply application, int argument);

/// <summary>The application as a constant, or as an argument of it, where that has the same bits; else null.</summary>
public delegate Expression? FoldRule(ExpressionGraph graph, ExpressionType type, ImmutableArray<Expression> arguments);

/// <summary>
/// How something is written with arguments in it: <c>{0}</c>, <c>{1}</c> stand for them. An n-ary form has only a separator between arguments.
/// </summary>
/// <param name="Text">The template.</param>
/// <param name="Binding">How tightly the whole binds.</param>
/// <param name="ArgumentBinding">How tightly an argument must bind at least to stand without parentheses (the first one: <paramref name="Binding"/>, if it's less).</param>
public sealed record Notation(string Text, Binding Binding, Binding ArgumentBinding);

/// <summary>Precedence, from loose to tight; the order is that of C#, which mathematics shares.</summary>
public enum Binding
{
    Any,
    Conditional,
    Or,
    And,
    BitOr,
    BitXor,
    BitAnd,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Power,
    Primary,
}

/// <summary>
/// One row of the table of primitives: everything that the compiler knows about one function. Compared by reference.
/// </summary>
public sealed class Primitive
{
    /// <summary>The name, unique in the table.</summary>
    public required string Name { get; init; }

    /// <summary>How many arguments; null for any number.</summary>
    public required int? Arity { get; init; }

    /// <summary>The derivative; null: piecewise constant in every argument, or not a number at all.</summary>
    public PartialRule? Partial { get; init; }

    /// <summary>The function on <c>double</c>s, for the interpreter; <c>float</c> results are rounded from it. Null: the interpreter knows it by itself.</summary>
    public Func<double[], double>? Evaluate { get; init; }

    public FoldRule? Fold { get; init; }

    public Func<ImmutableArray<Expression>, ExpressionType> ResultType { get; init; } = static arguments => arguments[0].Type;

    public Func<Apply, bool> MayThrow { get; init; } = static _ => false;

    /// <summary>
    /// Whether the slope can be infinite where the value is finite (√ at 0). An adjoint that is exactly zero then contributes
    /// zero instead of 0 · ∞ (a "strong zero").
    /// </summary>
    public bool HasInfiniteSlope { get; init; }

    /// <summary>Whether a floating argument influences the result, but only in steps (floor, round, sign): worth a warning.</summary>
    public bool CutsDerivative { get; init; }

    /// <summary>
    /// The .NET methods that are this function, such as <c>Math.Sin</c> (type and name without namespace; overloads are told apart by
    /// the number and types of arguments). Empty for operators.
    /// </summary>
    public ImmutableArray<string> Methods { get; init; } = [];

    /// <summary>In C#; <c>{M}</c> stands for <c>global::System.Math</c> or <c>MathF</c>, <c>{T}</c> for the C# keyword of the result's type.</summary>
    public required Notation CSharp { get; init; }

    /// <summary>In mathematics, for documentation.</summary>
    public required Notation Mathematics { get; init; }

    /// <summary>Rough cost in units of a floating addition.</summary>
    public int Cost { get; init; } = 1;

    public override string ToString() => Name;
}
