using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    /// <summary>Of a contribution to an array: to which element. Empty for a loop that makes contributions of its own.</summary>
    public ImmutableArray<Expression> Indices { get; init; } = [];

    /// <summary>Of a contribution to an array that is calculated: its extents.</summary>
    public ImmutableArray<Expression> Extents { get; init; } = [];

    /// <summary>Of a contribution to an array: whether there is no other to the same element.</summary>
    public bool IsOnly { get; init; }

    /// <summary>Whether the value is a loop that goes on with the total: see <see cref="Continuation"/>.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether the source might not have evaluated this here.</summary>
    public bool IsSpeculative { get; init; }

    /// <summary>All that has to be evaluated.</summary>
    public IEnumerable<Expression> Values => Indices.AddRange(Extents).Add(Value);

    public static Goal For(Expression value) => new(value, null, default, []);

    /// <summary>What a sum of contributions to an array asks for, one goal each.</summary>
    public static IEnumerable<Goal> Contribute(Expression contributions, Symbol array, ImmutableArray<(Expression, bool)> conditions) => contributions switch
    {
        Zeros => [],
        Scatter scatter => [new Goal(scatter.Value, array, ReduceOperator.Sum, conditions) { Indices = scatter.Indices }],
        Select select => Contribute(select.WhenTrue, array, conditions.Add((select.Condition, true)))
            .Concat(Contribute(select.WhenFalse, array, conditions.Add((select.Condition, false)))),
        Apply sum => sum.Arguments.SelectMany(term => Contribute(term, array, conditions)),
        _ => [new Goal(contributions, array, ReduceOperator.Sum, conditions)],
    };

    /// <summary>A term that is neutral on one side of a selection isn't added there at all.</summary>
    /// <param name="plainZeroIsNeutral">Whether the total can't be −0.0, which +0.0 would turn into +0.0.</param>
    public static Goal Accumulate(Expression term, Symbol total, ReduceOperator op, bool plainZeroIsNeutral)
    {
        ImmutableArray<(Expression, bool)> conditions = [];
        while (term is Select select)
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
