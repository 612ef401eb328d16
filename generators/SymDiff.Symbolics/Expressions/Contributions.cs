using System.Collections.Immutable;
using System.Linq;

namespace SymDiff.Symbolics.Expressions;

/// <summary>Arrays that are sums of <see cref="Scatter"/> nodes over loops: which elements the loops come to.</summary>
public static class Contributions
{
    /// <summary>Whether exactly one step of the loops contributes to each element, so that the element is what that step contributes.</summary>
    public static bool AreOnePerElement(Expression contributions) => AreOnePerElement(contributions, []);

    /// <summary>Whether each step of the loops contributes to an element of its own, and the steps together to all elements.</summary>
    public static bool IsPermutation(Scatter scatter, ImmutableArray<Reduce> loops)
        => scatter.Indices.Length == loops.Length && ReadsAll(scatter, loops);

    /// <summary>Whether every element is contributed to, provided that no loop is empty.</summary>
    public static bool AreToAll(Expression contributions) => AreToAll(contributions, []);

    /// <summary>Whether the loop does nothing to the array that it carries but add to it, so that the contributions can be added wherever the sum is wanted.</summary>
    public static bool AreAddedUp(Scan scan, int position)
    {
        Symbol carried = scan.Carried[position];
        Expression next = scan.Nexts[position];
        return scan.Initials[position] is Zeros
            && (ReferenceEquals(next, carried) || (next is Apply sum && ReferenceEquals(sum.Arguments[0], carried) && sum.Arguments.RemoveAt(0).All(term => !term.DependsOn(carried))))
            && !scan.While.DependsOn(carried) && scan.Nexts.Concat(scan.Stacked).All(value => ReferenceEquals(value, next) || !value.DependsOn(carried));
    }

    /// <summary>Whether the array consists of what is added to its elements, and of nothing that had to be there before.</summary>
    public static bool IsNothingElse(Expression array) => array switch
    {
        Scatter or Zeros or Reduce => true,
        Apply sum => sum.Arguments.All(IsNothingElse),
        Select select => IsNothingElse(select.WhenTrue) && IsNothingElse(select.WhenFalse),
        Output output => AreAddedUp(output.Scan, output.Position),
        _ => false,
    };

    /// <summary>What a step of a loop adds to the array that it carries.</summary>
    public static ImmutableArray<Expression> AddedTo(Symbol carried, Expression next)
        => next is Apply sum ? sum.Arguments.RemoveAll(term => ReferenceEquals(term, carried)) : [];

    private static bool AreOnePerElement(Expression contributions, ImmutableArray<Reduce> loops) => contributions switch
    {
        Reduce { Operator: ReduceOperator.Sum, Initial: Zeros, Terms: [var term] } loop => AreOnePerElement(term, loops.Add(loop)),
        Scatter scatter => IsPermutation(scatter, loops),
        _ => false,
    };

    private static bool AreToAll(Expression contributions, ImmutableArray<Reduce> loops) => contributions switch
    {
        Reduce { Operator: ReduceOperator.Sum, Initial: Zeros, Terms: [var term] } loop => AreToAll(term, loops.Add(loop)),
        Scatter scatter => ReadsAll(scatter, loops),
        Apply sum => sum.Arguments.Any(part => AreToAll(part, loops)),
        _ => false,
    };

    private static bool ReadsAll(Scatter scatter, ImmutableArray<Reduce> loops)
        => scatter.Indices.Distinct().Count() == scatter.Indices.Length
            && scatter.Indices.Select((index, axis) => loops.Any(loop => ReferenceEquals(loop.Index, index) && IsWhole(loop, scatter, axis))).All(covers => covers);

    private static bool IsWhole(Reduce loop, Scatter scatter, int axis)
        => loop.Lower is Constant { Payload: 0 } && ReferenceEquals(loop.Upper, scatter.Graph.Extent(scatter.Shape, axis));
}
