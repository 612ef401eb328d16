using System.Text;
using VerifyTests;

namespace Snapshots.Comparison;

/// <summary>The files of one test: compares the outputs with the expected ones, and fails on what is new, different or left over.</summary>
internal sealed class SnapshotFiles(SnapshotPath path, bool accept)
{
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly FailureMessage message = new(path.Directory);

    public void Compare(IReadOnlyList<Target> targets)
    {
        foreach (string stale in Existing("received"))
        {
            File.Delete(stale);
        }

        string[] names = FileNames(targets);
        for (int i = 0; i < targets.Count; i++)
        {
            Compare(names[i], targets[i]);
        }

        HashSet<string> produced = [.. names.Select((name, i) => Verified(name, targets[i]))];
        foreach (string leftover in Existing("verified").Where(file => !produced.Contains(file)).Order(StringComparer.Ordinal))
        {
            Discard(leftover);
        }

        message.ThrowIfAny();
    }

    private void Compare(string name, Target target)
    {
        string verified = Verified(name, target);
        string? expected = File.Exists(verified) ? File.ReadAllText(verified, Utf8WithMark) : null;
        if (expected == target.Text && StartsWithMark(verified))
        {
            return;
        }

        if (accept)
        {
            Write(verified, target.Text);
            return;
        }

        string received = Path.Combine(path.Directory, $"{name}.received.{target.Extension}");
        Write(received, target.Text);
        if (expected is null)
        {
            message.New(received, verified, target.Text);
        }
        else
        {
            message.NotEqual(received, verified, expected, target.Text);
        }
    }

    private void Discard(string leftover)
    {
        if (accept)
        {
            File.Delete(leftover);
        }
        else
        {
            message.Delete(leftover);
        }
    }

    private string Verified(string name, Target target) => Path.Combine(path.Directory, $"{name}.verified.{target.Extension}");

    /// <summary>Two targets with one name and extension are told apart by their number.</summary>
    private string[] FileNames(IReadOnlyList<Target> targets)
    {
        string[] names = [.. targets.Select(target => target.Name is null ? path.Prefix : $"{path.Prefix}#{target.Name}")];
        IEnumerable<IGrouping<(string, string), int>> twins = Enumerable.Range(0, names.Length)
            .GroupBy(i => (names[i], targets[i].Extension))
            .Where(group => group.Count() > 1)
            .ToList();
        foreach (IGrouping<(string, string), int> group in twins)
        {
            int number = 0;
            foreach (int i in group)
            {
                names[i] += $".{number++:00}";
            }
        }

        return names;
    }

    private IEnumerable<string> Existing(string kind) =>
        !Directory.Exists(path.Directory)
            ? []
            : Directory.EnumerateFiles(path.Directory, $"{path.Prefix}.{kind}.*").Concat(Directory.EnumerateFiles(path.Directory, $"{path.Prefix}#*.{kind}.*")).ToList();

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, Utf8WithMark);
    }

    private static bool StartsWithMark(string file)
    {
        Span<byte> start = stackalloc byte[3];
        using FileStream stream = File.OpenRead(file);
        return stream.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Utf8WithMark.Preamble);
    }
}
