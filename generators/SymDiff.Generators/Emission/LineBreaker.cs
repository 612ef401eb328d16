using System.Text;

namespace SymDiff.Generators.Emission;

/// <summary>Breaks an expression that is too long for a line: before operators and after commas, the loosest first, as much to a line as fits.</summary>
internal sealed class LineBreaker
{
    public const int Width = 140;

    // Beyond this many pieces it no longer matters where the lines end: all breaks count the same, which keeps the time linear.
    private const int TooLongToBeNice = 2000;

    private readonly IReadOnlyList<Piece> _pieces;
    private readonly int _indent;
    private readonly StringBuilder _text = new();
    private int _column;
    private int _lines;

    private LineBreaker(IReadOnlyList<Piece> pieces, int indent, int column)
        => (_pieces, _indent, _column) = (pieces, indent, column);

    /// <param name="pieces">The expression.</param>
    /// <param name="indent">Column of the statement.</param>
    /// <param name="column">Column of the expression: what stands before it on the line is counted.</param>
    /// <returns>The text, its lines after the first indented relative to the statement.</returns>
    public static string Break(IReadOnlyList<Piece> pieces, int indent, int column)
    {
        int length = 0;
        foreach (Piece piece in pieces)
        {
            length += piece.Text.Length;
        }

        if (column + length <= Width)
        {
            return Piece.Join(pieces);
        }

        var breaker = new LineBreaker(pieces, indent, column);
        breaker.Write();
        return breaker._text.ToString();
    }

    /// <summary>Parts of the same depth; a part that took several lines has the next begin on a new one.</summary>
    private sealed class Group
    {
        public int LineOfLastPart { get; set; }

        public bool IsAllOrNone { get; set; }
    }

    /// <param name="Follows">The group in which the segment follows a break; null for what starts where the text stands.</param>
    private readonly record struct Segment(int From, int To, int Level, Group? Follows);

    private void Write()
    {
        // An explicit stack of what is still to be written: expressions may be deeply nested.
        var pending = new Stack<Segment>();
        pending.Push(new Segment(0, _pieces.Count, 0, Follows: null));
        while (pending.Count > 0)
        {
            Segment segment = pending.Pop();
            int length = Length(segment);
            if (segment.Follows is { } group)
            {
                bool fits = !group.IsAllOrNone && _lines == group.LineOfLastPart && _column + 1 + length <= Width;
                Append(fits ? _pieces[segment.From - 1].Text : null, segment.Level);
                group.LineOfLastPart = _lines;
            }

            int depth = _column + length <= Width ? int.MaxValue : BreakDepth(segment);
            if (depth == int.MaxValue)
            {
                for (int i = segment.From; i < segment.To; i++)
                {
                    Append(_pieces[i].Text, segment.Level);
                }
            }
            else
            {
                PushParts(segment, depth, pending);
            }
        }
    }

    private void PushParts(Segment segment, int depth, Stack<Segment> pending)
    {
        var parts = new List<Segment>();
        var group = new Group { LineOfLastPart = _lines };
        int from = segment.From;
        for (int i = segment.From; i < segment.To; i++)
        {
            if (_pieces[i].IsBreak && _pieces[i].Depth <= depth)
            {
                group.IsAllOrNone |= _pieces[i].IsAllOrNone;
                parts.Add(new Segment(from, i, segment.Level + 1, parts.Count > 0 ? group : null));
                from = i + 1;
            }
        }

        parts.Add(new Segment(from, segment.To, segment.Level + 1, parts.Count > 0 ? group : null));
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            pending.Push(parts[i]);
        }
    }

    private void Append(string? text, int level)
    {
        if (text is null)
        {
            int spaces = level * CodeWriter.IndentSize;
            _text.Append('\n').Append(' ', spaces);
            _column = _indent + spaces;
            _lines++;
        }
        else
        {
            _text.Append(text);
            _column += text.Length;
        }
    }

    private int Length(Segment segment)
    {
        int length = 0;
        for (int i = segment.From; i < segment.To; i++)
        {
            length += _pieces[i].Text.Length;
        }

        return length;
    }

    private int BreakDepth(Segment segment)
    {
        int depth = int.MaxValue;
        for (int i = segment.From; i < segment.To; i++)
        {
            if (_pieces[i].IsBreak)
            {
                depth = Math.Min(depth, _pieces[i].Depth);
            }
        }

        return depth != int.MaxValue && segment.To - segment.From > TooLongToBeNice ? int.MaxValue - 1 : depth;
    }
}
