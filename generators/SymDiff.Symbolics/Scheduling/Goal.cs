using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// What a block is for: a value that has to be at hand at its end (no <paramref name="Total"/>), or a term to be added to a running total, under conditions.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="Total">The local that it is accumulated into.</param>
/// <param name="Operator">How.</param>
/// <param name="Conditions">When, from the outermost condition in.</param>
internal sealed record Goal(Expression Value, Symbol? Total, ReduceOperator Operator, ImmutableArray<(Expression Condition, bool Holds)> Conditions)
{
    public static Goal For(Expression value) => new(value, null, default, []);

    /// <summary>A term that is neutral on one side of a selection isn't added there at all.</summary>
    /// <param name="plainZeroIsNeutral">Whether the total can't be −0.0, which +0.0 would turn into +0.0.</param>
    public static Goal Accumulate(Expression term, Symbol total, ReduceOperator op, bool plainZeroIsNeutral)
    {
        ImmutableArray<(Expression, bool)> conditions = [];
        while (term is Select select && !select.Condition.MayThrow)
        {
            if (IsNeutral(select.WhenFalse, op, plainZeroIsNeutral))
            {
                conditions = conditions.Add((select.Condition, true));
                term = select.WhenTrue;
            }
            else if (IsNeutral(select.WhenTrue, op, plainZeroIsNeutral))
            {
                conditions = conditions.Add((select.Condition, false));
                term = select.WhenFalse;
            }
            else
            {
                break;
            }
        }

        return new Goal(term, total, op, conditions);
    }

    private static bool IsNeutral(Expression term, ReduceOperator op, bool plainZeroIsNeutral) => term is Constant constant && op switch
    {
        ReduceOperator.Sum => constant.IsZero && (plainZeroIsNeutral || !constant.Scalar.IsFloating() || double.IsNegativeInfinity(1 / constant.Number)),
        ReduceOperator.Product => constant.IsOne,
        ReduceOperator.All => constant.IsTrue,
        _ => false,
    };
}
