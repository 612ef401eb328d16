using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// What an array's element is calculated by appears in its derivative, as in tanh′(z) = 1 − tanh(z)²: there the element itself, which is kept, can be read.
/// </summary>
internal sealed class ReadBack
{
    private readonly Dictionary<Expression, Expression> _elements = [];

    /// <param name="nodes">The nodes of the function that is differentiated.</param>
    public ReadBack(IEnumerable<Expression> nodes)
    {
        foreach (Stored stored in nodes.OfType<Stored>())
        {
            // What depends on all of the indices stands inside of all of the loops.
            if (stored.Array is Build { Body: Apply body } build && build.Indices.All(body.DependsOn))
            {
                _elements[body] = stored.Graph.Element(stored, [.. build.Indices]);
            }
        }
    }

    /// <summary>The application's partial derivative, with the element in the application's stead.</summary>
    public Expression? In(Expression? partial, Apply application)
    {
        if (partial is null || !_elements.TryGetValue(application, out Expression? element))
        {
            return partial;
        }

        var done = new Dictionary<Expression, Expression> { [application] = element };
        foreach (Expression node in Traversal.Reachable([partial], node => node.Id > application.Id))
        {
            done[node] = node.Graph.With(node, [.. node.Operands.Select(operand => done.TryGetValue(operand, out Expression? other) ? other : operand)]);
        }

        return done.TryGetValue(partial, out Expression? read) ? read : partial;
    }
}
