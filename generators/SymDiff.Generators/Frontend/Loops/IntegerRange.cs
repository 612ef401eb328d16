using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>Between which bounds an integer lies for certain.</summary>
internal readonly record struct IntegerRange(long Lower, long Upper)
{
    /// <summary>No array and no span over managed memory is longer.</summary>
    private const long LongestArray = 0x7FFFFFC7;

    private const int DeepestLook = 20;

    public static IntegerRange Of(Expression expression) => Of(expression, DeepestLook);

    public bool FitsInt => Lower >= int.MinValue && Upper <= int.MaxValue;

    /// <summary>Whether the result of the operator certainly fits into the type of its operands.</summary>
    public static bool Fits(BinaryOperatorKind kind, Expression left, Expression right)
    {
        (IntegerRange a, IntegerRange b, IntegerRange all) = (Of(left), Of(right), OfType(left.Scalar));
        if (left.Scalar.Bits() > 32 || right.Scalar.Bits() > 32)
        {
            return false;
        }

        return kind switch
        {
            BinaryOperatorKind.Add => all.Contains(a.Lower + b.Lower) && all.Contains(a.Upper + b.Upper),
            BinaryOperatorKind.Subtract => all.Contains(a.Lower - b.Upper) && all.Contains(a.Upper - b.Lower),
            BinaryOperatorKind.Multiply => all.Contains(a.Lower * b.Lower) && all.Contains(a.Lower * b.Upper) && all.Contains(a.Upper * b.Lower) && all.Contains(a.Upper * b.Upper),
            _ => false,
        };
    }

    private static IntegerRange Of(Expression expression, int depth) => expression switch
    {
        Constant constant when constant.Scalar.IsInteger() && constant.Scalar != ScalarType.UInt64 => new(constant.Payload, constant.Payload),
        Extent => new(0, LongestArray),
        Symbol { Role: SymbolRole.Index } index when depth > 0 && index.Graph.RangeOf(index) is { } range => Of(range.Lower, depth - 1) is var lower && Of(range.Upper, depth - 1) is var upper && lower.Lower < upper.Upper
            ? new(lower.Lower, upper.Upper - 1)
            : OfType(ScalarType.Int32),
        Apply apply when depth > 0 && ReferenceEquals(apply.Primitive, Conversions.Convert) && apply.Arguments[0].Scalar.IsInteger()
            => Of(apply.Arguments[0], depth - 1).Within(apply.Scalar),
        Apply apply when depth > 0 && ReferenceEquals(apply.Primitive, Arithmetic.Add) => Sum(apply, depth),
        Apply apply when depth > 0 && ReferenceEquals(apply.Primitive, Arithmetic.Negate) => Of(apply.Arguments[0], depth - 1).Negated.Within(apply.Scalar),
        Apply apply when depth > 0 && ReferenceEquals(apply.Primitive, Arithmetic.Divide) && apply.Arguments[1] is Constant { Payload: > 0 } divisor
            && Of(apply.Arguments[0], depth - 1) is { Lower: >= 0 } dividend => new(dividend.Lower / divisor.Payload, dividend.Upper / divisor.Payload),
        Select select when depth > 0 && select.Scalar.IsInteger() => Of(select.WhenTrue, depth - 1) is var a && Of(select.WhenFalse, depth - 1) is var b
            ? new(Math.Min(a.Lower, b.Lower), Math.Max(a.Upper, b.Upper))
            : OfType(select.Scalar),
        _ => OfType(expression.Scalar),
    };

    private static IntegerRange Sum(Apply sum, int depth)
    {
        (long lower, long upper) = (0, 0);
        foreach (Expression term in sum.Arguments)
        {
            IntegerRange range = Of(term, depth - 1);
            if (range.Lower < int.MinValue || range.Upper > uint.MaxValue)
            {
                return OfType(sum.Scalar);
            }

            lower += range.Lower;
            upper += range.Upper;
        }

        return new IntegerRange(lower, upper).Within(sum.Scalar);
    }

    private bool Contains(long value) => value >= Lower && value <= Upper;

    private IntegerRange Negated => Lower == long.MinValue ? this : new(-Upper, -Lower);

    // Out of the type's range it wraps around.
    private IntegerRange Within(ScalarType type)
    {
        IntegerRange all = OfType(type);
        return Lower >= all.Lower && Upper <= all.Upper ? this : all;
    }

    private static IntegerRange OfType(ScalarType type) => type switch
    {
        ScalarType.SByte => new(sbyte.MinValue, sbyte.MaxValue),
        ScalarType.Byte => new(byte.MinValue, byte.MaxValue),
        ScalarType.Int16 => new(short.MinValue, short.MaxValue),
        ScalarType.UInt16 or ScalarType.Char => new(ushort.MinValue, ushort.MaxValue),
        ScalarType.Int32 => new(int.MinValue, int.MaxValue),
        ScalarType.UInt32 => new(uint.MinValue, uint.MaxValue),
        _ => new(long.MinValue, long.MaxValue),
    };
}
