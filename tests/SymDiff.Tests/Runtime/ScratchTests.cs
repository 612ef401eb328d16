using SymDiff.Runtime;

namespace SymDiff.Tests.Runtime;

public class ScratchTests
{
    [Fact]
    public void Growing_keeps_what_is_there()
    {
        var scratch = new Scratch<double>(stackalloc double[2], 2);
        Span<double> span = scratch.Span;
        for (int i = 0; i < 10_000; i++)
        {
            if (i >= span.Length)
            {
                span = scratch.Grow();
            }

            span[i] = i;
        }

        for (int i = 0; i < 10_000; i++)
        {
            Assert.Equal(i, span[i]);
        }

        scratch.Return();
    }

    [Fact]
    public void Growing_from_nothing_gives_something()
    {
        var scratch = new Scratch<bool>(default, 0);
        Assert.Equal(0, scratch.Span.Length);
        Assert.True(scratch.Grow().Length > 0);
        scratch.Return();
        scratch.Return();
    }
}
