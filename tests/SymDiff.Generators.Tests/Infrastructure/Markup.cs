using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>A place at which the text says that a diagnostic is reported; no id: any of SymDiff's.</summary>
internal sealed record MarkedSpan(TextSpan Span, string? Id);

/// <summary>Text with marks around the spans of expected diagnostics: <c>{|ID:…|}</c> and <c>[|…|]</c>.</summary>
internal sealed partial record Markup(string Text, ImmutableArray<MarkedSpan> Spans)
{
    public static Markup Parse(string marked)
    {
        StringBuilder text = new();
        Stack<(int Start, string? Id)> open = [];
        ImmutableArray<MarkedSpan>.Builder spans = ImmutableArray.CreateBuilder<MarkedSpan>();
        int position = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Value is "|]" or "|}")
            {
                (int start, string? id) = open.Pop();
                spans.Add(new MarkedSpan(TextSpan.FromBounds(start, text.Length), id));
            }
            else
            {
                open.Push((text.Length, mark.Groups["id"] is { Success: true, Value: string id } ? id : null));
            }
        }

        text.Append(marked, position, marked.Length - position);
        return open.Count == 0
            ? new Markup(text.ToString(), spans.ToImmutable())
            : throw new FormatException("A mark is opened and not closed: " + marked);
    }

    /// <summary>The text with marks, to be pasted into a test.</summary>
    public static string Write(string text, IEnumerable<MarkedSpan> spans)
    {
        // From the end to the start, so that positions stay true; of two marks at one place the inner one is written first.
        IEnumerable<(int Position, int Order, string Mark)> marks = spans.SelectMany(span => new[]
        {
            (span.Span.Start, -span.Span.Length, $"{{|{span.Id}:"),
            (span.Span.End, span.Span.Length, "|}"),
        });
        StringBuilder marked = new(text);
        foreach ((int position, _, string mark) in marks.OrderByDescending(mark => mark.Position).ThenByDescending(mark => mark.Order))
        {
            marked.Insert(position, mark);
        }

        return marked.ToString();
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+[0-9]+):|\[\||\|\]|\|\}")]
    private static partial Regex Mark();
}
