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
            string input = inputs[k].SourceName.Replace(".", string.Empty);
            string name = "d" + input;
            Expression node = gradient[k];
            if (node.Type.IsArray)
            {
                continue;
            }

            if (node is Select || IsUsedAgain(node, gradient))
            {
                added.Add((node, name));
            }

            for (int depth = 0; depth < MaximumDepth && Inner(node) is { } inner; depth++)
            {
                node = inner;
                name = $"d{input}Sum";
            }

            if (node is Reduce)
            {
                added.Add((node, name));
            }
        }

        AddCotangents(names, value, gradient, added);
        return added.ToImmutable();
    }

    // The cotangent of an array has the shape of that array, whose indices are its own.
    private static void AddCotangents(
        ImmutableArray<(Expression Node, string Name)> names, Expression value, ImmutableArray<Expression> gradient, ImmutableArray<(Expression Node, string Name)>.Builder added)
    {
        var arrays = new Dictionary<Symbol, string>();
        foreach ((Expression node, string name) in names)
        {
            if (node is Stored { Array: Build build })
            {
                arrays[build.Indices[0]] = name;
            }
        }

        HashSet<Expression> primal = [.. arrays.Count == 0 ? [] : Traversal.Reachable([value])];
        foreach (Stored cotangent in arrays.Count == 0 ? [] : Traversal.Reachable(gradient).OfType<Stored>().Where(stored => !primal.Contains(stored)))
        {
            if (cotangent.Graph.Shape(cotangent) is Build build && arrays.TryGetValue(build.Indices[0], out string? name))
            {
                added.Add((cotangent, "d" + name));
            }
        }
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
