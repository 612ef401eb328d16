using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Snapshots;

public class MemberTests
{
    [Fact]
    public Task Keywords_as_names() => GeneratedText.VerifyGenerated(
        "[Differentiable] public static double Keywords(double @in, double @class, double gradient, double sum) => @in * @class + gradient * Math.Sin(sum);");

    [Fact]
    public Task Names_that_tuples_keep_for_themselves() => GeneratedText.VerifyGenerated(
        "[Differentiable] public static double Product(double Item2, double ToString, double rest) => Item2 * ToString * rest;");

    [Fact]
    public Task State_of_an_object() => GeneratedText.VerifyGenerated(
        """
        using SymDiff;

        namespace Physics.Models;

        public partial class Oscillator
        {
            private readonly double _stiffness = 2;

            public double Mass { get; init; } = 1;

            [Differentiable] public double Energy(double position, double velocity) => 0.5 * _stiffness * position * position + 0.5 * Mass * velocity * velocity;
        }
        """);

    [Fact]
    public Task Nested_and_generic_types() => GeneratedText.VerifyGenerated(
        """
        using SymDiff;

        public readonly partial record struct Line<T>(double Slope, double Offset)
        {
            [Differentiable] internal double At(in double x) => Slope * x + Offset;

            public partial class Squares
            {
                [Differentiable] protected internal static double Square(double x) => x * x;
            }
        }
        """);

    [Fact]
    public Task Readonly_members_of_structs() => GeneratedText.VerifyGenerated(
        """
        public partial struct Spring
        {
            public double Stiffness;

            [SymDiff.Differentiable] public readonly double Energy(double x) => 0.5 * Stiffness * x * x;
        }
        """);

    [Fact]
    public Task Extension_methods_with_optional_arguments() => GeneratedText.VerifyGenerated(
        "[Differentiable(\"x\")] public static double Scaled(this double x, double factor = 2.5, int times = -1) => x * factor * times;");

    [Fact]
    public Task Interfaces() => GeneratedText.VerifyGenerated(
        """
        public partial interface IShape
        {
            [SymDiff.Differentiable] static double Area(double radius) => System.Math.PI * radius * radius;
        }
        """);

    [Fact]
    public Task A_parameter_with_the_name_of_the_method() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Root(double Root)
        {
            if (Root < 0) throw new ArgumentException("negative");
            return Math.Sqrt(Root);
        }
        """);

    [Fact]
    public Task Attributes_that_hold_for_derivatives() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        [Obsolete("Use \"Root2\".")]
        [System.Diagnostics.CodeAnalysis.Experimental("TEST001", UrlFormat = "rules#{0}")]
        public static double Root(double x)
        {
            if (x < 0) throw new ArgumentException("negative");
            return Math.Sqrt(x);
        }
        """);

    [Fact]
    public Task Old_language_versions() => GeneratedText.VerifyGenerated(
        new TestSource(
            """
            namespace Old
            {
                public static partial class Functions
                {
                    [SymDiff.Differentiable("a")]
                    public static double Sum(double a, double[] x)
                    {
                        double s = 0;
                        foreach (double v in x) s += a * v;
                        return s;
                    }
                }
            }
            """)
        {
            LanguageVersion = LanguageVersion.CSharp7_3,
            Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable,
        });
}
