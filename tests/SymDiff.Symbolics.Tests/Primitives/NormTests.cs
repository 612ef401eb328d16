using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>The root of a sum of squares has slope 0 at the origin, however it is written; other roots have an infinite one, which a zero adjoint silences.</summary>
public class NormTests
{
    private static readonly ImmutableArray<(string Text, Func<Expression, Expression, Expression> Make)> Norms =
    [
        ("√(x·x)", static (x, _) => Sqrt(x * x)),
        ("√(x·x + y·y)", static (x, y) => Sqrt((x * x) + (y * y))),
        ("√(2·x·x + y·y/3)", static (x, y) => Sqrt((2 * x * x) + (y * y / 3))),
        ("√(x² + y⁴)", static (x, y) => Sqrt(Pow(x, x.Like(2)) + Pow(y, y.Like(4)))),
        ("(x·x + y·y)^0.5", static (x, y) => Pow((x * x) + (y * y), x.Like(0.5))),
        ("(x·x + y·y)^0.75", static (x, y) => Pow((x * x) + (y * y), x.Like(0.75))),
        ("root(x·x + y·y, 2)", static (x, y) => x.Graph.Apply(Symbolics.Primitives.Powers.RootN, (x * x) + (y * y), x.Graph.Int(2))),
        ("hypot(x, y)", Hypot),
        ("√(Σ x·x / n)", static (x, _) => Sqrt(SumOf(x * x) / x.Graph.Convert(x.Graph.Int(3), x.Scalar))),
        ("(√(x·x + y·y))²", static (x, y) => Pow(Sqrt((x * x) + (y * y)), x.Like(2))),
        ("√(1 + x·x + y·y)", static (x, y) => Sqrt(1 + (x * x) + (y * y))),
    ];

    public static TheoryData<string> Names => [.. Norms.Select(norm => norm.Text)];

    [Theory, MemberData(nameof(Names))]
    public void A_norm_has_slope_zero_at_the_origin_in_both_modes(string norm)
        => Assert.Equal([0, 0, 0, 0], Gradients(Norms.Single(entry => entry.Text == norm).Make, 0, 0));

    [Theory, MemberData(nameof(Names))]
    public void Elsewhere_it_has_its_own_slope(string norm)
    {
        Func<Expression, Expression, Expression> make = Norms.Single(entry => entry.Text == norm).Make;
        double[] gradients = Gradients(make, -0.75, 1.25);
        Assert.Equal(FiniteDifferences.Of(x => ValueAt(make, x, 1.25), -0.75).Derivative, gradients[0], tolerance: 1e-8);
        Assert.Equal(FiniteDifferences.Of(y => ValueAt(make, -0.75, y), 1.25).Derivative, gradients[1], tolerance: 1e-8);
    }

    [Fact]
    public void Other_roots_are_steep_at_zero_unless_nothing_depends_on_them()
    {
        Assert.Equal([double.PositiveInfinity, 0, double.PositiveInfinity, 0], Gradients(static (x, _) => Sqrt(x), 0, 0));
        Assert.Equal([double.PositiveInfinity, 0, double.PositiveInfinity, 0], Gradients(static (x, _) => Pow(x, x.Like(0.25)), 0, 0));
        Assert.Equal([0, 0], Gradients(static (x, y) => Sqrt(x) * y, 0, 0)[..2]); // by x: an adjoint of 0 meets ∞; by y: √0
    }

    private static Expression SumOf(Expression term)
        => term.Graph.Reduce(ReduceOperator.Sum, term.Graph.Index("i"), term.Graph.Int(0), term.Graph.Int(3), term.Like(0), [term]);

    private static double ValueAt(Func<Expression, Expression, Expression> make, double x, double y)
    {
        (Symbol a, Symbol b) = Symbols();
        return Interpreter.Evaluate(make(a, b), (a, x), (b, y)).Number;
    }

    // Reverse by x and y, forward by x and y.
    private static double[] Gradients(Func<Expression, Expression, Expression> make, double x, double y)
    {
        (Symbol a, Symbol b) = Symbols();
        Expression value = make(a, b);
        return [.. ReverseMode.Gradient(value, [a, b]).Concat(ForwardMode.Gradient(value, [a, b])).Select(slope => Interpreter.Evaluate(slope, (a, x), (b, y)).Number)];
    }

    private static (Symbol X, Symbol Y) Symbols()
    {
        var graph = new ExpressionGraph();
        return (graph.Parameter("x", ScalarType.Double), graph.Parameter("y", ScalarType.Double));
    }
}
