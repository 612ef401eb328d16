using System.Collections.Immutable;
using SymDiff.Generators.Emission;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Tests.Emission;

public class NameAllocatorTests
{
    private readonly ExpressionGraph g = new();

    [Theory]
    [InlineData("error", "error")]
    [InlineData("w", "w2")]
    [InlineData("x1", "x1_2")]
    [InlineData("in", "@in")]
    [InlineData("Total", "Total2")]
    [InlineData("this._total", "this_total")]
    [InlineData("1/x", "x")]
    [InlineData("_", "t")]
    [InlineData("+", "t")]
    [InlineData("größe", "größe")]
    public void A_local_is_called_what_it_is_in_the_source(string hint, string name)
    {
        Symbol w = g.Parameter("w", ScalarType.Double);
        Symbol x1 = g.Parameter("x1", ScalarType.Double);
        Symbol local = g.Local(hint, ScalarType.Double);
        NameAllocator names = NameAllocator.For(new Program([new Declare(local, w)], []), [(w, "w"), (x1, "x1")], ["Total"]);
        Assert.Equal(name, names[local]);
    }

    [Fact]
    public void Blocks_side_by_side_share_names_and_nested_ones_do_not()
    {
        Symbol p = g.Parameter("p", ScalarType.Boolean);
        ImmutableArray<Symbol> t = [.. Enumerable.Range(0, 5).Select(_ => g.Local("t", ScalarType.Double))];
        Declare Declare(int k) => new(t[k], g.Number(ScalarType.Double, k));
        var program = new Program([new If(p, [Declare(0)], [Declare(1)]), Declare(2), new If(p, [Declare(3), new If(p, [Declare(4)], [])], [])], []);
        NameAllocator names = NameAllocator.For(program, [(p, "p")], []);

        // The third would be in scope of the first two: C# looks at the whole block.
        Assert.Equal(["t", "t", "t2", "t3", "t4"], t.Select(local => names[local]));
    }

    [Fact]
    public void Indices_come_before_locals()
    {
        Symbol i = g.Index("i");
        Symbol inner = g.Index("i");
        Symbol next = g.Index("i");
        Symbol local = g.Local("i", ScalarType.Double);
        var program = new Program(
            [
                new Declare(local, g.Number(ScalarType.Double, 1)),
                new Loop(i, g.Int(0), g.Int(3), [new Loop(inner, g.Int(0), g.Int(3), [])]),
                new Loop(next, g.Int(0), g.Int(3), []),
            ],
            []);
        NameAllocator names = NameAllocator.For(program, [], []);
        Assert.Equal(["i", "i2", "i", "i3"], [names[i], names[inner], names[next], names[local]]);
    }
}
