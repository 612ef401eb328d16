using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Evaluation;

/// <summary>What a graph means: each kind of node, lazily, in the arithmetic of C#.</summary>
public class InterpreterTests
{
    private static readonly ExpressionType Vector = new(ScalarType.Double, 1);
    private readonly ExpressionGraph _graph = new();

    // Σ of what the prefix sums of 1 … 4 are in place.
    [Fact]
    public void A_loop_changes_an_array_from_step_to_step()
    {
        Symbol i = _graph.Index("i"), j = _graph.Index("j"), k = _graph.Index("k"), h = _graph.Carried("h", Vector);
        Expression numbers = _graph.Build([k], [_graph.Int(4)], _graph.Convert(_graph.Add(k, _graph.Int(1)), ScalarType.Double));
        Expression sum = _graph.Add(_graph.Element(h, [i]), _graph.Element(h, [_graph.Add(i, _graph.Int(-1))]));
        Expression sums = _graph.Output(_graph.Scan(i, _graph.Int(1), _graph.Int(4), [h], [numbers], [_graph.Update(h, [i], sum)]), 0);
        Assert.Equal(4, Number(_graph.Extent(sums, 0)));
        Assert.Equal(1 + 3 + 6 + 10, Number(_graph.Reduce(ReduceOperator.Sum, j, _graph.Int(0), _graph.Int(4), _graph.Number(ScalarType.Double, 0), [_graph.Element(sums, [j])])));
    }

    [Fact]
    public void An_element_of_a_changed_array_is_the_new_one_or_one_of_before()
    {
        Symbol h = _graph.Parameter("h", Vector), n = _graph.Parameter("n", ScalarType.Int32);
        Expression changed = _graph.Update(h, [n], _graph.Number(ScalarType.Double, 7));
        Expression next = _graph.Add(n, _graph.Int(1));
        Assert.Same(_graph.Number(ScalarType.Double, 7), _graph.Element(changed, [n]));
        Assert.Same(_graph.Element(h, [next]), _graph.Element(changed, [next]));
        Assert.Equal(7, Number(_graph.Element(changed, [_graph.Int(2)]), (h, new double[] { 1, 2, 3 }), (n, 2)));
        Assert.Equal(2, Number(_graph.Element(changed, [_graph.Int(1)]), (h, new double[] { 1, 2, 3 }), (n, 2)));
    }

    [Fact]
    public void Float_arithmetic_rounds_at_each_step()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Single);
        float tenth = 0.1f;
        Assert.Equal((tenth + tenth) + tenth, Number(_graph.Add(x, x, x), (x, tenth)));
        Assert.Equal(tenth * tenth * tenth, Number(_graph.Multiply(x, x, x), (x, tenth)));
        Assert.Equal(1 / tenth, Number(1 / x, (x, tenth)));
        Assert.Equal(MathF.Exp(tenth), Number(Functions.Exp(x), (x, tenth)), tolerance: 1e-7);
        Assert.NotEqual(Math.Exp(tenth), Number(Functions.Exp(x), (x, tenth)));
    }

    [Fact]
    public void Sums_are_taken_from_left_to_right()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Assert.Equal((1e16 + 1) - 1e16, Number(_graph.Add(x.Like(1e16), x, x.Like(-1e16)), (x, 1.0)));
        Assert.Equal((1 + 1e16) - 1e16, Number(_graph.Add(x, x.Like(1e16), x.Like(-1e16)), (x, 1.0)));
    }

    [Fact]
    public void Integers_wrap()
    {
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Assert.Equal(int.MinValue, Number(_graph.Add(n, _graph.Int(1)), (n, int.MaxValue)));
        Assert.Equal(unchecked(int.MaxValue * 3), Number(_graph.Multiply(n, _graph.Int(3)), (n, int.MaxValue)));
    }

    [Fact]
    public void A_selection_evaluates_one_side()
    {
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Expression guarded = _graph.Select(_graph.NotEqual(n, _graph.Int(0)), _graph.Divide(_graph.Int(6), n), _graph.Int(-1));
        Assert.Equal(2, Number(guarded, (n, 3)));
        Assert.Equal(-1, Number(guarded, (n, 0)));
    }

    [Fact]
    public void And_and_or_stop_at_the_first_that_decides()
    {
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Expression divides = _graph.Equal(_graph.Divide(_graph.Int(6), n), _graph.Int(2));
        Expression nonzero = _graph.NotEqual(n, _graph.Int(0));
        Assert.Equal(0, Number(_graph.And(nonzero, divides), (n, 0)));
        Assert.Equal(1, Number(_graph.And(nonzero, divides), (n, 3)));
        Assert.Equal(1, Number(_graph.Or(_graph.Not(nonzero), divides), (n, 0)));
        Assert.Throws<DivideByZeroException>(() => Number(_graph.And(divides, nonzero), (n, 0)));
    }

    [Theory]
    [InlineData(ReduceOperator.Sum, 2.5 + (1 + 10) + (-2 + 20) + (4 + 40))]
    [InlineData(ReduceOperator.Product, 2.5 * 1 * 10 * -2 * 20 * 4 * 40)]
    [InlineData(ReduceOperator.Max, 40)]
    [InlineData(ReduceOperator.Min, -2)]
    public void A_reduction_folds_its_terms_in_order(ReduceOperator op, double expected)
    {
        (Symbol a, Symbol b) = (_graph.Parameter("a", Vector), _graph.Parameter("b", Vector));
        Symbol i = _graph.Index("i");
        Expression folded = _graph.Reduce(op, i, _graph.Int(0), _graph.Extent(a, 0), _graph.Number(ScalarType.Double, 2.5), [_graph.Element(a, [i]), _graph.Element(b, [i])]);
        Assert.Equal(expected, Number(folded, (a, new[] { 1.0, -2, 4 }), (b, new[] { 10.0, 20, 40 })));
        Assert.Equal(2.5, Number(folded, (a, Array.Empty<double>()), (b, Array.Empty<double>())));
    }

    [Fact]
    public void A_NaN_wins_a_maximum()
    {
        Symbol a = _graph.Parameter("a", Vector);
        Symbol i = _graph.Index("i");
        Expression max = _graph.Reduce(ReduceOperator.Max, i, _graph.Int(0), _graph.Extent(a, 0), _graph.Number(ScalarType.Double, 0), [_graph.Element(a, [i])]);
        Assert.Equal(double.NaN, Number(max, (a, new[] { 1, double.NaN, 2 })));
    }

    [Fact]
    public void All_evaluates_every_term()
    {
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Symbol i = _graph.Index("i");
        Expression small = _graph.Less(_graph.Divide(_graph.Int(10), _graph.Subtract(_graph.Int(3), i)), _graph.Int(4));
        Expression all = _graph.Reduce(ReduceOperator.All, i, _graph.Int(0), n, _graph.True, [small]);
        Assert.Equal(1, Number(all, (n, 1)));
        Assert.Equal(0, Number(all, (n, 3)));
        Assert.Throws<DivideByZeroException>(() => Number(all, (n, 4)));
    }

    [Fact]
    public void Nested_reductions_see_both_indices()
    {
        Symbol a = _graph.Parameter("a", new ExpressionType(ScalarType.Double, 2));
        (Symbol i, Symbol j) = (_graph.Index("i"), _graph.Index("j"));
        Expression zero = _graph.Number(ScalarType.Double, 0);
        Expression weighted = _graph.Multiply(_graph.Element(a, [i, j]), _graph.Convert(_graph.Add(i, _graph.Int(1)), ScalarType.Double));
        Expression row = _graph.Reduce(ReduceOperator.Sum, j, _graph.Int(0), _graph.Extent(a, 1), zero, [weighted]);
        Expression total = _graph.Reduce(ReduceOperator.Sum, i, _graph.Int(0), _graph.Extent(a, 0), zero, [row]);
        Assert.Equal(1 + 2 + (2 * (3 + 4)) + (3 * (5 + 6)), Number(total, (a, new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } })));
    }

    [Fact]
    public void Loops_that_share_an_index_do_not_share_its_values()
    {
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Symbol i = _graph.Index("i");
        Expression upTo(Expression bound) => _graph.Reduce(ReduceOperator.Sum, i, _graph.Int(0), bound, _graph.Int(0), [i]);
        Assert.Equal((0 + 1 + 2 + 3) + (0 + 1), Number(_graph.Add(upTo(n), upTo(_graph.Int(2))), (n, 4)));

        // Σᵢ Σᵢ i: the inner binder hides the outer one.
        Expression nested = _graph.Reduce(ReduceOperator.Sum, i, _graph.Int(0), n, _graph.Int(0), [upTo(n), i]);
        Assert.Equal((3 * 3) + 3, Number(nested, (n, 3)));
    }

    [Fact]
    public void A_scan_carries_its_values_from_step_to_step_all_at_once()
    {
        // Fibonacci: (a, b) becomes (b, a + b).
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        (Symbol a, Symbol b) = (_graph.Carried("a", ScalarType.Int32), _graph.Carried("b", ScalarType.Int32));
        Scan scan = _graph.Scan(_graph.Index("i"), _graph.Int(0), n, [a, b], [_graph.Int(0), _graph.Int(1)], [b, _graph.Add(a, b)]);
        Assert.Equal(55, Number(_graph.Output(scan, 0), (n, 10)));
        Assert.Equal(89, Number(_graph.Output(scan, 1), (n, 10)));
        Assert.Equal(0, Number(_graph.Output(scan, 0), (n, 0)));
    }

    [Fact]
    public void A_scan_ends_where_its_condition_does_not_hold_and_evaluates_nothing_more_of_that_step()
    {
        // Sums elements until the first that is negative; behind it there is none.
        Symbol x = _graph.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        (Symbol i, Symbol sum) = (_graph.Index("i"), _graph.Carried("sum", ScalarType.Double));
        Expression item = _graph.Element(x, [i]);
        Expression next = _graph.Add(sum, item, _graph.Element(x, [_graph.Add(i, _graph.Int(1))]));
        Scan scan = _graph.Scan(i, _graph.Int(0), _graph.Int(int.MaxValue), [sum], [_graph.Number(ScalarType.Double, 0)], [next], _graph.LessOrEqual(item.Like(0), item));
        Assert.Equal(1 + 2 + 2 + 3 + 3 - 1, Number(_graph.Output(scan, 0), (x, new double[] { 1, 2, 3, -1 })));
        Assert.Equal(0, Number(_graph.Output(scan, 0), (x, new double[] { -1 })));
        Assert.Same(scan.Initials[0], _graph.Output(_graph.Scan(i, _graph.Int(0), _graph.Int(3), [sum], scan.Initials, [next], _graph.False), 0));
    }

    [Fact]
    public void A_scan_keeps_values_of_its_steps_and_another_reads_them_downwards()
    {
        // s doubles; backwards r = 10·r + (the s before that step).
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        (Symbol i, Symbol s, Symbol r) = (_graph.Index("i"), _graph.Carried("s", ScalarType.Int32), _graph.Carried("r", ScalarType.Int32));
        Scan up = _graph.Scan(i, _graph.Int(2), n, [s], [_graph.Int(1)], [_graph.Add(s, s)], stacked: [s]);
        Expression kept = _graph.Element(_graph.Trace(up, 0), [TracePosition.Of(up, i)]);
        Scan down = _graph.Scan(i, _graph.Int(2), n, [r], [_graph.Int(0)], [_graph.Add(_graph.Multiply(_graph.Int(10), r), kept)], isDownward: true);
        Assert.Equal(421, Number(_graph.Output(down, 0), (n, 5)));
        Assert.Equal(0, Number(_graph.Output(down, 0), (n, 1)));
        Assert.Equal(3, Interpreter.Evaluate(_graph.Extent(_graph.Trace(up, 0), 0), (n, 5)).Number);
    }

    [Fact]
    public void A_comprehension_builds_an_array_in_row_major_order()
    {
        (Symbol i, Symbol j) = (_graph.Index("i"), _graph.Index("j"));
        Expression table = _graph.Build([i, j], [_graph.Int(2), _graph.Int(3)], _graph.Add(_graph.Multiply(_graph.Int(10), i), j));
        Value built = Interpreter.Evaluate(table);
        Assert.Equal([2, 3], built.Extents.ToArray());
        Assert.Equal([0, 1, 2, 10, 11, 12], built.Numbers.ToArray());
    }

    [Theory, InlineData(-1, 0), InlineData(2, 0), InlineData(0, 3)]
    public void An_index_out_of_range_throws(int row, int column)
    {
        Symbol a = _graph.Parameter("a", new ExpressionType(ScalarType.Double, 2));
        Assert.Throws<IndexOutOfRangeException>(() => Number(_graph.Element(a, [_graph.Int(row), _graph.Int(column)]), (a, new double[2, 3])));
        Assert.Equal(6, Number(_graph.Element(a, [_graph.Int(1), _graph.Int(2)]), (a, new double[,] { { 1, 2, 3 }, { 4, 5, 6 } })));
    }

    [Fact]
    public void A_deep_graph_needs_no_deep_stack()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Expression deep = x;
        for (int i = 0; i < 200_000; i++)
        {
            deep = _graph.Add(deep, x);
        }

        Assert.Equal(200_001, Number(deep, (x, 1.0)));
    }

    [Fact]
    public void Requirements_are_met_where_the_source_would_not_throw()
    {
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Function function = new("F", _graph, [n], [new Result("Value", _graph.Divide(_graph.Int(1), n))]) { Requirements = [_graph.NotEqual(n, _graph.Int(0))] };
        Assert.True(Interpreter.MeetsRequirements(function, 1));
        Assert.False(Interpreter.MeetsRequirements(function, 0));
    }

    [Fact]
    public void A_wrong_number_of_arguments_is_an_error()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Assert.Throws<ArgumentException>(() => Interpreter.Evaluate(new Function("F", _graph, [x], [new Result("Value", x)])));
        Assert.Throws<KeyNotFoundException>(() => Interpreter.Evaluate(x));
    }

    private static double Number(Expression expression, params (Symbol, Value)[] environment) => Interpreter.Evaluate(expression, environment).Number;
}
