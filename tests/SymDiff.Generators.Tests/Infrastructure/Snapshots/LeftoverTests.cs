using System.Reflection;
using System.Runtime.CompilerServices;

namespace SymDiff.Generators.Tests.Infrastructure.Snapshots;

/// <summary>A test that is renamed or deleted leaves no expected output behind.</summary>
public sealed class LeftoverTests
{
    [Fact]
    public void Each_expected_output_belongs_to_a_test()
    {
        HashSet<string> tests = [.. Assembly.GetExecutingAssembly().GetTypes().SelectMany(type => type.GetMethods()).Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];

        IEnumerable<string> orphans = Directory.EnumerateFiles(ProjectFolder(), "*.verified.*", SearchOption.AllDirectories)
            .Where(file => !IsBuildOutput(file))
            .Where(file => !tests.Any(test => BelongsTo(Path.GetFileName(file), test)));

        Assert.Empty(orphans);
    }

    private static bool BelongsTo(string file, string test) => file.StartsWith(test, StringComparison.Ordinal) && file[test.Length] is '.' or '#' or '_';

    private static bool IsBuildOutput(string file) => Path.GetRelativePath(ProjectFolder(), file).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static string ProjectFolder([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(thisFile, "..", "..", ".."));
}
