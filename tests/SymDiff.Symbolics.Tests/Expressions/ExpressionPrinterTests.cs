using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Expressions;

public class ExpressionPrinterTests
{
    private readonly ExpressionGraph _graph = new();
    private readonly Symbol _x;
    private readonly Symbol _a;

    public ExpressionPrinterTests() => (_x, _a) = (_graph.Parameter("x", ScalarType.Double), _graph.Parameter("a", new ExpressionType(ScalarType.Double, 2)));

    [Fact]
    public void What_is_used_once_is_nested() => Expect("Sin(Add(x, 1d))", Functions.Sin(_x + 1));

    [Fact]
    public void What_is_shared_has_a_line_of_its_own()
        => Expect(
            """
            %1 = Sin(x)
            Add(Multiply(%1, %1), Exp(%1))
            """,
            (Functions.Sin(_x) * Functions.Sin(_x)) + Functions.Exp(Functions.Sin(_x)));

    [Fact]
    public void Several_roots_share_their_lines()
        => Assert.Equal("%1 = Sin(x)\nExp(%1)\nLog(%1)", ExpressionPrinter.Print([Functions.Exp(Functions.Sin(_x)), Functions.Log(Functions.Sin(_x))]));

    [Theory, InlineData(0.1, "0.1d"), InlineData(-0.0, "-0d"), InlineData(double.NaN, "NaNd"), InlineData(1e300, "1E+300d")]
    public void Constants_show_their_type(double number, string text) => Expect(text, _graph.Number(ScalarType.Double, number));

    [Fact]
    public void Constants_of_other_types()
    {
        Expect("0.1f", _graph.Number(ScalarType.Single, 0.1));
        Expect("7", _graph.Int(7));
        Expect("true", _graph.True);
    }

    [Fact]
    public void Every_kind_of_node()
    {
        (Symbol i, Symbol j, Symbol s) = (_graph.Index("i"), _graph.Index("j"), _graph.Carried("s", ScalarType.Double));
        Expression rows = _graph.Extent(_a, 0);
        Expect("Extent(a, 0)", rows);
        Expect("a[i, j]", _graph.Element(_a, [i, j]));
        Expect("Single(x)", _graph.Convert(_x, ScalarType.Single));
        Expect("Select(Less(x, 0d), x, 1d)", _graph.Select(_graph.Less(_x, _x.Like(0)), _x, _x.Like(1)));
        Expect("Sum(i = 0..Extent(a, 0), from 0d: x)", _graph.Reduce(ReduceOperator.Sum, i, _graph.Int(0), rows, _x.Like(0), [_x]));
        Expect("Scan(i = 0..3: s from x becomes Sin(s)).s", _graph.Output(_graph.Scan(i, _graph.Int(0), _graph.Int(3), [s], [_x], [Functions.Sin(s)]), 0));
        Expect(
            "Scan(i = 0..3 while Less(s, 1d): s from x becomes Sin(s)).s",
            _graph.Output(_graph.Scan(i, _graph.Int(0), _graph.Int(3), [s], [_x], [Functions.Sin(s)], _graph.Less(s, s.Like(1))), 0));
        Expect(
            "Scan(i = 0..3: s from x becomes Sin(s), keeping s).Kept0[i]",
            _graph.Element(_graph.Trace(_graph.Scan(i, _graph.Int(0), _graph.Int(3), [s], [_x], [Functions.Sin(s)], stacked: [s]), 0), [i]));
        Expect("ScanDown(i = 0..3: s from x becomes Sin(s)).s", _graph.Output(_graph.Scan(i, _graph.Int(0), _graph.Int(3), [s], [_x], [Functions.Sin(s)], isDownward: true), 0));
        Expect("Build(i < 2, j < 3: x)", _graph.Build([i, j], [_graph.Int(2), _graph.Int(3)], _x));
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Expect("Add(x, -1.5d)", _x + -1.5);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static void Expect(string text, Expression expression) => Assert.Equal(text, expression.ToString());
}
