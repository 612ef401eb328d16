using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Differentiation;

/// <summary>Tangents are carried along by the Jacobian of a step, which all inputs share.</summary>
public sealed class LinearStepsTests
{
    private readonly ExpressionGraph graph = new();
    private readonly Symbol x;
    private readonly Symbol y;
    private readonly Symbol state;

    public LinearStepsTests()
    {
        x = graph.Parameter("x", ScalarType.Double);
        y = graph.Parameter("y", ScalarType.Double);
        state = graph.Carried("state", ScalarType.Double);
    }

    [Fact]
    public void From_step_to_step_a_tangent_waits_for_a_product_and_a_sum()
    {
        Scan scan = Derived(x * state * (1 - state));
        foreach ((Symbol tangent, Expression next) in scan.Carried.Zip(scan.Nexts).Skip(1))
        {
            Assert.InRange(Depth(next, tangent), 1, 2);
        }
    }

    [Fact]
    public void All_inputs_share_the_slope_of_the_step()
    {
        Scan scan = Derived(Sin(x * state) / (1 + state));
        Expression[] slopes = [.. scan.Carried.Zip(scan.Nexts).Skip(1).Select(pair => Slope(pair.Second, pair.First))];
        Assert.Equal(2, slopes.Length);
        Assert.Same(slopes[0], slopes[1]);
    }

    [Theory]
    [InlineData(0.7, 0.4)]
    [InlineData(2.9, 0.2)]
    public void The_derivatives_are_those_of_the_recurrence(double rate, double start)
    {
        (double value, double byRate, double byStart) = (start, 0, 1);
        for (int i = 0; i < 3; i++)
        {
            (value, byRate, byStart) = (rate * value * (1 - value), (rate * (1 - (2 * value)) * byRate) + (value * (1 - value)), rate * (1 - (2 * value)) * byStart);
        }

        ImmutableArray<Expression> gradient = Gradient(x * state * (1 - state));
        Assert.Equal(byRate, Interpreter.Evaluate(gradient[0], (x, rate), (y, start)).Number, 1e-14);
        Assert.Equal(byStart, Interpreter.Evaluate(gradient[1], (x, rate), (y, start)).Number, 1e-14);
    }

    [Fact]
    public void A_branch_that_is_not_taken_adds_no_infinite_slope()
    {
        // √0 has an infinite slope, but the step is x + state there.
        ImmutableArray<Expression> gradient = Gradient(graph.Select(state > 1, Sqrt(state - state) + (2 * state), x + (0.5 * state)));
        Assert.Equal([1.75, 0.125], gradient.Select(part => Interpreter.Evaluate(part, (x, 0.0), (y, 0.0)).Number));
    }

    private ImmutableArray<Expression> Gradient(Expression next)
    {
        Symbol index = graph.Index("i", graph.Int(0), graph.Int(3), 0);
        return ForwardMode.Gradient(graph.Output(graph.Scan(index, graph.Int(0), graph.Int(3), [state], [y], [next]), 0), [x, y]);
    }

    private Scan Derived(Expression next) => Gradient(next).OfType<Output>().First().Scan;

    private static Expression Slope(Expression next, Symbol tangent)
        => Traversal.Reachable([next]).OfType<Apply>().Single(apply => ReferenceEquals(apply.Primitive, Arithmetic.Multiply) && apply.Arguments.Contains(tangent)).Arguments.Single(argument => argument != tangent);

    // How many operations lie between the tangent and what comes of it.
    private static int Depth(Expression node, Symbol tangent)
        => ReferenceEquals(node, tangent) ? 0 : 1 + node.Operands.Where(operand => operand.DependsOn(tangent)).Max(operand => Depth(operand, tangent));
}
