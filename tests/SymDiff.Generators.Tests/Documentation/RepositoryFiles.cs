using System.Runtime.CompilerServices;

namespace SymDiff.Generators.Tests.Documentation;

/// <summary>Files of the repository, found from where this one lies.</summary>
internal static class RepositoryFiles
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    public static string PathOf(string relative) => Path.Combine(s_root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
