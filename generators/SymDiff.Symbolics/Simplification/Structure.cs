using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>Questions about the shape of a node, in the words of the rules.</summary>
internal static class Structure
{
    public static bool Is(this Apply apply, Primitive primitive) => ReferenceEquals(apply.Primitive, primitive);

    public static bool Is(this Expression node, Primitive primitive) => node is Apply apply && ReferenceEquals(apply.Primitive, primitive);

    /// <summary>The position of the first of the nodes that is as wanted; −1 if none is.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="state">What else the question is about: a rule is asked of every node, and most have no need of an object for that.</param>
    /// <param name="isWanted">The question.</param>
    public static int FirstIndex<TState>(this ImmutableArray<Expression> nodes, TState state, Func<Expression, TState, bool> isWanted)
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            if (isWanted(nodes[i], state))
            {
                return i;
            }
        }

        return -1;
    }

    public static int Count(this ImmutableArray<Expression> nodes, Func<Expression, bool> isWanted)
    {
        int count = 0;
        foreach (Expression node in nodes)
        {
            count += isWanted(node) ? 1 : 0;
        }

        return count;
    }

    public static bool IsZero(this Expression node) => node is Constant { IsZero: true };

    /// <summary>a, where the node is −a; else null.</summary>
    public static Expression? Negated(this Expression node) => node is Apply negation && negation.Is(Arithmetic.Negate) ? negation.Arguments[0] : null;

    /// <summary>The quotient c/d with a constant c.</summary>
    public static (Constant Numerator, Expression Denominator)? AsReciprocal(this Expression node)
        => node is Apply { Arguments: [Constant numerator, var denominator] } quotient && quotient.Is(Arithmetic.Divide) ? (numerator, denominator) : null;

    /// <summary>Whether the value is a whole number of at most 64 bits: then 1/n is no smaller than 2⁻⁶⁴, and is 1/0 or at most 1.</summary>
    public static bool IsWhole(this Expression node)
        => node is Apply { Arguments: [var source] } conversion && conversion.Is(Conversions.Convert)
            && (source.Scalar.IsInteger() || (conversion.Scalar.IsFloating() && source.IsWhole()));
}
