using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Snapshots.Comparison;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares an output with the expected one, which lies beside the test.</summary>
public static class Verifier
{
    private static DerivePathInfo derivePathInfo = static (_, _, _, _) => new PathInfo();

    /// <summary>Sets, for the whole assembly, where expected outputs lie; call it in the module initializer.</summary>
    public static void DerivePathInfo(DerivePathInfo derive) => derivePathInfo = derive;

    /// <summary>The files and diagnostics of all generators of <paramref name="target"/>.</summary>
    public static SettingsTask Verify(
        GeneratorDriver target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Verify(target.GetRunResult(), settings, sourceFile, method);

    /// <inheritdoc cref="Verify(GeneratorDriver, VerifySettings?, string, string)"/>
    public static SettingsTask Verify(
        GeneratorDriverRunResult target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Start(used => GeneratorTargets.Of(target, used), settings, sourceFile, method);

    /// <summary>All of one generator's result, in one file.</summary>
    public static SettingsTask Verify(
        GeneratorRunResult target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Start(used => GeneratorTargets.Of(target, used), settings, sourceFile, method);

    public static SettingsTask Verify(
        string target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Verify(target, "txt", settings, sourceFile, method);

    public static SettingsTask Verify(
        string target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Start(_ => [new Target(null, extension, target)], settings, sourceFile, method);

    private static SettingsTask Start(Func<VerifySettings, IReadOnlyList<Target>> targets, VerifySettings? settings, string sourceFile, string method) =>
        new(settings ?? new VerifySettings(), used =>
        {
            SnapshotPath path = SnapshotPath.Of(used, derivePathInfo, sourceFile, method);
            Scrubbing scrubbing = new(path, used);
            IEnumerable<Target> scrubbed = targets(used).Select(target => target with { Text = scrubbing.Apply(target.Text) });
            new SnapshotFiles(path, Acceptance.Of(used, Environment.GetEnvironmentVariable)).Compare([.. scrubbed]);
            return Task.CompletedTask;
        });
}
