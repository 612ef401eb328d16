using Microsoft.CodeAnalysis;

namespace VerifyTests;

/// <summary>Verification of what source generators write.</summary>
public static class VerifySourceGenerators
{
    private static int initialized;

    internal static bool IsInitialized => Volatile.Read(ref initialized) != 0;

    /// <summary>Call once, in the module initializer of the test assembly.</summary>
    public static void Initialize()
    {
        if (Interlocked.Exchange(ref initialized, 1) != 0)
        {
            throw new InvalidOperationException("VerifySourceGenerators.Initialize was called twice.");
        }
    }

    /// <summary>Leaves out the generated files for which <paramref name="shouldIgnore"/> holds.</summary>
    public static void IgnoreGeneratedResult(this VerifySettings settings, Func<GeneratedSourceResult, bool> shouldIgnore) =>
        settings.IgnoredResults.Add(shouldIgnore);

    /// <inheritdoc cref="IgnoreGeneratedResult(VerifySettings, Func{GeneratedSourceResult, bool})"/>
    public static SettingsTask IgnoreGeneratedResult(this SettingsTask settings, Func<GeneratedSourceResult, bool> shouldIgnore)
    {
        settings.CurrentSettings.IgnoreGeneratedResult(shouldIgnore);
        return settings;
    }
}
