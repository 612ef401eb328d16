using System.Text;

namespace VerifyTests;

/// <summary>What holds for all tests of the assembly; set once, in its module initializer.</summary>
public static class VerifierSettings
{
    internal static List<Action<StringBuilder>> Scrubbers { get; } = [];

    public static void AddScrubber(Action<StringBuilder> scrubber) => Scrubbers.Add(scrubber);

    public static void ScrubLinesWithReplace(Func<string, string?> replaceLine) => Scrubbers.Add(LineScrubbing.Replace(replaceLine));
}
