using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>
/// Names for the parts of a gradient that get a local: <c>dw</c>, or <c>dwSum</c> for a total of which the derivative is a multiple. They come after the source's own.
/// </summary>
internal static class DerivativeNames
{
    private const int MaximumDepth = 4;

    public static ImmutableArray<(Expression Node, string Name)> Add(
        ImmutableArray<(Expression Node, string Name)> names, Expression value, ImmutableArray<Symbol> inputs, ImmutableArray<Expression> gradient)
    {
        var added = names.ToBuilder();
        if (value is Select)
        {
            added.Add((value, "value"));
        }

        for (int k = 0; k < inputs.Length; k++)
        {
            string name = "d" + inputs[k].Name;
            Expression node = gradient[k];
            if (node is Select || IsUsedAgain(node, gradient))
            {
                added.Add((node, name));
            }

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

    // By another derivative, so that it gets a local in any case.
    private static bool IsUsedAgain(Expression node, ImmutableArray<Expression> gradient)
        => node is Apply && gradient.Any(other => !ReferenceEquals(other, node) && other.Operands.Contains(node));

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
