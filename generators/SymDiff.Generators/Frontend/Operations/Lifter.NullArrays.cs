using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// Arrays that are null: converted to a span such an array is an empty one, read as an array it throws. Where a method does both, the places that throw have
/// to say so, which is known only at the end: it is lifted again then.
/// </summary>
internal sealed partial class Lifter
{
    private readonly HashSet<Symbol> _readAsSpans = [];
    private readonly HashSet<Symbol> _readAsArrays = [];

    /// <summary>Arrays, as generated code names them, of which null counts as empty.</summary>
    public ImmutableArray<string> NullIsEmpty { get; init; } = [];

    /// <summary>The arrays that have been converted to spans.</summary>
    public ImmutableArray<string> ReadAsSpans => [.. _readAsSpans.Select(static array => array.Name).OrderBy(static name => name, StringComparer.Ordinal)];

    /// <summary>Whether there are arrays that have been read both as such and as spans.</summary>
    public bool ReadsBothWays => NullIsEmpty.IsEmpty && _readAsSpans.Overlaps(_readAsArrays);

    private ArrayValue AsSpan(ITypeSymbol? source, ArrayValue value)
    {
        if (source is IArrayTypeSymbol)
        {
            _readAsSpans.UnionWith(ArraysIn(value.Expression));
        }

        return value;
    }

    private ArrayValue AsArray(ITypeSymbol? source, ArrayValue value)
    {
        if (source is IArrayTypeSymbol)
        {
            ReadAsArray(value);
        }

        return value;
    }

    private void ReadAsArray(ArrayValue value)
    {
        _readAsArrays.UnionWith(ArraysIn(value.Expression));
        if (!NullIsEmpty.IsEmpty)
        {
            _flow.Require(IsThere(value.Expression));
        }
    }

    private Expression IsThere(Expression array) => array switch
    {
        Symbol symbol when NullIsEmpty.Contains(symbol.Name) => _graph.Not(Ask(symbol)),
        Select select => _graph.Select(select.Condition, IsThere(select.WhenTrue), IsThere(select.WhenFalse)),
        _ => _graph.True,
    };

    private static IEnumerable<Symbol> ArraysIn(Expression array) => array switch
    {
        Symbol symbol => [symbol],
        Select select => ArraysIn(select.WhenTrue).Concat(ArraysIn(select.WhenFalse)),
        _ => [],
    };

    private static bool IsSpan(ITypeSymbol? type) => type is not null && DataType.Of(type).Kind == ParameterKind.Span;
}
