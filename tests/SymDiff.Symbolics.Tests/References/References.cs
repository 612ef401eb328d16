using System.Collections.Immutable;

namespace SymDiff.Symbolics.Tests;

/// <summary>The tables that <c>make_references.py</c> writes: values and derivatives from an independent source.</summary>
public static class References
{
    /// <summary>The functions of .NET, at numbers of double precision.</summary>
    public static ImmutableArray<Reference> Primitives { get; } = Read("primitives.tsv");

    /// <summary>The functions of .NET, at numbers of single precision.</summary>
    public static ImmutableArray<Reference> SinglePrimitives { get; } = Read("primitives.single.tsv");

    /// <summary>The functions that SymDiff adds, at numbers of double precision.</summary>
    public static ImmutableArray<Reference> Special { get; } = Read("special.tsv");

    /// <summary>The functions that SymDiff adds, at numbers of single precision.</summary>
    public static ImmutableArray<Reference> SingleSpecial { get; } = Read("special.single.tsv");

    /// <summary>Kinks, jumps, poles and edges.</summary>
    public static ImmutableArray<Reference> Conventions { get; } = Read("conventions.tsv");

    public static TheoryData<string> PrimitiveFunctions => FunctionsOf(Primitives);

    public static TheoryData<string> SpecialFunctions => FunctionsOf(Special);

    public static TheoryData<string> FunctionsWithConventions => FunctionsOf(Conventions);

    /// <summary>The rows of one function.</summary>
    public static IEnumerable<Reference> Of(this ImmutableArray<Reference> table, string function) => table.Where(row => row.Function == function);

    private static TheoryData<string> FunctionsOf(ImmutableArray<Reference> table) => new(table.Select(row => row.Function).Distinct());

    private static ImmutableArray<Reference> Read(string file)
    {
        using Stream stream = typeof(References).Assembly.GetManifestResourceStream($"References.{file}")
            ?? throw new FileNotFoundException("The table of references is not embedded in the test assembly.", file);
        using var reader = new StreamReader(stream);

        ImmutableArray<string> columns = [.. Cells(reader)!];
        var rows = ImmutableArray.CreateBuilder<Reference>();
        while (Cells(reader) is { } cells)
        {
            rows.Add(Reference.Parse(columns, cells));
        }

        return rows.ToImmutable();
    }

    private static string[]? Cells(TextReader reader) => reader.ReadLine()?.Split('\t');
}
