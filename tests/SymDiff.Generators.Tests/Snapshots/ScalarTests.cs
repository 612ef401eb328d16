using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Snapshots;

public class ScalarTests
{
    [Fact]
    public Task Polynomial() => GeneratedText.VerifyGenerated("[Differentiable] public static double Cubic(double x) => 3 * x * x * x - 2 * x * x + x - 5;");

    [Fact]
    public Task Parts_have_the_types_of_their_parameters() => GeneratedText.VerifyGenerated(
        "[Differentiable] public static double Mixed(float a, double b, int n) => a * b / n + n;");

    [Fact]
    public Task What_value_and_gradient_share_is_calculated_once() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Gauss(double x, double mean, double deviation)
        {
            double z = (x - mean) / deviation;
            return Math.Exp(-0.5 * z * z) / (deviation * Math.Sqrt(2 * Math.PI));
        }
        """);

    [Fact]
    public Task Guards_and_branches() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Huber(double x, double delta)
        {
            if (delta <= 0) throw new ArgumentOutOfRangeException(nameof(delta));
            double a = Math.Abs(x);
            if (a <= delta) return 0.5 * x * x;
            return delta * (a - 0.5 * delta);
        }
        """);

    [Fact]
    public Task Float_functions() => GeneratedText.VerifyGenerated(
        "[Differentiable] public static float Wave(float t, float damping) => MathF.Exp(-damping * t) * MathF.Sin(6.2831855f * t) + (float)Math.Sqrt(t);");

    [Fact]
    public Task A_parameter_without_influence() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Constant(double x, double {|SYMD0205:unused|}) => 2 * x;
        """);
}
