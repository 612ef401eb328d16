using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Expressions;

/// <summary>Replacing symbols keeps meanings, where binders are in the way too.</summary>
public class SubstitutionTests
{
    private readonly ExpressionGraph _graph = new();
    private readonly Symbol _x;
    private readonly Symbol _y;
    private readonly Symbol _i;

    public SubstitutionTests() => (_x, _y, _i) = (_graph.Parameter("x", ScalarType.Double), _graph.Parameter("y", ScalarType.Double), _graph.Index("i"));

    [Fact]
    public void All_at_once()
        => Assert.Same(_y - _x, Substitution.Replace(_x - _y, [(_x, _y), (_y, _x)]));

    [Fact]
    public void What_does_not_mention_the_symbol_is_the_same_object()
    {
        Expression sum = SumOver(_i, _graph.Convert(_i, ScalarType.Double));
        Assert.Same(sum, Substitution.Replace(sum, [(_graph.Index("k"), _graph.Int(3))]));
        Assert.Same(sum, Substitution.Replace(sum, [(_x, _x)]));
    }

    [Fact]
    public void Constructors_fold_what_becomes_constant()
        => Assert.Same(_graph.Number(ScalarType.Double, 5), Substitution.Replace(_x + 2, [(_x, _graph.Number(ScalarType.Double, 3))]));

    // Σᵢ x·i with x ↦ i of an outer loop: the inner index takes another name.
    [Fact]
    public void A_binder_does_not_capture()
    {
        Expression inner = SumOver(_i, _x * _graph.Convert(_i, ScalarType.Double));
        Expression replaced = Substitution.Replace(inner, [(_x, _graph.Convert(_i, ScalarType.Double))]);
        Assert.True(replaced.DependsOn(_i));
        Assert.Equal(7 * (0 + 1 + 2), Interpreter.Evaluate(replaced, (_i, 7)).Number);
    }

    // Σᵢ i with i ↦ 5: the i that is bound is another one.
    [Fact]
    public void A_bound_symbol_is_not_replaced()
    {
        Expression sum = _graph.Add(SumOver(_i, _graph.Convert(_i, ScalarType.Double)), _graph.Convert(_i, ScalarType.Double));
        Assert.Equal((0 + 1 + 2) + 5, Interpreter.Evaluate(Substitution.Replace(sum, [(_i, _graph.Int(5))])).Number);
    }

    [Fact]
    public void Bounds_lie_outside_of_the_binder()
    {
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Expression sum = _graph.Reduce(ReduceOperator.Sum, _i, _graph.Int(0), n, _graph.Int(0), [_i]);
        Expression replaced = Substitution.Replace(sum, [(n, _graph.Add(_i, _graph.Int(1)))]);
        Assert.Equal(0 + 1 + 2 + 3, Interpreter.Evaluate(replaced, (_i, 3)).Number);
    }

    [Fact]
    public void A_loop_does_not_capture_what_it_carries()
    {
        Symbol state = _graph.Carried("state", ScalarType.Double);
        Scan scan = _graph.Scan(_i, _graph.Int(0), _graph.Int(3), [state], [_y], [state + _x]);
        Expression replaced = Substitution.Replace(_graph.Output(scan, 0), [(_x, state)]);
        Assert.Equal(10 + (3 * 2), Interpreter.Evaluate(replaced, (_y, 10.0), (state, 2.0)).Number);
    }

    [Fact]
    public void An_element_of_a_comprehension_is_its_body_there()
    {
        Symbol j = _graph.Index("j");
        Expression table = _graph.Build([_i, j], [_graph.Int(2), _graph.Int(3)], _graph.Subtract(_i, j));
        Assert.Same(_graph.Subtract(j, _i), _graph.Element(table, [j, _i]));
    }

    [Fact]
    public void A_deep_graph_needs_no_deep_stack()
    {
        Expression deep = Enumerable.Range(0, 100_000).Aggregate((Expression)_x, (sum, k) => _graph.Add(sum, _y));
        Expression replaced = Substitution.Replace(deep, [(_x, _y)]);
        Assert.Equal(100_001, Interpreter.Evaluate(replaced, (_y, 1.0)).Number);
    }

    private Expression SumOver(Symbol index, Expression term)
        => _graph.Reduce(ReduceOperator.Sum, index, _graph.Int(0), _graph.Int(3), _graph.Number(ScalarType.Double, 0), [term]);
}
