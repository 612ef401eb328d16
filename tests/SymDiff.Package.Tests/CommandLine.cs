using System.Diagnostics;
using Xunit.Sdk;

namespace SymDiff.Package.Tests;

/// <summary>Commands as a person would type them, in a given folder.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a command to its end and gives what it printed; a command that fails, fails the test with all that it said.</summary>
    public static async Task<string> Run(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ForgetThisBuild(start.Environment);

        using Process process = Process.Start(start)!;
        using CancellationTokenSource limit = new(Limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new XunitException($"Not finished after {Limit}: {Text()}\n{await output}\n{await errors}");
        }

        return process.ExitCode == 0 ? await output : throw new XunitException($"Exit code {process.ExitCode}: {Text()}\n{await output}\n{await errors}");

        string Text() => $"{program} {string.Join(' ', arguments)}";
    }

    /// <summary>The tests may run inside a build, whose variables would lead the consumer's build astray.</summary>
    private static void ForgetThisBuild(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }
    }
}
