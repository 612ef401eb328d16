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

    // The one operand of a product, quotient, negation or conversion that has a total in it.
    private static Expression? Inner(Expression node)
        => IsMultiple(node) && node.Operands.Where(operand => operand is Reduce || IsMultiple(operand)).Take(2).ToArray() is [var only] ? only : null;

    private static bool IsMultiple(Expression node)
        => node is Apply apply && (ReferenceEquals(apply.Primitive, Arithmetic.Multiply) || ReferenceEquals(apply.Primitive, Arithmetic.Divide)
            || ReferenceEquals(apply.Primitive, Arithmetic.Negate) || ReferenceEquals(apply.Primitive, Conversions.Convert));
}
