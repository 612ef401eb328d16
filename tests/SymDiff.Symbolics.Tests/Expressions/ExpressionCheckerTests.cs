using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Expressions;

/// <summary>The checker finds each kind of wrong graph, and finds nothing in a right one.</summary>
public class ExpressionCheckerTests
{
    private static readonly ExpressionType Vector = new(ScalarType.Double, 1);
    private readonly ExpressionGraph _graph = new();
    private readonly Symbol _x;
    private readonly Symbol _n;
    private readonly Symbol _a;

    public ExpressionCheckerTests()
        => (_x, _n, _a) = (_graph.Parameter("x", ScalarType.Double), _graph.Parameter("n", ScalarType.Int32), _graph.Parameter("a", Vector));

    [Fact]
    public void A_right_graph_has_no_problems()
    {
        (Symbol i, Symbol state) = (_graph.Index("i"), _graph.Carried("state", ScalarType.Double));
        Expression sum = _graph.Reduce(ReduceOperator.Sum, i, _graph.Int(0), _graph.Extent(_a, 0), _x.Like(0), [_x * _graph.Element(_a, [i])]);
        Scan scan = _graph.Scan(i, _graph.Int(0), _n, [state], [_x], [Functions.Sin(state)]);
        Expression any = _graph.Select(_graph.Less(_x, sum), _graph.Output(scan, 0), _graph.Convert(_n, ScalarType.Double));
        Assert.Empty(ExpressionChecker.Check(Of(any) with { Requirements = [_graph.Less(_graph.Int(0), _n)] }));
    }

    [Fact]
    public void Arguments_of_the_wrong_type() => ExpectProblem("where a Real is due", _graph.Apply(Exponentials.Exp, _n));

    [Fact]
    public void Arguments_of_different_types() => ExpectProblem("another one a", _graph.Apply(Arithmetic.Multiply, _x.Type, _x, _graph.Parameter("y", ScalarType.Single)));

    [Fact]
    public void Too_many_arguments() => ExpectProblem("2 arguments", _graph.Apply(Exponentials.Exp, _x, _x));

    [Fact]
    public void A_sum_of_one() => ExpectProblem("1 arguments", _graph.Apply(Primitive("Max", nary: true), _x.Type, _x));

    [Fact]
    public void A_result_of_the_wrong_type() => ExpectProblem("can't have the type Single", _graph.Apply(Exponentials.Exp, ScalarType.Single, _x));

    [Fact]
    public void A_condition_that_is_a_number() => ExpectProblem("isn't a truth value", _graph.Select(_n, _x, _x.Like(1)));

    [Fact]
    public void Sides_of_different_types() => ExpectProblem("differ in type", _graph.Select(_graph.Less(_x, _x.Like(1)), _x, _graph.Int(1)));

    [Fact]
    public void A_bound_of_the_wrong_type()
        => ExpectProblem("a bound isn't of the type of the index", _graph.Reduce(ReduceOperator.Sum, _graph.Index("i"), _graph.Int(0), _x, _x, [_x]));

    [Fact]
    public void A_bound_that_depends_on_the_index()
    {
        Symbol i = _graph.Index("i");
        ExpectProblem("depends on it", _graph.Reduce(ReduceOperator.Sum, i, _graph.Int(0), i, _x, [_x]));
    }

    [Fact]
    public void A_term_of_the_wrong_type()
        => ExpectProblem("a term isn't of its type", _graph.Reduce(ReduceOperator.Sum, _graph.Index("i"), _graph.Int(0), _n, _x, [_n]));

    [Fact]
    public void Numbers_that_are_all_true()
        => ExpectProblem("can't be a All of type Double", _graph.Reduce(ReduceOperator.All, _graph.Index("i"), _graph.Int(0), _n, _x, [_x]));

    [Fact]
    public void A_sum_over_a_parameter()
        => ExpectProblem("the index isn't an index symbol", _graph.Reduce(ReduceOperator.Sum, _n, _graph.Int(0), _graph.Int(3), _x, [_x]));

    [Fact]
    public void A_carried_value_that_changes_its_type()
    {
        Symbol state = _graph.Carried("state", ScalarType.Double);
        ExpectProblem("can't go downwards", _graph.Output(_graph.Scan(_graph.Index("i"), _graph.Int(0), _n, [state], [_x], [state], stacked: [state], isDownward: true), 0));
        ExpectProblem("the condition isn't a truth value", _graph.Output(_graph.Scan(_graph.Index("i"), _graph.Int(0), _n, [state], [_x], [state], _n), 0));
        ExpectProblem("isn't of the type of its symbol", _graph.Output(_graph.Scan(_graph.Index("i"), _graph.Int(0), _n, [state], [_x], [_n]), 0));
    }

    [Fact]
    public void A_symbol_that_is_carried_twice()
    {
        Symbol state = _graph.Carried("state", ScalarType.Double);
        ExpectProblem("carries a symbol twice", _graph.Output(_graph.Scan(_graph.Index("i"), _graph.Int(0), _n, [state, state], [_x, _x], [_x, _x]), 0));
    }

    [Fact]
    public void A_loop_without_all_its_values()
    {
        (Symbol state, Symbol other) = (_graph.Carried("state", ScalarType.Double), _graph.Carried("other", ScalarType.Double));
        ExpectProblem("one initial and one next value", _graph.Output(_graph.Scan(_graph.Index("i"), _graph.Int(0), _n, [state, other], [_x, _x], [_x]), 0));
    }

    [Fact]
    public void A_loop_that_is_read_as_a_value()
    {
        Symbol state = _graph.Carried("state", ScalarType.Double);
        Scan scan = _graph.Scan(_graph.Index("i"), _graph.Int(0), _n, [state], [_x], [state]);
        ExpectProblem("has no value", scan);
        ExpectProblem("reads a loop", _graph.Extent(scan, 0));
    }

    [Fact]
    public void Too_few_indices() => ExpectProblem("as many indices", _graph.Element(_a, []));

    [Fact]
    public void An_index_that_is_no_integer() => ExpectProblem("an index isn't an integer", _graph.Element(_a, [_x]));

    [Fact]
    public void An_axis_that_is_not_there() => ExpectProblem("no such axis", _graph.Extent(_a, 1));

    [Fact]
    public void An_extent_that_depends_on_the_index()
    {
        Symbol i = _graph.Index("i");
        ExpectProblem("an extent depends on an index", _graph.Build([i], [i], _x));
    }

    [Fact]
    public void An_index_that_nothing_binds() => ExpectProblem("i is free in it", _graph.Element(_a, [_graph.Index("i")]));

    [Fact]
    public void A_parameter_that_is_not_declared()
    {
        Symbol stranger = _graph.Parameter("stranger", ScalarType.Double);
        ExpectProblem("isn't among the parameters", _x + stranger, "stranger");
    }

    [Fact]
    public void A_parameter_that_is_declared_twice()
        => Assert.Contains(ExpressionChecker.Check(Of(_x) with { Parameters = [_x, _x, _n, _a] }), problem => problem.Contains("a parameter twice"));

    [Fact]
    public void A_carried_symbol_as_a_parameter()
        => Assert.Contains(
            ExpressionChecker.Check(Of(_x) with { Parameters = [_x, _n, _a, _graph.Carried("c", ScalarType.Double)] }),
            problem => problem.Contains("is no parameter"));

    [Fact]
    public void A_node_of_another_graph() => ExpectProblem("isn't in the function's graph", new ExpressionGraph().Int(1));

    [Fact]
    public void A_requirement_that_is_a_number()
        => Assert.Contains(ExpressionChecker.Check(Of(_x) with { Requirements = [_n] }), problem => problem.Contains("not a truth value"));

    [Fact]
    public void A_local_of_a_scheduled_program() => ExpectProblem("belongs into a scheduled program", _graph.Local("t", ScalarType.Double));

    [Fact]
    public void A_name_that_is_empty() => ExpectProblem("has no name", _graph.External("", ScalarType.Double));

    private static Primitive Primitive(string name, bool nary) => PrimitiveTable.ByName(name) with { IsNary = nary, Fold = null };

    private Function Of(Expression result)
        => new("F", _graph, [_x, _n, _a, .. Traversal.Reachable([result]).OfType<Symbol>().Where(symbol => symbol.Name == "y")], [new Result("Value", result)]);

    private void ExpectProblem(string problem, Expression result, string node = "")
    {
        ImmutableArray<string> found = ExpressionChecker.Check(Of(result));
        Assert.Contains(found, text => text.Contains(problem) && text.Contains(node));
    }
}
