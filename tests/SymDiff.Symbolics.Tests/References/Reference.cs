using System.Collections.Immutable;
using System.Globalization;

namespace SymDiff.Symbolics.Tests;

/// <summary>What a function and its partial derivatives are at one point.</summary>
/// <param name="Function">The name of the primitive.</param>
/// <param name="Arguments">The point, exactly.</param>
/// <param name="Value">The value of the function.</param>
/// <param name="First">The partial derivatives, one for each argument.</param>
/// <param name="Second">The second partial derivatives: element i·n + j is by the arguments i and j. Empty in the table of conventions.</param>
/// <param name="Source">Why a convention is as it is; empty elsewhere.</param>
public sealed record Reference(
    string Function,
    ImmutableArray<Argument> Arguments,
    Expected Value,
    ImmutableArray<Expected> First,
    ImmutableArray<Expected> Second,
    string Source)
{
    private static readonly ImmutableArray<string> FirstColumns = ["d1", "d2", "d3"];

    public static Reference Parse(ImmutableArray<string> columns, ReadOnlySpan<string> cells)
    {
        var row = new Dictionary<string, string>();
        for (int i = 0; i < columns.Length; i++)
        {
            row.Add(columns[i], cells[i]);
        }

        ImmutableArray<Argument> arguments = [.. row["args"].Split(';').Select(text => new Argument(text))];
        int[] places = [.. Enumerable.Range(1, arguments.Length)];
        return new Reference(
            row["function"],
            arguments,
            new Expected(row["value"]),
            [.. FirstColumns.Take(arguments.Length).Select(column => new Expected(row[column]))],
            row.ContainsKey("d11") ? [.. places.SelectMany(i => places.Select(j => new Expected(row[$"d{Math.Min(i, j)}{Math.Max(i, j)}"])))] : [],
            row.GetValueOrDefault("source", ""));
    }

    public override string ToString() => $"{Function}({string.Join(", ", Arguments)})";
}

/// <summary>An argument of a reference: a floating-point number, or an integer where the function takes one.</summary>
public readonly record struct Argument(string Text)
{
    public bool IsInteger => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>The number, without rounding.</summary>
    public double Number => new Expected(Text).Double;

    public override string ToString() => Text;
}
