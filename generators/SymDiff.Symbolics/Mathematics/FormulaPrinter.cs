using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>
/// Writes expressions as mathematics that a person can read: <c>∂Loss/∂w = 2/n · Σᵢ xᵢ·(w·xᵢ − yᵢ)</c>. Equal to the expressions over the real
/// numbers; how they are rounded doesn't show.
/// </summary>
public static class FormulaPrinter
{
    private const int LongestLine = 240;
    private const int MostParts = 12;

    // What has more nodes nobody reads, and it would take longer to write than to differentiate.
    private const int LargestFormula = 10_000;

    /// <summary>The sign for a derivative: ∂ if the function has several parameters, else d.</summary>
    public static string Derivative(Function function, Symbol input)
    {
        string sign = function.Parameters.Length > 1 || input.Role == SymbolRole.External ? "∂" : "d";
        return $"{sign}{function.Name}/{sign}{input.SourceName}";
    }

    /// <summary>A line for each formula; then, after <c>where</c>, a line for each part of them that has a name.</summary>
    public static ImmutableArray<string> Print(Function function, IReadOnlyList<(string Left, Expression Right)> formulas)
    {
        List<Expression> nodes = Traversal.Reachable(formulas.Select(formula => formula.Right));
        if (nodes.Count > LargestFormula)
        {
            return [.. formulas.Select(formula => $"{formula.Left} = …")];
        }

        var gates = new Gates(nodes);
        formulas = [.. formulas.Select(formula => (formula.Left, gates.Without(formula.Right)))];
        var names = new FormulaNames(function with { Names = [.. function.Names.Select(name => (gates.Without(name.Node), name.Name))] });
        var writer = new FormulaWriter(new Subterms([.. formulas.Select(formula => formula.Right)], names.IsNamed), names);
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach ((string left, Expression right) in formulas)
        {
            lines.Add(Cut($"{left} = {writer.Write(right)}"));
        }

        for (int part = 0; part < writer.Parts.Count; part++)
        {
            if (part == MostParts)
            {
                lines.Add("…");
                break;
            }

            string definition = writer.Parts[part] is Scan scan ? writer.WriteLoop(scan) : writer.WriteDefinition(writer.Parts[part]);
            lines.Add(Cut((part == 0 ? "where " : "      ") + definition));
        }

        if (names.NamedLengths.Count > 0)
        {
            lines.Add("with " + string.Join(", ", names.NamedLengths.Select(length => $"{names.Length(length)} = {FormulaNames.Definition(length)}")));
        }

        return lines.ToImmutable();
    }

    private static string Cut(string line)
    {
        if (line.Length <= LongestLine)
        {
            return line;
        }

        int space = line.LastIndexOf(' ', LongestLine);
        return line.Substring(0, space > LongestLine / 2 ? space : LongestLine) + " …";
    }
}
