using System.Collections.Generic;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Names for locals: the source's own where it has one, else what the value is.</summary>
internal sealed class LocalNames
{
    private readonly Dictionary<Expression, string> _given = [];

    public LocalNames(ImmutableArray<(Expression Node, string Name)> given)
    {
        foreach ((Expression node, string name) in given)
        {
            if (!_given.ContainsKey(node))
            {
                _given.Add(node, name);
            }
        }
    }

    /// <summary>The extents of the arrays that loops change, which are rows of all their elements.</summary>
    public Dictionary<Symbol, ImmutableArray<Expression>> Sizes { get; } = [];

    public bool IsNamed(Expression node) => _given.ContainsKey(node);

    public string For(Expression node) => _given.TryGetValue(node, out string? name) ? name : node switch
    {
        Reduce reduce => reduce.Operator switch
        {
            ReduceOperator.Sum => "sum",
            ReduceOperator.Product => "product",
            ReduceOperator.Min => "min",
            ReduceOperator.Max => "max",
            _ => "all",
        },
        Stored => "array",
        Trace trace => Kept(For(trace.Scan.Stacked[trace.Position])),
        Symbol symbol => symbol.Stem,
        Element { Array: Symbol array } element => array.Stem + string.Concat(element.Indices.Select(Suffix)),
        Apply { Operands: [Extent] } apply when ReferenceEquals(apply.Primitive, Conversions.Convert) => "n",
        Apply { Operands: [_, var last] } apply when ReferenceEquals(apply.Primitive, Arithmetic.Add) && IsNegative(last) => "difference",
        Apply apply => OfPrimitive(apply.Primitive),
        { Scalar: ScalarType.Boolean } => "condition",
        _ => "choice",
    };

    private static string Kept(string name) => "kept" + char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static bool IsNegative(Expression node)
        => node is Constant { Number: < 0 } || (node is Apply apply && ReferenceEquals(apply.Primitive, Arithmetic.Negate));

    private static string OfPrimitive(Primitive primitive)
        => ReferenceEquals(primitive, Arithmetic.Add) || ReferenceEquals(primitive, Arithmetic.Subtract) ? "sum"
            : ReferenceEquals(primitive, Arithmetic.Multiply) ? "product"
            : ReferenceEquals(primitive, Arithmetic.Divide) ? "quotient"
            : ReferenceEquals(primitive, Arithmetic.Negate) ? "negative"
            : ReferenceEquals(primitive, Conversions.Convert) ? "converted"
            : Comparisons.Rows.Contains(primitive) ? "condition"
            : char.ToLowerInvariant(primitive.Name[0]) + primitive.Name.Substring(1);

    // x[i] is xi, x[row] is xRow, as one would write it by hand.
    private static string Suffix(Expression index) => index switch
    {
        Symbol { Name.Length: 1 } symbol => symbol.Name,
        Symbol symbol => char.ToUpperInvariant(symbol.Stem[0]) + symbol.Stem.Substring(1),
        Constant { Payload: >= 0 } constant => constant.Payload.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "At",
    };
}
