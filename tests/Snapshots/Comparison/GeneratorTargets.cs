using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.CodeAnalysis;
using VerifyTests;

namespace Snapshots.Comparison;

/// <summary>What is compared of a run of generators.</summary>
internal static class GeneratorTargets
{
    /// <summary>A file for each generated source, by generator and then by hint name; one more for the diagnostics, if there are any.</summary>
    public static IReadOnlyList<Target> Of(GeneratorDriverRunResult run, VerifySettings settings)
    {
        RequireInitialized();
        Rethrow([.. run.Results.Select(result => result.Exception).OfType<Exception>()]);

        List<Target> targets = [];
        if (!run.Diagnostics.IsEmpty)
        {
            targets.Add(new Target(null, "txt", DiagnosticText.Of(run.Diagnostics)));
        }

        foreach (GeneratorRunResult result in run.Results)
        {
            targets.AddRange(Sources(result, settings).Select(source => new Target(
                Path.GetFileNameWithoutExtension(source.SyntaxTree.FilePath), "cs", $"//HintName: {source.HintName}\n{source.SourceText}")));
        }

        return targets;
    }

    /// <summary>One file with all of it.</summary>
    public static IReadOnlyList<Target> Of(GeneratorRunResult result, VerifySettings settings)
    {
        RequireInitialized();
        Rethrow(result.Exception is null ? [] : [result.Exception]);

        StringBuilder text = new("{\n  GeneratorName: ");
        text.Append(result.Generator.GetGeneratorType().FullName);
        foreach (GeneratedSourceResult source in Sources(result, settings))
        {
            text.Append($",\n  HintName: {source.HintName},\n  Source:\n{source.SourceText}");
        }

        if (!result.Diagnostics.IsEmpty)
        {
            text.Append(",\n").Append(DiagnosticText.Member(result.Diagnostics));
        }

        return [new Target(null, "txt", text.Append("\n}").ToString())];
    }

    private static IEnumerable<GeneratedSourceResult> Sources(GeneratorRunResult result, VerifySettings settings) =>
        result.GeneratedSources
            .Where(source => !settings.IgnoredResults.Any(ignore => ignore(source)))
            .OrderBy(source => source.HintName, StringComparer.Ordinal);

    private static void RequireInitialized()
    {
        if (!VerifySourceGenerators.IsInitialized)
        {
            throw new InvalidOperationException("Call VerifySourceGenerators.Initialize() in a module initializer of the test assembly.");
        }
    }

    private static void Rethrow(IReadOnlyList<Exception> exceptions)
    {
        switch (exceptions)
        {
            case []:
                return;
            case [Exception single]:
                ExceptionDispatchInfo.Throw(single);
                return;
            default:
                throw new AggregateException(exceptions);
        }
    }
}
