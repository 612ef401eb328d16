using System.Runtime.CompilerServices;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>Snapshots of what the generator writes.</summary>
public static class GeneratedText
{
    /// <summary>Runs the generator with all checks, and compares files and diagnostics with those beside the test.</summary>
    public static Task VerifyGenerated(TestSource source, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Verify(GeneratorRun.Of(source).Driver, sourceFile: sourceFile).UseMethodName(method);
}
