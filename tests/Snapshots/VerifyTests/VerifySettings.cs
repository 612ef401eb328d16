using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace VerifyTests;

/// <summary>How one output is compared with the expected one.</summary>
public sealed class VerifySettings
{
    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal object?[] Parameters { get; private set; } = [];

    internal bool Accepts { get; private set; }

    internal List<Action<StringBuilder>> Scrubbers { get; } = [];

    internal List<Func<GeneratedSourceResult, bool>> IgnoredResults { get; } = [];

    /// <summary>The folder of the expected output, relative to that of the test's source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>The whole prefix of the files, in the place of type, method and parameters.</summary>
    public void UseFileName(string fileName) => FileName = fileName;

    public void UseTypeName(string name) => TypeName = name;

    public void UseMethodName(string name) => MethodName = name;

    /// <summary>The values of a theory's parameters, in their order; they become part of the files' names.</summary>
    public void UseParameters(params object?[] parameters) => Parameters = parameters;

    public void AddScrubber(Action<StringBuilder> scrubber) => Scrubbers.Add(scrubber);

    /// <summary>Leaves out the lines for which <paramref name="removeLine"/> holds.</summary>
    public void ScrubLines(Func<string, bool> removeLine) => Scrubbers.Add(LineScrubbing.Replace(line => removeLine(line) ? null : line));

    /// <summary>Puts the result of <paramref name="replaceLine"/> in the place of each line; <c>null</c> leaves it out.</summary>
    public void ScrubLinesWithReplace(Func<string, string?> replaceLine) => Scrubbers.Add(LineScrubbing.Replace(replaceLine));

    /// <summary>Overwrites the expected output instead of failing.</summary>
    public void AutoVerify() => Accepts = true;

    /// <summary>For the real package, which opens a diff tool; there is none here.</summary>
    public void DisableDiff()
    {
    }

    internal static string Text(object? parameter) => parameter switch
    {
        null => "null",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => parameter.ToString() ?? "",
    };
}
