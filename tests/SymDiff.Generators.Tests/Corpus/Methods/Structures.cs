using System;
using SymDiff;

public readonly record struct Point(double X, double Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public double Norm => Math.Sqrt(X * X + Y * Y);
}

public struct Particle
{
    public double Position;
    public double Velocity;

    public void Drift(double time) => Position += time * Velocity;

    public void Kick(double stiffness, double time) => Velocity -= stiffness * time * Position;
}

public static partial class Structures
{
    [Differentiable, At(3.0, 4.0), At(-0.5, 0.25)]
    public static double DistanceFromOrigin(double x, double y) => new Point(x, y).Norm;

    [Differentiable, At(3.0, 4.0), At(0.0, 0.0)]
    public static double Moved(double x, double y)
    {
        var p = new Point(x, y) + new Point(1, 2);
        return p.X * p.Y;
    }

    // The copy must not move with the particle.
    [Differentiable, At(1.0, 0.5, 2.0), At(0.0, -1.5, 0.3)]
    public static double Oscillator(double position, double velocity, double stiffness)
    {
        var particle = new Particle { Position = position, Velocity = velocity };
        Particle start = particle;
        for (int i = 0; i < 20; i++)
        {
            particle.Kick(stiffness, 0.025);
            particle.Drift(0.05);
            particle.Kick(stiffness, 0.025);
        }

        return (particle.Position - start.Position) * particle.Velocity;
    }

    [Differentiable, At(1.0, 2.0, 0.7), At(-1.0, 0.5, 4.0)]
    public static double Turned(double x, double y, double angle)
    {
        var p = new Point(x, y);
        var (s, c) = Math.SinCos(angle);
        p = p with { X = c * p.X - s * p.Y, Y = s * p.X + c * p.Y };
        return p is (var along, _) && along > 0 ? p.X * p.Y : p.Y - p.X;
    }
}
