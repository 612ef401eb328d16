using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Fusion;

/// <summary>
/// Makes arrays of what the functions in an array's elements are taken of, where loops calculate it: derivatives need it, and it would cost a loop for
/// each element to have it again. <see cref="ArrayFusion"/> takes back those that turn out not to be needed.
/// </summary>
public static class Arguments
{
    /// <summary>The same function with more arrays.</summary>
    public static Function Keep(Function function)
    {
        List<Expression> nodes = Traversal.Reachable(function.Results.Select(static result => result.Value));
        var done = new Replacements();
        foreach (Expression node in nodes)
        {
            Expression moved = node.Graph.Replace(node, operand => done[operand]);
            done[node] = moved is Stored { Array: Build build } stored ? Keep(stored, build) : moved;
        }

        return Rewriting.Results(function, done);
    }

    private static Expression Keep(Stored stored, Build build)
    {
        ExpressionGraph graph = stored.Graph;
        List<Expression> body = Traversal.Reachable([build.Body], node => build.Indices.Any(node.DependsOn));
        HashSet<Expression> looping = [];
        foreach (Expression node in body)
        {
            if (!node.Type.IsArray && (node is Reduce or Output || (node is Apply or Select && node.Operands.Any(looping.Contains))))
            {
                looping.Add(node);
            }
        }

        // Only what depends on these indices and on nothing that is bound inside.
        ImmutableArray<Expression> arguments =
        [
            .. body.OfType<Apply>().Where(apply => IsNonlinear(apply) && IsOutside(apply, build)).SelectMany(apply => apply.Arguments)
                .Where(argument => looping.Contains(argument) && argument.Scalar.IsFloating() && build.Indices.All(argument.DependsOn)).Distinct(),
        ];
        if (arguments.IsEmpty)
        {
            return stored;
        }

        var done = new Dictionary<Expression, Expression>();
        foreach (Expression node in body)
        {
            Expression moved = graph.Replace(node, operand => done.TryGetValue(operand, out Expression? other) ? other : operand);
            done[node] = arguments.Contains(node) ? Kept(moved) : moved;
        }

        return graph.Stored(graph.Build(build.Indices, build.Extents, done[build.Body]), stored.IsEager);

        Expression Kept(Expression argument)
        {
            ImmutableArray<Symbol> fresh = [.. build.Indices.Select(index => graph.Index(index.Name))];
            Expression body = Substitution.Replace(argument, [.. build.Indices.Zip(fresh, (index, other) => (index, (Expression)other))]);
            return graph.Element(graph.Stored(graph.Build(fresh, build.Extents, body), stored.IsEager), [.. build.Indices]);
        }
    }

    private static bool IsOutside(Expression node, Build build) => node.Free.All(symbol => build.Indices.Contains(symbol) || build.Free.Contains(symbol));

    // The derivative doesn't need the arguments of a sum.
    private static bool IsNonlinear(Apply apply)
        => apply.Primitive.Partial is not null && !ReferenceEquals(apply.Primitive, Arithmetic.Add) && !ReferenceEquals(apply.Primitive, Arithmetic.Subtract)
            && !ReferenceEquals(apply.Primitive, Arithmetic.Negate) && !ReferenceEquals(apply.Primitive, Conversions.Convert);
}
