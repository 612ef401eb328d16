using System.Collections.Immutable;
using System.Globalization;

namespace SymDiff.Tests.Numerics;

/// <summary>A row of the table that <c>make_references.py</c> wrote: the value of a function, rounded to <see cref="double"/>, and what the rounding left out.</summary>
internal sealed record LanesReference(ImmutableArray<double> Arguments, double Value, double Rest);

/// <summary>The table, by function.</summary>
internal static class LanesReferences
{
    private static readonly Lazy<ILookup<string, LanesReference>> table = new(Read);

    public static ImmutableArray<LanesReference> Of(string function) => [.. table.Value[function]];

    private static ILookup<string, LanesReference> Read()
    {
        using Stream stream = typeof(LanesReferences).Assembly.GetManifestResourceStream("Lanes.lanes.tsv")
            ?? throw new FileNotFoundException("The table isn't embedded in the test assembly.", "lanes.tsv");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(static line => line.Split('\t'))
            .ToLookup(
                static cells => cells[0],
                static cells => new LanesReference([.. cells[1].Split(';').Select(Bits)], Bits(cells[2]), double.Parse(cells[3], CultureInfo.InvariantCulture)));
    }

    private static double Bits(string cell) => BitConverter.UInt64BitsToDouble(ulong.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
