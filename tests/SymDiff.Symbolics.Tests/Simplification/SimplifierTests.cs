using System.Collections.Immutable;
using System.Diagnostics;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Simplification;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>What holds whatever the rules are: frozen values, one normal form, linear time, the same result each time.</summary>
public class SimplifierTests
{
    private const int Large = 100_000;

    [Fact]
    public void Frozen_values_are_never_rewritten()
    {
        var x = new Variables();
        Expression value = x.A + x.A + (2 * (3 * x.B)) + (x.C / x.Number(2)) + (-x.A * -x.B) + (x.A + x.Number(0)) + x.Sum(2 * x.Ui, x.Vi);

        ImmutableArray<Expression> simple = Simplifier.Simplify([.. Traversal.Reachable([value])], [value]);

        Assert.Equal(Traversal.Reachable([value]), simple);
    }

    [Fact]
    public void A_derivative_that_is_a_frozen_value_stays_that_node()
    {
        var x = new Variables();
        Expression value = Exp(x.A * x.B);

        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(value, [x.A]), [value]);

        Assert.Equal("Multiply(b, Exp(Multiply(a, b)))", gradient[0].ToString());
        Assert.Same(value, ((Apply)gradient[0]).Arguments[1]);
    }

    [Fact]
    public void A_frozen_product_is_one_factor()
    {
        var x = new Variables();
        Expression value = x.A * x.B;

        Expression simple = Simplifier.Simplify([value * x.C * 2], [value])[0];

        Assert.Equal("Multiply(2d, Multiply(c, Multiply(a, b)))", simple.ToString());
        Assert.Contains(value, Traversal.Reachable([simple]));
    }

    [Fact]
    public void What_is_shared_is_not_taken_apart()
    {
        var x = new Variables();
        Expression shared = 2 * (x.A - x.B);

        ImmutableArray<Expression> simple = Simplifier.Simplify([shared * x.C, shared * x.D, shared], [x.A - x.B]);

        Assert.All(simple, root => Assert.Contains(simple[2], Traversal.Reachable([root])));
    }

    [Fact]
    public void Simplifying_again_changes_nothing()
    {
        foreach (Sample sample in Samples.All)
        {
            var variables = new Variables();
            ImmutableArray<Expression> frozen = sample.Frozen(variables);

            ImmutableArray<Expression> once = Simplifier.Simplify([sample.Input(variables), .. sample.Others(variables)], frozen);
            ImmutableArray<Expression> twice = Simplifier.Simplify(once, frozen);

            Assert.Equal(ExpressionPrinter.Print(once), ExpressionPrinter.Print(twice));
        }
    }

    [Fact]
    public void The_result_is_the_same_each_time()
    {
        static string Print()
        {
            var x = new Variables();
            Expression value = Chain(x.A, 200, (link, k) => Sin((link * link.Like(k)) + Exp(link)) / (1 + Exp(link * x.B)));
            return ExpressionPrinter.Print(Simplifier.Simplify(ReverseMode.Gradient(value, [x.A]), [value]));
        }

        Assert.Equal(Print(), Print());
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        var x = new Variables();

        Assert.Throws<OperationCanceledException>(() => Simplifier.Simplify([x.A + x.A], [], new CancellationToken(canceled: true)));
    }

    public static TheoryData<string> Shapes => ["sum", "nested sum", "product", "quotient", "selections", "gates", "sines", "wide sum", "wide like terms", "wide product", "gradient"];

    [Theory, MemberData(nameof(Shapes))]
    public void Large_graphs_take_linear_time_and_no_stack(string shape)
    {
        var x = new Variables();
        (ImmutableArray<Expression> roots, ImmutableArray<Expression> frozen) = Make(shape, x);
        int before = x.Graph.Nodes.Count;
        var watch = Stopwatch.StartNew();

        // A small stack: recursion over the depth of the graph would end the process.
        ImmutableArray<Expression> simple = [];
        var thread = new Thread(() => simple = Simplifier.Simplify(roots, frozen), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(roots.Length, simple.Length);
        Assert.True(x.Graph.Nodes.Count - before <= 15 * Large, $"{shape}: {x.Graph.Nodes.Count - before} new nodes");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{shape}: {watch.Elapsed}"); // about one on an idle machine
    }

    [Fact]
    public void A_rewrite_far_down_reaches_everything_above_it_in_the_same_pass()
    {
        var x = new Variables();
        var links = new List<Expression> { x.A, x.B };
        for (int k = 2; k < 1000; k++)
        {
            Expression last = links[k - 1];
            links.Add((k % 5) switch
            {
                0 => (last * links[k - 2]) + 0.5,
                1 => Sin(last) * x.A,
                2 => last / (1 + (links[k / 2] * links[k / 2])),
                3 => Exp(-last * last) + links[k / 3],
                _ => last - (x.B * links[k - 3]),
            });
        }

        Expression value = links[^1];
        ImmutableArray<Expression> current = ReverseMode.Gradient(value, [x.A, x.B]);
        int passes = 0;
        for (ImmutableArray<Expression> before = []; !current.SequenceEqual(before); passes++)
        {
            before = current;
            current = new Pass(before, new FrozenValues([value]), trace: null, default).Run();
        }

        // Independent of the number of links; the last one finds nothing to do.
        Assert.True(passes <= 4, $"{passes} passes");
    }

    private static (ImmutableArray<Expression> Roots, ImmutableArray<Expression> Frozen) Make(string shape, Variables x)
    {
        ExpressionGraph graph = x.Graph;
        Expression[] parameters = [.. Enumerable.Range(0, Large).Select(k => graph.Parameter($"x{k}", ScalarType.Double))];
        switch (shape)
        {
            case "sum": return ([Chain(x.A, Large, (link, k) => link + parameters[k])], []);
            case "nested sum": return ([Chain(x.A, Large, (link, k) => parameters[k] - (2 * link))], []);
            case "product": return ([Chain(x.A, Large, (link, k) => link * -parameters[k] * link.Like((k % 5) + 0.5))], []);
            case "quotient": return ([Chain(x.A, Large, (link, k) => 2 * link / parameters[k])], []);
            case "selections": return ([Chain(x.A, Large, (link, k) => parameters[k] * graph.Select(graph.Less(parameters[k], x.B), link, x.C))], []);
            case "gates": return ([Chain(x.A, Large, (link, k) => parameters[k] * x.Gate(graph.Less(parameters[k], x.B), link))], []);
            case "sines": return ([Chain(x.A, Large, (link, k) => Sin(-link + parameters[k]))], []);
            case "wide sum": return ([graph.Add([.. parameters])], []);
            case "wide like terms": return ([graph.Add([.. parameters, .. parameters.Select(static parameter => 3 * parameter)])], []);
            case "wide product": return ([graph.Multiply([.. parameters.Select(static (parameter, k) => k % 3 == 0 ? 2 * parameter : -parameter)])], []);
            default:
                Expression value = Chain(x.A, Large / 10, (link, k) => Log(1 + Exp(link * parameters[k % 10])) + (link / parameters[k % 7]));
                return (ReverseMode.Gradient(value, [x.A, .. parameters.Take(10).Cast<Symbol>()]), [value]);
        }
    }

    private static Expression Chain(Expression start, int length, Func<Expression, int, Expression> link)
    {
        Expression chain = start;
        for (int k = 0; k < length; k++)
        {
            chain = link(chain, k);
        }

        return chain;
    }
}
