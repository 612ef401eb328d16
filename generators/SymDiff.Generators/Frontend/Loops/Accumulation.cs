using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// A variable that a loop does nothing to but add to it (or multiply, or take the larger of): the terms of one trip, in the order in which they are taken,
/// so that folding them rounds as the source does.
/// </summary>
internal sealed record Accumulation(ReduceOperator Operator, ImmutableArray<Expression> Terms)
{
    private const int DeepestLook = 1000;

    /// <summary>What <paramref name="next"/> does to the variable, if that is an accumulation.</summary>
    public static Accumulation? Of(Symbol variable, Expression next)
    {
        foreach (ReduceOperator op in (ReduceOperator[])[ReduceOperator.Sum, ReduceOperator.Product, ReduceOperator.Min, ReduceOperator.Max])
        {
            if (variable.Scalar != ScalarType.Boolean && TermsOf(op, variable, next, DeepestLook) is { } terms
                && terms.All(term => !term.DependsOn(variable)) && IsExact(op, terms))
            {
                return new Accumulation(op, terms);
            }
        }

        return null;
    }

    // Of an inner loop: its terms are added one by one only if it is all there is.
    private static bool IsExact(ReduceOperator op, ImmutableArray<Expression> terms)
        => !terms.Any(Continuation.IsIn) || (terms is [var only] && Continuation.Of(op, only) is not null);

    private static ImmutableArray<Expression>? TermsOf(ReduceOperator op, Symbol variable, Expression next, int depth)
    {
        if (ReferenceEquals(next, variable))
        {
            return [];
        }

        if (depth == 0 || !next.DependsOn(variable))
        {
            return null;
        }

        return next switch
        {
            Apply { Primitive: var primitive } apply when IsOperator(op, primitive) => OfOperator(op, variable, apply, depth),

            // −v = v · (−1), exactly.
            Apply { Primitive: var primitive } apply when op == ReduceOperator.Product && ReferenceEquals(primitive, Arithmetic.Negate)
                => TermsOf(op, variable, apply.Arguments[0], depth - 1) is { } factors ? [.. factors, apply.Like(-1)] : null,
            Select select when !select.Condition.DependsOn(variable) => OfSelect(op, variable, select, depth),

            // (v + a₀ + a₁ …) of an inner loop: what the inner loop adds is one term, to be added term by term; an inner sum that starts as −0.0 says so.
            Reduce reduce when reduce.Operator == op && op != ReduceOperator.Product && !AnyDependsOn(reduce.Terms, variable) => OfInner(op, variable, reduce, depth),
            _ => null,
        };
    }

    // The operators commute, so wherever the variable stands: (a + v) + b is v + a + b, (a + b) + v is v + (a + b).
    private static ImmutableArray<Expression>? OfOperator(ReduceOperator op, Symbol variable, Apply apply, int depth)
    {
        int position = -1;
        for (int i = 0; i < apply.Arguments.Length; i++)
        {
            if (apply.Arguments[i].DependsOn(variable))
            {
                if (position >= 0)
                {
                    return null;
                }

                position = i;
            }
        }

        if (TermsOf(op, variable, apply.Arguments[position], depth - 1) is not { } inner)
        {
            return null;
        }

        ImmutableArray<Expression> before = apply.Arguments.RemoveRange(position, apply.Arguments.Length - position);
        ImmutableArray<Expression> prefix = before.IsEmpty ? [] : before.Length == 1 ? before : [apply.Graph.Apply(apply.Primitive, apply.Type, before)];
        return [.. inner, .. prefix, .. apply.Arguments.RemoveRange(0, position + 1)];
    }

    // A trip that adds nothing adds the neutral element, which changes no bit.
    private static ImmutableArray<Expression>? OfSelect(ReduceOperator op, Symbol variable, Select select, int depth)
    {
        if (TermsOf(op, variable, select.WhenTrue, depth - 1) is not { } whenTrue || TermsOf(op, variable, select.WhenFalse, depth - 1) is not { } whenFalse)
        {
            return null;
        }

        Expression neutral = Neutral(op, select);
        return
        [
            .. Enumerable.Range(0, Math.Max(whenTrue.Length, whenFalse.Length)).Select(i => select.Graph.Select(
                select.Condition,
                i < whenTrue.Length ? whenTrue[i] : neutral,
                i < whenFalse.Length ? whenFalse[i] : neutral)),
        ];
    }

    private static ImmutableArray<Expression>? OfInner(ReduceOperator op, Symbol variable, Reduce reduce, int depth)
        => TermsOf(op, variable, reduce.Initial, depth - 1) is { } before && !reduce.Lower.DependsOn(variable) && !reduce.Upper.DependsOn(variable)
            ? [.. before, reduce.Graph.Reduce(op, reduce.Index, reduce.Lower, reduce.Upper, Neutral(op, reduce), reduce.Terms)]
            : null;

    private static bool IsOperator(ReduceOperator op, Primitive primitive) => op switch
    {
        ReduceOperator.Sum => ReferenceEquals(primitive, Arithmetic.Add),
        ReduceOperator.Product => ReferenceEquals(primitive, Arithmetic.Multiply),
        ReduceOperator.Min => primitive.Name == "Min",
        ReduceOperator.Max => primitive.Name == "Max",
        _ => false,
    };

    private static Expression Neutral(ReduceOperator op, Expression like)
    {
        ExpressionGraph graph = like.Graph;
        return op switch
        {
            ReduceOperator.Sum => graph.Number(like.Scalar, Arithmetic.NeutralOfAddition(like.Scalar)),
            ReduceOperator.Product => graph.Number(like.Scalar, 1),
            ReduceOperator.Min => Largest(graph, like.Scalar),
            _ => Smallest(graph, like.Scalar),
        };
    }

    /// <summary>What no number of the type is above.</summary>
    public static Expression Largest(ExpressionGraph graph, ScalarType type) => type switch
    {
        ScalarType.Single or ScalarType.Double => graph.Number(type, double.PositiveInfinity),
        ScalarType.UInt64 => graph.Integer(type, -1),
        _ when type.IsSigned() => graph.Integer(type, (1L << (type.Bits() - 1)) - 1),
        _ => graph.Integer(type, (1L << type.Bits()) - 1),
    };

    /// <summary>What no number of the type is below.</summary>
    public static Expression Smallest(ExpressionGraph graph, ScalarType type) => type switch
    {
        ScalarType.Single or ScalarType.Double => graph.Number(type, double.NegativeInfinity),
        _ when type.IsSigned() => graph.Integer(type, unchecked(-1L << (type.Bits() - 1))),
        _ => graph.Integer(type, 0),
    };

    private static bool AnyDependsOn(ImmutableArray<Expression> expressions, Symbol variable) => expressions.Any(expression => expression.DependsOn(variable));
}
