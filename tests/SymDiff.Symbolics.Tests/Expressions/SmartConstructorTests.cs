using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Expressions;

/// <summary>What the constructors rewrite keeps every bit, at numbers where arithmetic is treacherous; what would change a bit they leave alone.</summary>
public class SmartConstructorTests
{
    private static readonly double[] Numbers =
    [
        0, -0.0, 1, -1, 0.1, -0.3, 3, 1e16, 1e308, -1e308, 5e-324, 16777217, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];
    private readonly ExpressionGraph _graph = new();

    public static TheoryData<string, Func<ExpressionGraph, Expression, Expression>, Func<double, double>> Rewritten => new()
    {
        { "x + -0", static (graph, x) => x + x.Like(-0.0), static x => x + -0.0 },
        { "-0 + x", static (graph, x) => x.Like(-0.0) + x, static x => -0.0 + x },
        { "x * 1", static (graph, x) => x * 1, static x => x * 1 },
        { "1 * x", static (graph, x) => 1 * x, static x => 1 * x },
        { "x / 1", static (graph, x) => x / 1, static x => x / 1 },
        { "-(-x)", static (graph, x) => -(-x), static x => -(-x) },
        { "x - 0", static (graph, x) => x - 0, static x => x - 0 },
        { "0.1 + 0.2 + x", static (graph, x) => graph.Add(x.Like(0.1), x.Like(0.2), x), static x => 0.1 + 0.2 + x },
        { "0.1 * 3 * x * 1", static (graph, x) => graph.Multiply(x.Like(0.1), x.Like(3), x, x.Like(1)), static x => 0.1 * 3 * x * 1 },
        { "x < 1 ? x : x", static (graph, x) => graph.Select(x < 1, x, x), static x => x },
        { "!(x < 1) ? x : 2", static (graph, x) => graph.Select(graph.Not(x < 1), x, x.Like(2)), static x => !(x < 1) ? x : 2 },
        { "!(x == 1) ? x : 2", static (graph, x) => graph.Select(graph.Not(graph.Equal(x, x.Like(1))), x, x.Like(2)), static x => !(x == 1) ? x : 2 },
        { "x < 1 ? x < 1 ? 2 : x : 3", static (graph, x) => graph.Select(x < 1, graph.Select(x < 1, x.Like(2), x), x.Like(3)), static x => x < 1 ? 2 : 3 },
        { "x == 1 ? 2 : x != 1 ? x : 3", static (graph, x) => graph.Select(graph.Equal(x, x.Like(1)), x.Like(2), graph.Select(graph.NotEqual(x, x.Like(1)), x, x.Like(3))), static x => x == 1 ? 2 : x },
        { "x < 1 ? 2 : 1 <= x ? x : 3", static (graph, x) => graph.Select(x < 1, x.Like(2), graph.Select(graph.LessOrEqual(x.Like(1), x), x, x.Like(3))), static x => x < 1 ? 2 : 1 <= x ? x : 3 },
        { "(double)(float)x", static (graph, x) => graph.Convert(graph.Convert(x, ScalarType.Single), ScalarType.Double), static x => (float)x },
    };

    [Theory, MemberData(nameof(Rewritten))]
    public void Rewrites_keep_every_bit(string form, Func<ExpressionGraph, Expression, Expression> make, Func<double, double> right)
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Expression expression = make(_graph, x);
        Assert.All(Numbers, number => Assert.True(
            SameBits(right(number), Interpreter.Evaluate(expression, (x, number)).Number), $"{form} at {number} has become {expression}"));
        Assert.All(Numbers, number => Assert.True(
            SameBits(right(number), Interpreter.Evaluate(make(_graph, _graph.Number(ScalarType.Double, number))).Number), $"{form} folded at {number}"));
    }

    [Fact]
    public void These_disappear()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Assert.Same(x, x + x.Like(-0.0));
        Assert.Same(x, 1 * x);
        Assert.Same(x, x / 1);
        Assert.Same(x, -(-x));
        Assert.Same(x, x - 0);
        Assert.Same(x, _graph.Select(_graph.True, x, x.Like(1)));
        Symbol f = _graph.Parameter("f", ScalarType.Single);
        Assert.Same(f, _graph.Convert(_graph.Convert(f, ScalarType.Double), ScalarType.Single));
        Assert.Same(_graph.Less(x, f), _graph.Not(_graph.Not(_graph.Less(x, f))));
    }

    [Fact]
    public void What_is_asked_again_is_known()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Expression isZero = _graph.Equal(n, _graph.Int(0));
        Expression isLess = _graph.Less(n, _graph.Int(7));
        Assert.Same(_graph.False, _graph.And(isZero, _graph.Not(isZero)));
        Assert.Same(_graph.False, _graph.And(isLess, _graph.LessOrEqual(_graph.Int(7), n)));
        Assert.Same(isZero, _graph.And(isZero, isZero));
        Assert.Same(_graph.True, _graph.Or(isZero, _graph.NotEqual(n, _graph.Int(0))));
        Assert.Same(_graph.Select(isZero, x, x.Like(1)), _graph.Select(isZero, x, _graph.Select(_graph.Not(isZero), x.Like(1), x.Like(2))));
    }

    [Fact]
    public void These_stay_because_a_bit_would_change()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Assert.IsType<Apply>(x + 0); // −0 + 0 = +0
        Assert.IsType<Apply>(x * 0); // NaN, ∞, −0
        Assert.IsType<Apply>(x - x); // NaN, ∞
        Assert.IsType<Apply>(x / x);
        Assert.IsType<Apply>(_graph.Equal(x, x)); // NaN
        Assert.Equal(3, _graph.Add(x, x.Like(0.1), x.Like(0.2)).Operands.Length); // (x + 0.1) + 0.2
        Assert.NotSame(_graph.LessOrEqual(x.Like(1), x), _graph.Not(_graph.Less(x, x.Like(1)))); // NaN
        Assert.IsType<Apply>(_graph.Convert(_graph.Convert(x, ScalarType.Single), ScalarType.Double));
        Assert.IsType<Apply>(Functions.Exp(x.Like(1))); // differs between platforms
        Assert.IsType<Apply>(_graph.Divide(_graph.Int(1), _graph.Int(0))); // throws
    }

    [Fact]
    public void Equal_structure_is_the_same_object()
    {
        Symbol x = _graph.Parameter("x", ScalarType.Double);
        Assert.Same(Functions.Sin(x + 1), Functions.Sin(x + 1));
        Assert.NotSame(x + 1, 1 + x);
        Assert.NotSame(_graph.Number(ScalarType.Double, 0.0), _graph.Number(ScalarType.Double, -0.0));
        Assert.NotSame(_graph.Number(ScalarType.Double, 1), _graph.Number(ScalarType.Single, 1));
        Assert.NotSame(_graph.Index("i"), _graph.Index("i"));
        Assert.Same(_graph.Index("i", _graph.Int(0), _graph.Int(9), 1), _graph.Index("j", _graph.Int(0), _graph.Int(9), 1));
        Assert.NotSame(_graph.Index("i", _graph.Int(0), _graph.Int(9), 1), _graph.Index("i", _graph.Int(0), _graph.Int(9), 2));
    }

    [Fact]
    public void Operands_come_first()
    {
        (Function function, _) = RandomFunctions.Make(seed: 3, size: 12);
        Assert.All(function.Graph.Nodes, node => Assert.All(node.Operands, operand => Assert.True(operand.Id < node.Id)));
    }

    [Fact]
    public void Whether_a_node_may_throw_is_known()
    {
        (Symbol n, Symbol a) = (_graph.Parameter("n", ScalarType.Int32), _graph.Parameter("a", new ExpressionType(ScalarType.Double, 1)));
        Assert.False(_graph.Divide(n, _graph.Int(3)).MayThrow);
        Assert.True(_graph.Divide(n, _graph.Int(0)).MayThrow);
        Assert.True(_graph.Divide(_graph.Int(3), n).MayThrow);
        Assert.False((_graph.Convert(n, ScalarType.Double) / _graph.Convert(n, ScalarType.Double)).MayThrow);
        Assert.True(_graph.Element(a, [n]).MayThrow);
        Assert.True(Functions.Sin(_graph.Element(a, [n])).MayThrow);
        Assert.False(_graph.Extent(a, 0).MayThrow);
    }

    public static TheoryData<string, Func<double, double>, Func<float, float>> ExactFunctions => new()
    {
        { "Sqrt", Math.Sqrt, MathF.Sqrt },
        { "Abs", Math.Abs, Math.Abs },
        { "Floor", Math.Floor, MathF.Floor },
        { "Ceiling", Math.Ceiling, MathF.Ceiling },
        { "Truncate", Math.Truncate, MathF.Truncate },
        { "Round", Math.Round, MathF.Round },
        { "Max", static x => Math.Max(x, 0.5), static x => MathF.Max(x, 0.5f) },
        { "Min", static x => Math.Min(x, 0.5), static x => MathF.Min(x, 0.5f) },
        { "CopySign", static x => Math.CopySign(x, 0.5), static x => MathF.CopySign(x, 0.5f) },
    };

    [Theory, MemberData(nameof(ExactFunctions))]
    public void What_IEEE_fixes_folds_in_both_precisions(string name, Func<double, double> right, Func<float, float> rightSingle)
        => Assert.All(Numbers.Append(2.5).Append(1e9), number =>
        {
            Primitive row = PrimitiveTable.ByName(name);
            Expression Folded(ScalarType type) => _graph.Apply(row, [_graph.Number(type, number), .. row.Takes.Skip(1).Select(_ => _graph.Number(type, 0.5))]);
            Assert.True(SameBits(right(number), Assert.IsType<Constant>(Folded(ScalarType.Double)).Number), $"{number}");
            Assert.True(SameBits(rightSingle((float)number), Assert.IsType<Constant>(Folded(ScalarType.Single)).Number), $"{number}f");
        });

    [Fact]
    public void Questions_about_constants_are_answered()
    {
        Assert.Same(_graph.True, Functions.IsNaN(_graph.Number(ScalarType.Double, double.NaN)));
        Assert.Same(_graph.False, Functions.IsNaN(_graph.Number(ScalarType.Double, 1)));
    }

    [Fact]
    public void Integers_fold_as_they_wrap()
    {
        Assert.Same(_graph.Int(int.MinValue), _graph.Add(_graph.Int(int.MaxValue), _graph.Int(1)));
        Symbol n = _graph.Parameter("n", ScalarType.Int32);
        Assert.Same(_graph.Add(n, _graph.Int(7)), _graph.Add(_graph.Int(3), n, _graph.Int(4))); // a ring: constants gather
        Assert.Same(n, _graph.Add(n, _graph.Int(0)));
        Assert.Same(n, _graph.Multiply(_graph.Int(1), n));
    }

    [Fact]
    public void Free_symbols_are_those_that_nothing_binds()
    {
        (Symbol i, Symbol j) = (_graph.Index("i"), _graph.Index("j"));
        Expression term = _graph.Add(i, j);
        Assert.Equal([i, j], term.Free.ToArray());
        Expression sum = _graph.Reduce(ReduceOperator.Sum, j, _graph.Int(0), _graph.Add(j, _graph.Int(2)), _graph.Int(0), [term]);
        Assert.Equal([i, j], sum.Free.ToArray()); // j in the bound is another j
        Assert.Equal([i], _graph.Reduce(ReduceOperator.Sum, j, _graph.Int(0), _graph.Int(2), _graph.Int(0), [term]).Free.ToArray());
    }

    [Theory]
    [InlineData(true, "x*x", "(x*x)*y*y", "(x*y)*(x*y)", "(2*x*y)*(x*y)", "x*x + y*y", "y*y + x*x + 0")]
    [InlineData(true, "2*x*x", "x*x*y*y", "(x*x + y*y) / 3", "Pow(x, 2)", "Pow(x, 4)", "n*x*x", "Σ x*x", "fma(x, x, y*y)")]
    [InlineData(false, "x", "x*y", "x*x - y*y", "x*x + 1", "-2*x*x", "Pow(x, 3)", "Σ x", "3", "fma(x, y, x*x)", "x*x*y", "x*(x*y)")]
    public void Sums_of_squares_are_recognised_by_their_form(bool expected, params string[] forms)
    {
        (Symbol x, Symbol y, Symbol n) = (_graph.Parameter("x", ScalarType.Double), _graph.Parameter("y", ScalarType.Double), _graph.Parameter("n", ScalarType.Int32));
        Expression Sum(Expression term) => _graph.Reduce(ReduceOperator.Sum, _graph.Index("i"), _graph.Int(0), n, x.Like(0), [term]);
        var all = new Dictionary<string, Expression>
        {
            ["x*x"] = x * x,
            ["(x*x)*y*y"] = x * x * y * y,
            ["(x*y)*(x*y)"] = x * y * (x * y),
            ["(2*x*y)*(x*y)"] = 2 * x * y * (x * y),
            ["x*(x*y)"] = x * (x * y),
            ["x*x + y*y"] = (x * x) + (y * y),
            ["y*y + x*x + 0"] = _graph.Add(y * y, x * x, x.Like(0)),
            ["2*x*x"] = 2 * x * x,
            ["x*x*y*y"] = _graph.Multiply(x, x, y, y),
            ["(x*x + y*y) / 3"] = ((x * x) + (y * y)) / 3,
            ["Pow(x, 2)"] = Functions.Pow(x, x.Like(2)),
            ["Pow(x, 4)"] = Functions.Pow(x, x.Like(4)),
            ["n*x*x"] = _graph.Multiply(_graph.Convert(n, ScalarType.Double), x, x),
            ["Σ x*x"] = Sum(x * x),
            ["fma(x, x, y*y)"] = Functions.FusedMultiplyAdd(x, x, y * y),
            ["x"] = x,
            ["x*y"] = x * y,
            ["x*x - y*y"] = (x * x) - (y * y),
            ["x*x + 1"] = (x * x) + 1,
            ["-2*x*x"] = -2 * x * x,
            ["Pow(x, 3)"] = Functions.Pow(x, x.Like(3)),
            ["Σ x"] = Sum(x),
            ["3"] = x.Like(3),
            ["fma(x, y, x*x)"] = Functions.FusedMultiplyAdd(x, y, x * x),
            ["x*x*y"] = _graph.Multiply(x, x, y),
        };
        Assert.All(forms, form => Assert.Equal(expected, all[form].IsSumOfSquares));
    }

    private static bool SameBits(double left, double right)
        => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right) || (double.IsNaN(left) && double.IsNaN(right));
}
