using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Snapshots.Comparison;

/// <summary>The lines that differ, with a few around them.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    public static string Of(string expected, string actual)
    {
        List<DiffPiece> lines = InlineDiffBuilder.Diff(expected, actual, ignoreWhiteSpace: false).Lines;
        if (lines.All(line => line.Type == ChangeType.Unchanged))
        {
            return "(The lines are the same; the files differ in their ends of lines or in the byte order mark.)";
        }

        bool[] shown = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            for (int near = Math.Max(0, i - Context); near <= Math.Min(lines.Count - 1, i + Context); near++)
            {
                shown[near] |= lines[i].Type != ChangeType.Unchanged;
            }
        }

        StringBuilder text = new();
        for (int i = 0; i < lines.Count; i++)
        {
            if (shown[i])
            {
                text.Append(Mark(lines[i].Type)).Append(lines[i].Text).Append('\n');
            }
            else if (i > 0 && shown[i - 1])
            {
                text.Append("  …\n");
            }
        }

        return text.ToString();
    }

    private static string Mark(ChangeType type) => type switch
    {
        ChangeType.Deleted => "- ",
        ChangeType.Inserted => "+ ",
        _ => "  ",
    };
}
