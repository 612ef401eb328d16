using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>Names for the totals that a gradient is summed in: <c>dw</c>, or <c>dwSum</c> where the derivative is a multiple of the total.</summary>
internal static class DerivativeNames
{
    private const int MaximumDepth = 4;

    public static ImmutableArray<(Expression Node, string Name)> Add(
        ImmutableArray<(Expression Node, string Name)> names, ImmutableArray<Symbol> inputs, ImmutableArray<Expression> gradient)
    {
        var added = names.ToBuilder();
        for (int k = 0; k < inputs.Length; k++)
        {
            string name = "d" + inputs[k].Name;
            Expression node = gradient[k];
            for (int depth = 0; depth < MaximumDepth && Inner(node) is { } inner; depth++)
            {
                node = inner;
                name = $"d{inputs[k].Name}Sum";
            }

            if (node is Reduce)
            {
                added.Add((node, name));
            }
        }

        return added.ToImmutable();
    }

    // The one operand of a product, quotient, negation or conversion that is a total, or else that may have one in it.
    private static Expression? Inner(Expression node)
    {
        if (!IsMultiple(node))
        {
            return null;
        }

        Expression[] totals = [.. node.Operands.Where(operand => operand is Reduce)];
        Expression[] candidates = totals.Length > 0 ? totals : [.. node.Operands.Where(IsMultiple)];
        return candidates.Length == 1 ? candidates[0] : null;
    }

    private static bool IsMultiple(Expression node)
        => node is Apply apply && (ReferenceEquals(apply.Primitive, Arithmetic.Multiply) || ReferenceEquals(apply.Primitive, Arithmetic.Divide)
            || ReferenceEquals(apply.Primitive, Arithmetic.Negate) || ReferenceEquals(apply.Primitive, Conversions.Convert));
}
