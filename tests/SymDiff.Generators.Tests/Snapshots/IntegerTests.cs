using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Snapshots;

public class IntegerTests
{
    [Fact]
    public Task Arithmetic_that_wraps() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Scaled(double x, int a, int b)
        {
            int c = a * b + 7;
            return x * c;
        }
        """);

    [Fact]
    public Task Arithmetic_that_throws() => GeneratedText.VerifyGenerated(
        "[Differentiable] public static double Scaled(double x, int a, int b) => x * checked(a * b + unchecked(a - b));");

    [Fact]
    public Task Division_that_throws() => GeneratedText.VerifyGenerated(
        "[Differentiable] public static double Scaled(double x, int a, int b) => x * ({|SYMD0203:a / b|});");
}
