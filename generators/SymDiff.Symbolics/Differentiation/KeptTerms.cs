using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// Which terms are the largest (or smallest) is found by comparing them with the result. A sum, or a function in lanes, may differ in the last bit where it is calculated again in another loop, and
/// then none is equal, or another: such terms are kept in an array, and so is what they are compared with found among those.
/// </summary>
internal static class KeptTerms
{
    /// <summary>The same reduction over kept terms, as far as they need it.</summary>
    public static Reduce Of(Reduce extremum)
    {
        ImmutableArray<Expression> terms = [.. extremum.Terms.Select(term => IsSameEverywhere(term) ? term : Kept(extremum, term))];
        return (Reduce)extremum.Graph.Reduce(extremum.Operator, extremum.Index, extremum.Lower, extremum.Upper, extremum.Initial, terms);
    }

    // An array's elements are calculated once.
    private static bool IsSameEverywhere(Expression term)
        => Traversal.Reachable([term], static node => node is not Stored).All(static node => node switch
        {
            Reduce { Operator: ReduceOperator.Sum or ReduceOperator.Product } total => !total.Scalar.IsFloating(),
            Apply apply => apply.Primitive.IsExactInLanes || apply.Primitive.Lanes is null,
            _ => true,
        });

    private static Expression Kept(Reduce extremum, Expression term)
    {
        ExpressionGraph graph = extremum.Graph;
        bool startsAtZero = extremum.Lower is Constant { IsZero: true };
        Symbol index = graph.Index(extremum.Index.Name);
        Expression body = Substitution.Replace(term, [(extremum.Index, startsAtZero ? index : graph.Add(index, extremum.Lower))]);
        return graph.Element(graph.Stored(graph.Build([index], [Position(extremum.Upper)], body), isEager: false), [Position(extremum.Index)]);

        Expression Position(Expression at) => startsAtZero ? at : graph.Subtract(at, extremum.Lower);
    }
}
