using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification.Rules;

/// <summary>
/// eˣ/(… + eˣ + …), the slope of every softplus, logistic function and log-sum-exp, where eˣ overflows: the share of the whole is
/// then ∞/∞, although it is a number between 0 and 1. Forms that use the exponential that is there already.
/// </summary>
internal static class ExponentialShares
{
    // More terms would make looking for the exponential among them too slow: each has its share.
    private const int MaximumTerms = 64;

    public static readonly Rule Quotient = Rule.Of(
        Arithmetic.Divide, "exponential-share", "e/(1 + e) = v/(1 + v), v = min(e, largest number), e = exp(…)", "the same where e is finite; 1 instead of ∞/∞ where it isn't",
        static (quotient, _) =>
        {
            if (!quotient.Arguments[1].Is(Arithmetic.Add))
            {
                return null;
            }

            ImmutableArray<Expression> factors = Factors(quotient.Arguments[0]);
            int position = factors.FirstIndex(quotient.Arguments[1], IsShare);
            return position < 0 ? null : quotient.Graph.Multiply(factors.SetItem(position, Share(factors[position], quotient.Arguments[1])));
        });

    public static readonly Rule Product = Rule.Of(
        Arithmetic.Multiply, "exponential-share-of-product", "(a/s)·e = a·(e/s), s = … + e, e = exp(…)", "e/s is at most 1, and no NaN where e overflows",
        static (product, around) =>
        {
            if (!HasExponential(product, depth: 2))
            {
                return null;
            }

            ImmutableArray<Expression> factors = [.. product.Arguments.SelectMany(static factor => (IEnumerable<Expression>)Factors(factor))];
            for (int over = 0; over < factors.Length; over++)
            {
                if (around.IsFrozen(factors[over]) || factors[over] is not Apply { Arguments: [var above, var whole] } quotient || !quotient.Is(Arithmetic.Divide))
                {
                    continue;
                }

                int position = factors.FirstIndex(whole, IsShare);
                if (position >= 0)
                {
                    return product.Graph.Multiply(factors.SetItem(position, ShareBeside(above, factors[position], whole, around)).SetItem(over, above));
                }
            }

            return null;
        }) with { Widest = MaximumTerms };

    /// <summary>What the node is as long as nothing overflows: for formulas, which have no largest number.</summary>
    public static Expression WithoutLimits(Expression node) => node switch
    {
        Apply { Arguments: [var exponential, Constant limit] } least when least.Is(Piecewise.Min) && exponential.Is(Exponentials.Exp) && limit.Number == Largest(node.Scalar) => exponential,
        Select { Condition: Select { Condition: Apply { Arguments: [Constant, var whole] } test } range } select
            when test.Is(Comparisons.LessOrEqual) && whole.Scalar.IsFloating() && ReferenceEquals(InRange(whole), range) => select.WhenTrue,
        _ => node,
    };

    /// <summary>Whether the node is a sum of exponentials and positive constants.</summary>
    public static bool IsWhole(Expression whole) => Terms(whole).Any(static term => term.Is(Exponentials.Exp));

    // Most products have none; this is all that the rule costs there.
    private static bool HasExponential(Expression node, int depth)
    {
        foreach (Expression operand in node.Operands)
        {
            if (operand.Is(Exponentials.Exp) || (depth > 1 && operand.Is(Arithmetic.Multiply) && HasExponential(operand, depth - 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShare(Expression exponential, Expression whole) => exponential.Is(Exponentials.Exp) && Terms(whole).Contains(exponential);

    /// <summary>The terms of a sum of exponentials and positive constants; none if it is anything else.</summary>
    private static ImmutableArray<Expression> Terms(Expression whole)
    {
        if (!whole.Is(Arithmetic.Add))
        {
            return [];
        }

        var terms = new List<Expression>();
        var pending = new Stack<Expression>();
        pending.Push(whole);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (node is Apply sum && sum.Is(Arithmetic.Add) && sum.Arguments.Length + pending.Count + terms.Count <= MaximumTerms)
            {
                foreach (Expression term in sum.Arguments.Reverse())
                {
                    pending.Push(term);
                }
            }
            else if (node.Is(Exponentials.Exp) || node is Constant { Number: > 0 and <= Scaled.Large })
            {
                terms.Add(node);
            }
            else
            {
                return [];
            }
        }

        return [.. terms];
    }

    private static Expression Share(Expression exponential, Expression whole)
    {
        ImmutableArray<Expression> terms = Terms(whole);
        if (terms.Count(static term => term is not Constant) > 1)
        {
            Expression inRange = InRange(whole);
            return whole.Graph.Select(inRange, exponential, Shifted(exponential, terms))
                / whole.Graph.Select(inRange, whole, whole.Graph.Add([.. terms.Select(term => Shifted(term, terms))]));
        }

        Expression limited = Limited(exponential);
        return limited / whole.Graph.Add(terms.Replace(exponential, limited));
    }

    private static Expression ShareBeside(Expression other, Expression exponential, Expression whole, Surroundings around)
    {
        // With p = 1/s at hand the share is e·p; where that is 0·∞ the other factor is p = 0 too, so that 0 will do for it.
        if (other.AsReciprocal() is ({ IsOne: true }, var denominator) && ReferenceEquals(denominator, whole))
        {
            return Limited(exponential) * other;
        }

        // Where the value itself has the share, it is NaN with it.
        Expression plain = exponential / whole;
        return around.IsFrozen(plain) ? plain : Share(exponential, whole);
    }

    private static Expression Limited(Expression exponential)
        => exponential.Graph.Apply(Piecewise.Min, exponential, exponential.Like(Largest(exponential.Scalar)));

    /// <summary>Neither overflown nor so small that the terms have lost their digits.</summary>
    private static Expression InRange(Expression whole)
    {
        double smallest = whole.Scalar == ScalarType.Single ? 1e-30 : 1e-290;
        return whole.Graph.And(whole.Graph.LessOrEqual(whole.Like(smallest), whole), whole.Graph.LessOrEqual(whole, whole.Like(Largest(whole.Scalar))));
    }

    // exp(x − m) with the largest exponent m of all: at least one term is 1 then, and none is larger. A constant is c·exp(0).
    private static Expression Shifted(Expression term, ImmutableArray<Expression> terms)
    {
        Expression largest = terms
            .Select(static part => part is Constant ? part.Like(0) : part.Operands[0])
            .Aggregate(static (left, right) => ReferenceEquals(left, right) ? left : left.Graph.Apply(Piecewise.Max, left, right));
        return term is Constant ? term * Functions.Exp(-largest) : Functions.Exp(term.Operands[0] - largest);
    }

    private static double Largest(ScalarType type) => type == ScalarType.Single ? float.MaxValue : double.MaxValue;

    private static ImmutableArray<Expression> Factors(Expression node) => node is Apply product && product.Is(Arithmetic.Multiply) ? product.Arguments : [node];
}
