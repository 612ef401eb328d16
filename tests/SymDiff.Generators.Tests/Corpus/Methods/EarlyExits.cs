using System;
using SymDiff;

public static partial class EarlyExits
{
    private static double Mean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    // The loop over the readings that may end the search, and the one in Mean, run over one range but at different places.
    [Differentiable(nameof(gain), nameof(start), nameof(readings)), At(0.3, 0.5, 1, new[] { 0.2, -0.4, 0.7 }), At(-0.8, 0.5, 0, new[] { 1.5, 2.0 }), At(0.3, 0.5, 1, new[] { -0.9 })]
    public static double Search(double gain, double start, int mode, double[] readings)
    {
        double state = start;
        for (double time = 0; time < 1; time += 0.3)
        {
            switch (mode)
            {
                case 2:
                    break;
                default:
                    for (int i = 0; i < readings.Length; i++)
                    {
                        if (mode == 1 && i % 4 == 0 && time * time > 0.6)
                        {
                            return start * start + state + Math.Sin(state) * time;
                        }
                    }

                    state -= 0.25 * Math.Atan(Mean(readings) * time + gain);
                    break;
            }
        }

        return start * start + state * state;
    }
}
