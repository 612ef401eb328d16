using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

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

    private static readonly Dictionary<string, Primitive> Names = All.ToDictionary(primitive => primitive.Name);

    public static Primitive ByName(string name) => Names[name];
}
