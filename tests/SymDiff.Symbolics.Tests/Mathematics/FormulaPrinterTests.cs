using System.Collections.Immutable;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Mathematics;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Simplification;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Mathematics;

public class FormulaPrinterTests
{
    private readonly ExpressionGraph g = new();
    private readonly Symbol a, b, c, x, y;

    public FormulaPrinterTests()
    {
        a = g.Parameter("a", ScalarType.Double);
        b = g.Parameter("b", ScalarType.Double);
        c = g.Parameter("c", ScalarType.Double);
        x = g.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        y = g.Parameter("y", new ExpressionType(ScalarType.Double, 1));
    }

    [Fact]
    public void The_loss_of_the_notebook()
    {
        Function loss = Loss(ScalarType.Single, "w");
        Expression value = loss.Results[0].Value;
        Symbol w = loss.Parameters[0];
        ImmutableArray<Expression> gradient = Simplifier.Simplify(ReverseMode.Gradient(loss, [w]), [value]);

        Assert.Equal(
            [
                "Loss = 1/n · Σᵢ (w·xᵢ − yᵢ)²",
                "∂Loss/∂w = 2/n · Σᵢ xᵢ·(w·xᵢ − yᵢ)",
                "with n = x.Length",
            ],
            Lines(loss, [("Loss", value), (FormulaPrinter.Derivative(loss, w), gradient[0])]));
    }

    [Fact]
    public void A_length_takes_a_letter_that_is_free()
    {
        Function loss = Loss(ScalarType.Double, "n");

        Assert.Equal(["Loss = 1/m · Σᵢ (n·xᵢ − yᵢ)²", "with m = x.Length"], Lines(loss, [("Loss", loss.Results[0].Value)]));
    }

    [Fact]
    public void One_parameter_has_an_ordinary_derivative()
    {
        Symbol t = g.Parameter("t", ScalarType.Double);
        Assert.Equal("dF/dt", FormulaPrinter.Derivative(new Function("F", g, [t], []), t));
        Assert.Equal("∂F/∂t", FormulaPrinter.Derivative(new Function("F", g, [t, a], []), t));
    }

    [Fact]
    public void Slopes_of_powers()
    {
        Assert.Equal("2.5·a^1.5", Formula(ReverseMode.Gradient(Pow(a, a.Like(2.5)), [a])[0]));
        Assert.Equal("b·a^(b − 1)", Formula(ReverseMode.Gradient(Pow(a, b), [a])[0]));
    }

    [Fact]
    public void Products_and_fractions()
    {
        Assert.Equal("2·a·b", Formula(a * 2 * b));
        Assert.Equal("a·b/c", Formula(a * (b / c)));
        Assert.Equal("a/(b·c)", Formula(a / b / c));
        Assert.Equal("a/2", Formula(0.5 * a));
        Assert.Equal("2·a/3", Formula(2 * a / 3));
        Assert.Equal("(a + b)/(a − b)", Formula((a + b) / (a - b)));
        Assert.Equal("1/a", Formula(1 / a));
        Assert.Equal("−a·b", Formula(-a * b));
        Assert.Equal("a·b", Formula(-a * -b));
        Assert.Equal("a·(b + c)", Formula((b + c) * a));
        Assert.Equal("sin(a)·(a + b)", Formula((a + b) * Sin(a)));
    }

    [Fact]
    public void Powers_stand_above_the_line()
    {
        Assert.Equal("a²", Formula(a * a));
        Assert.Equal("a³", Formula(Pow(a, a.Like(3))));
        Assert.Equal("(a + b)²", Formula((a + b) * (a + b)));
        Assert.Equal("b/a²", Formula(b / (a * a)));
        Assert.Equal("1/a²", Formula(Pow(a, a.Like(-2))));
        Assert.Equal("aᵇ", Formula(Pow(a, b)));
        Assert.Equal("aᵇ⁻¹", Formula(Pow(a, b - 1)));
        Assert.Equal("a^1.5", Formula(Pow(a, a.Like(1.5))));
        Assert.Equal("a^(b/c)", Formula(Pow(a, b / c)));
        Assert.Equal("sin(a)²", Formula(Sin(a) * Sin(a)));
    }

    [Fact]
    public void Sums_begin_with_what_is_positive()
    {
        Assert.Equal("a + b − c", Formula(a + (b - c)));
        Assert.Equal("b − a", Formula(-a + b));
        Assert.Equal("−a − b", Formula(-a - b));
        Assert.Equal("a − b·c", Formula(a - (b * c)));
        Assert.Equal("a − (b + c)", Formula(a - (b + c)));
        Assert.Equal("a − 2·b", Formula(a + (-2 * b)));
        Assert.Equal("1 − a²", Formula(1 - (a * a)));
    }

    [Fact]
    public void Like_terms_are_combined()
    {
        Assert.Equal("9·a²", Formula((6 * a * a) + (3 * (a * a))));
        Assert.Equal("1 + 2·a", Formula(1 + a + a));
        Assert.Equal("|a| − b", Formula(Abs(a) - (0.5 * b) - (0.5 * b)));
        Assert.Equal("b", Formula(a + b - a));
        Assert.Equal("0", Formula(a - a));
    }

    [Fact]
    public void Numbers_look_as_written_by_hand()
    {
        Assert.Equal("2·a", Formula(a * 2));
        Assert.Equal("π·a", Formula(a * Math.PI));
        Assert.Equal("10⁻⁷·a", Formula(a * 1e-7));
        Assert.Equal("1.5·10²⁰·a", Formula(a * 1.5e20));
        Assert.Equal("a/√(2π)", Formula(a / Math.Sqrt(2 * Math.PI)));
        Assert.Equal("a/b", Formula(2.7 * a / (2.7 * b)));
        Assert.Equal("0.1·f", Formula(g.Parameter("f", ScalarType.Single) * 0.1));
        Assert.Equal("0.30000000000000004", Formula(a.Like(0.1 + 0.2)));
        Assert.Equal("−∞", Formula(a.Like(double.NegativeInfinity)));
        Assert.Equal("NaN", Formula(a.Like(double.NaN)));
    }

    [Fact]
    public void Functions_have_their_signs()
    {
        Assert.Equal("√a", Formula(Sqrt(a)));
        Assert.Equal("√(a + b)", Formula(Sqrt(a + b)));
        Assert.Equal("|a − b|", Formula(Abs(a - b)));
        Assert.Equal("exp(−a²/2)", Formula(Exp(-(a * a) / 2)));
        Assert.Equal("max(a, b)", Formula(g.Apply(Piecewise.Max, a, b)));
    }

    [Fact]
    public void Conversions_vanish_unless_they_cut()
    {
        Symbol n = g.Parameter("n", ScalarType.Int32);
        Assert.Equal("a/n", Formula(a / g.Convert(n, ScalarType.Double)));
        Assert.Equal("int(a)", Formula(g.Convert(a, ScalarType.Int32)));
    }

    [Fact]
    public void Choices_are_piecewise()
    {
        Assert.Equal("{ a if a < b; 0 otherwise }", Formula(If(a < b, a, a.Like(0))));
        Assert.Equal("{ a if a < b; b if b > 0; c otherwise }", Formula(If(a < b, a, If(g.Less(b.Like(0), b), b, c))));
        Assert.Equal("c·{ a if a < b and c ≠ 0; 1 otherwise }", Formula(If(g.And(a < b, g.NotEqual(c, c.Like(0))), a, a.Like(1)) * c));
        Assert.Equal("{ 1 if a < b; 0.5 if a = b }", Formula(If(a < b, 1, If(Equal(a, b), 0.5, a.Like(double.NaN)))));
        Assert.Equal("{ a if a < b; NaN otherwise }", Formula(If(a < b, a, a.Like(double.NaN))));
        Assert.Equal("{ a if a < b and b < c; c otherwise }", Formula(If(a < b, If(b < c, a, c), c)));
        Assert.Equal("{ a if a ≥ b or c > 0; b otherwise }", Formula(If(g.Or(g.Not(a < b), g.Less(c.Like(0), c)), a, b)));
    }

    [Fact]
    public void Conditions_that_only_guard_zero_times_infinity_are_left_out()
    {
        Expression isNotZero = g.NotEqual(a, a.Like(0));
        Assert.Equal("a/(2·√b)", Formula(If(isNotZero, 0.5 / Sqrt(b) * a, a.Like(0))));
        Assert.Equal("{ a·c if b < c; 0 otherwise }", Formula(If(g.And(b < c, isNotZero), a * c, a.Like(0))));
        Assert.Equal("{ b if a ≠ 0; 0 otherwise }", Formula(If(isNotZero, b, a.Like(0))));
        Assert.Equal("{ a if a ≠ 0; 1 otherwise }", Formula(If(isNotZero, a, a.Like(1))));
    }

    [Fact]
    public void Elements_have_subscripts_where_there_are_letters_for_them()
    {
        Symbol m = g.Parameter("m", new ExpressionType(ScalarType.Double, 2));
        Symbol i = g.Index("i");
        Symbol row = g.Index("row");
        Assert.Equal("x₀", Formula(g.Element(x, [g.Int(0)])));
        Assert.Equal("xᵢ₊₁", Formula(g.Element(x, [i + 1])));
        Assert.Equal("mᵢⱼ", Formula(g.Element(m, [i, row])));
        Assert.Equal("x[2·i + n]", Formula(g.Element(x, [(2 * i) + g.Parameter("n", ScalarType.Int32)])));
    }

    [Fact]
    public void Sums_say_their_range_if_it_is_not_the_whole_array()
    {
        Symbol i = g.Index("i");
        Expression n = g.Extent(x, 0);
        Expression Sum(Expression lower, Expression upper, Expression initial) => g.Reduce(ReduceOperator.Sum, i, lower, upper, initial, [g.Element(x, [i]) * a]);
        Assert.Equal("Σᵢ xᵢ·a", Formula(Sum(g.Int(0), n, a.Like(0))));
        Assert.Equal("Σ(1 ≤ i < n − 1) xᵢ·a", Formula(Sum(g.Int(1), n - 1, a.Like(0))));
        Assert.Equal("b + Σᵢ xᵢ·a", Formula(Sum(g.Int(0), n, b)));
        Assert.Equal("Πᵢ xᵢ", Formula(g.Reduce(ReduceOperator.Product, i, g.Int(0), n, a.Like(1), [g.Element(x, [i])])));
        Assert.Equal("max(x₀, max(1 ≤ i < n) xᵢ)", Formula(g.Reduce(ReduceOperator.Max, i, g.Int(1), n, g.Element(x, [g.Int(0)]), [g.Element(x, [i])])));
    }

    [Fact]
    public void A_sum_is_the_last_factor()
    {
        Symbol i = g.Index("i");
        Expression sum = g.Reduce(ReduceOperator.Sum, i, g.Int(0), g.Extent(x, 0), a.Like(0), [g.Element(x, [i])]);
        Expression other = g.Reduce(ReduceOperator.Sum, i, g.Int(0), g.Extent(x, 0), a.Like(0), [g.Element(y, [i])]);
        Assert.Equal("a · Σᵢ xᵢ", Formula(sum * a));
        Assert.Equal("(Σᵢ xᵢ)·Σᵢ yᵢ", Formula(sum * other));
        Assert.Equal("(Σᵢ xᵢ)²", Formula(sum * sum));
        Assert.Equal("exp(Σᵢ xᵢ)", Formula(Exp(sum)));
    }

    [Fact]
    public void Large_parts_that_occur_twice_have_a_line_of_their_own()
    {
        Expression big = Exp((a * b) + Sin(c) + Sqrt(a + b + c));
        Expression z = (a - b) / (b + 1);
        var function = new Function("F", g, [a, b, c], []) { Names = [(big, "weight")] };
        Assert.Equal(
            ["F = weight/(1 + weight)", "where weight = exp(a·b + sin(c) + √(a + b + c))"],
            Lines(function, [("F", big / (1 + big))]));
        Assert.Equal(
            ["F = z·exp(−z²/2)", "where z = (a − b)/(b + 1)"],
            Lines(function with { Names = [(z, "z")] }, [("F", z * Exp(-0.5 * (z * z)))]));
        Assert.Equal(["F = (a − b)/(b + 1) + exp((a − b)/(b + 1))"], Lines(function, [("F", z + Exp(z))]));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(30_000)]
    public void However_large_a_function_is_its_formula_is_not(int steps)
    {
        Expression value = a;
        for (int step = 0; step < steps; step++)
        {
            value = Sin(value * b) + (value / (c + step));
        }

        string[] lines = Lines(Function(), [("F", value)]);
        Assert.InRange(lines.Sum(line => line.Length), 1, 4000);
        Assert.InRange(lines.Length, 1, 20);
        Assert.StartsWith("F = ", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_and_products_of_many_parts_are_cut()
    {
        ImmutableArray<Expression> many = [.. Enumerable.Range(0, 1000).Select(k => (Expression)g.Parameter($"p{k}", ScalarType.Double))];
        Assert.EndsWith(" + p15 + …", Formula(g.Add(many)), StringComparison.Ordinal);
        Assert.EndsWith("·p15·…", Formula(g.Multiply(many)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_a_loop_carries_is_explained()
    {
        Symbol i = g.Index("i");
        Symbol s = g.Carried("s", ScalarType.Double);
        Symbol tangent = g.Carried("sTangent", ScalarType.Double);
        Scan scan = g.Scan(i, g.Int(0), g.Extent(x, 0), [s, tangent], [a, a.Like(0)], [s * b, s + (tangent * b)]);
        Assert.Equal(
            ["F = 2·s*", "∂F/∂b = 2·s′*", "where s*, s′* after s ← s·b, s′ ← s + s′·b for 0 ≤ i < n, from s = a, s′ = 0", "with n = x.Length"],
            Lines(Function(), [("F", 2 * g.Output(scan, 0)), ("∂F/∂b", 2 * g.Output(scan, 1))]));
    }

    private static string[] Lines(Function function, (string Left, Expression Right)[] formulas) => [.. FormulaPrinter.Print(function, formulas)];

    private Function Function() => new("F", g, [a, b, c, x, y], []);

    private string Formula(Expression expression) => FormulaPrinter.Print(new Function("F", g, [a, b, c, x, y], []), [("F", expression)])[0]["F = ".Length..];

    private Function Loss(ScalarType type, string weight)
    {
        Symbol w = g.Parameter(weight, type);
        Symbol inputs = g.Parameter("x", new ExpressionType(type, 1));
        Symbol targets = g.Parameter("y", new ExpressionType(type, 1));
        Expression n = g.Extent(inputs, 0);
        Symbol i = g.Index("i", g.Int(0), n, 0);
        Expression error = (w * g.Element(inputs, [i])) - g.Element(targets, [i]);
        Expression sum = g.Reduce(ReduceOperator.Sum, i, g.Int(0), n, w.Like(0), [error * error]);
        return new Function("Loss", g, [w, inputs, targets], [new Result("Value", sum / g.Convert(n, type))]) { Names = [(error, "error"), (sum, "sum")] };
    }
}
