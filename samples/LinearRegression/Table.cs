using System.Globalization;

namespace LinearRegression;

/// <summary>Prints how the training goes.</summary>
internal static class Table
{
    public static void Heading(string text) => Print($"## {text}");

    public static void Prediction(string when, float prediction) => Print($"Prediction {when} training: f({Data.Test}) = {prediction:F3}");

    public static void Epoch(int epoch, float w, float loss) => Print($"epoch {epoch + 1}: w = {w:F3}, loss = {loss:F8}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
