using System.Collections.Generic;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// A loop inside a loop that goes on with the same total, as in <c>for (i …) for (j …) sum += a[i, j];</c>. A floating-point sum that is the only term of
/// another and starts as −0.0, the neutral element of addition, stands for that: its terms are added to the outer total one by one, as the source adds them,
/// which rounds differently from adding their sum.
/// </summary>
public static class Continuation
{
    /// <summary>The inner loop, if the total has one that goes on with it.</summary>
    public static Reduce? Of(Reduce total) => total.Terms.Length == 1 ? Of(total.Operator, total.Terms[0]) : null;

    /// <summary>The same of a term; conditions may stand around the loop, with nothing to add on their other side.</summary>
    public static Reduce? Of(ReduceOperator op, Expression term)
    {
        while (term is Select { Condition.MayThrow: false } select)
        {
            if (IsNeutral(select.WhenFalse))
            {
                term = select.WhenTrue;
            }
            else if (IsNeutral(select.WhenTrue))
            {
                term = select.WhenFalse;
            }
            else
            {
                return null;
            }
        }

        return op == ReduceOperator.Sum && IsLoop(term) ? (Reduce)term : null;
    }

    /// <summary>Whether a loop that would go on with the total stands in the term, in whatever place.</summary>
    public static bool IsIn(Expression term) => IsLoop(term) || (term is Select select && (IsIn(select.WhenTrue) || IsIn(select.WhenFalse)));

    /// <summary>The nodes from the total's term down to the loop, and further down if that loop has one inside; they have no value of their own.</summary>
    public static IEnumerable<Expression> Spine(Reduce total)
    {
        for (Reduce? loop = Of(total); loop is not null; loop = Of(total))
        {
            Expression term = total.Terms[0];
            while (!ReferenceEquals(term, loop))
            {
                yield return term;
                var select = (Select)term;
                term = IsNeutral(select.WhenFalse) ? select.WhenTrue : select.WhenFalse;
            }

            yield return loop;
            total = loop;
        }
    }

    private static bool IsLoop(Expression term)
        => term is Reduce { Operator: ReduceOperator.Sum, Type.IsArray: false } loop && loop.Scalar.IsFloating() && IsNeutral(loop.Initial);

    private static bool IsNeutral(Expression term)
        => term is Constant constant && constant.Scalar.IsFloating() && constant.IsZero && double.IsNegativeInfinity(1 / constant.Number);
}
