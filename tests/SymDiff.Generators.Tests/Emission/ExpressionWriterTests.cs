using System.Collections.Immutable;
using SymDiff.Generators.Emission;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Tests.Emission;

public class ExpressionWriterTests
{
    private readonly ExpressionGraph g = new();
    private readonly Symbol a, b, c, f, i, j, k, n, u, s, p, q;

    public ExpressionWriterTests()
    {
        a = g.Parameter("a", ScalarType.Double);
        b = g.Parameter("b", ScalarType.Double);
        c = g.Parameter("c", ScalarType.Double);
        f = g.Parameter("f", ScalarType.Single);
        i = g.Parameter("i", ScalarType.Int32);
        j = g.Parameter("j", ScalarType.Int32);
        k = g.Parameter("k", ScalarType.Int64);
        n = g.Parameter("n", ScalarType.Byte);
        u = g.Parameter("u", ScalarType.UInt32);
        s = g.Parameter("s", new ExpressionType(ScalarType.Double, 1));
        p = g.Parameter("p", ScalarType.Boolean);
        q = g.Parameter("q", ScalarType.Boolean);
    }

    private static string Write(Expression expression) => new CSharpExpressionWriter(symbol => symbol.Name).Write(expression);

    private static string Opposite(Expression expression) => new CSharpExpressionWriter(symbol => symbol.Name).WriteNegated(expression);

    [Fact]
    public void Parentheses_stand_only_where_precedence_asks_for_them()
    {
        Assert.Equal("a + b + c", Write(a + b + c));
        Assert.Equal("a + (b + c)", Write(a + (b + c)));
        Assert.Equal("a * b * c", Write(a * b * c));
        Assert.Equal("a * (b * c)", Write(a * (b * c)));
        Assert.Equal("a * b / c", Write(a * b / c));
        Assert.Equal("a * (b / c)", Write(a * (b / c)));
        Assert.Equal("a / (b * c)", Write(a / (b * c)));
        Assert.Equal("(a + b) * c", Write((a + b) * c));
        Assert.Equal("a * b + c / a", Write((a * b) + (c / a)));
        Assert.Equal("-(a + b)", Write(-(a + b)));
        Assert.Equal("-a * b", Write(-a * b));
        Assert.Equal("-(a * b)", Write(-(a * b)));
        Assert.Equal("(float)(a + b)", Write(g.Convert(a + b, ScalarType.Single)));
        Assert.Equal("(float)-a", Write(g.Convert(-a, ScalarType.Single)));
    }

    [Fact]
    public void Sums_of_many_terms_keep_their_order()
    {
        Assert.Equal("a + b + c + a * b", Write(g.Add(a, b, c, a * b)));
        Assert.Equal("a * b * c * (a + b)", Write(g.Multiply(a, b, c, a + b)));
    }

    [Fact]
    public void Negative_terms_are_subtracted()
    {
        Assert.Equal("a - b", Write(a - b));
        Assert.Equal("a - b * c", Write(a - (b * c)));
        Assert.Equal("a - (b + c)", Write(a - (b + c)));
        Assert.Equal("a - (b - c)", Write(a - (b - c)));
        Assert.Equal("a - 2.0", Write(a + -2));
        Assert.Equal("a - 2.0 * b", Write(a + (-2 * b)));
        Assert.Equal("a - b", Write(a + (-1 * b)));
        Assert.Equal("a - b / c", Write(a + (-b / c)));
        Assert.Equal("-a + b", Write(-a + b));
        Assert.Equal("i - 1", Write(i - 1));
        Assert.Equal("i + int.MinValue", Write(i + g.Int(int.MinValue)));
        Assert.Equal("u - u * u", Write(g.Subtract(u, u * u)));
    }

    [Fact]
    public void Casts_that_the_compiler_makes_itself_are_left_out()
    {
        Expression iAsDouble = g.Convert(i, ScalarType.Double);
        Assert.Equal("a / i", Write(a / iAsDouble));
        Assert.Equal("i * a", Write(iAsDouble * a));
        Assert.Equal("(double)i / j", Write(iAsDouble / g.Convert(j, ScalarType.Double)));
        Assert.Equal("a + f * i", Write(a + g.Convert(f * g.Convert(i, ScalarType.Single), ScalarType.Double)));
        Assert.Equal("a + i + j", Write(g.Add(a, iAsDouble, g.Convert(j, ScalarType.Double))));
        Assert.Equal("(double)f + i + j", Write(g.Add(g.Convert(f, ScalarType.Double), iAsDouble, g.Convert(j, ScalarType.Double))));
        Assert.Equal("f < a", Write(g.Less(g.Convert(f, ScalarType.Double), a)));
        Assert.Equal("(long)i", Write(g.Convert(i, ScalarType.Int64)));
        Assert.Equal("k + i", Write(k + g.Convert(i, ScalarType.Int64)));
    }

    [Fact]
    public void A_small_integer_compared_with_a_constant_keeps_its_cast()
        => Assert.Equal("(int)n < 300", Write(g.Less(g.Convert(n, ScalarType.Int32), g.Int(300))));

    [Fact]
    public void Comparisons_have_their_constant_on_the_right()
    {
        Assert.Equal("a < b", Write(g.Less(a, b)));
        Assert.Equal("a > 0.0", Write(g.Less(a.Like(0), a)));
        Assert.Equal("a >= 1.0", Write(g.LessOrEqual(a.Like(1), a)));
        Assert.Equal("a == 2.0", Write(g.Equal(a.Like(2), a)));
        Assert.Equal("a + b < c * 2.0", Write(g.Less(a + b, c * 2)));
    }

    [Fact]
    public void Choices_of_truth_values_are_and_and_or()
    {
        Expression r = g.Less(a, b);
        Assert.Equal("p && a < b", Write(g.And(p, r)));
        Assert.Equal("p || q && a < b", Write(g.Or(p, g.And(q, r))));
        Assert.Equal("(p || q) && a < b", Write(g.And(g.Or(p, q), r)));
        Assert.Equal("!p || q", Write(g.Or(g.Not(p), q)));
        Assert.Equal("!p && q", Write(g.And(g.Not(p), q)));
        Assert.Equal("!(p && q) && a < b", Write(g.And(g.Not(g.And(p, q)), r)));
        Assert.Equal("p ? a < b : q", Write(g.Select(p, r, q)));
        Assert.Equal("p && q && a < b", Write(g.And(g.And(p, q), r)));
        Assert.Equal("p && (q && a < b)", Write(g.And(p, g.And(q, r))));
    }

    [Fact]
    public void Choices_nest_on_their_last_side_only()
    {
        Assert.Equal("p ? a : b", Write(g.Select(p, a, b)));
        Assert.Equal("p ? a : q ? b : c", Write(g.Select(p, a, g.Select(q, b, c))));
        Assert.Equal("p ? (q ? a : b) : c", Write(g.Select(p, g.Select(q, a, b), c)));
        Assert.Equal("(p ? a : b) * c", Write(g.Select(p, a, b) * c));
        Assert.Equal("!p", Write(g.Select(p, g.False, g.True)));
    }

    [Fact]
    public void The_opposite_of_a_condition_is_written_plainly_where_that_says_the_same()
    {
        Assert.Equal("j <= i", Opposite(g.Less(i, j)));
        Assert.Equal("!(a < b)", Opposite(g.Less(a, b)));
        Assert.Equal("a != b", Opposite(g.Equal(a, b)));
        Assert.Equal("p", Opposite(g.Not(p)));
        Assert.Equal("a != b || i == j", Opposite(g.And(g.Equal(a, b), g.NotEqual(i, j))));
        Assert.Equal("!(a < b && p)", Opposite(g.And(g.Less(a, b), p)));
        Assert.Equal("false", Opposite(g.True));
    }

    [Fact]
    public void What_the_compiler_warns_of_is_written_otherwise()
    {
        Assert.Equal("!double.IsNaN(a)", Write(g.Equal(a, a)));
        Assert.Equal("float.IsNaN(f)", Write(g.NotEqual(f, f)));
        Assert.Equal("a < +a", Write(g.Less(a, a)));
        Assert.Equal("i / \"\".Length", Write(g.Divide(i, g.Int(0))));
        Assert.Equal("k / (long)\"\".Length", Write(g.Divide(k, g.Integer(ScalarType.Int64, 0))));
        Assert.Equal("(int)(3e20 + \"\".Length)", Write(g.Convert(a.Like(3e20), ScalarType.Int32)));
    }

    [Fact]
    public void Arrays_are_read_as_in_the_source()
    {
        Assert.Equal("s[i + 1]", Write(g.Element(s, [i + 1])));
        Assert.Equal("s.Length", Write(g.Extent(s, 0)));
        Symbol m = g.Parameter("m", new ExpressionType(ScalarType.Double, 2));
        Assert.Equal("m[i, j]", Write(g.Element(m, [i, j])));
        Assert.Equal("m.GetLength(1)", Write(g.Extent(m, 1)));
    }

    [Fact]
    public void Functions_come_from_the_class_of_their_type()
    {
        Assert.Equal("global::System.Math.Truncate(a + b)", Write(g.Apply(Rounding.Truncate, a + b)));
        Assert.Equal("global::System.MathF.Truncate(f)", Write(g.Apply(Rounding.Truncate, f)));
    }

    [Fact]
    public void Checked_does_not_reach_into_what_is_not()
    {
        Expression Checked(Primitive primitive, params ImmutableArray<Expression> arguments) => g.Apply(primitive, arguments);
        Assert.Equal("checked(i * j)", Write(Checked(CheckedArithmetic.Multiply, i, j)));
        Assert.Equal("checked(i * j + i)", Write(Checked(CheckedArithmetic.Add, Checked(CheckedArithmetic.Multiply, i, j), i)));
        Assert.Equal("checked((i + j) * i)", Write(Checked(CheckedArithmetic.Multiply, Checked(CheckedArithmetic.Add, i, j), i)));
        Assert.Equal("checked(i + unchecked(i * j))", Write(Checked(CheckedArithmetic.Add, i, i * j)));
        Assert.Equal("checked(i + (p ? unchecked(i * j + i) : j))", Write(Checked(CheckedArithmetic.Add, i, g.Select(p, (i * j) + i, j))));
        Assert.Equal("checked(-(int)a)", Write(Checked(CheckedArithmetic.Negate, g.Apply(CheckedArithmetic.Convert, ScalarType.Int32, a))));
        Assert.Equal("checked((int)(a + b))", Write(g.Apply(CheckedArithmetic.Convert, ScalarType.Int32, a + b)));
        Assert.Equal("i * j + checked(i * j)", Write((i * j) + Checked(CheckedArithmetic.Multiply, i, j)));
    }

    [Fact]
    public void Depth_has_no_limit()
    {
        Expression deep = a;
        for (int level = 0; level < 100_000; level++)
        {
            deep = a - (b * deep);
        }

        string text = new CSharpExpressionWriter(symbol => symbol.Name).Write(deep);
        Assert.StartsWith("a - b * (a - b * (a - b * (", text, StringComparison.Ordinal);
        string broken = LineBreaker.Break(new CSharpExpressionWriter(symbol => symbol.Name).Pieces(deep), 0, 0);
        Assert.All(broken.Split('\n'), line => Assert.InRange(line.Trim().TrimEnd(')').Length, 0, LineBreaker.Width));
    }
}
