using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>Arrays that loops change. The derivative with respect to such an array is one, too: what was assigned takes the derivative of its place, and leaves 0 there.</summary>
public sealed partial class ReverseMode
{
    // What the arrays that loops carry start as.
    private readonly Dictionary<Symbol, Expression> _shapes = [];

    private void SweepUpdate(Update update, Gate? gate, Expression cotangent)
    {
        Expression element = update.Graph.Element(cotangent, update.Indices);

        // An element that isn't read may be anything.
        Gate? isRead = IsLinear(update.Value) || element is Constant ? gate : new Gate(gate, update.Graph.NotEqual(element, element.Like(0)), Holds: true);
        Contribute(update.Value, isRead, ChainRule.IsStructuralZero(element) ? null : element);
        Contribute(update.Array, gate, update.Graph.Update(cotangent, update.Indices, update.Graph.Number(update.Scalar, 0)));
    }

    /// <summary>Whether the array is the other one, all of it.</summary>
    private bool IsWhole(Build copy, Element element)
        => element.Array is Output or Symbol { Role: SymbolRole.Carried } && element.Indices.SequenceEqual(copy.Indices) && !copy.Indices.Any(element.Array.DependsOn)
            && copy.Extents.Select((extent, axis) => ReferenceEquals(extent, copy.Graph.Extent(element.Array is Symbol carried ? _shapes[carried] : element.Array, axis))).All(static same => same);

    private Expression ShapeOf(Expression array) => array is Symbol carried && _shapes.TryGetValue(carried, out Expression? initial) ? ShapeOf(initial) : array;

    /// <summary>What goes to an array outside of a loop is added up there, element by element.</summary>
    private Expression AsContributions(Expression cotangent, Expression array)
    {
        ExpressionGraph graph = cotangent.Graph;
        switch (cotangent)
        {
            case not { Type.IsArray: true }:
            case var _ when !IsChanged(cotangent):
                return cotangent;
            case Select select:
                return graph.Select(select.Condition, AsContributions(select.WhenTrue, array), AsContributions(select.WhenFalse, array));
            case Apply sum:
                return graph.Add([.. sum.Arguments.Select(term => AsContributions(term, array))]);
            default:
                Expression shape = ShapeOf(array);
                ImmutableArray<Symbol> indices = [.. Enumerable.Range(0, array.Type.Rank).Select(_ => graph.Index("i"))];
                Expression all = graph.Scatter(shape, [.. indices], graph.Element(cotangent, [.. indices]));
                for (int axis = indices.Length - 1; axis >= 0; axis--)
                {
                    all = graph.Reduce(ReduceOperator.Sum, indices[axis], graph.Int(0), graph.Extent(shape, axis), graph.Zeros(shape), [all]);
                }

                return all;
        }
    }

    // Made of an array of derivatives by changes, and not only of contributions.
    private static bool IsChanged(Expression cotangent) => cotangent switch
    {
        Symbol or Stored or Update => true,
        Output output => !Contributions.AreAddedUp(output.Scan, output.Position),
        Select select => IsChanged(select.WhenTrue) || IsChanged(select.WhenFalse),
        Apply sum => sum.Arguments.Any(IsChanged),
        _ => false,
    };
}
