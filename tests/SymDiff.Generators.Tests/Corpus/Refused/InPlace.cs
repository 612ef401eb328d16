using System;
using SymDiff;

public static partial class InPlace
{
    [Differentiable(nameof(u), nameof(k)), Refused("SYMD0100")]
    public static double HeatEquation(double[] u, double k, int steps)
    {
        double[] state = (double[])u.Clone(), next = new double[u.Length];
        for (int step = 0; step < steps; step++)
        {
            for (int i = 1; i < u.Length - 1; i++)
                next[i] = state[i] + k * (state[i - 1] - 2 * state[i] + state[i + 1]);
            (state, next) = (next, state);
        }

        double energy = 0;
        foreach (double v in state) energy += v * v;
        return energy;
    }
}
