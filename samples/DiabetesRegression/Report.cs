using System.Globalization;
using Spectre.Console;

namespace DiabetesRegression;

/// <summary>Prints what was learned.</summary>
internal static class Report
{
    public static void Weights(string[] variables, params (string Title, double[] Numbers)[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("variable");
        foreach ((string title, _) in columns)
        {
            table.AddColumn(new TableColumn(title).RightAligned().NoWrap());
        }

        for (int row = 0; row < variables.Length; row++)
        {
            table.AddRow([variables[row], .. columns.Select(column => column.Numbers[row].ToString("F4", CultureInfo.InvariantCulture))]);
        }

        AnsiConsole.Write(table);
    }

    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
