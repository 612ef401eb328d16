using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Fusion;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Fusion;

/// <summary>An array whose elements are sums is calculated where it is read only if no element is read twice.</summary>
public sealed class ReadOnceTests
{
    private readonly ExpressionGraph _graph = new();
    private readonly Symbol _x;
    private readonly Symbol _m;
    private readonly Symbol _n;
    private readonly Symbol _i;
    private readonly Symbol _k;

    public ReadOnceTests()
    {
        _x = _graph.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        _m = _graph.Parameter("m", ScalarType.Int32);
        _n = _graph.Parameter("n", ScalarType.Int32);
        _i = _graph.Index("i", _graph.Int(0), _m, 0);
        _k = _graph.Index("k", _graph.Int(0), _n, 1);
    }

    [Fact]
    public void One_element_after_the_other() => Assert.False(IsKept(_i, _k, twoLoops: false));

    [Fact]
    public void Backwards_from_an_offset() => Assert.False(IsKept(_graph.Add(_m, _graph.Int(-1), _graph.Negate(_i)), _k, twoLoops: false));

    [Fact]
    public void Rows_one_after_the_other() => Assert.False(IsKept((_i * _n) + _k, _k, twoLoops: true));

    // As a layer reads its inputs: once for each of its outputs.
    [Fact]
    public void The_row_of_a_quotient() => Assert.True(IsKept((_graph.Divide(_i, _graph.Extent(_x, 0)) * _n) + _k, _k, twoLoops: true));

    [Fact]
    public void Along_one_of_two_loops() => Assert.True(IsKept(_k, _k, twoLoops: true));

    [Fact]
    public void A_loop_twice() => Assert.True(IsKept(_graph.Add(_graph.Apply(Arithmetic.Remainder, _i, _n), _k), _k, twoLoops: true));

    private bool IsKept(Expression index, Symbol inner, bool twoLoops)
    {
        Symbol j = _graph.Index("j");
        Symbol of = _graph.Index("of", _graph.Int(0), _graph.Extent(_x, 0), 1);
        Expression element = _graph.Reduce(ReduceOperator.Sum, of, _graph.Int(0), _graph.Extent(_x, 0), _graph.Number(ScalarType.Double, 0), [_graph.Element(_x, [of]) * _graph.Convert(j, ScalarType.Double)]);
        Expression array = _graph.Stored(_graph.Build([j], [_m * _n], element), isEager: true);
        Expression read = Functions.Exp(_graph.Element(array, [index]) * _graph.Convert(_i, ScalarType.Double));
        Expression row = twoLoops ? _graph.Reduce(ReduceOperator.Sum, inner, _graph.Int(0), _n, read.Like(0), [read]) : read;
        Expression sum = _graph.Reduce(ReduceOperator.Sum, _i, _graph.Int(0), _m, read.Like(0), [row]);
        var function = new Function("F", _graph, [_x, _m, _n], [new Result("F", sum)]);
        return Traversal.Reachable([ArrayFusion.Fuse(function).Results[0].Value]).Any(node => node is Stored);
    }
}
