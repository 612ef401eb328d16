using System.Numerics;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Structures;

/// <summary>C# 14's extension members: properties, methods, static ones, operators.</summary>
public sealed partial class ExtensionMemberTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(
            (double x, double y) => Extended(new(x, y)),
            (x, y) => ExtendedGradient(new(x, y)) is var g ? (g.X, g.Y) : default,
            (x, y) => ExtendedValueAndGradient(new(x, y)) is var (v, g) ? (v, (g.X, g.Y)) : default),
    ];

    [Differentiable]
    internal static double Extended(Point p)
    {
        Point q = p.Turned(0.3) - Point.Middle(p, new Point(1, 2));
        return q.Area * p.X.Cubed + new Complex(p.X, p.Y).SquaredMagnitude;
    }
}

internal static class PointExtensions
{
    extension(Point point)
    {
        public double Area => point.X * point.Y;

        public static Point Middle(Point a, Point b) => 0.5 * (a + b);

        public static Point operator -(Point a, Point b) => a + -b;

        public Point Turned(double angle) => point.Rotated(angle) + point;
    }

    extension(double number)
    {
        public double Cubed => number * number * number;
    }

    extension(Complex z)
    {
        public double SquaredMagnitude => (z * Complex.Conjugate(z)).Real;
    }
}
