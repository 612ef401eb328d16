using System.Text;

namespace SymDiff.Generators.Emission;

/// <summary>Lines of C#, indented by the blocks they stand in.</summary>
internal sealed class CodeWriter
{
    public const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The column at which the next line starts.</summary>
    public int Column => _depth * IndentSize;

    /// <summary>One line, or several with <c>\n</c> between them; an empty one gets no indentation.</summary>
    public void Line(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            _text.Append(' ', line.Length == 0 ? 0 : Column).Append(line).Append('\n');
        }
    }

    public void Line() => _text.Append('\n');

    public void Open(string? head = null)
    {
        if (head is not null)
        {
            Line(head);
        }

        Line("{");
        _depth++;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    public override string ToString() => _text.ToString();
}
