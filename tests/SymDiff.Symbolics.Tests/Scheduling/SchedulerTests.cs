using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Scheduling;

/// <summary>What the scheduler makes of small graphs, statement by statement.</summary>
public sealed class SchedulerTests
{
    private readonly ExpressionGraph graph = new();
    private readonly Symbol a;
    private readonly Symbol b;
    private readonly Symbol data;
    private readonly Symbol other;

    public SchedulerTests()
    {
        a = graph.Parameter("a", ScalarType.Double);
        b = graph.Parameter("b", ScalarType.Double);
        data = graph.Parameter("data", new ExpressionType(ScalarType.Double, 1));
        other = graph.Parameter("other", new ExpressionType(ScalarType.Double, 1));
    }

    [Fact]
    public void What_is_used_once_is_written_where_it_is_used()
        => Check("return r = Add(Exp(a), Log(b))", Exp(a) + Log(b));

    [Fact]
    public void What_is_used_twice_gets_a_local()
        => Check(
            """
            var exp = Exp(a)
            return r = Multiply(exp, exp)
            """,
            Exp(a) * Exp(a));

    [Fact]
    public void Sums_over_one_range_are_one_loop()
        => Check(
            """
            var sum = 0d
            var sum = 0d
            for i in 0..data.Length
              var datai = data[i]
              sum Sum= datai
              sum Sum= Multiply(datai, datai)
            return r = sum
            return r = sum
            """,
            Sum(i => Item(i)), Sum(i => Item(i) * Item(i)));

    [Fact]
    public void A_sum_that_needs_another_comes_after_it()
        => Check(
            """
            var sum = 0d
            for i in 0..data.Length
              sum Sum= data[i]
            var sum = 0d
            for i in 0..data.Length
              var difference = Add(data[i], Negate(sum))
              sum Sum= Multiply(difference, difference)
            return r = sum
            """,
            Sum(i => (Item(i) - Sum(j => Item(j))) * (Item(i) - Sum(j => Item(j)))));

    [Fact]
    public void What_a_loop_does_not_change_is_calculated_before_it()
        => Check(
            """
            var exp = Exp(a)
            var sum = 0d
            for i in 0..data.Length
              sum Sum= Multiply(exp, data[i])
            return r = sum
            """,
            Sum(i => Exp(a) * Item(i)));

    [Fact]
    public void A_term_that_is_neutral_on_one_side_is_not_added_there()
        => Check(
            """
            var sum = 0d
            for i in 0..data.Length
              var datai = data[i]
              if Less(a, datai)
                sum Sum= Log(datai)
            return r = sum
            """,
            Sum(i => graph.Select(graph.Less(a, Item(i)), Log(Item(i)), graph.Number(ScalarType.Double, -0.0))));

    [Fact]
    public void Selections_on_one_condition_are_one_if()
    {
        Expression positive = graph.Less(graph.Number(ScalarType.Double, 0), a);
        Check(
            """
            var choice
            var choice
            if Less(0d, a)
              var log = Log(a)
              choice = Multiply(log, log)
              choice = Add(log, b)
            else
              choice = a
              choice = b
            return r = choice
            return r = choice
            """,
            graph.Select(positive, Log(a) * Log(a), a), graph.Select(positive, Log(a) + b, b));
    }

    [Fact]
    public void What_both_halves_of_a_split_if_need_is_kept_from_the_first()
    {
        Expression positive = graph.Less(graph.Number(ScalarType.Double, 0), a);
        Expression first = graph.Select(positive, Exp(a) * Exp(a), a);
        Check(
            """
            var choice
            var exp = 0
            if Less(0d, a)
              exp = Exp(a)
              choice = Multiply(exp, exp)
            else
              choice = a
            var choice
            if Less(0d, a)
              choice = Multiply(exp, Multiply(choice, b))
            else
              choice = b
            return r = choice
            return r = choice
            """,
            first, graph.Select(positive, Exp(a) * (first * b), b));
    }

    [Fact]
    public void What_might_throw_is_guarded_where_the_source_might_not_have_come()
        => Check(
            """
            var other0 = Select(Less(0, other.Length), other[0], 0d)
            var sum = 0d
            for i in 0..data.Length
              sum Sum= Multiply(other0, data[i])
            return r = sum
            """,
            Sum(i => graph.Element(other, [graph.Int(0)]) * Item(i)));

    [Fact]
    public void What_only_a_condition_needs_is_summed_in_the_loop_that_runs_anyway()
    {
        Expression total = Sum(i => Item(i));
        Check(
            """
            var sum = 0d
            var sum = 0d
            for i in 0..data.Length
              var datai = data[i]
              sum Sum= datai
              sum Sum= Exp(datai)
            return r = sum
            return r = Select(Less(a, b), sum, 0d)
            """,
            total, graph.Select(graph.Less(a, b), Sum(i => Exp(Item(i))), a.Like(0)));
    }

    [Fact]
    public void Requirements_come_first_and_in_order()
    {
        Function function = Function(Exp(a)) with
        {
            Requirements = [graph.LessOrEqual(graph.Extent(data, 0), graph.Extent(other, 0)), graph.Less(Exp(a) * Exp(a), b)],
        };
        Assert.Equal(
            """
            require LessOrEqual(data.Length, other.Length)
            var exp = Exp(a)
            require Less(Multiply(exp, exp), b)
            return r = exp

            """.ReplaceLineEndings("\n"),
            Text(Scheduler.Schedule(function)));
    }

    [Fact]
    public void Values_that_depend_on_each_other_move_on_at_once()
    {
        Symbol x = graph.Carried("x", ScalarType.Double);
        Symbol y = graph.Carried("y", ScalarType.Double);
        Symbol i = graph.Index("i");
        Scan swap = graph.Scan(i, graph.Int(0), graph.Int(3), [x, y], [a, b], [y, x]);
        Check(
            """
            var x = a
            var y = b
            for i in 0..3
              var nextX = y
              y = x
              x = nextX
            return r = Add(x, y)
            """,
            graph.Output(swap, 0) + graph.Output(swap, 1));
    }

    [Fact]
    public void A_loop_with_a_condition_looks_at_it_before_the_rest_of_the_step()
    {
        Symbol x = graph.Carried("x", ScalarType.Double);
        Symbol j = graph.Index("j");
        Expression exp = Exp(x);
        Scan scan = graph.Scan(j, graph.Int(0), graph.Int(int.MaxValue), [x], [a], [x - exp], graph.Less(b, exp));
        Check(
            """
            var x = a
            for j in 0..2147483647
              var exp = Exp(x)
              leave unless Less(b, exp)
              x = Add(x, Negate(exp))
            return r = x
            """,
            graph.Output(scan, 0));
    }

    [Fact]
    public void A_loop_that_may_not_end_makes_no_step_where_nothing_needs_it()
    {
        // It ends for no a below 1, and is calculated before the conditions that both of its uses have.
        Symbol x = graph.Carried("x", ScalarType.Double);
        Scan scan = graph.Scan(graph.Index("j"), graph.Int(0), graph.Int(int.MaxValue), [x], [a], [x * x], graph.Less(x, x.Like(1000)));
        Expression end = graph.Output(scan, 0);
        Expression value = graph.Select(graph.Less(a.Like(1), a), end, b) + graph.Select(graph.Less(a.Like(2), a), Exp(-end), b);
        Function function = Function(value);
        Program program = Scheduler.Schedule(function);
        ImmutableArray<Value> arguments = [0.5, 3.0, new double[] { 1 }, new double[] { 1 }];
        Assert.Equal(6, ProgramInterpreter.Run(program, function, arguments)!.Value[0].Number);
        Assert.True(ProgramInterpreter.Run(program, function, arguments.SetItem(0, 2.5))!.Value[0].Number > 1000);
    }

    [Fact]
    public void Where_an_open_ended_loop_is_needed_is_found_in_time_that_grows_with_the_size()
    {
        Symbol x = graph.Carried("x", ScalarType.Double);
        Scan scan = graph.Scan(graph.Index("j"), graph.Int(0), graph.Int(int.MaxValue), [x], [a], [x + x], graph.Less(x, x.Like(1000)));
        Expression onBothSides = graph.Output(scan, 0);
        Expression onOneSide = b;
        for (int i = 1; i <= 60; i++)
        {
            onBothSides = graph.Select(graph.Less(a, a.Like(i)), onBothSides * b, Exp(onBothSides));
            onOneSide = graph.Select(graph.Less(b, b.Like(i)), onOneSide, graph.Output(scan, 0) * a.Like(i));
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Scheduler.Schedule(Function(onBothSides, onOneSide), limit.Token);
    }

    private Expression Item(Symbol index) => graph.Element(data, [index]);

    private Expression Sum(Func<Symbol, Expression> term)
    {
        Expression lower = graph.Int(0);
        Expression upper = graph.Extent(data, 0);
        Symbol index = graph.Index("i", lower, upper, 0);
        return graph.Reduce(ReduceOperator.Sum, index, lower, upper, graph.Number(ScalarType.Double, 0), [term(index)]);
    }

    private Function Function(params ImmutableArray<Expression> results)
        => new("F", graph, [a, b, data, other], [.. results.Select(value => new Result("r", value))]);

    private void Check(string expected, params ImmutableArray<Expression> results)
        => Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", Text(Scheduler.Schedule(Function(results))));

    // Locals are told apart by a number, which says nothing to a reader here.
    private static string Text(Program program)
        => System.Text.RegularExpressions.Regex.Replace(ProgramPrinter.Print(program), @"(?<=[a-zA-Z0-9])\.\d+\b", "");
}
