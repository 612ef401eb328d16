using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>What the rows need to know of integer types. Values are payloads of <see cref="Constant"/>.</summary>
internal static class Integers
{
    public static long MinValue(ScalarType type) => type.IsSigned() ? long.MinValue >> (64 - type.Bits()) : 0;

    public static Constant Minimum(ExpressionGraph graph, ScalarType type) => graph.Integer(type, MinValue(type));

    public static bool Less(ScalarType type, long left, long right) => type == ScalarType.UInt64 ? (ulong)left < (ulong)right : left < right;
}
