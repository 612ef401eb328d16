namespace SymDiff.Package.Tests;

/// <summary>The package, packed afresh, in a feed beside a project that uses it; all in a temporary folder that the repository doesn't reach.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("symdiff-package-").FullName;

    public string Package => Path.Combine(Feed, $"SymDiff.{Repository.PackageVersion}.nupkg");

    public string Symbols => Path.ChangeExtension(Package, "snupkg");

    /// <summary>What the consumer prints when it simply runs.</summary>
    public string Output { get; private set; } = "";

    public string ExpectedOutput => File.ReadAllText(Path.Combine(Consumer, "expected.txt"));

    public async Task InitializeAsync()
    {
        // With outputs of its own, so that no build that goes on at the same time is disturbed.
        await CommandLine.Run(
            Repository.Root,
            "dotnet", "pack", "src/SymDiff", "-c", "Release", "-o", Feed, "--artifacts-path", Path.Combine(folder, "artifacts"), "-nodeReuse:false");

        CopyConsumer();
        ForgetEarlierPackages();
        await Build();
        Output = await CommandLine.Run(Consumer, "dotnet", Path.Combine("bin", "Release", "net10.0", "Consumer.dll"));
    }

    public Task<string> Build(params string[] options) => Dotnet(["build", "-c", "Release", .. options]);

    /// <summary>Publishes the consumer for this machine and runs the program.</summary>
    public async Task<string> PublishAndRun(string name, params string[] options)
    {
        string target = Path.Combine(folder, "published", name);
        await Dotnet(["publish", "-c", "Release", "--use-current-runtime", "-o", target, .. options]);
        return await CommandLine.Run(Consumer, Path.Combine(target, OperatingSystem.IsWindows() ? "Consumer.exe" : "Consumer"));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private string Consumer => Path.Combine(folder, "consumer");

    private string Feed => Path.Combine(folder, "feed");

    private Task<string> Dotnet(params string[] arguments) => CommandLine.Run(
        Consumer,
        "dotnet",
        [
            .. arguments,
            $"-p:SymDiffVersion={Repository.PackageVersion}",
            $"-p:RestorePackagesPath={Repository.PackageCache}",
            "-p:UseSharedCompilation=false",
            "-nodeReuse:false",
        ]);

    private void CopyConsumer()
    {
        Directory.CreateDirectory(Consumer);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
        {
            File.Copy(file, Path.Combine(Consumer, Path.GetFileName(file)));
        }
    }

    /// <summary>A package of this version that an earlier run restored would be taken for the one just packed.</summary>
    private static void ForgetEarlierPackages()
    {
        string restored = Path.Combine(Repository.PackageCache, "symdiff");
        if (Directory.Exists(restored))
        {
            Directory.Delete(restored, recursive: true);
        }
    }
}
