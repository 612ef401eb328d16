using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// What a loop makes of an array, from what one trip makes of it. Either each trip assigns an element of its own, or what happens to an element depends on no
/// other one, so that a loop for each element does the same.
/// </summary>
internal sealed class ArrayClosing(CarriedValue value, LoopRange range)
{
    // No loop of the source is nested as deeply; those at one depth share their indices.
    private const int InsideOfElements = 1_000_000;

    private readonly LocalArray _array = value.Array!;

    private ExpressionGraph Graph => range.Graph;

    private Expression Body => ((Build)value.Next).Body;

    /// <summary>What the element holds before the loop.</summary>
    private Expression Initial => ((Build)value.Initial).Body;

    private Expression Carried => Graph.Element(value.Symbol, _array.Positions);

    public bool IsUnchanged => ReferenceEquals(Body, Carried);

    /// <summary>An element as the trip with the index finds it, and as the loop leaves it; null unless each trip assigns an element of its own.</summary>
    /// <param name="isOpen">Whether something isn't known at each trip.</param>
    public (Expression AtTrip, Expression After)? Filled(Func<Expression, bool> isOpen)
    {
        Apply[] tests = [.. Traversal.Reachable([Body]).OfType<Apply>().Where(IsPlaceOfTrip).Distinct()];
        if (tests is not [var test] || Solved(test) is not var (trip, step))
        {
            return null;
        }

        Expression elsewhere = Nodes.Replace(Body, test, Graph.False);
        Expression assigned = Untouched(Nodes.Replace(Body, test, Graph.True), test, step);
        if (!ReferenceEquals(elsewhere, Carried) || assigned.DependsOn(value.Symbol) || isOpen(assigned))
        {
            return null;
        }

        Expression isFirst = IndexTests.AtMost(range.Lower, trip);
        Expression isIn = Graph.And(isFirst, IndexTests.Less(trip, range.Upper));

        // A trip reads what earlier ones have assigned only where there has been one.
        return (
            Graph.Select(Graph.And(isFirst, IndexTests.Less(trip, range.Index)), Nodes.ReplaceIndex(assigned, range.Index, trip, staysEager: false), Initial),
            Graph.Select(isIn, IndexTests.Decide(Nodes.ReplaceIndex(assigned, range.Index, trip, staysEager: isIn is Constant)), Initial));
    }

    /// <summary>An element as the loop leaves it; null if other elements have a say in it.</summary>
    public Expression? ElementByElement(Func<Expression, bool> isOpen) => isOpen(Body) ? null : ElementByElement(Body);

    /// <summary>The array after a trip, made of the array before it by assignments.</summary>
    public Expression Changed() => Changed(Body, []);

    /// <summary>Whether a trip assigns one element after the other, and not the array as a whole.</summary>
    public bool IsChangedByElements
        => Traversal.Reachable([Changed()], static node => node.Type.IsArray && node is Update or Select or Build).All(node => node is not Build);

    /// <summary>The array before the first trip, made of another one that a loop around carries or has left.</summary>
    public Expression Start() => Changed(Initial, []);

    private Expression Changed(Expression next, Dictionary<Expression, Expression> done)
    {
        Expression whole = next;
        var assigned = new Stack<(Expression Body, ImmutableArray<Expression> Position, Expression Value)>();
        Expression? array;
        while (!done.TryGetValue(next, out array))
        {
            if (next is Select choice && PlaceIn(choice.Condition) is { } position)
            {
                Expression at = Substitution.Replace(choice.WhenTrue, [.. _array.Indices.Zip(position, static (index, place) => (index, place))]);
                assigned.Push((next, position, at));
                next = choice.WhenFalse;
                continue;
            }

            bool isMadeOfAnother = ReferenceEquals(next, Carried) || (next is Select other && !_array.Indices.Any(other.Condition.DependsOn));
            if (!isMadeOfAnother && next.MayThrow)
            {
                // There may be no such thing at the places that are assigned, as for x[i − 1] in [first, .. x].
                return done[whole] = _array.Of(whole);
            }

            array = next switch
            {
                _ when ReferenceEquals(next, Carried) => value.Symbol,
                Select side when !_array.Indices.Any(side.Condition.DependsOn) => Graph.Select(side.Condition, Changed(side.WhenTrue, done), Changed(side.WhenFalse, done)),
                _ => _array.Of(next),
            };
            done[next] = array;
            break;
        }

        foreach ((Expression body, ImmutableArray<Expression> position, Expression at) in assigned)
        {
            array = Graph.Update(array!, position, at);
            done[body] = array;
        }

        return array!;
    }

    /// <summary>The one place that the test holds at; null if it is another kind of test.</summary>
    private ImmutableArray<Expression>? PlaceIn(Expression test)
    {
        var places = new Expression?[_array.Indices.Length];
        var pending = new Stack<Expression>([test]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case Select { WhenFalse: Constant { IsFalse: true } } both:
                    pending.Push(both.Condition);
                    pending.Push(both.WhenTrue);
                    break;
                case Apply { Arguments: [Symbol index, var place] } equal when ReferenceEquals(equal.Primitive, Comparisons.Equal) && _array.Indices.IndexOf(index) is >= 0 and var axis && places[axis] is null && !_array.Indices.Any(place.DependsOn):
                    places[axis] = place;
                    break;
                default:
                    return null;
            }
        }

        return places.Any(static place => place is null) ? null : [.. places!];
    }

    private Expression? ElementByElement(Expression next)
    {
        if (ReferenceEquals(next, Carried))
        {
            return Initial;
        }

        if (!next.DependsOn(value.Symbol))
        {
            return Graph.Select(range.HasTrips, Nodes.ReplaceIndex(next, range.Index, range.Last, staysEager: false), Initial);
        }

        if (next is Select choice && !choice.Condition.DependsOn(range.Index) && !choice.Condition.DependsOn(value.Symbol))
        {
            if (ElementByElement(choice.WhenTrue) is not { } whenTrue || ElementByElement(choice.WhenFalse) is not { } whenFalse)
            {
                return null;
            }

            // The source looks at the condition in each trip, and nowhere if there is none.
            Expression chosen = Graph.Select(choice.Condition, whenTrue, whenFalse);
            return choice.Condition.MayThrow ? Graph.Select(range.HasTrips, chosen, Initial) : chosen;
        }

        // The loop now stands inside of one over the elements.
        Symbol element = Graph.Carried(_array.Name ?? "element", _array.Type.Scalar);
        Expression single = Nodes.Replace(next, Carried, element);
        if (single.DependsOn(value.Symbol))
        {
            return null;
        }

        Symbol inner = InnerIndex(single);
        LoopRange inside = range with { Index = inner, Counter = null };
        (ImmutableArray<Expression> after, _, _, _) = LoopClosing.Close(
            inside, Graph.True, [new CarriedValue(element, Initial, Nodes.ReplaceIndex(single, range.Index, inner, staysEager: true))], [], null);
        return after[0];
    }

    /// <summary>An index for a loop inside of one over the elements; those at one depth share it, but not with loops inside of them.</summary>
    private Symbol InnerIndex(Expression body)
    {
        HashSet<Symbol> inside = [.. Traversal.Reachable([body]).SelectMany(static node => Binders.Of(node))];
        for (int depth = InsideOfElements; ; depth++)
        {
            Symbol index = Graph.Index(range.Index.Name, range.Lower, range.Upper, depth);
            if (!inside.Contains(index))
            {
                return index;
            }
        }
    }

    // index of the array = something that goes on with the trips
    private bool IsPlaceOfTrip(Apply test)
        => ReferenceEquals(test.Primitive, Comparisons.Equal) && test.Arguments is [Symbol index, var place] && _array.Indices.Contains(index) && place.DependsOn(range.Index);

    /// <summary>Which trip assigns the element; null if that can't be said.</summary>
    private (Expression Trip, int Step)? Solved(Apply test)
    {
        Affine place = Affine.Of(test.Arguments[1]);
        if (place.CoefficientOf(range.Index) is not { } step || Math.Abs(step) != 1)
        {
            return null;
        }

        // index = rest ± trip
        Affine rest = place.Plus(range.Index, -step);
        Expression start = rest.ToExpression(Graph);
        return (step == 1 ? Affine.Combine(test.Arguments[0], start, -1).ToExpression(Graph) : Affine.Combine(start, test.Arguments[0], -1).ToExpression(Graph), step);
    }

    /// <summary>Reads of elements that no earlier trip has assigned: those at the place of this trip, and of later ones, and before the first place that any trip assigns.</summary>
    private Expression Untouched(Expression assigned, Apply test, int step)
    {
        int axis = _array.Indices.IndexOf((Symbol)test.Arguments[0]);

        // What lies beyond the largest int, if anything, is negative: no element.
        Expression? least = IntegerRange.Of(range.Lower).Lower >= 0 ? Substitution.Replace(test.Arguments[1], [(range.Index, step == 1 ? range.Lower : range.Last)]) : null;
        Expression known = Nodes.Replace(assigned, Carried, Initial);
        foreach (Element read in Traversal.Reachable([known]).OfType<Element>().Where(read => ReferenceEquals(read.Array, value.Symbol)))
        {
            Affine ahead = Affine.Combine(read.Indices[axis], test.Arguments[1], -1);
            if ((ahead.IsConstant && Math.Sign(ahead.Constant) is var side && (side == 0 || side == step)) || (least is not null && IndexTests.Less(read.Indices[axis], least) is Constant { IsTrue: true }))
            {
                known = Nodes.Replace(known, read, Graph.Element(value.Initial, read.Indices));
            }
        }

        return known;
    }
}
