namespace SymDiff.Symbolics.Tests;

/// <summary>Derivatives by central differences, extrapolated to step zero (Richardson, Ridders 1982), with an estimate of their error.</summary>
internal static class FiniteDifferences
{
    public static (double Derivative, double Error) Of(Func<double, double> function, double at, double step = 0.01)
    {
        const int Rounds = 8;
        const double Shrink = 1.6;
        const double UnitRoundoff = 1.1102230246251565e-16;
        var table = new double[Rounds, Rounds];
        (double best, double error) = (double.NaN, double.PositiveInfinity);
        for (int row = 0; row < Rounds; row++, step /= Shrink)
        {
            (double above, double below) = (function(at + step), function(at - step));
            table[row, 0] = (above - below) / (2 * step);

            // What is lost in the digits of large values doesn't come back, however well the differences agree.
            double lost = UnitRoundoff * Math.Max(Math.Abs(above), Math.Abs(below)) / step;
            double factor = Shrink * Shrink;
            for (int column = 1; column <= row; column++, factor *= Shrink * Shrink)
            {
                table[row, column] = ((factor * table[row, column - 1]) - table[row - 1, column - 1]) / (factor - 1);
                double difference = Math.Max(Math.Abs(table[row, column] - table[row, column - 1]), Math.Abs(table[row, column] - table[row - 1, column - 1]));
                difference = Math.Max(difference, lost);
                if (difference <= error)
                {
                    (best, error) = (table[row, column], difference);
                }
            }
        }

        return (best, error);
    }
}
