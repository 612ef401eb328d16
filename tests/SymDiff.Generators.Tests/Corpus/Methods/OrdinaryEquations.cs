using System;
using SymDiff;

public static partial class OrdinaryEquations
{
    [Differentiable(nameof(rate), nameof(y0)), At(0.5, 1.0, 10), At(-1.2, 3.0, 50), At(0.0, 2.0, 3), At(1.0, 1.0, 0)]
    public static double ExplicitEuler(double rate, double y0, int steps)
    {
        double y = y0, h = 1.0 / Math.Max(steps, 1);
        for (int i = 0; i < steps; i++)
            y += h * rate * y * (1 - y / 5);
        return y;
    }

    [Differentiable(nameof(rate), nameof(y0)), At(0.5, 1.0), At(-1.2, 3.0)]
    public static double RungeKutta4(double rate, double y0)
    {
        double F(double t, double y) => rate * y - Math.Sin(t) * y * y;

        double y = y0, t = 0;
        const double h = 0.1;
        while (t < 1 - 1e-9)
        {
            double k1 = F(t, y);
            double k2 = F(t + h / 2, y + h / 2 * k1);
            double k3 = F(t + h / 2, y + h / 2 * k2);
            double k4 = F(t + h, y + h * k3);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            t += h;
        }

        return y;
    }

    [Differentiable(nameof(angle), nameof(length)), At(0.5, 1.0, 100), At(3.0, 2.0, 300), At(0.0, 1.0, 10)]
    public static double PendulumLeapfrog(double angle, double length, int steps)
    {
        const double g = 9.81, dt = 0.01;
        double velocity = 0;
        for (int i = 0; i < steps; i++)
        {
            velocity -= 0.5 * dt * g / length * Math.Sin(angle);
            angle += dt * velocity;
            velocity -= 0.5 * dt * g / length * Math.Sin(angle);
        }

        return 0.5 * length * length * velocity * velocity + g * length * (1 - Math.Cos(angle));
    }

    [Differentiable(nameof(alpha), nameof(beta), nameof(gamma), nameof(delta)), At(1.1, 0.4, 0.4, 0.1, 100), At(0.5, 0.1, 0.9, 0.3, 40)]
    public static double LotkaVolterra(double alpha, double beta, double gamma, double delta, int steps)
    {
        (double prey, double predators) = (10, 5);
        for (int i = 0; i < steps; i++)
        {
            double dPrey = alpha * prey - beta * prey * predators;
            double dPredators = delta * prey * predators - gamma * predators;
            prey += 0.01 * dPrey;
            predators += 0.01 * dPredators;
        }

        return prey / predators;
    }

    private static (double X, double Y, double Z) Lorenz(double x, double y, double z, double sigma, double rho, double beta)
        => (sigma * (y - x), x * (rho - z) - y, x * y - beta * z);

    [Differentiable(nameof(sigma), nameof(rho), nameof(beta)), At(10.0, 28.0, 2.6666666666666665, 50), At(5.0, 10.0, 1.0, 20)]
    public static double LorenzHeun(double sigma, double rho, double beta, int steps)
    {
        double x = 1, y = 1, z = 1;
        const double h = 0.005;
        for (int i = 0; i < steps; i++)
        {
            var (dx, dy, dz) = Lorenz(x, y, z, sigma, rho, beta);
            var next = Lorenz(x + h * dx, y + h * dy, z + h * dz, sigma, rho, beta);
            x += h / 2 * (dx + next.X);
            y += h / 2 * (dy + next.Y);
            z += h / 2 * (dz + next.Z);
        }

        return x + y + z;
    }

    [Differentiable(nameof(mu), nameof(x)), At(1.0, 0.5, 0.1), At(5.0, 2.0, 0.01)]
    public static double DormandPrinceStep(double mu, double x, double h)
    {
        double F(double y) => mu * (1 - y * y) * y - y;
        double k1 = F(x);
        double k2 = F(x + h * (1.0 / 5) * k1);
        double k3 = F(x + h * (3.0 / 40 * k1 + 9.0 / 40 * k2));
        double k4 = F(x + h * (44.0 / 45 * k1 - 56.0 / 15 * k2 + 32.0 / 9 * k3));
        double k5 = F(x + h * (19372.0 / 6561 * k1 - 25360.0 / 2187 * k2 + 64448.0 / 6561 * k3 - 212.0 / 729 * k4));
        double k6 = F(x + h * (9017.0 / 3168 * k1 - 355.0 / 33 * k2 + 46732.0 / 5247 * k3 + 49.0 / 176 * k4 - 5103.0 / 18656 * k5));
        double next = x + h * (35.0 / 384 * k1 + 500.0 / 1113 * k3 + 125.0 / 192 * k4 - 2187.0 / 6784 * k5 + 11.0 / 84 * k6);
        double k7 = F(next);
        double error = h * (71.0 / 57600 * k1 - 71.0 / 16695 * k3 + 71.0 / 1920 * k4 - 17253.0 / 339200 * k5 + 22.0 / 525 * k6 - 1.0 / 40 * k7);
        return next + error * error;
    }

    // The step shrinks where the estimate of the error is too large.
    [Differentiable(nameof(k)), At(3.0), At(0.5), At(12.0)]
    public static double AdaptiveEulerHeun(double k)
    {
        double t = 0, y = 1, h = 0.2;
        int rejected = 0;
        while (t < 1)
        {
            if (t + h > 1) h = 1 - t;
            double slope = -k * y + Math.Cos(t);
            double predicted = y + h * slope;
            double corrected = y + h / 2 * (slope - k * predicted + Math.Cos(t + h));
            double error = Math.Abs(corrected - predicted);
            if (error > 1e-2 && rejected < 100)
            {
                h /= 2;
                rejected++;
                continue;
            }

            t += h;
            y = corrected;
            if (error < 1e-3) h *= 2;
        }

        return y;
    }

    [Differentiable(nameof(stiffness)), At(4.0, 20), At(100.0, 20)]
    public static double ImplicitEulerByNewton(double stiffness, int steps)
    {
        double y = 1, h = 0.05;
        for (int i = 0; i < steps; i++)
        {
            double z = y;
            for (int iteration = 0; iteration < 5; iteration++)
            {
                double residual = z - y + h * stiffness * z * z * z;
                z -= residual / (1 + 3 * h * stiffness * z * z);
            }

            y = z;
        }

        return y;
    }

    [Differentiable, At(0.3, 1.2), At(0.9, 0.1)]
    public static double TwoBodyEnergyAfterVerlet(double vx, double vy)
    {
        double x = 1, y = 0;
        double dt = 0.02;
        double r3 = Math.Pow(x * x + y * y, 1.5);
        double ax = -x / r3, ay = -y / r3;
        for (int i = 0; i < 50; i++)
        {
            x += vx * dt + 0.5 * ax * dt * dt;
            y += vy * dt + 0.5 * ay * dt * dt;
            r3 = Math.Pow(x * x + y * y, 1.5);
            double bx = -x / r3, by = -y / r3;
            vx += 0.5 * (ax + bx) * dt;
            vy += 0.5 * (ay + by) * dt;
            (ax, ay) = (bx, by);
        }

        return 0.5 * (vx * vx + vy * vy) - 1 / Math.Sqrt(x * x + y * y);
    }

    // Three steps of Adams and Bashforth's rule of second order, that keeps the slope before.
    [Differentiable(nameof(a)), At(1.0, 3), At(0.2, 30), At(0.7, 1)]
    public static double AdamsBashforth(double a, int steps)
    {
        double y = a, before = 0, h = 0.1;
        bool first = true;
        for (int i = 0; i < steps; i++)
        {
            double slope = y * (a - y);
            y += first ? h * slope : h * (1.5 * slope - 0.5 * before);
            before = slope;
            first = false;
        }

        return y;
    }

    [Differentiable(nameof(beta), nameof(gamma)), At(0.4, 0.1, 60), At(0.2, 0.3, 30)]
    public static double EpidemicPeak(double beta, double gamma, int days)
    {
        double s = 0.99, i = 0.01, r = 0, peak = i;
        for (int day = 0; day < days; day++)
        {
            double infections = beta * s * i;
            double recoveries = gamma * i;
            s -= infections;
            i += infections - recoveries;
            r += recoveries;
            peak = Math.Max(peak, i);
        }

        return peak + r * r;
    }

    [Differentiable(nameof(u), nameof(k)), At(new[] { 0.0, 1, 2, 1, 0 }, 0.2, 3), At(new[] { 1.0, -1, 1 }, 0.1, 1)]
    public static double HeatEquationOneStepEnergy(double[] u, double k, int power)
    {
        var next = new double[u.Length];
        for (int i = 1; i < u.Length - 1; i++)
            next[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
        double energy = 0;
        foreach (double v in next) energy += Math.Pow(v * v, power);
        return energy;
    }

    [Differentiable(nameof(drag), nameof(speed)), At(0.1, 20.0), At(0.0, 5.0), At(0.5, 30.0)]
    public static double ProjectileRange(double drag, double speed)
    {
        double x = 0, y = 0;
        double vx = speed * Math.Cos(0.8), vy = speed * Math.Sin(0.8);
        const double dt = 0.01;
        for (int i = 0; i < 10_000; i++)
        {
            double v = Math.Sqrt(vx * vx + vy * vy);
            vx -= drag * v * vx * dt;
            vy -= (9.81 + drag * v * vy) * dt;
            double lastX = x, lastY = y;
            x += vx * dt;
            y += vy * dt;
            if (y < 0)
            {
                return lastX + (x - lastX) * lastY / (lastY - y);
            }
        }

        return x;
    }
}
