using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Looks whether every statement of a loop's body has a form for lanes: what one step does must not depend on another, except through totals, and nothing that a
/// step would not have done in the source may be noticed when it is done for lanes that don't count.
/// </summary>
internal sealed class LaneBody
{
    // What takes longer than this keeps the machine busy by itself.
    private const int MostUnrolled = 12;

    private readonly Loop _loop;
    private readonly LaneRanges _ranges;
    private readonly bool _mayReorderSums;
    private readonly HashSet<Symbol> _own = [];
    private readonly HashSet<Symbol> _totals = [];
    private readonly HashSet<Symbol> _rounded = [];
    private readonly HashSet<Symbol> _written;
    private readonly HashSet<Symbol> _read = [];
    private readonly Dictionary<Expression, bool> _invariant = [];
    private readonly SortedDictionary<int, Expression> _broadcasts = [];
    private int _floatingTotals;
    private int _cost;
    private bool _varies;
    private bool _hasFunctions;

    private LaneBody(Loop loop, LaneRanges ranges, bool mayReorderSums)
    {
        _loop = loop;
        _ranges = ranges;
        _mayReorderSums = mayReorderSums;
        _written = [.. Statements.Inside(loop.Body).OfType<Store>().Select(store => store.Array)];
        foreach (Statement statement in Statements.Inside(loop.Body))
        {
            _ = statement switch
            {
                Declare declare => _own.Add(declare.Local),
                Accumulate accumulate => _totals.Add(accumulate.Local),
                _ => false,
            };
        }
    }

    private ScalarType Type { get; set; } = ScalarType.None;

    /// <param name="loop">A loop without loops in it.</param>
    /// <param name="definitions">What the locals before it are.</param>
    /// <param name="mayReorderSums">Whether sums may be taken in another order than the source's.</param>
    /// <returns>Its form; null if it has to run step by step.</returns>
    public static LaneForm? FormOf(Loop loop, IReadOnlyDictionary<Symbol, Expression> definitions, bool mayReorderSums)
    {
        var ranges = new LaneRanges(loop, definitions);
        var body = new LaneBody(loop, ranges, mayReorderSums);
        if (loop.IsDownward || loop.Upper.Scalar != ScalarType.Int32 || body.IsShort || !body.Admits(loop.Body, isCertain: true)
            || body.Type == ScalarType.None || !body._varies || !body._written.All(body.IsApart))
        {
            return null;
        }

        (ImmutableArray<LaneArray> arrays, IReadOnlyDictionary<Element, LanePosition> positions) = ranges.Close();
        return arrays.Any(array => array.IsOptional && !array.Rows.IsEmpty) ? null
            : new LaneForm(body.Type, body.Unrolled, arrays, positions, [.. body._broadcasts.Values]);
    }

    // So many that the sums wait for the arithmetic rather than for each other, but not more than fit into sixteen registers of half the width.
    private int Unrolled => _hasFunctions ? 0 : _cost > MostUnrolled ? 1 : _floatingTotals switch { 0 => 1, 1 => 4, 2 => 2, _ => 1 };

    private bool IsShort => _loop.MostSteps < 8 || (_loop is { Lower: Constant lower, Upper: Constant upper } && upper.Payload - lower.Payload < 8);

    // Each step writes elements of its own; or all add to elements that none reads, where it doesn't matter which comes first.
    private bool IsApart(Symbol array) => _ranges.AreApart(array)
        || (_mayReorderSums && Statements.Inside(_loop.Body).All(statement => statement is not Store { IsAddition: false } store || !ReferenceEquals(store.Array, array))
            && !_read.Contains(array));

    private bool Admits(ImmutableArray<Statement> statements, bool isCertain) => statements.All(statement => Admits(statement, isCertain));

    private bool Admits(Statement statement, bool isCertain)
    {
        switch (statement)
        {
            case Declare { Value: null } declare:
                return HasLaneType(declare.Local);
            case Declare declare:
                return AdmitsValue(declare.Local, declare.Value!, isCertain);
            case Assign assign:
                return _own.Contains(assign.Local) && AdmitsValue(assign.Local, assign.Value, isCertain);
            case Accumulate accumulate:
                return Admits(accumulate, isCertain);
            case Store store:
                return store.Value.Scalar.IsFloating() && Admits(store.Value, isCertain) && (_mayReorderSums || !IsOfTheValue(store))
                    && _ranges.Add((Element)store.Array.Graph.Element(store.Array, store.Indices), isCertain, IsInvariant);
            case If choice when IsInvariant(choice.Condition):
                return Admits(choice.Then, isCertain: false) && Admits(choice.Else, isCertain: false);
            case If choice:
                return Admits(choice.Condition, isCertain) && Admits(choice.Then, isCertain: false) && Admits(choice.Else, isCertain: false);
            default:
                return false;
        }
    }

    // What is kept may be what the value is made of, which then has the bits of the source's.
    private bool IsOfTheValue(Store store) => store.Array.Role == SymbolRole.Local && IsRounded(store.Value);

    private bool AdmitsValue(Symbol local, Expression value, bool isCertain)
    {
        if (!IsLaneType(local.Scalar) || !Admits(value, isCertain))
        {
            return false;
        }

        if (IsRounded(value))
        {
            _rounded.Add(local);
        }

        return true;
    }

    private bool Admits(Accumulate accumulate, bool isCertain)
    {
        if (_own.Contains(accumulate.Local))
        {
            return false;
        }

        bool isFloating = accumulate.Local.Scalar.IsFloating();
        Expression term = accumulate.Term;
        switch (accumulate.Operator)
        {
            case ReduceOperator.Sum when isFloating:
                _floatingTotals++;
                return _mayReorderSums && HasLaneType(accumulate.Local) && Admits(term, isCertain);
            case ReduceOperator.Sum:
                return accumulate.Local.Scalar is ScalarType.Int32 or ScalarType.Int64 && IsCount(term, isCertain);
            case ReduceOperator.Min or ReduceOperator.Max when isFloating:
                _floatingTotals++;
                return HasLaneType(accumulate.Local) && Admits(term, isCertain) && !IsRounded(term);
            case ReduceOperator.All:
                return Admits(term, isCertain) && !IsRounded(term);
            default:
                // A product of many can overflow in one order and not in another.
                return false;
        }
    }

    // How often something is the case.
    private bool IsCount(Expression term, bool isCertain) => term switch
    {
        Constant { IsOne: true } => true,
        Select { WhenTrue: Constant { IsOne: true }, WhenFalse: Constant { IsZero: true } } choice => Admits(choice.Condition, isCertain) && !IsRounded(choice.Condition),
        Select { WhenTrue: Constant { IsZero: true }, WhenFalse: Constant { IsOne: true } } choice => Admits(choice.Condition, isCertain) && !IsRounded(choice.Condition),
        _ => false,
    };

    private static bool IsLaneType(ScalarType type) => type.IsFloating() || type == ScalarType.Boolean;

    // Trees in statements are small: no recursion gets deep.
    private bool Admits(Expression node, bool isCertain)
    {
        if (node is not Constant && IsInvariant(node))
        {
            // Evaluated before the first step, whatever the steps do.
            _broadcasts[node.Id] = node;
            return IsLaneType(node.Scalar) && (isCertain || !node.MayThrow) && HasLaneType(node);
        }

        if (!HasLaneType(node))
        {
            return false;
        }

        switch (node)
        {
            case Constant:
                return true;
            case Symbol local:
                return _own.Contains(local) && !_totals.Contains(local);
            case Element { Array: Symbol { InElements: not null } }:
                // They don't stand side by side in memory.
                return false;
            case Element element:
                _varies = true;
                _read.Add((element.Array as Symbol)!);
                return _ranges.Add(element, isCertain, IsInvariant);
            case Select select:
                return (IsInvariant(select.Condition) || Admits(select.Condition, isCertain))
                    && Admits(select.WhenTrue, isCertain: false) && Admits(select.WhenFalse, isCertain: false);
            case Apply { Primitive.Lanes: not null } apply:
                _hasFunctions |= !apply.Primitive.IsExactInLanes;
                _cost += apply.Cost;
                return !apply.Primitive.MayThrow(apply) && apply.Arguments.All(argument => Admits(argument, isCertain));
            case Apply conversion when ReferenceEquals(conversion.Primitive, Conversions.Convert):
                _varies = true;
                return IsIndex(conversion.Arguments[0]);
            default:
                return false;
        }
    }

    // The index, or one next to it, which can't overflow.
    private bool IsIndex(Expression node)
        => UnitStride.Of(node, _loop.Index, IsInvariant) is { Base: null, Shift: var shift }
            && (shift is 0 or 1 || (shift < 0 && _loop.Lower is Constant { Payload: >= 0 }));

    /// <summary>All floating-point numbers have one type, that of the lanes; truth values have none.</summary>
    private bool HasLaneType(Expression node)
    {
        if (node.Scalar == ScalarType.Boolean)
        {
            // A comparison of integers, say, has no lanes of the right width.
            return node is not Element;
        }

        if (!node.Scalar.IsFloating())
        {
            return false;
        }

        Type = Type == ScalarType.None ? node.Scalar : Type;
        return Type == node.Scalar;
    }

    private bool IsInvariant(Expression node)
    {
        if (!_invariant.TryGetValue(node, out bool isInvariant))
        {
            isInvariant = node switch
            {
                Symbol symbol => !ReferenceEquals(symbol, _loop.Index) && !_own.Contains(symbol) && !_totals.Contains(symbol),
                Element { Array: Symbol array } when _written.Contains(array) => false,
                _ => node.Operands.All(IsInvariant),
            };
            _invariant.Add(node, isInvariant);
        }

        return isInvariant;
    }

    private bool IsRounded(Expression node)
        => node is Symbol symbol ? _rounded.Contains(symbol)
            : (node is Apply { Primitive: { Lanes: not null, IsExactInLanes: false } } && !IsInvariant(node)) || node.Operands.Any(IsRounded);
}
