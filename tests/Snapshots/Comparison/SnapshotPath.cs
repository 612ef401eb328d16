using System.Collections.Concurrent;
using System.Text;
using VerifyTests;

namespace Snapshots.Comparison;

/// <summary>The folder and the prefix of a test's files.</summary>
internal sealed record SnapshotPath(string Directory, string Prefix, string ProjectDirectory, string? SolutionDirectory)
{
    private static readonly ConcurrentDictionary<string, bool> Taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Characters that some file system forbids, whatever this machine's allows, and the mark that begins a target's name.</summary>
    private const string Illegal = "\"<>|:*?\\/#";

    public static SnapshotPath Of(VerifySettings settings, DerivePathInfo derive, string sourceFile, string method)
    {
        string sourceDirectory = Path.GetDirectoryName(sourceFile)!;
        string type = Path.GetFileNameWithoutExtension(sourceFile);
        string projectDirectory = FolderAbove(sourceDirectory, "*.csproj") ?? sourceDirectory;

        PathInfo derived = derive(sourceFile, projectDirectory, type, method);
        string directory = Path.GetFullPath(Path.Combine(sourceDirectory, settings.Directory ?? derived.Directory ?? ""));
        string prefix = settings.FileName
            ?? $"{settings.TypeName ?? derived.TypeName ?? type}.{settings.MethodName ?? derived.MethodName ?? method}{Parameters(settings)}";

        if (!Taken.TryAdd(Path.Combine(directory, prefix), true))
        {
            throw new InvalidOperationException($"Two verifications have the prefix {prefix}: give one of them a name of its own, or UseParameters.");
        }

        return new SnapshotPath(directory, prefix, projectDirectory, FolderAbove(sourceDirectory, "*.sln"));
    }

    /// <summary>The values alone are known here, not the parameters' names, which the real package writes before each.</summary>
    private static string Parameters(VerifySettings settings)
    {
        StringBuilder suffix = new();
        foreach (object? parameter in settings.Parameters)
        {
            string text = VerifySettings.Text(parameter);
            suffix.Append('_').Append([.. text.Select(character => char.IsControl(character) || Illegal.Contains(character) ? '-' : character)]);
        }

        return suffix.ToString();
    }

    private static string? FolderAbove(string start, string pattern)
    {
        for (DirectoryInfo? folder = new(start); folder is { Exists: true }; folder = folder.Parent)
        {
            if (folder.EnumerateFiles(pattern).Any())
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
