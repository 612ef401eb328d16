using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SymDiff.Generators.Tests.Infrastructure;

internal static partial class ModuleInitializer
{
    [ModuleInitializer]
    public static void Initialize()
    {
        VerifySourceGenerators.Initialize();
        VerifierSettings.ScrubLinesWithReplace(static line => Version().Replace(line, "{version}"));
    }

    /// <summary>A release shall not change every snapshot.</summary>
    [GeneratedRegex("""(?<=GeneratedCode(Attribute)?\("SymDiff", ")[^"]*(?="\))""")]
    private static partial Regex Version();
}
