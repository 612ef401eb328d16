using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Structures;

/// <summary>Gradients with respect to structures and tuples, which are structures and tuples like them.</summary>
public sealed partial class StructureGradientTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(
            (double x, double y) => OfAPoint(new Point(x, y)),
            (x, y) => OfAPointGradient(new Point(x, y)) is var g ? (g.X, g.Y) : default,
            (x, y) => OfAPointValueAndGradient(new Point(x, y)) is var (v, g) ? (v, (g.X, g.Y)) : default),
        Case.Of(
            (double x, double y, double s) => Mixed(s, new Mixture { Weight = x, Name = "a", At = new Point(y, 2), Count = 3 }, (1.5, 2)),
            (x, y, s) => MixedGradient(s, new Mixture { Weight = x, Name = "a", At = new Point(y, 2), Count = 3 }, (1.5, 2)) is var g ? (g.m.Weight, g.m.At.X, g.s) : default,
            (x, y, s) => MixedValueAndGradient(s, new Mixture { Weight = x, Name = "a", At = new Point(y, 2), Count = 3 }, (1.5, 2)) is var (v, g) ? (v, (g.m.Weight, g.m.At.X, g.s)) : default),
        Case.Of(
            (double x, double y, double z) => OfATuple((x, ((float)y, new Point(z, 1))), 2),
            (x, y, z) => OfATupleGradient((x, ((float)y, new Point(z, 1))), 2) is var g ? (g.First, g.Second.Scale, g.Second.At.X) : default,
            (x, y, z) => OfATupleValueAndGradient((x, ((float)y, new Point(z, 1))), 2) is var (v, g) ? (v, (g.First, g.Second.Scale, g.Second.At.X)) : default).Within(2e-2),
        Case.Of(
            (double x, double v) => OfAMovingBody(new Moving(x, v), 0.25),
            (x, v) => OfAMovingBodyGradient(new Moving(x, v), 0.25) is var g ? (g.Position, g.Velocity) : default,
            (x, v) => OfAMovingBodyValueAndGradient(new Moving(x, v), 0.25) is var (r, g) ? (r, (g.Position, g.Velocity)) : default),
        Case.Of(
            (double a, double b) => OfARange(new Bounds(true, b, a)),
            (a, b) => OfARangeGradient(new Bounds(true, b, a)) is var g ? (g.Low, g.High) : default,
            (a, b) => OfARangeValueAndGradient(new Bounds(true, b, a)) is var (r, g) ? (r, (g.Low, g.High)) : default),
        Case.Of(
            (double a) => OfRequired(new Required { A = a }),
            a => OfRequiredGradient(new Required { A = a }).A,
            a => OfRequiredValueAndGradient(new Required { A = a }) is var (r, g) ? (r, g.A) : default),
    ];

    // What isn't a floating-point number has its default value.
    [Fact] public void Other_parts_are_left_at_their_defaults()
    {
        (double ds, Mixture dm, (double, double) _) = MixedGradient(2, new Mixture { Weight = 3, Name = "a", At = new Point(1, 2), Count = 3 }, (1.5, 2));
        Assert.True(dm is { Name: null, Count: 0, Weight: 2 * 3 * 1, At: { X: 3 * 3, Y: 3 * 2 * 2 * 2 } });
        Assert.Equal(3 * 2 * 2.0, ds);
        Assert.True(!OfARangeGradient(new Bounds(true, 2, 1)).IsOpen);
    }

    [Fact] public void Beside_an_array_and_allocated()
    {
        (double value, (Point p, double[] w)) = BesideAnArrayValueAndGradient(new Point(2, 3), [1, 10]);
        Assert.Equal(2 * 1 + 3 * 10.0, value);
        Assert.Equal(new Point(1, 10), p);
        Assert.True(w is [2, 3]);
        Span<double> destination = stackalloc double[2];
        Assert.Equal(new Point(1, 10), BesideAnArrayGradient(new Point(2, 3), [1, 10], destination));
        Assert.True(destination is [2, 3]);
    }

    [Differentiable]
    internal static double OfAPoint(Point p)
    {
        Point q = p.Rotated(0.3) + 2 * p;
        return q.SquaredNorm * p.X;
    }

    [Differentiable]
    internal static double BesideAnArray(Point p, double[] w) => p.X * w[0] + p.Y * w[1];

    [Differentiable(nameof(s), nameof(m), nameof(t))]
    internal static double Mixed(double s, Mixture m, (double A, double B) t)
        => m.Weight * m.Weight * m.At.X + m.Count * s * m.At.Y * m.At.Y + t.A * t.B;

    [Differentiable]
    internal static double OfATuple((double First, (float Scale, Point At) Second) t, int n)
    {
        (double first, (float scale, Point at)) = t;
        t.First *= n;
        return t.First * scale * at.X + first * at.Y;
    }

    [Differentiable(nameof(m))]
    internal static double OfAMovingBody(Moving m, double h)
    {
        for (int i = 0; i < 10; i++)
        {
            m.Step(h);
        }

        return m.Energy + m.Steps * m.Position;
    }

    [Differentiable(nameof(bounds))]
    internal static double OfARange(in Bounds bounds) => bounds.IsOpen ? bounds.High * bounds.High * bounds.Low : 0;

    [Differentiable]
    internal static double OfRequired(Required r) => r.A * r.A;

    internal struct Mixture
    {
        public double Weight;
        public string? Name;
        public Point At;

        public int Count { readonly get; init; }
    }

    internal readonly struct Bounds(bool isOpen, double high, double low)
    {
        public double Low { get; } = low;

        public double High { get; } = high;

        public bool IsOpen { get; } = isOpen;
    }

    internal readonly struct Required
    {
        public required double A { get; init; }
    }
}
