using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>The elements that a loop reads and writes, gathered to ranges that can be checked before it starts.</summary>
/// <param name="loop">The loop.</param>
/// <param name="definitions">What the locals before it are.</param>
internal sealed class LaneRanges(Loop loop, IReadOnlyDictionary<Symbol, Expression> definitions)
{
    private readonly List<Range> _ranges = [];
    private readonly Dictionary<Element, (Range Range, int Shift)> _elements = [];

    private sealed class Range(Symbol array, ImmutableArray<Expression> rows, Expression? start)
    {
        public Symbol Array { get; } = array;

        public ImmutableArray<Expression> Rows { get; } = rows;

        public Expression? Base { get; } = start;

        /// <summary>The shifts of elements that every step reads.</summary>
        public SortedSet<int> Certain { get; } = [];

        public SortedSet<int> All { get; } = [];
    }

    /// <param name="element">One that the loop reads or writes.</param>
    /// <param name="isCertain">Whether it does so in every step.</param>
    /// <param name="isInvariant">Whether something is the same in all steps.</param>
    /// <returns>Whether the elements of successive steps are neighbours.</returns>
    public bool Add(Element element, bool isCertain, Func<Expression, bool> isInvariant)
    {
        ImmutableArray<Expression> rows = element.Indices.RemoveAt(element.Indices.Length - 1);
        if (element.Array is not Symbol array || rows.Length > 1 || !rows.All(isInvariant)
            || UnitStride.Of(element.Indices[element.Indices.Length - 1], loop.Index, isInvariant) is not { } stride)
        {
            return false;
        }

        Range? range = _ranges.FirstOrDefault(range
            => ReferenceEquals(range.Array, array) && ReferenceEquals(range.Base, stride.Base) && range.Rows.SequenceEqual(rows));
        if (range is null)
        {
            _ranges.Add(range = new Range(array, rows, stride.Base));
        }

        _elements[element] = (range, stride.Shift);
        range.All.Add(stride.Shift);
        if (isCertain)
        {
            range.Certain.Add(stride.Shift);
        }

        return true;
    }

    /// <summary>Whether the loop reads no element that it writes in another step.</summary>
    public bool AreApart(Symbol written) => _elements.Values.Where(entry => ReferenceEquals(entry.Range.Array, written)).Distinct().Count() == 1;

    public (ImmutableArray<LaneArray> Arrays, IReadOnlyDictionary<Element, LanePosition> Positions) Close()
    {
        var arrays = ImmutableArray.CreateBuilder<LaneArray>();
        var positions = new Dictionary<Element, LanePosition>();
        foreach (Range range in _ranges)
        {
            (LaneArray array, int shift, bool isFromLower) = Close(range);
            foreach (KeyValuePair<Element, (Range Range, int Shift)> entry in _elements.Where(entry => ReferenceEquals(entry.Value.Range, range)))
            {
                positions.Add(entry.Key, new LanePosition(arrays.Count, entry.Value.Shift + shift, isFromLower));
            }

            arrays.Add(array);
        }

        return (arrays.ToImmutable(), positions);
    }

    private (LaneArray Array, int Shift, bool IsFromLower) Close(Range range)
    {
        ExpressionGraph graph = loop.Index.Graph;
        (int first, int last) = (range.All.Min, range.All.Max);
        bool isOptional = range.Certain.Count == 0 || range.Certain.Min > first || range.Certain.Max < last;
        if (range.Base is null && loop.Lower is Constant { Payload: var lower } && lower + first >= 0)
        {
            // The range starts at the array's first element, wherever the loop starts.
            bool isKnown = range.Rows.IsEmpty && EndsWithin(range.Array, last);
            return (new LaneArray(
                range.Array,
                range.Rows,
                isKnown ? null : graph.Int(0),
                isKnown ? null : graph.Add(loop.Upper, graph.Int(last)),
                isOptional && !isKnown), 0, false);
        }

        Expression start = range.Base is null ? graph.Add(loop.Lower, graph.Int(first)) : graph.Add(range.Base, loop.Lower, graph.Int(first));
        Expression length = graph.Add(loop.Upper, graph.Negate(loop.Lower), graph.Int(last - first));
        return loop.Lower is Constant { Payload: var from }
            ? (new LaneArray(range.Array, range.Rows, start, length, isOptional), (int)(-first - from), false)
            : (new LaneArray(range.Array, range.Rows, start, length, isOptional), -first, true);
    }

    // Whether it is known that upper + shift ≤ array.Length.
    private bool EndsWithin(Symbol array, int shift)
    {
        Expression upper = loop.Upper is Symbol symbol && definitions.TryGetValue(symbol, out Expression? definition) ? definition : loop.Upper;
        long added = 0;
        if (upper is Apply { Arguments: [var start, Constant { Payload: var offset }] } sum && ReferenceEquals(sum.Primitive, Arithmetic.Add))
        {
            (upper, added) = (start, offset);
        }

        return upper is Extent { Array: Symbol other } && ReferenceEquals(array, other) && added + shift <= 0;
    }
}
