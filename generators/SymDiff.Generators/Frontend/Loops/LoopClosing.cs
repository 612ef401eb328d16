using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>A variable that a loop's body assigns: what it held before the loop, and what one trip makes of what it holds.</summary>
internal sealed record CarriedValue(Symbol Symbol, Expression Initial, Expression Next)
{
    /// <summary>The array whose elements these are, if it's an array.</summary>
    public LocalArray? Array { get; init; }

    /// <inheritdoc cref="Total.BeginsWithFirst"/>
    public bool BeginsWithFirst { get; init; }

    public ExpressionGraph Graph => Symbol.Graph;
}

/// <summary>
/// What a loop's body, lifted once with symbols for what its variables hold, makes of them in all trips together: each becomes the most declarative node that it can be
/// proved to be. Unchanged, counting by a fixed step, overwritten: closed forms. Accumulating: <see cref="Reduce"/>. The rest together: one <see cref="Scan"/>. Arrays: see
/// <see cref="ArrayClosing"/>.
/// </summary>
internal sealed class LoopClosing
{
    private readonly LoopRange _range;
    private readonly List<CarriedValue> _open = [];
    private readonly Dictionary<Symbol, Expression> _after = [];
    private readonly List<LocalArray> _refused = [];
    private readonly Func<LocalArray, Expression, Build>? _keep;
    private ImmutableArray<Requirement> _requirements;
    private Expression _condition;

    private LoopClosing(LoopRange range, Expression condition, ImmutableArray<CarriedValue> carried, IEnumerable<Requirement> requirements, Func<LocalArray, Expression, Build>? keep)
    {
        (_range, _condition, _keep) = (range, condition, keep);
        _open.AddRange(carried);
        _requirements = [.. requirements.Where(requirement => !RequirementClosing.IsImplied(requirement, range))];
    }

    private ExpressionGraph Graph => _range.Graph;

    /// <summary>Whether all trips of the range are made.</summary>
    private bool IsComplete => _condition is Constant { IsTrue: true };

    /// <summary>
    /// What each variable holds after the loop, and what must hold before it. The substitution tells what nodes of the body have become. Of some arrays it can't be said.
    /// </summary>
    /// <param name="condition">Whether there is another trip in the range, given what the variables hold.</param>
    /// <param name="keep">Keeps the elements of an array in memory.</param>
    public static (ImmutableArray<Expression> After, ImmutableArray<Requirement> Requirements, ImmutableArray<(Symbol, Expression)> Known, IReadOnlyList<LocalArray> Refused) Close(
        LoopRange range, Expression condition, ImmutableArray<CarriedValue> carried, IEnumerable<Requirement> requirements, Func<LocalArray, Expression, Build>? keep)
    {
        var closing = new LoopClosing(range, condition, carried, requirements, keep);
        ImmutableArray<(Symbol, Expression)> known = closing.SubstituteKnown();
        ImmutableArray<Requirement> closed = closing.FoldRest();
        return ([.. carried.Select(value => closing._after[value.Symbol])], closed, known, closing._refused);
    }

    // What is known at each trip without running those before: it takes the symbol's place, which may make more known.
    private ImmutableArray<(Symbol, Expression)> SubstituteKnown()
    {
        ImmutableArray<(Symbol Symbol, Expression Value)> all = [];
        while (true)
        {
            (CarriedValue Open, (Expression AtTrip, Expression After) Value)[] found = [.. _open.Select(value => (Open: value, Value: Known(value))).Where(static pair => pair.Value is not null).Select(static pair => (pair.Open, pair.Value!.Value))];
            if (found.Length == 0)
            {
                return all;
            }

            foreach ((CarriedValue value, (_, Expression after)) in found)
            {
                _open.Remove(value);
                _after[value.Symbol] = after;
            }

            ImmutableArray<(Symbol Symbol, Expression Value)> known = [.. found.Select(static pair => (pair.Open.Symbol, pair.Value.AtTrip))];
            for (int i = 0; i < _open.Count; i++)
            {
                _open[i] = _open[i] with { Next = Replaced(_open[i].Next, known) };
            }

            _condition = Replaced(_condition, known);
            _requirements = [.. _requirements.Select(requirement => requirement.Replace(known)).Where(static requirement => !CannotOverflow(requirement))];
            all = [.. all, .. known];
        }
    }

    // Reads of an array that has become known come with tests of where they read.
    private static Expression Replaced(Expression expression, ImmutableArray<(Symbol Symbol, Expression Value)> known)
    {
        Expression replaced = Substitution.Replace(expression, known);
        return !ReferenceEquals(replaced, expression) && known.Any(static pair => pair.Symbol.Type.IsArray) ? IndexTests.Decide(replaced) : replaced;
    }

    /// <summary>What a variable holds at the trip with the index, and after all trips; null if that takes running the trips before.</summary>
    private (Expression AtTrip, Expression After)? Known(CarriedValue value)
    {
        if (value.Array is { } array)
        {
            var closing = new ArrayClosing(value, _range);
            return closing.IsUnchanged ? (value.Initial, value.Initial)
                : !IsComplete ? null
                : closing.Filled(expression => DependsOnAny(expression, _open)) is var (atTrip, after) ? (array.Of(atTrip), Kept(array, after))
                : null;
        }

        if (ReferenceEquals(value.Next, value.Symbol))
        {
            return (value.Initial, value.Initial);
        }

        // v + step, over integers: initial + step · trips so far.
        return IsComplete && Step(value) is { } step
            ? (Graph.Add(value.Initial, Graph.Multiply(Graph.Convert(Affine.Combine(_range.Index, _range.Lower, -1).ToExpression(Graph), value.Symbol.Scalar), step)),
                OnceThereAreTrips(Graph.Add(value.Initial, Graph.Multiply(Graph.Convert(_range.Length, value.Symbol.Scalar), step)), value.Initial))
            : null;
    }

    // A length that isn't negative is 0 without a trip.
    private Expression OnceThereAreTrips(Expression counted, Expression initial)
        => IntegerRange.Of(_range.Length).Lower >= 0 ? counted : Graph.Select(_range.HasTrips, counted, initial);

    // As long as the elements depend on what an outer loop makes of the array, there is nothing to keep.
    private Build Kept(LocalArray array, Expression element)
        => _keep is null || element is Element || element.Free.Any(static symbol => symbol.Type.IsArray) ? array.Of(element) : _keep(array, element);

    private Expression? Step(CarriedValue value) => value switch
    {
        { Symbol.Scalar: not (ScalarType.Int32 or ScalarType.Int64) } => null,

        // In a checked context the same, as long as it doesn't throw, which is required besides.
        { Next: Apply { Arguments: [var counter, Constant step] } sum } when ReferenceEquals(sum.Primitive, CheckedArithmetic.Add) && ReferenceEquals(counter, value.Symbol) => step,
        _ => Accumulation.Of(value.Symbol, value.Next) is { Operator: ReduceOperator.Sum, Terms: [var step] } && IsFixed(step) ? step : null,
    };

    private static bool CannotOverflow(Requirement requirement)
        => requirement is Holds { Fact: Apply { Arguments: [Apply { Arguments: [var left, var right] } sum] } evaluated }
            && ReferenceEquals(evaluated.Primitive, Guards.Evaluated) && ReferenceEquals(sum.Primitive, CheckedArithmetic.Add) && IntegerRange.Fits(BinaryOperatorKind.Add, left, right);

    private bool IsFixed(Expression expression) => !expression.DependsOn(_range.Index) && !DependsOnAny(expression, _open);

    private ImmutableArray<Requirement> FoldRest()
    {
        List<CarriedValue> scanned = [];
        foreach (CarriedValue value in _open.Where(static value => value.Array is not null).ToList())
        {
            bool isRead = _open.Any(other => other != value && other.Next.DependsOn(value.Symbol)) || _requirements.Any(requirement => requirement.Expression.DependsOn(value.Symbol));
            Expression? element = isRead || !IsComplete ? null : new ArrayClosing(value, _range).ElementByElement(expression => _open.Any(other => other != value && expression.DependsOn(other.Symbol)));
            if (element is null)
            {
                var closing = new ArrayClosing(value, _range);
                if (_range.Upper is Constant { Payload: int.MaxValue } && !closing.IsChangedByElements)
                {
                    // How much there is to keep isn't known before.
                    _refused.Add(value.Array!);
                }

                _open[_open.IndexOf(value)] = value with { Initial = closing.Start(), Next = closing.Changed() };
            }
            else
            {
                _after[value.Symbol] = Kept(value.Array!, element);
                _open.Remove(value);
            }
        }

        foreach (CarriedValue value in _open)
        {
            bool isReadElsewhere = _open.Any(other => other != value && other.Next.DependsOn(value.Symbol))
                || _requirements.Any(requirement => requirement.Expression.DependsOn(value.Symbol));
            if (!IsComplete || value.Array is not null)
            {
                scanned.Add(value);
            }
            else if (!isReadElsewhere && !DependsOnAny(value.Next, _open))
            {
                // Overwritten at each trip: the last one remains.
                _after[value.Symbol] = Graph.Select(_range.HasTrips, Nodes.ReplaceIndex(value.Next, _range.Index, _range.Last, staysEager: false), value.Initial);
            }
            else if (!isReadElsewhere && Accumulation.Of(value.Symbol, value.Next) is { } accumulation
                && !accumulation.Terms.Any(term => DependsOnAny(term, _open)) && (value.BeginsWithFirst || !LooksContinued(value.Initial)))
            {
                _after[value.Symbol] = Graph.Reduce(accumulation.Operator, _range.Index, _range.Lower, _range.Upper, value.Initial, accumulation.Terms);
            }
            else
            {
                scanned.Add(value);
            }
        }

        return Scan(scanned);
    }

    // A sum that the source itself starts from −0.0 would be taken for one that goes on with the sum around it.
    private static bool LooksContinued(Expression initial)
        => initial is Constant constant && constant.Scalar.IsFloating() && ReferenceEquals(initial, initial.Like(Arithmetic.NeutralOfAddition(initial.Scalar)));

    private ImmutableArray<Requirement> Scan(List<CarriedValue> scanned)
    {
        ImmutableArray<Requirement> carried = [.. _requirements.Where(requirement => !IsComplete || DependsOnAny(requirement.Expression, scanned))];
        ImmutableArray<Requirement> closed = [.. _requirements.Where(requirement => !carried.Contains(requirement)).Select(requirement => RequirementClosing.Close(requirement, _range))];
        if (scanned.Count == 0 && carried.IsEmpty)
        {
            return closed;
        }

        if (!carried.IsEmpty)
        {
            // What must hold of carried values is carried along: whether it has held so far.
            Symbol holds = Graph.Carried("holds", ScalarType.Boolean);
            Expression next = carried.Aggregate((Expression)holds, (all, requirement) => Graph.And(all, requirement.Expression));
            if (carried.Any(static requirement => requirement is Holds) || scanned.Any(static value => value.Array is not null))
            {
                // Where the source throws, it doesn't come to what follows, which might throw something else.
                scanned = [.. scanned.Select(value => value.Next.MayThrow ? value with { Next = Graph.Select(next, value.Next, value.Symbol) } : value)];
            }

            scanned.Add(new CarriedValue(holds, Graph.True, next));
            _condition = IsComplete ? _condition : Graph.And(holds, _condition);
        }

        Scan scan = Graph.Scan(
            _range.Index, _range.Lower, _range.Upper,
            [.. scanned.Select(static value => value.Symbol)], [.. scanned.Select(static value => value.Initial)], [.. scanned.Select(static value => value.Next)], _condition);
        for (int i = 0; i < scanned.Count; i++)
        {
            _after[scanned[i].Symbol] = scanned[i].Array is { } array ? array.Of(Graph.Element(Graph.Output(scan, i), array.Positions)) : Graph.Output(scan, i);
        }

        return carried.IsEmpty ? closed : [.. closed, new Holds(Graph.True, Graph.Output(scan, scanned.Count - 1))];
    }

    private static bool DependsOnAny(Expression expression, List<CarriedValue> values)
        => !expression.Free.IsEmpty && values.Any(value => expression.DependsOn(value.Symbol));
}
