using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>A variable that a loop's body assigns: what it held before the loop, and what one trip makes of what it holds.</summary>
internal sealed record CarriedValue(Symbol Symbol, Expression Initial, Expression Next)
{
    public ExpressionGraph Graph => Symbol.Graph;
}

/// <summary>
/// What a loop's body, lifted once with symbols for what its variables hold, makes of them in all trips together: each becomes the most declarative node that it can be
/// proved to be. Unchanged, counting by a fixed step, overwritten: closed forms. Accumulating: <see cref="Reduce"/>. The rest together: one <see cref="Scan"/>.
/// </summary>
internal sealed class LoopClosing
{
    private readonly LoopRange _range;
    private readonly List<CarriedValue> _open = [];
    private readonly Dictionary<Symbol, Expression> _after = [];
    private ImmutableArray<Requirement> _requirements;

    private LoopClosing(LoopRange range, ImmutableArray<CarriedValue> carried, IEnumerable<Requirement> requirements)
    {
        _range = range;
        _open.AddRange(carried);
        _requirements = [.. requirements.Where(requirement => !RequirementClosing.IsImplied(requirement, range))];
    }

    private ExpressionGraph Graph => _range.Graph;

    /// <summary>What each variable holds after the loop, and what must hold before it. The substitution tells what nodes of the body have become.</summary>
    public static (ImmutableArray<Expression> After, ImmutableArray<Requirement> Requirements, ImmutableArray<(Symbol, Expression)> Known) Close(
        LoopRange range, ImmutableArray<CarriedValue> carried, IEnumerable<Requirement> requirements)
    {
        var closing = new LoopClosing(range, carried, requirements);
        ImmutableArray<(Symbol, Expression)> known = closing.SubstituteKnown();
        ImmutableArray<Requirement> closed = closing.FoldRest();
        return ([.. carried.Select(value => closing._after[value.Symbol])], closed, known);
    }

    // What is known at each trip without running those before: it takes the symbol's place, which may make more known.
    private ImmutableArray<(Symbol, Expression)> SubstituteKnown()
    {
        ImmutableArray<(Symbol Symbol, Expression Value)> all = [];
        while (true)
        {
            ImmutableArray<(Symbol Symbol, Expression Value)> known = [.. _open.Select(value => (value.Symbol, Value: AtTrip(value))).Where(static pair => pair.Value is not null)!];
            if (known.IsEmpty)
            {
                return all;
            }

            foreach ((Symbol symbol, _) in known)
            {
                CarriedValue value = _open.First(open => ReferenceEquals(open.Symbol, symbol));
                _open.Remove(value);
                _after[symbol] = AfterAll(value);
            }

            for (int i = 0; i < _open.Count; i++)
            {
                _open[i] = _open[i] with { Next = Substitution.Replace(_open[i].Next, known) };
            }

            _requirements = [.. _requirements.Select(requirement => requirement.Replace(known)).Where(static requirement => !CannotOverflow(requirement))];
            all = [.. all, .. known];
        }
    }

    private Expression? AtTrip(CarriedValue value)
    {
        if (ReferenceEquals(value.Next, value.Symbol))
        {
            return value.Initial;
        }

        // v + step, over integers: initial + step · trips so far.
        return Step(value) is { } step
            ? Graph.Add(value.Initial, Graph.Multiply(Graph.Convert(Affine.Combine(_range.Index, _range.Lower, -1).ToExpression(Graph), value.Symbol.Scalar), step))
            : null;
    }

    private Expression AfterAll(CarriedValue value)
        => Step(value) is { } step
            ? Graph.Select(_range.HasTrips, Graph.Add(value.Initial, Graph.Multiply(Graph.Convert(_range.Length, value.Symbol.Scalar), step)), value.Initial)
            : value.Initial;

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
        foreach (CarriedValue value in _open)
        {
            bool isReadElsewhere = _open.Any(other => other != value && other.Next.DependsOn(value.Symbol))
                || _requirements.Any(requirement => requirement.Expression.DependsOn(value.Symbol));
            if (!isReadElsewhere && !DependsOnAny(value.Next, _open))
            {
                // Overwritten at each trip: the last one remains.
                _after[value.Symbol] = Graph.Select(_range.HasTrips, Substitution.Replace(value.Next, [(_range.Index, _range.Last)]), value.Initial);
            }
            else if (!isReadElsewhere && Accumulation.Of(value.Symbol, value.Next) is { } accumulation
                && !accumulation.Terms.Any(term => DependsOnAny(term, _open)) && !LooksContinued(value.Initial))
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
        ImmutableArray<Requirement> carried = [.. _requirements.Where(requirement => DependsOnAny(requirement.Expression, scanned))];
        ImmutableArray<Requirement> closed = [.. _requirements.Where(requirement => !carried.Contains(requirement)).Select(requirement => RequirementClosing.Close(requirement, _range))];
        if (scanned.Count == 0)
        {
            return closed;
        }

        if (!carried.IsEmpty)
        {
            // What must hold of carried values is carried along: whether it has held so far.
            Symbol holds = Graph.Carried("holds", ScalarType.Boolean);
            scanned.Add(new CarriedValue(holds, Graph.True, carried.Aggregate((Expression)holds, (all, requirement) => Graph.And(all, requirement.Expression))));
        }

        Scan scan = Graph.Scan(
            _range.Index, _range.Lower, _range.Upper,
            [.. scanned.Select(static value => value.Symbol)], [.. scanned.Select(static value => value.Initial)], [.. scanned.Select(static value => value.Next)]);
        for (int i = 0; i < scanned.Count; i++)
        {
            _after[scanned[i].Symbol] = Graph.Output(scan, i);
        }

        return carried.IsEmpty ? closed : [.. closed, new Holds(Graph.True, Graph.Output(scan, scanned.Count - 1))];
    }

    private static bool DependsOnAny(Expression expression, List<CarriedValue> values)
        => !expression.Free.IsEmpty && values.Any(value => expression.DependsOn(value.Symbol));
}
