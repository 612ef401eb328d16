using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The derivative of an application with respect to one of its arguments; null where it is structurally zero.</summary>
public delegate Expression? PartialRule(Apply application, int argument);

/// <summary>The application as a constant, or as an argument of it, where that has the same bits; else null.</summary>
public delegate Expression? FoldRule(ExpressionGraph graph, ExpressionType type, ImmutableArray<Expression> arguments);

/// <summary>
/// One row of the table of primitives: everything that the compiler knows about one function. A record for the sake of <c>with</c>;
/// compared by reference.
/// </summary>
public sealed record Primitive
{
    /// <summary>The name, unique in the table.</summary>
    public required string Name { get; init; }

    /// <summary>What each argument is; for an n-ary row the one entry is for all of them.</summary>
    public required ImmutableArray<Operand> Takes { get; init; }

    /// <summary>Whether there can be any number of arguments, which are then combined from left to right.</summary>
    public bool IsNary { get; init; }

    /// <summary>How many arguments; null for any number.</summary>
    public int? Arity => IsNary ? null : Takes.Length;

    /// <summary>
    /// The derivative; null: piecewise constant in every argument, or not a number at all. A rule is asked only for floating results and
    /// floating arguments: between integers nothing is differentiated.
    /// </summary>
    public PartialRule? Partial
    {
        get;
        init => field = value is null ? null : (application, argument)
            => application.Scalar.IsFloating() && application.Arguments[argument].Scalar.IsFloating() ? value(application, argument) : null;
    }

    /// <summary>The function on <c>double</c>s, for the interpreter; <c>float</c> results are rounded from it. Of an n-ary row: of two arguments.</summary>
    public Func<double[], double>? Evaluate { get; init; }

    /// <summary>The function on <c>float</c>s, where it is more than <see cref="Evaluate"/> rounded.</summary>
    public Func<double[], double>? EvaluateSingle { get; init; }

    /// <summary>The function on integers and truth values of the given type, which wrap around afterwards.</summary>
    public Func<long[], ScalarType, long>? EvaluateInteger { get; init; }

    public FoldRule? Fold { get; init; }

    public Func<ImmutableArray<Expression>, ExpressionType> ResultType { get; init; } = static arguments => arguments[0].Type;

    public Func<Apply, bool> MayThrow { get; init; } = static _ => false;

    /// <summary>The truth value under which an application that <see cref="MayThrow"/> doesn't.</summary>
    public Func<Apply, Expression> Requirement { get; init; } = static application => application.Graph.True;

    /// <summary>
    /// Whether the slope by an argument can be infinite where the value is finite (√ at 0). An adjoint that is exactly zero then contributes
    /// zero instead of 0 · ∞ (a "strong zero").
    /// </summary>
    public Func<Apply, int, bool> HasInfiniteSlope { get; init; } = static (_, _) => false;

    /// <summary>Whether a floating argument influences the result, but only in steps (floor, round, sign): worth a warning.</summary>
    public Func<Apply, bool> CutsDerivative { get; init; } = static _ => false;

    /// <summary>
    /// The .NET methods that are this function, such as <c>Math.Sin</c> (type and name without namespace; overloads are told apart by
    /// <see cref="Takes"/>). Empty for operators.
    /// </summary>
    public ImmutableArray<string> Methods { get; init; } = [];

    /// <summary>
    /// In C#. <c>{M}</c> stands for <c>global::System.MathF</c> where the first argument is a <c>float</c>, else for <c>global::System.Math</c>;
    /// <c>{A}</c> for the C# keyword of the first argument's type, <c>{T}</c> for that of the result's.
    /// </summary>
    public required Notation CSharp { get; init; }

    /// <summary>
    /// In C#, of as many floating-point numbers at once as there are lanes, and of truth values as masks; null if it can't be had so: a loop with such a row runs step by step.
    /// <c>{V}</c> stands for <c>global::System.Runtime.Intrinsics.Vector512</c>.
    /// </summary>
    public Notation? Lanes { get; init; }

    /// <summary>Whether each lane has the bits that the scalar form would have.</summary>
    public bool IsExactInLanes { get; init; }

    /// <summary>In mathematics, for documentation.</summary>
    public required Notation Mathematics { get; init; }

    /// <summary>Rough cost in units of a floating addition.</summary>
    public int Cost { get; init; } = 1;

    /// <summary>The truth value under which evaluating the application itself, its arguments apart, doesn't throw.</summary>
    public Expression Requires(Apply application) => MayThrow(application) ? Requirement(application) : application.Graph.True;

    public bool Equals(Primitive? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Name;
}
