using SymDiff.CodeFixes.Tests.Infrastructure;

namespace SymDiff.CodeFixes.Tests;

public sealed class NameNumbersFixTests
{
    [Fact]
    public Task The_parameters_that_are_numbers_are_named() => CodeFixScenario.Check<NameNumbersFix>(
        """
        using SymDiff;

        public static partial class Losses
        {
            [Differentiable]
            public static double First(double w, float b, int n, double[] x, double[][] {|SYMD0011:y|}) => w * x[0] + b * n;
        }
        """,
        """
        using SymDiff;

        public static partial class Losses
        {
            [Differentiable(nameof(w), nameof(b))]
            public static double First(double w, float b, int n, double[] x, double[][] y) => w * x[0] + b * n;
        }
        """);

    [Fact]
    public Task Options_stay_behind_the_names() => CodeFixScenario.Check<NameNumbersFix>(
        """
        public static partial class Losses
        {
            [SymDiff.Differentiable(Summation = SymDiff.Summation.Sequential)]
            public static double First(double w, System.Collections.Generic.List<double> {|SYMD0011:x|}) => w * w;
        }
        """,
        """
        public static partial class Losses
        {
            [SymDiff.Differentiable(nameof(w), Summation = SymDiff.Summation.Sequential)]
            public static double First(double w, System.Collections.Generic.List<double> x) => w * w;
        }
        """);
}
