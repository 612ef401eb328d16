using SymDiff.CodeFixes.Tests.Infrastructure;

namespace SymDiff.CodeFixes.Tests;

public sealed class MakePartialFixTests
{
    [Fact]
    public Task A_class_becomes_partial() => CodeFixScenario.Check<MakePartialFix>(
        """
        public static class Losses
        {
            [SymDiff.Differentiable]
            public static double {|SYMD0001:Square|}(double x) => x * x;
        }
        """,
        """
        public static partial class Losses
        {
            [SymDiff.Differentiable]
            public static double Square(double x) => x * x;
        }
        """);

    [Fact]
    public Task A_model_becomes_partial() => CodeFixScenario.Check<MakePartialFix>(
        """
        [SymDiff.Model]
        public sealed class {|SYMD0301:Line|}
        {
            public SymDiff.Linear Layer { get; } = new(1, 1);
        }
        """,
        """
        [SymDiff.Model]
        public sealed partial class Line
        {
            public SymDiff.Linear Layer { get; } = new(1, 1);
        }
        """);

    [Fact]
    public Task A_type_without_modifiers_keeps_its_comment() => CodeFixScenario.Check<MakePartialFix>(
        """
        // Calculates.
        struct Losses
        {
            [SymDiff.Differentiable]
            public static double {|SYMD0001:Square|}(double x) => x * x;
        }
        """,
        """
        // Calculates.
        partial struct Losses
        {
            [SymDiff.Differentiable]
            public static double Square(double x) => x * x;
        }
        """);

    [Fact]
    public Task All_types_around_the_method_become_partial_at_once() => CodeFixScenario.Check<MakePartialFix>(
        """
        public class Outer
        {
            internal sealed record Inner
            {
                [SymDiff.Differentiable]
                public static double {|SYMD0001:{|SYMD0001:Square|}|}(double x) => x * x;
            }
        }
        """,
        """
        public partial class Outer
        {
            internal sealed partial record Inner
            {
                [SymDiff.Differentiable]
                public static double Square(double x) => x * x;
            }
        }
        """);
}
