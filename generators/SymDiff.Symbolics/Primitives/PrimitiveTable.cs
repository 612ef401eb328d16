using System.Collections.Immutable;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The one table of primitives: all that the compiler can evaluate, differentiate and write.</summary>
public static class PrimitiveTable
{
    public static readonly ImmutableArray<Primitive> All =
    [
        .. Arithmetic.Rows,
        .. Comparisons.Rows,
        .. Conversions.Rows,
        .. Piecewise.Rows,
    ];
}
