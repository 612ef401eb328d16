using System.Reflection;

namespace SymDiff.Package.Tests;

/// <summary>What the build told the tests of itself.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string PackageVersion { get; } = Metadata("PackageVersion");

    public static string PackageCache { get; } = Metadata("PackageCache");

    private static string Metadata(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
