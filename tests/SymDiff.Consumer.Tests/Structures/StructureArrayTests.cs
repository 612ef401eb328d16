using System.Numerics;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Structures;

/// <summary>Arrays and spans of structures and tuples that the result depends on.</summary>
public sealed partial class StructureArrayTests
{
    private static readonly Point[] s_points = [new(1, 2), new(-0.5, 0.25), new(0.75, -1.5)];

    private static readonly Moving[] s_bodies = [new(0.5, 1), new(-1, 0.25), new(2, -0.75)];

    private static readonly (double X, (float Y, int Count) Other)[] s_samples = [(1, (0.5f, 2)), (2, (-0.25f, 1)), (-1.5, (1, 3))];

    private static readonly Complex[] s_poles = [new(0.5, 0.25), new(-0.25, 0.5), new(0.1, -0.9)];

    private static readonly Vector3[] s_corners = [new(1, 2, 3), new(-1, 0.5f, 0.25f), new(2, 2, -1)];

    internal static IEnumerable<Case> Cases =>
    [
        Case.Of((double x, double y) => Potential(x, y, s_points), (x, y) => PotentialGradient(x, y, s_points), (x, y) => PotentialValueAndGradient(x, y, s_points)),
        Case.Of((double a, double b) => Fit(a, b, s_samples), (a, b) => FitGradient(a, b, s_samples), (a, b) => FitValueAndGradient(a, b, s_samples)),
        Case.Of((double h) => Energies(h, s_bodies), h => EnergiesGradient(h, s_bodies), h => EnergiesValueAndGradient(h, s_bodies)),
        Case.Of((double x) => Pairs(x, s_points), x => PairsGradient(x, s_points), x => PairsValueAndGradient(x, s_points)),
        Case.Of((double x) => FirstAndLast(x, s_points), x => FirstAndLastGradient(x, s_points), x => FirstAndLastValueAndGradient(x, s_points)),
        Case.Of((double w) => Response(w, s_poles), w => ResponseGradient(w, s_poles), w => ResponseValueAndGradient(w, s_poles)),
        Case.Of((float a) => Height(a, s_corners), a => HeightGradient(a, s_corners), a => HeightValueAndGradient(a, s_corners)),
    ];

    // As in the method: the element that isn't there, and the array.
    [Fact] public void Whatever_the_method_throws_the_gradient_throws()
    {
        Assert.Throws<IndexOutOfRangeException>(() => FirstAndLastGradient(1, []));
        Assert.Throws<NullReferenceException>(() => PotentialGradient(1, 1, null!));
        Assert.Equal((0, 0), PotentialGradient(1, 1, []));
    }

    [Fact] public void Beside_an_array_that_is_differentiated_for()
    {
        Assert.Equal([2, 0.125, 1.125], WeightedGradient([1, 1, 1], s_points).Select(Math.Abs));
        Span<double> destination = [7, 7, 7];
        Assert.Equal(2 - 0.125 - 1.125, WeightedValueAndGradient([1, 1, 1], s_points, destination));
        Assert.Equal([2, -0.125, -1.125], destination.ToArray());
    }

    [Differentiable(nameof(weights))]
    internal static double Weighted(double[] weights, Point[] points)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * points[i].X * points[i].Y;
        }

        return sum;
    }

    [Differentiable(nameof(x), nameof(y))]
    internal static double Potential(double x, double y, Point[] points)
    {
        double sum = 0;
        foreach (Point point in points)
        {
            sum += 1 / Math.Sqrt((x - point.X) * (x - point.X) + (y - point.Y) * (y - point.Y) + 0.01);
        }

        return sum;
    }

    [Differentiable(nameof(a), nameof(b))]
    internal static double Fit(double a, double b, ReadOnlySpan<(double X, (float Y, int Count) Other)> samples)
    {
        double loss = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double error = a * samples[i].X + b - samples[i].Other.Y;
            loss += error * error * samples[i].Other.Count;
        }

        return loss / samples.Length;
    }

    // Each steps on a copy.
    [Differentiable(nameof(h))]
    internal static double Energies(double h, Moving[] bodies)
    {
        double sum = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            Moving body = bodies[i];
            body.Step(h);
            sum += body.Energy + bodies[i].Energy + bodies[i].EnergyAfter(h);
        }

        return sum;
    }

    [Differentiable(nameof(x))]
    internal static double Pairs(double x, Point[] points)
    {
        double sum = 0;
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += Coupling(x, points[i], points[j]) + points[i].Dot(points[j]) * x;
            }
        }

        return sum;
    }

    private static double Coupling(double x, Point a, Point b) => Math.Exp(-x * (a + -b).SquaredNorm);

    [Differentiable(nameof(x))]
    internal static double FirstAndLast(double x, Point[] points) => x * x * points[0].X + x * points[^1].Y + Total(points) * x;

    private static double Total(Point[] points)
    {
        double total = 0;
        for (int i = points.Length - 1; i >= 0; i--)
        {
            total = 0.5 * total + points[i].X * points[i].Y;
        }

        return total;
    }

    [Differentiable(nameof(frequency))]
    internal static double Response(double frequency, Complex[] poles)
    {
        Complex z = Complex.FromPolarCoordinates(1, frequency);
        Complex product = Complex.One;
        foreach (Complex pole in poles)
        {
            product /= z - pole;
        }

        return product.Magnitude;
    }

    [Differentiable(nameof(angle))]
    internal static float Height(float angle, Vector3[] corners)
    {
        Quaternion turn = Quaternion.CreateFromAxisAngle(Vector3.UnitX, angle);
        float highest = 0;
        for (int i = 0; i < corners.Length; i++)
        {
            highest = MathF.Max(highest, Vector3.Transform(corners[i], turn).Z);
        }

        return highest;
    }
}
