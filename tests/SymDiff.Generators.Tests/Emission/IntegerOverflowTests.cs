using System.Collections.Immutable;
using SymDiff.Generators.Emission;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Tests.Emission;

public class IntegerOverflowTests
{
    private readonly ExpressionGraph g = new();
    private readonly Symbol n, x, i, count;

    public IntegerOverflowTests()
    {
        n = g.Parameter("n", ScalarType.Int32);
        x = g.Parameter("x", new ExpressionType(ScalarType.Double, 1));
        i = g.Index("i");
        count = g.Local("count", ScalarType.Int32);
    }

    [Fact]
    public void Arithmetic_on_integers_can_overflow()
    {
        Assert.True(Value(n + 1));
        Assert.True(Value(n * n));
        Assert.True(Value(-n));
        Assert.True(Value(g.Convert(n, ScalarType.Byte)));
        Assert.True(Value(g.Convert(g.Number(ScalarType.Double, 1e300), ScalarType.Int32)));
    }

    [Fact]
    public void Other_arithmetic_cannot()
    {
        Assert.False(Value(n));
        Assert.False(Value(g.Convert(n, ScalarType.Double) * 2));
        Assert.False(Value(g.Convert(n, ScalarType.Int64)));
        Assert.False(Value(g.Divide(n, g.Int(3))));
    }

    [Fact]
    public void Lengths_have_room_around_them()
    {
        Expression length = g.Extent(x, 0);
        Assert.False(Value(length - 1));
        Assert.False(Value(length + 56));
        Assert.True(Value(length + 57));
        Assert.True(Value(length * 2));
        Assert.True(Value(length + n));
    }

    [Fact]
    public void Indices_stay_within_their_range()
    {
        Expression length = g.Extent(x, 0);
        Assert.False(Loop(g.Int(0), n, i + 1));
        Assert.True(Loop(g.Int(0), n, i + 2));
        Assert.False(Loop(g.Int(0), length, i + 2));
        Assert.False(Loop(g.Int(0), length - 3, i + 3));
        Assert.False(Loop(g.Int(0), n, i - 1000));
        Assert.True(Loop(n, length, i - 1));
        Assert.True(Loop(g.Int(0), length, i * 2));
    }

    [Fact]
    public void A_count_of_steps_cannot_pass_the_index()
    {
        Statement increment = new If(g.Less(i, n), [new Accumulate(count, ReduceOperator.Sum, g.Int(1))], []);
        Declare zero = new(count, g.Int(0));
        Assert.False(Statements(zero, new Loop(i, g.Int(0), n, [increment])));
        Assert.True(Statements(zero, new Loop(i, n, g.Int(9), [increment])));
        Assert.True(Statements(zero, new Loop(i, g.Int(0), n, [increment, increment])));
        Assert.True(Statements(zero, new Loop(i, g.Int(0), n, [new Loop(g.Index("j"), g.Int(0), n, [increment])])));
        Assert.True(Statements(new Declare(count, g.Int(1)), new Loop(i, g.Int(0), n, [increment])));
        Assert.True(Statements(zero, new Loop(i, g.Int(0), n, [new Accumulate(count, ReduceOperator.Sum, g.Int(2))])));
    }

    private static bool Value(Expression value) => IntegerOverflow.IsPossible(new Program([], [new Result("Value", value)]));

    private bool Loop(Expression lower, Expression upper, Expression index) => Statements(new Loop(i, lower, upper, [new Evaluate(g.Element(x, [index]))]));

    private static bool Statements(params ImmutableArray<Statement> statements) => IntegerOverflow.IsPossible(new Program(statements, []));
}
