using System.IO.Compression;
using Xunit.Sdk;

namespace SymDiff.Package.Tests;

/// <summary>The package holds what it should, and a project that knows nothing but the package can be built, run and published with it.</summary>
public sealed class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private static readonly string[] Bookkeeping = ["_rels/", "package/", "[Content_Types].xml"];

    [Fact]
    public void The_package_holds_the_library_the_analyzers_and_the_build_files() => Assert.Equal(
        [
            "README.md",
            "SymDiff.nuspec",
            "analyzers/dotnet/cs/SymDiff.CodeFixes.dll",
            "analyzers/dotnet/cs/SymDiff.Generators.dll",
            "analyzers/dotnet/cs/SymDiff.Symbolics.dll",
            "build/SymDiff.props",
            "build/SymDiff.targets",
            "buildTransitive/SymDiff.props",
            "buildTransitive/SymDiff.targets",
            "icon.png",
            "lib/net10.0/SymDiff.dll",
            "lib/net10.0/SymDiff.xml",
            "lib/netstandard2.0/SymDiff.dll",
            "lib/netstandard2.0/SymDiff.xml",
        ],
        Entries(package.Package));

    [Fact]
    public void The_symbols_are_those_of_the_library() =>
        Assert.Equal(["SymDiff.nuspec", "lib/net10.0/SymDiff.pdb", "lib/netstandard2.0/SymDiff.pdb"], Entries(package.Symbols));

    [Fact]
    public void The_package_asks_for_no_compiler_package() =>
        Assert.DoesNotContain("Microsoft.CodeAnalysis", Text(package.Package, "SymDiff.nuspec"), StringComparison.Ordinal);

    [Fact]
    public void A_program_that_uses_it_prints_what_is_expected() => Assert.Equal(package.ExpectedOutput, package.Output);

    [Fact]
    public async Task A_trimmed_program_prints_the_same() =>
        Assert.Equal(package.Output, await package.PublishAndRun("trimmed", "-p:PublishTrimmed=true", "--self-contained"));

    [NativeAotFact]
    public async Task A_native_program_prints_the_same() =>
        Assert.Equal(package.Output, await package.PublishAndRun("native", "-p:PublishAot=true", $"-p:CppCompilerAndLinker={NativeAotFactAttribute.Linker}"));

    [Fact]
    public async Task An_sdk_that_is_too_old_is_told_so()
    {
        XunitException failure = await Assert.ThrowsAsync<XunitException>(() => package.Build("-p:SymDiffMinimumSdkVersion=99.0.100"));

        Assert.Contains("error SYMD9998: SymDiff needs the .NET SDK 99.0.100 or later", failure.Message, StringComparison.Ordinal);
    }

    private static string[] Entries(string zip)
    {
        using ZipArchive archive = ZipFile.OpenRead(zip);
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !Bookkeeping.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }

    private static string Text(string zip, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(zip);
        using StreamReader reader = new(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
