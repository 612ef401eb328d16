using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Simplification;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>Whole gradients: they are to be what a good engineer would write.</summary>
public class GradientTests
{
    [Fact]
    public void The_gradient_of_a_mean_of_squares_has_one_product_in_its_loop()
    {
        var graph = new ExpressionGraph();
        Symbol w = graph.Parameter("w", ScalarType.Single);
        Symbol x = graph.Parameter("x", new ExpressionType(ScalarType.Single, 1));
        Symbol y = graph.Parameter("y", new ExpressionType(ScalarType.Single, 1));
        Expression length = graph.Extent(x, 0);
        Symbol i = graph.Index("i", graph.Int(0), length, depth: 0);
        Expression error = (w * graph.Element(x, [i])) - graph.Element(y, [i]);
        Expression loss = graph.Reduce(ReduceOperator.Sum, i, graph.Int(0), length, graph.Number(ScalarType.Single, 0), [error * error]) / graph.Convert(length, ScalarType.Single);

        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(loss, [w]), [loss]);

        Assert.Equal(
            """
            %1 = Extent(x, 0)
            %2 = x[i]
            Multiply(Divide(2f, Single(%1)), Sum(i = 0..%1, from 0f: Multiply(%2, Add(Multiply(w, %2), Negate(y[i])))))
            """, gradient[0].ToString());
    }

    [Fact]
    public void Two_parameters_share_the_error()
    {
        var graph = new ExpressionGraph();
        Symbol w = graph.Parameter("w", ScalarType.Single);
        Symbol b = graph.Parameter("b", ScalarType.Single);
        Symbol x = graph.Parameter("x", new ExpressionType(ScalarType.Single, 1));
        Symbol y = graph.Parameter("y", new ExpressionType(ScalarType.Single, 1));
        Expression length = graph.Extent(x, 0);
        Symbol i = graph.Index("i", graph.Int(0), length, depth: 0);
        Expression error = (w * graph.Element(x, [i])) + b - graph.Element(y, [i]);
        Expression loss = graph.Reduce(ReduceOperator.Sum, i, graph.Int(0), length, graph.Number(ScalarType.Single, 0), [error * error]) / graph.Convert(length, ScalarType.Single);

        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(loss, [w, b]), [loss]);

        Assert.Equal(
            """
            %1 = Extent(x, 0)
            %2 = x[i]
            %3 = Add(Add(Multiply(w, %2), b), Negate(y[i]))
            %4 = Divide(2f, Single(%1))
            Multiply(%4, Sum(i = 0..%1, from 0f: Multiply(%2, %3)))
            Multiply(%4, Sum(i = 0..%1, from 0f: %3))
            """, ExpressionPrinter.Print(gradient));
    }

    [Fact]
    public void A_constant_stands_once_before_the_terms_that_share_it()
    {
        var graph = new ExpressionGraph();
        Symbol shoulder = graph.Parameter("shoulder", ScalarType.Double);
        Symbol elbow = graph.Parameter("elbow", ScalarType.Double);
        Expression x = (1.2 * Cos(shoulder)) + (0.8 * Cos(shoulder + elbow));
        Expression y = (1.2 * Sin(shoulder)) + (0.8 * Sin(shoulder + elbow));
        Expression distance = (x * x) + (y * y);

        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(distance, [shoulder, elbow]), [distance]);

        List<Expression> added = [.. Traversal.Reachable(gradient).Except(Traversal.Reachable([distance]))];
        Assert.Equal(2, added.OfType<Constant>().Count());
        Assert.Equal(6, added.OfType<Apply>().Where(node => ReferenceEquals(node.Primitive, Arithmetic.Multiply)).Sum(node => node.Arguments.Length - 1));
    }
}
