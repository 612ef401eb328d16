using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// A loop that contributes to arrays runs once for all of them. One that contributes to different arrays under different conditions is made several loops here,
/// each of which stands under its own.
/// </summary>
internal sealed class ConditionalLoops
{
    private readonly Dictionary<Reduce, List<(ImmutableArray<(Expression, bool)> Conditions, Expression Loop)>> _loops = [];

    /// <summary>The same contributions.</summary>
    public Expression Separate(Expression contributions) => Separate(contributions, []);

    private Expression Separate(Expression contributions, ImmutableArray<(Expression Condition, bool Holds)> conditions)
    {
        ExpressionGraph graph = contributions.Graph;
        switch (contributions)
        {
            case Select select:
                return graph.Select(
                    select.Condition,
                    Separate(select.WhenTrue, conditions.Add((select.Condition, true))),
                    Separate(select.WhenFalse, conditions.Add((select.Condition, false))));
            case Apply sum:
                return graph.With(sum, [.. sum.Arguments.Select(term => Separate(term, conditions))]);
            case Reduce loop:
                return Under(conditions, loop);
            default:
                return contributions;
        }
    }

    private Expression Under(ImmutableArray<(Expression, bool)> conditions, Reduce loop)
    {
        if (!_loops.TryGetValue(loop, out List<(ImmutableArray<(Expression, bool)> Conditions, Expression Loop)>? known))
        {
            _loops.Add(loop, known = []);
        }

        foreach ((ImmutableArray<(Expression, bool)> Conditions, Expression Loop) other in known)
        {
            if (other.Conditions.SequenceEqual(conditions))
            {
                return other.Loop;
            }
        }

        Expression own = known.Count == 0 ? loop : Binders.Rename(loop, [loop.Index]);
        var body = (Reduce)own;
        Expression separated = loop.Graph.Reduce(body.Operator, body.Index, body.Lower, body.Upper, body.Initial, [.. body.Terms.Select(Separate)]);
        known.Add((conditions, separated));
        return separated;
    }
}
