using System.Text;

namespace VerifyTests;

/// <summary>Scrubbers that see one line at a time.</summary>
internal static class LineScrubbing
{
    public static Action<StringBuilder> Replace(Func<string, string?> replaceLine) => text =>
    {
        IEnumerable<string?> lines = text.ToString().Split('\n').Select(replaceLine).Where(line => line is not null);
        string scrubbed = string.Join('\n', lines);
        text.Clear().Append(scrubbed);
    };
}
