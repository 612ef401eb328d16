using System.Collections.Immutable;

namespace SymDiff.Tests;

/// <summary>A table that <c>make_references.py</c> wrote: what an independent source says.</summary>
internal static class Table
{
    /// <summary>The rows, as cells by the names of their columns.</summary>
    /// <param name="file">Folder and name, as in <c>Losses.losses.tsv</c>.</param>
    public static ImmutableArray<ImmutableDictionary<string, string>> Read(string file)
    {
        using Stream stream = typeof(Table).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException("The table isn't embedded in the test assembly.", file);
        using var reader = new StreamReader(stream);
        string[] columns = reader.ReadLine()!.Split('\t');
        var rows = ImmutableArray.CreateBuilder<ImmutableDictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(columns.Zip(line.Split('\t'), KeyValuePair.Create).ToImmutableDictionary());
        }

        return rows.ToImmutable();
    }
}
