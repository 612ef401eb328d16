namespace SymDiff.Package.Tests;

/// <summary>A test that needs what Native AOT links with; skipped, with the reason, on a machine without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        if (OperatingSystem.IsLinux() && Linker is null)
        {
            Skip = "Native AOT needs clang or gcc to link, and neither is on the PATH.";
        }
    }

    /// <summary>The compiler driver that links; the SDK's own choice is clang.</summary>
    public static string? Linker { get; } = Array.Find(["clang", "gcc"], IsOnPath);

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
