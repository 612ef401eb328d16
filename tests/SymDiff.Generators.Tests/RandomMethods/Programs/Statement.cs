using System.Collections.Immutable;
using System.Text;

namespace SymDiff.Generators.Tests.RandomMethods.Programs;

/// <summary>A statement of a random program: a line, or a block between what stands before it and what stands behind it.</summary>
internal sealed record Statement(string Head, ImmutableArray<Statement> Body = default, string Tail = "")
{
    public bool IsBlock => !Body.IsDefault;

    public static string Text(IEnumerable<Statement> statements)
    {
        StringBuilder text = new();
        foreach (Statement statement in statements)
        {
            statement.Write(text, "    ");
        }

        return text.ToString();
    }

    /// <summary>All lists of statements that have a statement less, the largest first; a block may also leave its own behind.</summary>
    public static IEnumerable<ImmutableArray<Statement>> Smaller(ImmutableArray<Statement> statements)
    {
        for (int i = 0; i < statements.Length; i++)
        {
            yield return statements.RemoveAt(i);
        }

        for (int i = 0; i < statements.Length; i++)
        {
            Statement statement = statements[i];
            if (!statement.IsBlock)
            {
                continue;
            }

            if (!statement.Head.StartsWith("case", StringComparison.Ordinal) && !statement.Head.StartsWith("default", StringComparison.Ordinal))
            {
                yield return [.. statements[..i], .. statement.Body, .. statements[(i + 1)..]];
            }

            foreach (ImmutableArray<Statement> body in Smaller(statement.Body))
            {
                yield return statements.SetItem(i, statement with { Body = body });
            }
        }
    }

    private void Write(StringBuilder text, string indent)
    {
        text.Append(indent).Append(Head).Append('\n');
        if (!IsBlock)
        {
            return;
        }

        text.Append(indent).Append("{\n");
        foreach (Statement statement in Body)
        {
            statement.Write(text, indent + "    ");
        }

        text.Append(indent).Append("}\n");
        if (Tail.Length > 0)
        {
            text.Append(indent).Append(Tail).Append('\n');
        }
    }
}
