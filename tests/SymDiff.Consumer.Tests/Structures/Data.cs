namespace SymDiff.Consumer.Tests.Structures;

internal readonly record struct Point(double X, double Y)
{
    public double SquaredNorm => X * X + Y * Y;

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator *(double s, Point p) => new(s * p.X, s * p.Y);

    public static Point operator -(Point p) => new(-p.X, -p.Y);

    public static implicit operator Point((double X, double Y) pair) => new(pair.X, pair.Y);

    public static explicit operator double(Point p) => Math.Sqrt(p.SquaredNorm);

    public double Dot(in Point other) => X * other.X + Y * other.Y;

    public Point Rotated(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return new Point(cos * X - sin * Y, sin * X + cos * Y);
    }
}

internal struct Moving
{
    public double Position;
    public double Velocity;
    public int Steps;

    public Moving(double position, double velocity)
    {
        Position = position;
        Velocity = velocity;
    }

    public readonly double Energy => 0.5 * Velocity * Velocity + 0.5 * Position * Position;

    // A readonly method calls another on a copy of the structure.
    public readonly double EnergyAfter(double h)
    {
        Moving copy = this;
        copy.Step(h);
        return copy.Energy + Energy;
    }

    public void Step(double h)
    {
        Velocity -= h * Position;
        Position += h * Velocity;
        Steps++;
    }

    public double StepAndTell(double h)
    {
        Step(h);
        return Position;
    }
}

/// <summary>A structure with a structure in it, properties with bodies, an initializer and a chained constructor.</summary>
internal struct Body
{
    private double _mass;

    public Body(double mass, Moving moving)
        : this(mass)
        => Moving = moving;

    public Body(double mass) => Mass = mass;

    public Moving Moving;

    public double Drag { get; set; } = 0.25;

    public double Mass
    {
        readonly get => _mass + 1;
        set => _mass = value * value;
    }
}

/// <summary>A primary constructor whose parameters are read, and assigned, later.</summary>
internal struct Line(double slope, double intercept)
{
    public double Intercept { get; init; } = intercept * 2;

    public readonly double At(double x) => slope * x + Intercept;

    public void Steepen(double by) => slope *= by;
}

internal sealed record Settings(double Rate, int Count = 3)
{
    public double Decay { get; init; } = Rate * Rate;
}

internal sealed class Polynomial
{
    public Polynomial(double a, double b)
    {
        A = a;
        B = b;
        for (int i = 0; i < 2; i++)
        {
            C += A * B;
        }
    }

    public double A { get; }

    public double B { get; init; }

    public double C;

    public double this[int power] => power switch { 0 => A, 1 => B, 2 => C, _ => throw new ArgumentOutOfRangeException(nameof(power)) };

    public double At(double x) => A + x * (B + x * C);

    public void Deconstruct(out double a, out double b, out double c) => (a, b, c) = (A, B, C);
}

internal struct Interval<T>
    where T : struct
{
    public T Low;
    public T High;
}

internal enum Kind
{
    Linear,
    Quadratic,
}

/// <summary>What a caller passes in: numbers, an array, a truth value, a choice.</summary>
internal readonly struct Sample(double[] values, double scale, Kind kind)
{
    public double[] Values { get; } = values;

    public double Scale { get; } = scale;

    public Kind Kind { get; } = kind;
}

/// <summary>Two structures that a readonly method can't change.</summary>
internal struct Pair
{
    public Moving First;
    public Moving Second;

    public readonly double Told(double h) => First.StepAndTell(h) * First.Position + Second.Velocity;
}

/// <summary>A structure that changes its readonly part as long as it's made.</summary>
internal readonly struct Stepped
{
    public readonly Moving Moving;
    public readonly double Told;

    public Stepped(Moving moving, double h)
    {
        Moving = moving;
        Told = Moving.StepAndTell(h);
        Moving.Step(h);
    }
}
