using System.Text;

namespace SymDiff.Generators.Emission;

/// <summary>Lines of C#, indented by the blocks they stand in, with an empty line after each block that something follows.</summary>
internal sealed class CodeWriter
{
    public const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isAfterBlock;

    /// <summary>The column at which the next line starts.</summary>
    public int Column => _depth * IndentSize;

    /// <summary>One line, or several with <c>\n</c> between them.</summary>
    public void Line(string text)
    {
        if (_isAfterBlock)
        {
            _text.Append('\n');
        }

        if (text.IndexOf('\n') < 0)
        {
            Write(text);
        }
        else
        {
            foreach (string line in text.Split('\n'))
            {
                Write(line);
            }
        }

        _isAfterBlock = false;
    }

    /// <param name="head">What stands before the block; null for nothing.</param>
    /// <param name="continues">Whether the head goes on with the statement of the block before, as <c>else</c> does.</param>
    public void Open(string? head = null, bool continues = false)
    {
        _isAfterBlock &= !continues;
        if (head is not null)
        {
            Line(head);
        }

        Write("{");
        _isAfterBlock = false;
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Write("}");
        _isAfterBlock = true;
    }

    /// <summary>An empty line before what follows, if anything does.</summary>
    public void Separate() => _isAfterBlock = true;

    public override string ToString() => _text.ToString();

    private void Write(string line) => _text.Append(' ', line.Length == 0 ? 0 : Column).Append(line).Append('\n');
}
