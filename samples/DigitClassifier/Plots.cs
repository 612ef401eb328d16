using System.Globalization;
using ScottPlot;

namespace DigitClassifier;

/// <summary>Draws the way there and what came of it, as PNG and as SVG.</summary>
internal static class Plots
{
    public static void Loss(string folder, double[] losses)
    {
        using var plot = new Plot();
        plot.Add.ScatterLine([.. Enumerable.Range(1, losses.Length).Select(static epoch => (double)epoch)], losses);
        plot.Title("Cross-entropy of the training images");
        plot.XLabel("epoch");
        Save(plot, folder, "loss");
    }

    public static void Confused(string folder, Confusion confusion)
    {
        using var plot = new Plot();
        double[,] shown = new double[Images.Digits, Images.Digits];
        for (int digit = 0; digit < Images.Digits; digit++)
        {
            for (int guess = 0; guess < Images.Digits; guess++)
            {
                // Rows are drawn from the top to the bottom. The many that are right would leave the rest without a shade.
                shown[digit, guess] = Math.Log(1 + confusion[digit, guess]);
                ScottPlot.Plottables.Text text = plot.Add.Text(confusion[digit, guess].ToString(CultureInfo.InvariantCulture), guess, Images.Digits - 1 - digit);
                text.LabelAlignment = Alignment.MiddleCenter;
                text.LabelFontColor = confusion[digit, guess] > 10 ? Colors.Black : Colors.White;
            }
        }

        plot.Add.Heatmap(shown);
        plot.MoveToBottom(plot.GetPlottables().Last());
        plot.Axes.Bottom.SetTicks(Positions(), Names());
        plot.Axes.Left.SetTicks([.. Positions().Reverse()], Names());
        plot.Title("Images that were held out");
        plot.XLabel("taken for");
        plot.YLabel("digit");
        Save(plot, folder, "confusion");

        static double[] Positions() => [.. Enumerable.Range(0, Images.Digits).Select(static digit => (double)digit)];
        static string[] Names() => [.. Enumerable.Range(0, Images.Digits).Select(static digit => digit.ToString(CultureInfo.InvariantCulture))];
    }

    private static void Save(Plot plot, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        plot.SavePng(Path.Combine(folder, name + ".png"), 700, 600);
        plot.SaveSvg(Path.Combine(folder, name + ".svg"), 700, 600);
    }
}
