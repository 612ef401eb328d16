using System.Text;
using VerifyTests;

namespace Snapshots.Comparison;

/// <summary>Tells of all files of a test that aren't as expected: first which, then how they differ.</summary>
internal sealed class FailureMessage(string directory)
{
    private readonly StringBuilder added = new();
    private readonly StringBuilder changed = new();
    private readonly StringBuilder leftOver = new();
    private readonly StringBuilder content = new();

    public void New(string received, string verified, string text)
    {
        Pair(added, received, verified);
        content.Append($"\n\nNew: {Path.GetFileName(received)}\n").Append(text);
    }

    public void NotEqual(string received, string verified, string expected, string text)
    {
        Pair(changed, received, verified);
        content.Append($"\n\nNotEqual: {Path.GetFileName(verified)} (-) and {Path.GetFileName(received)} (+)\n").Append(LineDiff.Of(expected, text));
    }

    public void Delete(string verified) => leftOver.Append($"\n  - {Path.GetFileName(verified)}");

    public void ThrowIfAny()
    {
        StringBuilder message = new($"Directory: {directory}");
        Section(message, "New", added);
        Section(message, "NotEqual", changed);
        Section(message, "Delete", leftOver);
        if (added.Length + changed.Length + leftOver.Length == 0)
        {
            return;
        }

        message.Append($"\n(Where the outputs are right: {Acceptance.Variable}=1 dotnet test accepts them.)");
        if (content.Length > 0)
        {
            message.Append("\n\nFileContent:").Append(content);
        }

        throw new VerifyException(message.ToString());
    }

    private static void Pair(StringBuilder section, string received, string verified) =>
        section.Append($"\n  - Received: {Path.GetFileName(received)}\n    Verified: {Path.GetFileName(verified)}");

    private static void Section(StringBuilder message, string title, StringBuilder lines)
    {
        if (lines.Length > 0)
        {
            message.Append($"\n{title}:").Append(lines);
        }
    }
}
