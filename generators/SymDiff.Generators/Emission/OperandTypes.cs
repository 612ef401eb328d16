using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>What C# does by itself to the operands of its operators.</summary>
internal static class OperandTypes
{
    /// <summary>Whether C# brings both operands to one type before it calculates.</summary>
    public static bool IsOperator(Primitive primitive)
        => ReferenceEquals(primitive, Arithmetic.Add) || ReferenceEquals(primitive, Arithmetic.Subtract) || ReferenceEquals(primitive, Arithmetic.Multiply)
        || ReferenceEquals(primitive, Arithmetic.Divide) || ReferenceEquals(primitive, Arithmetic.Remainder) || Mirrored(primitive) is not null;

    /// <summary>The comparison with its sides exchanged; null for all that isn't one.</summary>
    public static string? Mirrored(Primitive primitive)
        => ReferenceEquals(primitive, Comparisons.Less) ? "{0} > {1}"
        : ReferenceEquals(primitive, Comparisons.LessOrEqual) ? "{0} >= {1}"
        : ReferenceEquals(primitive, Comparisons.Equal) || ReferenceEquals(primitive, Comparisons.NotEqual) ? primitive.CSharp.Text
        : null;

    /// <summary>What is assigned or returned needs no cast to the type that it has there: <c>double t = i;</c></summary>
    public static Expression WithoutNeedlessCast(Expression value)
        => value is Apply conversion && ReferenceEquals(conversion.Primitive, Conversions.Convert)
            && conversion.Arguments[0] is not Constant && conversion.Arguments[0].Scalar.ConvertsImplicitlyTo(conversion.Scalar)
            ? conversion.Arguments[0] : value;

    /// <summary>
    /// The operands of an operator without the casts that C# makes anyway because the other operand has the type: <c>sum / x.Length</c>.
    /// </summary>
    public static ImmutableArray<Expression> WithoutNeedlessCasts(Apply apply)
    {
        ImmutableArray<Expression> operands = apply.Arguments;
        if (operands.Length < 2 || !operands.Any(static operand => !ReferenceEquals(WithoutNeedlessCast(operand), operand)))
        {
            return operands;
        }

        ImmutableArray<Expression>.Builder written = operands.ToBuilder();
        bool isComparison = Mirrored(apply.Primitive) is not null;

        // Of the first two one must keep the type; after them the left operand has it.
        bool second = Strip(written, 1, other: operands[0], isComparison);
        if (!second)
        {
            Strip(written, 0, other: operands[1], isComparison);
        }

        for (int i = 2; i < operands.Length; i++)
        {
            Strip(written, i, other: operands[0], isComparison);
        }

        return written.ToImmutable();
    }

    private static bool Strip(ImmutableArray<Expression>.Builder operands, int position, Expression other, bool isComparison)
    {
        // byte < 300 is a warning (CS0652), (int)byte < 300 isn't.
        bool mayCompare = !isComparison || operands[position].Scalar.IsFloating() || other is not Constant;
        Expression stripped = mayCompare ? WithoutNeedlessCast(operands[position]) : operands[position];
        bool isStripped = !ReferenceEquals(stripped, operands[position]);
        operands[position] = stripped;
        return isStripped;
    }
}
