using System.Collections.Immutable;
using SymDiff.Generators.Emission;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Tests.Emission;

public class LineBreakerTests
{
    private readonly ExpressionGraph g = new();

    [Fact]
    public void What_fits_stays_on_its_line()
    {
        Symbol a = g.Parameter("a", ScalarType.Double);
        Assert.Equal("a + a * a", Break(a + (a * a)));
    }

    [Fact]
    public void The_loosest_operator_is_broken_first_and_lines_are_filled()
    {
        ImmutableArray<Symbol> names = [.. "abcdef".Select(letter => g.Parameter(new string(letter, 20), ScalarType.Double))];
        Assert.Equal(
            """
            aaaaaaaaaaaaaaaaaaaa * bbbbbbbbbbbbbbbbbbbb + cccccccccccccccccccc * dddddddddddddddddddd + eeeeeeeeeeeeeeeeeeee * ffffffffffffffffffff
                + aaaaaaaaaaaaaaaaaaaa
            """.ReplaceLineEndings("\n"),
            Break(g.Add(names[0] * names[1], names[2] * names[3], names[4] * names[5], names[0])));
    }

    [Fact]
    public void A_tuple_has_a_line_for_each_part()
    {
        Symbol a = g.Parameter(new string('a', 60), ScalarType.Double);
        ImmutableArray<(string, ScalarType)> parts = [("w", ScalarType.Double), ("b", ScalarType.Double), ("c", ScalarType.Double)];
        ResultShape shape = ResultShape.Gradient([.. parts.Select(part => new Model.ParameterModel(part.Item1, "double", string.Empty, Model.ParameterKind.Scalar, part.Item2, 0, null))]);
        var writer = new CSharpExpressionWriter(symbol => symbol.Name);
        List<Piece> pieces = shape.Write(new Queue<List<Piece>>([writer.Pieces(a), writer.Pieces(-a), writer.Pieces(a * a)]));
        Assert.Equal(
            $"""
            (
                {a.Name},
                -{a.Name},
                {a.Name} * {a.Name})
            """.ReplaceLineEndings("\n"),
            LineBreaker.Break(pieces, 8, 15));
    }

    private static string Break(Expression expression) => LineBreaker.Break(new CSharpExpressionWriter(symbol => symbol.Name).Pieces(expression), 0, 0);
}
