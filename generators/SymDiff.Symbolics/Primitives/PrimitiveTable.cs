using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The one table of primitives: all that the compiler can evaluate, differentiate and write.</summary>
public static class PrimitiveTable
{
    public static readonly ImmutableArray<Primitive> All =
    [
        .. Arithmetic.Rows,
        .. CheckedArithmetic.Rows,
        .. Bits.Rows,
        .. Comparisons.Rows,
        .. Conversions.Rows,
        .. Guards.Rows,
        .. Exponentials.Rows,
        .. Powers.Rows,
        .. Trigonometry.Rows,
        .. Hyperbolics.Rows,
        .. Combinations.Rows,
        .. Piecewise.Rows,
        .. Rounding.Rows,
        .. Classification.Rows,
        .. Specials.Rows,
    ];

    // Of the types that have known methods; no two of these types have one name.
    private static readonly ImmutableArray<string> Namespaces = ["System.", "SymDiff.Numerics."];

    private static readonly Dictionary<string, Primitive> Names = All.ToDictionary(static primitive => primitive.Name);

    private static readonly ILookup<string, Primitive> Methods = All
        .SelectMany(static primitive => primitive.Methods.Select(method => (method, primitive)))
        .ToLookup(static entry => entry.method, static entry => entry.primitive);

    public static Primitive ByName(string name) => Names[name];

    /// <summary>What a static method of .NET, or of <c>SymDiff.Numerics</c>, means, or null if nothing is known of it.</summary>
    /// <param name="typeName">Namespace and name of the type: <c>System.Math</c>, <c>System.Double</c>.</param>
    /// <param name="methodName">The name of the method.</param>
    /// <param name="parameterTypes">
    /// The types of its parameters (of a generic method: as constructed), with <see cref="ScalarType.None"/> for <c>System.MidpointRounding</c>, whose
    /// argument is an <c>int</c>.
    /// </param>
    /// <param name="resultType">The type of its result, if that is a scalar.</param>
    public static KnownMethod? Find(string typeName, string methodName, ImmutableArray<ScalarType> parameterTypes, ScalarType resultType = ScalarType.None)
    {
        string? owner = Namespaces.Where(space => typeName.StartsWith(space, StringComparison.Ordinal)).Select(space => typeName.Substring(space.Length)).FirstOrDefault();
        if (owner is null)
        {
            return null;
        }

        string method = $"{owner}.{methodName}";
        Primitive? primitive = Methods[method].FirstOrDefault(row => Takes(row, parameterTypes));
        return primitive is not null ? KnownMethod.Of(primitive) : Compositions.Find(method, parameterTypes, resultType);
    }

    private static bool Takes(Primitive row, ImmutableArray<ScalarType> parameterTypes)
        => row.Takes.Length == parameterTypes.Length && row.Takes.Zip(parameterTypes, static (operand, type) => operand.IsParameter(type)).All(static fits => fits);
}
