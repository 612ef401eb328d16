using ScottPlot;

namespace DiabetesRegression;

/// <summary>Draws what was learned, as PNG and as SVG.</summary>
internal static class Plots
{
    private const int Width = 800;
    private const int Height = 600;

    public static void Fit(string folder, double[] progression, params (string Title, double[] Predictions)[] models)
    {
        using var plot = new Plot();
        foreach ((string title, double[] predictions) in models)
        {
            plot.Add.ScatterPoints(progression, predictions).LegendText = title;
        }

        plot.Add.Line(progression.Min(), progression.Min(), progression.Max(), progression.Max()).LegendText = "exact";
        plot.Title("Progression of diabetes after a year");
        plot.XLabel("measured");
        plot.YLabel("predicted");
        plot.ShowLegend(Alignment.UpperLeft);
        Save(plot, folder, "fit");
    }

    /// <summary>How far above its least value the objective was at each step.</summary>
    public static void Loss(string folder, params (string Title, double[] Curve)[] models)
    {
        using var plot = new Plot();
        foreach ((string title, double[] curve) in models)
        {
            double least = curve.Min();
            int steps = Array.FindIndex(curve, value => value - least < 1e-12 * least) is var end and > 0 ? end : curve.Length;
            plot.Add.ScatterLine(
                Enumerable.Range(0, steps).Select(static step => (double)step).ToArray(),
                [.. curve.Take(steps).Select(value => Math.Log10(Math.Max(value - least, double.Epsilon)))]).LegendText = title;
        }

        plot.Title("Loss above its minimum");
        plot.XLabel("step");
        plot.YLabel("decimal logarithm");
        plot.ShowLegend(Alignment.UpperRight);
        Save(plot, folder, "loss");
    }

    private static void Save(Plot plot, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        plot.SavePng(Path.Combine(folder, name + ".png"), Width, Height);
        plot.SaveSvg(Path.Combine(folder, name + ".svg"), Width, Height);
    }
}
