using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Structures;

/// <summary>Patterns over tuples, structures and records.</summary>
public sealed partial class StructurePatternTests
{
    internal static IEnumerable<Case> Cases =>
    [
        Case.Of(Properties, PropertiesGradient, PropertiesValueAndGradient),
        Case.Of(Positions, PositionsGradient, PositionsValueAndGradient),
        Case.Of(NestedPatterns, NestedPatternsGradient, NestedPatternsValueAndGradient),
        Case.Of(Classes, ClassesGradient, ClassesValueAndGradient),
        Case.Of(Lazy, LazyGradient, LazyValueAndGradient),
        Case.Of((double x) => Named(x, new Point(2, -1), 2), x => NamedGradient(x, new Point(2, -1), 2), x => NamedValueAndGradient(x, new Point(2, -1), 2)),
    ];

    [Differentiable]
    internal static double Properties(double x, double y)
    {
        Point p = new(x, y);
        return p switch
        {
            { X: > 1, Y: var up } => up * p.X,
            { SquaredNorm: < 1 } small => small.X + small.Y * y,
            { X: < 0 } and { Y: < 0 } => x * y * y,
            _ => p.SquaredNorm,
        };
    }

    [Differentiable]
    internal static double Positions(double x, double y)
    {
        Point p = new(x, y);
        double first = p is ( > 0, var b) ? b * x : y;
        double second = (p, x * y) is (( < 1, _) near, > 0 and var product) ? near.X * product : 2 * x;
        return first + 3 * second;
    }

    [Differentiable]
    internal static double NestedPatterns(double x, double y)
    {
        Body body = new(x, new Moving(y, 1)) { Drag = x };
        return body is { Moving: { Position: > 0.5 } moving, Moving.Velocity: > 0, Mass: var mass } ? moving.Energy * mass : body.Drag * y;
    }

    [Differentiable]
    internal static double Classes(double x, double y)
    {
        Polynomial p = new(x, y);
        double value = p is (var a, > 0, _) ? a * y : x;
        switch (p)
        {
            case { A: > 1 } large:
                value += large.At(y);
                break;
            case Polynomial other when other.B > 0:
                value *= other.C;
                break;
            default:
                value -= p.A;
                break;
        }

        return value;
    }

    // The second property, which throws, is read only where the first fits.
    [Differentiable]
    internal static double Lazy(double x, double y)
    {
        Guarded g = new(x, y);
        return g is { X: > 0, Root: var root } ? root * y : x;
    }

    [Differentiable(nameof(x))]
    internal static double Named(double x, Point p, int n) => (p, n) switch
    {
        ({ X: 2 }, 1) => x,
        ((2, < 0) q, 2) => q.Y * x * x,
        _ => 0,
    };

    internal readonly record struct Guarded(double X, double Y)
    {
        public double Root => X > 0 ? Math.Sqrt(X) : throw new InvalidOperationException();
    }
}
