using SymDiff.Generators.Tests.Infrastructure.Cancellation;

namespace SymDiff.Generators.Tests.Pipeline;

public sealed class CancellationTests
{
    [Fact]
    public void A_run_can_be_cancelled_at_any_moment()
    {
        string statements = string.Concat(Enumerable.Range(0, 50).Select(static i => $"x = Math.Sin(x) + {i}; if (x > {i}) y += x; for (int i = 0; i < n; i++) y += x * i;\n"));
        Assert.True(CancellationScenario.Check($"[Differentiable(nameof(x))] static double F(double x, int n) {{ double y = 0; {statements} return y; }}", moments: 10) > 0);
    }
}
