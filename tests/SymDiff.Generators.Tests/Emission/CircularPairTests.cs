using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Emission;

/// <summary>The sine and the cosine of one angle come from one call.</summary>
public class CircularPairTests
{
    /// <summary>What the value that comes with a gradient relies on.</summary>
    [Fact]
    public void The_pair_is_bit_for_bit_the_sine_and_the_cosine()
    {
        var random = new Random(1);
        for (int i = 0; i < 300_000; i++)
        {
            double x = i % 2 == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) : (random.NextDouble() - 0.5) * 100;
            Assert.Equal((Math.Sin(x), Math.Cos(x)), Math.SinCos(x));
            Assert.Equal((MathF.Sin((float)x), MathF.Cos((float)x)), MathF.SinCos((float)x));
        }
    }

    [Fact]
    public void Both_of_one_angle_are_one_call()
    {
        string text = GeneratorRun.Unchecked("[Differentiable] public static double F(double x, double y) => Math.Sin(x * y);").Text;
        Assert.Contains("(double sin, double cos) = global::System.Math.SinCos(product);", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Math.Sin(x) + Math.Cos(y)")]
    [InlineData("x > 0 ? Math.Sin(y) : Math.Cos(y)")]
    public void Those_of_different_angles_and_branches_are_not(string body)
    {
        string text = GeneratorRun.Unchecked($"[Differentiable] public static double F(double x, double y) => {body};").Files.Single().Value;
        string gradient = text[text.IndexOf(" FGradient(", StringComparison.Ordinal)..text.IndexOf("FValueAndGradient(", StringComparison.Ordinal)];
        Assert.DoesNotContain("SinCos", gradient, StringComparison.Ordinal);
    }
}
