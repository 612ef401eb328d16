using System.Text;
using VerifyTests;

namespace Snapshots.Comparison;

/// <summary>Takes out of a text what differs from one machine to the next.</summary>
internal sealed class Scrubbing(SnapshotPath path, VerifySettings settings)
{
    public string Apply(string text)
    {
        StringBuilder builder = new(text);
        builder.Replace("\r\n", "\n").Replace('\r', '\n');
        foreach ((string folder, string name) in Folders())
        {
            builder.Replace(folder + Path.DirectorySeparatorChar, name).Replace(folder, name);
        }

        foreach (Action<StringBuilder> scrub in settings.Scrubbers.Concat(VerifierSettings.Scrubbers))
        {
            scrub(builder);
        }

        return builder.ToString();
    }

    /// <summary>The longest first, since one may lie in another.</summary>
    private IEnumerable<(string Folder, string Name)> Folders() =>
        new (string? Folder, string Name)[]
        {
            (path.ProjectDirectory, "{ProjectDirectory}"),
            (path.SolutionDirectory, "{SolutionDirectory}"),
            (Environment.CurrentDirectory, "{CurrentDirectory}"),
            (Path.GetTempPath(), "{TempPath}"),
        }
        .Where(entry => entry.Folder is not null)
        .Select(entry => (Folder: Path.TrimEndingDirectorySeparator(entry.Folder!), entry.Name))
        .Where(entry => entry.Folder.Length > 1)
        .OrderByDescending(entry => entry.Folder.Length);
}
