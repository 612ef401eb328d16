using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Snapshots.Comparison;

/// <summary>Diagnostics as text: members that have their default value are left out, positions count from zero.</summary>
internal static class DiagnosticText
{
    public static string Of(IEnumerable<Diagnostic> diagnostics) => $"{{\n{Member(diagnostics)}\n}}";

    public static string Member(IEnumerable<Diagnostic> diagnostics) =>
        $"  Diagnostics: [\n{string.Join(",\n", diagnostics.Select(diagnostic => Block(Members(diagnostic), "    ")))}\n  ]";

    private static IEnumerable<string> Members(Diagnostic diagnostic)
    {
        if (diagnostic.Location != Location.None)
        {
            yield return $"Location: {Position(diagnostic.Location)}";
        }

        yield return $"Message: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        yield return $"Severity: {diagnostic.Severity}";
        if (diagnostic.WarningLevel != 0)
        {
            yield return $"WarningLevel: {diagnostic.WarningLevel.ToString(CultureInfo.InvariantCulture)}";
        }

        yield return $"Descriptor: {Block(Members(diagnostic.Descriptor), "      ").TrimStart()}";
    }

    private static IEnumerable<string> Members(DiagnosticDescriptor descriptor)
    {
        yield return $"Id: {descriptor.Id}";
        foreach ((string name, string value) in new[]
        {
            ("Title", descriptor.Title.ToString(CultureInfo.InvariantCulture)),
            ("Description", descriptor.Description.ToString(CultureInfo.InvariantCulture)),
            ("HelpLink", descriptor.HelpLinkUri),
            ("MessageFormat", descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture)),
        })
        {
            if (value.Length > 0)
            {
                yield return $"{name}: {value}";
            }
        }

        yield return $"Category: {descriptor.Category}";
        yield return $"DefaultSeverity: {descriptor.DefaultSeverity}";
        yield return $"IsEnabledByDefault: {(descriptor.IsEnabledByDefault ? "true" : "false")}";
        if (descriptor.CustomTags.Any())
        {
            yield return $"CustomTags: [\n{string.Join(",\n", descriptor.CustomTags.Select(tag => $"          {tag}"))}\n        ]";
        }
    }

    private static string Block(IEnumerable<string> members, string indent) =>
        $"{indent}{{\n{string.Join(",\n", members.Select(member => $"{indent}  {member}"))}\n{indent}}}";

    private static string Position(Location location)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        string path = span.Path.Length == 0 ? " " : span.Path.Replace('/', '\\');
        string position = $"{path}: {span.Span}";
        return location.SourceTree is { } tree ? $"{Excerpt(tree.GetText(), span.Span)}{position}" : position;
    }

    /// <summary>The lines of the location with a line around them, and marks under its span.</summary>
    private static string Excerpt(SourceText text, LinePositionSpan span)
    {
        StringBuilder excerpt = new("/*\n");
        int last = Math.Min(text.Lines.Count - 1, span.End.Line + 1);
        for (int i = Math.Max(0, span.Start.Line - 1); i <= last; i++)
        {
            string line = text.Lines[i].ToString();
            excerpt.Append(line).Append('\n');
            if (i >= span.Start.Line && i <= span.End.Line)
            {
                int start = i == span.Start.Line ? span.Start.Character : line.Length - line.TrimStart().Length;
                int end = i == span.End.Line ? span.End.Character : line.Length;
                excerpt.Append(' ', start).Append('^', Math.Max(1, end - start)).Append('\n');
            }
        }

        return excerpt.Append("*/\n").ToString();
    }
}
