using System.Text;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Emission;

/// <summary>Many early returns, each behind the conditions of those before it.</summary>
public sealed class EarlyReturnTests
{
    [Fact]
    public void Code_grows_in_proportion_to_the_returns()
        => Assert.InRange(Lines(80), Lines(40), (2.3 * Lines(40)) + 1);

    [Theory]
    [InlineData(60.5)]
    [InlineData(99.5)]
    [InlineData(0.75)]
    public void The_derivative_is_that_of_the_return_that_is_taken(double x)
    {
        const int Count = 100;
        const double Y = 1.25;
        using LoadedProgram program = LoadedProgram.CompileAndLoadUnchecked(Source(Count));
        (double dx, double dy) = program.Call<(double, double)>("FGradient", x, Y);

        // if (x > Count + 1 − i) return y·x^(i − 1)·i; in the end y·x^Count
        int taken = (int)Math.Floor(Count + 1 - x) + 1;
        (double factor, int power) = taken <= Count ? (taken, taken - 1) : (1, Count);
        Assert.Equal(1, dy / (factor * Math.Pow(x, power)), 1e-12);
        Assert.Equal(power, dx / (factor * Y * Math.Pow(x, power - 1)), 1e-10);
    }

    [Fact]
    public void Too_many_are_refused()
    {
        GeneratorRun run = GeneratorRun.Unchecked(Source(400));
        Assert.Equal("SYMD0112", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
    }

    private static int Lines(int returns) => GeneratorRun.Unchecked(Source(returns)).Text.Count(character => character == '\n');

    private static string Source(int returns)
    {
        var text = new StringBuilder("[Differentiable] public static double F(double x, double y) {\n");
        for (int i = 1; i <= returns; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"if (x > {returns + 1 - i}) return y * {i};\ny = y * x;\n");
        }

        return text.Append("return y; }").ToString();
    }
}
