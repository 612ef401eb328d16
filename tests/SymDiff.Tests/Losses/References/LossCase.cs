using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace SymDiff.Tests;

/// <summary>A loss at a point, and what it must be.</summary>
/// <param name="Size">The largest number that is calculated with: rounding errors are measured by it.</param>
internal sealed record LossCase(string Loss, Options Options, ImmutableArray<double> Target, ImmutableArray<double> Prediction, double Mean, double Sum, double Size)
{
    public static ImmutableArray<LossCase> All { get; } =
    [
        .. Table.Read("Losses.losses.tsv").Select(row => new LossCase(
            row["loss"],
            new Options(row["options"]),
            Doubles(row["target"]),
            Doubles(row["prediction"]),
            double.Parse(row["mean"], CultureInfo.InvariantCulture),
            double.Parse(row["sum"], CultureInfo.InvariantCulture),
            double.Parse(row["size"], CultureInfo.InvariantCulture))),
    ];

    /// <summary>Calls the loss; what the options don't say is left to the method.</summary>
    public T Call<T>(Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] y, T[] x) = (Numbers<T>(Target), Numbers<T>(Prediction));
        int[] labels = [.. Target.Select(label => (int)label)];
        T[] weight = Option<T>("weight");
        double margin = Options.Number("margin", 1);
        return Loss switch
        {
            "MeanSquaredError" => Losses.MeanSquaredError<T>(y, x, reduction),
            "MeanAbsoluteError" => Losses.MeanAbsoluteError<T>(y, x, reduction),
            "SmoothL1" => Options.Text.Length == 0 ? Losses.SmoothL1<T>(y, x, reduction: reduction) : Losses.SmoothL1<T>(y, x, Options.Number("beta", 1), reduction),
            "Huber" => Options.Text.Length == 0 ? Losses.Huber<T>(y, x, reduction: reduction) : Losses.Huber<T>(y, x, Options.Number("delta", 1), reduction),
            "BinaryCrossEntropy" => Losses.BinaryCrossEntropy<T>(y, x, weight, reduction),
            "BinaryCrossEntropyWithLogits" => Losses.BinaryCrossEntropyWithLogits<T>(y, x, weight, Option<T>("positiveWeight"), reduction),
            "Hinge" => Losses.Hinge<T>(y, x, margin, reduction),
            "HingeEmbedding" => Losses.HingeEmbedding<T>(y, x, margin, reduction),
            "MarginRanking" => Losses.MarginRanking<T>(y, x, Option<T>("second"), Options.Number("margin", 0), reduction),
            "CosineEmbedding" => Losses.CosineEmbedding<T>(y, x, Option<T>("second"), Options.Number("margin", 0), reduction),
            "SoftMargin" => Losses.SoftMargin<T>(y, x, reduction),
            "CrossEntropy" => Losses.CrossEntropy<T>(labels, x, weight, (int)Options.Integer("ignoreIndex", -100), Options.Number("labelSmoothing", 0), reduction),
            "CrossEntropyOfProbabilities" => Losses.CrossEntropy<T>(y, x, (int)Options.Integer("classes", 0), weight, Options.Number("labelSmoothing", 0), reduction),
            "NegativeLogLikelihood" => Losses.NegativeLogLikelihood<T>(labels, x, weight, (int)Options.Integer("ignoreIndex", -100), reduction),
            "KullbackLeiblerDivergence" => Losses.KullbackLeiblerDivergence<T>(y, x, Options.Flag("logTarget"), reduction),
            "GaussianNegativeLogLikelihood" => Losses.GaussianNegativeLogLikelihood<T>(y, x, Option<T>("variance"), Options.Flag("full"), Options.Number("epsilon", 1e-6), reduction),
            "PoissonNegativeLogLikelihood" => Losses.PoissonNegativeLogLikelihood<T>(y, x, Options.Word("logInput", "true") == "true", Options.Flag("full"), Options.Number("epsilon", 1e-8), reduction),
            _ => throw new InvalidOperationException($"Unknown loss {Loss}."),
        };
    }

    public override string ToString() => $"{Loss}({Options.Text})";

    private T[] Option<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Numbers<T>(Doubles(Options.Word(name, string.Empty)));

    private static T[] Numbers<T>(ImmutableArray<double> numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
        => [.. numbers.Select(T.CreateChecked)];

    private static ImmutableArray<double> Doubles(string text)
        => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
