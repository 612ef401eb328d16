using SymDiff.Consumer.Tests.Arrays;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Language;

/// <summary>LINQ, as reductions.</summary>
public sealed partial class SequenceTests
{
    private static readonly double[] s_x = [0.7, -0.2, 1.5, 0.3, -1.1, 0.9];
    private static readonly double[] s_y = [0.5, 0.6, -0.4, 0.8];
    private static readonly int[] s_some = [1, 2, 3, 7, 8, 9, 16, 33, 100];

    internal static IEnumerable<Case> Cases =>
    [
        Case.Of((double w) => Loss(w, s_x, s_y), w => LossGradient(w, s_x, s_y), w => LossValueAndGradient(w, s_x, s_y)),
        Case.Of((double w) => Horner(w, s_x), w => HornerGradient(w, s_x), w => HornerValueAndGradient(w, s_x)),
        Case.Of((double w) => Stateful(w, s_x), w => StatefulGradient(w, s_x), w => StatefulValueAndGradient(w, s_x)),
        Case.Of((double w) => Harmonic(w, 5), w => HarmonicGradient(w, 5), w => HarmonicValueAndGradient(w, 5)),
        Case.Of((double w) => Largest(w, s_x), w => LargestGradient(w, s_x), w => LargestValueAndGradient(w, s_x)),
        Case.Of((double w) => Smallest(w, s_x), w => SmallestGradient(w, s_x), w => SmallestValueAndGradient(w, s_x)),
    ];

    internal static ArrayCase[] ArrayCases =>
    [
        ArrayCase.Of(x => Energy(x.ToArray()), (x, g) => EnergyGradient(x.ToArray(), g), (x, g) => EnergyValueAndGradient(x.ToArray(), g)) with { IsOfSpans = false },
        ArrayCase.Of(x => Variance(x.ToArray()), (x, g) => VarianceGradient(x.ToArray(), g), (x, g) => VarianceValueAndGradient(x.ToArray(), g)) with { IsOfSpans = false, Lengths = s_some },
        ArrayCase.Of(x => LogSumExp(x.ToArray()), (x, g) => LogSumExpGradient(x.ToArray(), g), (x, g) => LogSumExpValueAndGradient(x.ToArray(), g)) with { IsOfSpans = false, Lengths = s_some },
        ArrayCase.Of(x => Spread(x.ToArray()), (x, g) => SpreadGradient(x.ToArray(), g), (x, g) => SpreadValueAndGradient(x.ToArray(), g)) with { IsOfSpans = false, Lengths = s_some },
        ArrayCase.Of(x => Pairs(x.ToArray()), (x, g) => PairsGradient(x.ToArray(), g), (x, g) => PairsValueAndGradient(x.ToArray(), g)) with { IsOfSpans = false },
    ];

    [Fact]
    public void No_elements_throw_what_LINQ_throws()
    {
        Assert.Throws<InvalidOperationException>(() => LossGradient(1, [], [1]));
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => VarianceGradient(null!, new double[1])).ParamName);
    }

    [Fact]
    public void Max_passes_over_NaN_and_Min_ends_at_it()
    {
        double[] x = [double.NaN, 3, 1];
        Assert.Equal(3, x.Max());
        Assert.Equal((4.0, 3.0), LargestValueAndGradient(1, x));
        Assert.Equal(double.NaN, SmallestValueAndGradient(1, x).Value);
        Assert.Equal(double.NaN, LargestValueAndGradient(1, [double.NaN]).Value);
    }

    [Differentiable(nameof(w))]
    internal static double Loss(double w, double[] x, double[] y) => x.Zip(y, (a, b) => (w * a - b) * (w * a - b)).Average();

    [Differentiable(nameof(w))]
    internal static double Horner(double w, double[] coefficients) => coefficients.Aggregate(0.0, (value, c) => value * w + c);

    [Differentiable(nameof(w))]
    internal static double Stateful(double w, double[] x)
    {
        double total = 0;
        IEnumerable<double> running = x.Select(v =>
        {
            total += v * w;
            return total * total;
        });
        double first = running.Sum();
        w *= w;
        return first + running.Where(v => v > 0.1).Sum() + total;
    }

    [Differentiable]
    internal static double Harmonic(double w, int n) => Enumerable.Range(1, n).Sum(i => w / (i + w * w));

    [Differentiable]
    internal static double Energy(double[] x) => (from v in x let s = Math.Sin(v) where s > 0.5 select Math.Pow(s - 0.5, 4) * v).Sum() + x.Skip(1).Sum(v => v * v * v);

    [Differentiable]
    internal static double Variance(double[] x)
    {
        double mean = x.Average();
        return x.Average(v => (v - mean) * (v - mean)) + mean;
    }

    [Differentiable]
    internal static double LogSumExp(double[] x)
    {
        double largest = x.Max();
        return largest + Math.Log(x.Sum(v => Math.Exp(v - largest)));
    }

    [Differentiable]
    internal static double Spread(double[] x) => x.Max(v => v * v) - x.Min();

    [Differentiable]
    internal static double Pairs(double[] x) => x.Zip(x.Skip(1), (a, b) => (b - a) * (b - a)).Sum() + x.Select((v, i) => i * v).ToArray().Sum(v => v * v);

    [Differentiable(nameof(w))]
    internal static double Largest(double w, double[] x) => x.Select(v => v * w).Max() + 1;

    [Differentiable(nameof(w))]
    internal static double Smallest(double w, double[] x) => x.Min(v => v * w) - 1;
}
