namespace SymDiff.Consumer.Tests.Models;

/// <summary>Parameters of all kinds, in a model that calculates with each.</summary>
[Model]
public sealed partial class Curve(int rows)
{
    public const int Columns = 2;

    public int Rows { get; } = rows;

    [Parameter] public partial double Weight { get; set; }

    [Parameter(3)] public partial Span<double> Scale { get; }

    [Parameter] internal partial double Bias { get; private set; }

    [Parameter(nameof(Rows), nameof(Columns))] public partial Span<double> Mixing { get; }

    /// <summary>Nothing below reads it: its part of every gradient is 0.</summary>
    [Parameter(4)] public partial Span<double> Unused { get; }

    public double At(double x) => Weight * x + Bias + Math.Sin(Scale[1] * x) * Scale[2];

    [Differentiable]
    public double Loss(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = At(x[i]) - y[i];
            sum += error * error;
        }

        for (int row = 0; row < Rows; row++)
        {
            sum += Mixing[row * Columns] * Math.Exp(Mixing[row * Columns + 1]) * Weight;
        }

        return sum;
    }

    [Differentiable(nameof(Weight))]
    public double OfOneNumber(double x) => At(x) * At(x);

    [Differentiable(nameof(Scale))]
    public double OfOneArray(double x) => At(x) * At(x);

    [Differentiable(nameof(x), nameof(Bias), nameof(Scale))]
    public double OfSeveral(double x) => At(x) * At(x);

    [Differentiable(nameof(x))]
    public double OfAnArgument(double x) => At(x) * At(x);

    [Differentiable]
    public double Inverse(double x) => x > 0 ? Weight / x : throw new ArgumentOutOfRangeException(nameof(x));

    [Differentiable]
    public static double OfNoModel(double x) => x * x;
}
