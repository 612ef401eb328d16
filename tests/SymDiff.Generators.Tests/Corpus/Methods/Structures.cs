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

    private static readonly (double Mass, Point At)[] s_bodies = [(1.0, new Point(0, 0)), (2.0, new Point(1, 0.5)), (0.5, new Point(-1, 2))];

    [Differentiable, At(1.0, 0.1), At(0.5, 0.3)]
    public static double EnergyOfBodies(double gravity, double softening)
    {
        double energy = 0;
        for (int i = 0; i < s_bodies.Length; i++)
        {
            for (int j = i + 1; j < s_bodies.Length; j++)
            {
                double dx = s_bodies[i].At.X - s_bodies[j].At.X, dy = s_bodies[i].At.Y - s_bodies[j].At.Y;
                energy -= gravity * s_bodies[i].Mass * s_bodies[j].Mass / Math.Sqrt(dx * dx + dy * dy + softening * softening);
            }
        }

        return energy;
    }

    // What pulls at a body that moves between them.
    [Differentiable, At(0.3, 0.4), At(-2.0, 1.0)]
    public static double PotentialBetweenBodies(double x, double y)
    {
        double potential = 0;
        foreach ((double mass, Point at) in s_bodies)
        {
            potential -= mass / (at + new Point(-x, -y)).Norm;
        }

        return potential;
    }
}
