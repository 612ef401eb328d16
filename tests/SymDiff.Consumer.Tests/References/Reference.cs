namespace SymDiff.Consumer.Tests.References;

/// <summary>Derivatives by other means than SymDiff's.</summary>
internal static class Reference
{
    private const double Shrink = 1.4;
    private const int Rows = 10;

    /// <summary>The gradient by central differences, each extrapolated to a step of zero.</summary>
    public static double[] Gradient(Func<double[], double> function, params double[] point)
    {
        double[] at = [.. point];
        var gradient = new double[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            int axis = i;
            gradient[i] = Derivative(
                moved =>
                {
                    at[axis] = moved;
                    return function(at);
                },
                point[i]);
            at[i] = point[i];
        }

        return gradient;
    }

    /// <summary>Ridders' method: Richardson extrapolation over shrinking steps, of which the row with the least estimated error counts.</summary>
    public static double Derivative(Func<double, double> function, double x)
    {
        double step = 0.01 * Math.Max(Math.Abs(x), 0.1);
        double[] previous = [Central(function, x, step)];
        (double best, double error) = (previous[0], double.MaxValue);

        for (int row = 1; row < Rows; row++)
        {
            step /= Shrink;
            var current = new double[row + 1];
            current[0] = Central(function, x, step);
            double weight = Shrink * Shrink;
            for (int order = 1; order <= row; order++)
            {
                current[order] = ((current[order - 1] * weight) - previous[order - 1]) / (weight - 1);
                weight *= Shrink * Shrink;
                double estimate = Math.Max(Math.Abs(current[order] - current[order - 1]), Math.Abs(current[order] - previous[order - 1]));
                if (estimate <= error)
                {
                    (best, error) = (current[order], estimate);
                }
            }

            if (Math.Abs(current[row] - previous[row - 1]) >= 2 * error)
            {
                break;
            }

            previous = current;
        }

        return best;
    }

    private static double Central(Func<double, double> function, double x, double step)
    {
        double right = x + step;
        double left = x - step;
        return (function(right) - function(left)) / (right - left);
    }
}
