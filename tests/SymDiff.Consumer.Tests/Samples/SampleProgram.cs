using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SymDiff.Consumer.Tests.Samples;

/// <summary>A sample as it was built with these tests: in the folders of the same configuration and framework.</summary>
internal static class SampleProgram
{
    public static string Folder(string sample) => Path.GetFullPath(Path.Combine(Here(), "../../../samples", sample));

    /// <summary>What it prints.</summary>
    public static string Run(string sample, params string[] arguments)
    {
        using Process process = Start(sample, arguments);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    public static Process Start(string sample, params string[] arguments)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string program = Path.Combine(Folder(sample), "bin", output.Parent!.Name, output.Name, sample + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };

        // A machine whose decimal sign is a comma has the same tables.
        start.Environment["LANG"] = "de_DE.UTF-8";
        return Process.Start(start)!;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
