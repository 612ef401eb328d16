using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Snapshots;

public class StructureTests
{
    [Fact]
    public Task Structures_and_tuples() => GeneratedText.VerifyGenerated(
        """
        using System;
        using SymDiff;

        public readonly record struct Point(double X, double Y);

        public struct Spring
        {
            public double Stiffness;
            public int Count;
        }

        public static partial class Functions
        {
            [Differentiable(nameof(from), nameof(spring), nameof(pull))]
            public static double Energy(Point from, Point to, Spring spring, (float Force, double Angle) pull)
            {
                double dx = to.X - from.X, dy = to.Y - from.Y;
                return spring.Count * 0.5 * spring.Stiffness * (dx * dx + dy * dy) - pull.Force * Math.Cos(pull.Angle) * dx;
            }
        }
        """);

    [Fact]
    public Task Complex_numbers() => GeneratedText.VerifyGenerated(
        """
        [Differentiable]
        public static double Gain(System.Numerics.Complex pole, double frequency)
        {
            var z = System.Numerics.Complex.FromPolarCoordinates(1, frequency);
            return (1 / (z - pole)).Magnitude;
        }
        """);

    [Fact]
    public Task Vectors() => GeneratedText.VerifyGenerated(
        """
        [Differentiable(nameof(from))]
        public static float Distance(System.Numerics.Vector3 from, System.Numerics.Vector3 to) => (to - from).Length();
        """);
}
