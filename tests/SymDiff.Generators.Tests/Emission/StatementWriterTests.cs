using System.Collections.Immutable;
using SymDiff.Generators.Emission;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Tests.Emission;

public class StatementWriterTests
{
    private readonly ExpressionGraph g = new();
    private readonly Symbol a, b, x, p, t, sum, i;

    public StatementWriterTests()
    {
        a = g.Parameter("a", ScalarType.Double);
        b = g.Parameter("b", ScalarType.Double);
        x = g.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        p = g.Parameter("p", ScalarType.Boolean);
        t = g.Local("t", ScalarType.Double);
        sum = g.Local("sum", ScalarType.Double);
        i = g.Index("i");
    }

    [Fact]
    public void Declarations_and_assignments()
    {
        Symbol n = g.Parameter("n", ScalarType.Int32);
        Check(
            """
            double t = a * b;
            double sum;
            sum = n;
            double t2 = 0.0;
            bool isPositive = false;
            """,
            [n],
            new Declare(t, a * b),
            new Declare(sum, null),
            new Assign(sum, g.Convert(n, ScalarType.Double)),
            new Declare(g.Local("t", ScalarType.Double), null) { StartsAsZero = true },
            new Declare(g.Local("isPositive", ScalarType.Boolean), null) { StartsAsZero = true });
    }

    [Fact]
    public void Loops_and_sums()
    {
        Check(
            """
            double sum = 0.0;
            for (int i = 0; i < x.Length; i++)
            {
                double t = a * x[i];
                sum += t;
                sum -= t * b;
            }

            sum *= b;
            """,
            [],
            new Declare(sum, a.Like(0)),
            new Loop(i, g.Int(0), g.Extent(x, 0), [new Declare(t, a * g.Element(x, [i])), new Accumulate(sum, ReduceOperator.Sum, t), new Accumulate(sum, ReduceOperator.Sum, -t * b)]),
            new Accumulate(sum, ReduceOperator.Product, b));
    }

    [Fact]
    public void A_loop_with_a_condition_has_it_in_its_head_where_it_comes_first()
    {
        Expression less = g.Less(t, a);
        Statement doubled = new Assign(t, t + t);
        Check(
            """
            double t = b;
            while (t < a)
            {
                t = t + t;
            }

            for (int i = 0; i < x.Length && t < a; i++)
            {
                t = t + t;
            }

            for (int i = 0; i < 2147483647 && t < a; i++)
            {
                t = x[i];
            }

            for (int i = 0; i < x.Length; i++)
            {
                t = t + t;
                if (!(t < a))
                {
                    break;
                }
            }
            """,
            [],
            new Declare(t, b),
            new Loop(i, g.Int(0), g.Int(int.MaxValue), [new Leave(less), doubled]),
            new Loop(i, g.Int(0), g.Extent(x, 0), [new Leave(less), doubled]),
            new Loop(i, g.Int(0), g.Int(int.MaxValue), [new Leave(less), new Assign(t, g.Element(x, [i]))]),
            new Loop(i, g.Int(0), g.Extent(x, 0), [doubled, new Leave(less)]));
    }

    [Fact]
    public void Memory_grows_where_nobody_knows_how_much_it_takes_and_is_declared_outside_of_branches()
    {
        Symbol kept = g.Local("kept", new ExpressionType(ScalarType.Double, 1));
        Symbol other = g.Local("other", new ExpressionType(ScalarType.Boolean, 1));
        Check(
            """
            var keptScratch = new global::SymDiff.Runtime.Scratch<double>(stackalloc double[128], 128);
            global::System.Span<double> kept = keptScratch.Span;
            global::SymDiff.Runtime.Scratch<bool> otherScratch = default;
            global::System.Span<bool> other = otherScratch.Span;
            if (p)
            {
                otherScratch = new global::SymDiff.Runtime.Scratch<bool>(default, x.Length);
                other = otherScratch.Span;
            }

            for (int i = 0; i < x.Length; i++)
            {
                if (i >= kept.Length)
                {
                    kept = keptScratch.Grow();
                }

                kept[i] = a;
            }

            for (int i = x.Length - 1; i >= 2; i--)
            {
                kept[i] += a;
            }

            for (int i = 19; i >= 2; i--)
            {
                kept[i] += a;
            }

            keptScratch.Return();
            """,
            [],
            new Allocate(kept, []),
            new Declare(other, null),
            new If(p, [new Allocate(other, [g.Extent(x, 0)]) { IsDeclared = true }], []),
            new Loop(i, g.Int(0), g.Extent(x, 0), [new Reserve(kept, i), new Store(kept, [i], a, IsAddition: false)]),
            new Loop(i, g.Int(2), g.Extent(x, 0), [new Store(kept, [i], a, IsAddition: true)]) { IsDownward = true },
            new Loop(i, g.Int(2), g.Int(20), [new Store(kept, [i], a, IsAddition: true)]) { IsDownward = true },
            new Release(kept));
    }

    [Fact]
    public void A_term_that_may_be_neutral_is_added_under_a_condition()
    {
        Check(
            """
            double sum = 0.0;
            if (p)
            {
                sum += a;
            }

            if (!p)
            {
                sum -= b;
            }

            sum += p ? a : 0.0;
            if (a < b)
            {
                sum *= a;
            }

            """,
            [],
            new Declare(sum, a.Like(0)),
            new Accumulate(sum, ReduceOperator.Sum, g.Select(p, a, a.Like(-0.0))),
            new Accumulate(sum, ReduceOperator.Sum, g.Select(p, a.Like(-0.0), -b)),
            new Accumulate(sum, ReduceOperator.Sum, g.Select(p, a, a.Like(0))),
            new Accumulate(sum, ReduceOperator.Product, g.Select(g.Less(a, b), a, a.Like(1))));
    }

    [Fact]
    public void Extremes_and_conjunctions()
    {
        Symbol all = g.Local("all", ScalarType.Boolean);
        Check(
            """
            double t = a;
            bool all = true;
            t = global::System.Math.Min(t, b);
            t = global::System.Math.Max(t, a + b);
            all &= a < b && p;
            """,
            [],
            new Declare(t, a),
            new Declare(all, g.True),
            new Accumulate(t, ReduceOperator.Min, b),
            new Accumulate(t, ReduceOperator.Max, a + b),
            new Accumulate(all, ReduceOperator.All, g.And(g.Less(a, b), p)));
    }

    [Fact]
    public void A_chain_of_conditions_is_flat()
    {
        Check(
            """
            double t;
            if (a < b)
            {
                t = a;
            }
            else if (p)
            {
                t = b;
            }
            else
            {
                t = 0.0;
            }

            if (!p)
            {
                t = 1.0;
            }

            """,
            [],
            new Declare(t, null),
            new If(g.Less(a, b), [new Assign(t, a)], [new If(p, [new Assign(t, b)], [new Assign(t, a.Like(0))])]),
            new If(p, [], [new Assign(t, a.Like(1))]),
            new If(p, [], []));
    }

    [Fact]
    public void Requirements_call_the_original_which_throws()
    {
        Symbol n = g.Parameter("n", ScalarType.Int32);
        Check(
            """
            if (x.Length < n || n <= 0)
            {
                throw global::SymDiff.Runtime.Requirement.NotMet(F(a, b, x));
            }

            if (!(a < b))
            {
                throw global::SymDiff.Runtime.Requirement.NotMet(F(a, b, x));
            }

            double t = a;
            """,
            [n],
            new Require(g.LessOrEqual(n, g.Extent(x, 0))),
            new Require(g.Less(g.Int(0), n)),
            new Require(g.True),
            new Require(g.Less(a, b)),
            new Require(g.True),
            new Declare(t, a));
    }

    [Fact]
    public void What_throws_by_itself_is_only_evaluated()
    {
        Symbol n = g.Parameter("n", ScalarType.Int32);
        Check(
            """
            if (!p)
            {
                throw global::SymDiff.Runtime.Requirement.NotMet(F(a, b, x));
            }

            _ = checked(n + n);
            """,
            [n],
            new Require(p),
            new Require(g.Apply(Guards.Evaluated, g.Apply(CheckedArithmetic.Add, n, n))));
    }

    [Fact]
    public void Nothing_follows_where_nothing_can()
    {
        Check(
            """
            if (p)
            {
                throw global::SymDiff.Runtime.Requirement.NotMet(F(a, b, x));
            }
            else
            {
                double t = a;
                throw global::SymDiff.Runtime.Requirement.NotMet(F(a, b, x));
            }

            """,
            [],
            new If(p, [new Require(g.False), new Declare(t, b)], [new Declare(t, a), new Require(g.False)]),
            new Declare(sum, a));
    }

    [Fact]
    public void What_only_may_throw_is_discarded()
    {
        Check("_ = x[3];\n", [], new Evaluate(g.Element(x, [g.Int(3)])));
        Check("double unused = x[3];\ndouble unused2 = x[4];\n", [g.Parameter("_", ScalarType.Double)], new Evaluate(g.Element(x, [g.Int(3)])), new Evaluate(g.Element(x, [g.Int(4)])));
    }

    private void Check(string expected, ImmutableArray<Symbol> more, params ImmutableArray<Statement> statements)
    {
        var output = new CodeWriter();
        NameAllocator names = NameAllocator.For(new Program(statements, []), [.. new[] { a, b, x, p }.Concat(more).Select(symbol => (symbol, symbol.Name))], []);
        new StatementWriter(output, names, new CSharpExpressionWriter(symbol => names[symbol]), "F(a, b, x)").Write(statements);
        Assert.Equal(expected.ReplaceLineEndings("\n").Trim(), output.ToString().Trim());
    }
}
