using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Tests.Infrastructure.Checks;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>One run of the generator over a program.</summary>
internal sealed record GeneratorRun(TestSource Source, IIncrementalGenerator Generator, CSharpCompilation Input, GeneratorDriver Driver, CSharpCompilation Output)
{
    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated files, by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Files =>
        Result.GeneratedSources.ToImmutableSortedDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>All generated text, for tests that look for a part of it.</summary>
    public string Text => string.Join('\n', Files.Values);

    /// <summary>Runs SymDiff's generator, and checks what holds for every run: see the folder Checks.</summary>
    public static GeneratorRun Of(TestSource source) => Of(source, Drivers.Generator());

    public static GeneratorRun Of(TestSource source, IIncrementalGenerator generator)
    {
        GeneratorRun run = Unchecked(source, generator);
        ExpectedDiagnostics.Check(run);
        SecondRun.Check(run);
        PipelineValues.Check(run);
        GeneratedCode.Check(run);
        HostileCultures.Check(run);
        return run;
    }

    /// <summary>Only runs the generator; for tests that measure, and for those of programs by the thousand.</summary>
    public static GeneratorRun Unchecked(TestSource source, CancellationToken cancellation = default) => Unchecked(source, Drivers.Generator(), cancellation);

    public static GeneratorRun Unchecked(TestSource source, IIncrementalGenerator generator, CancellationToken cancellation = default) =>
        Start(source, generator, Compilations.Create(source), Drivers.Create(source, generator), cancellation);

    /// <summary>Runs the generator over another program, with what it remembers of this one.</summary>
    public GeneratorRun Again(CSharpCompilation input, CancellationToken cancellation = default) => Start(Source, Generator, input, Driver, cancellation);

    private static GeneratorRun Start(
        TestSource source, IIncrementalGenerator generator, CSharpCompilation input, GeneratorDriver driver, CancellationToken cancellation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _, cancellation);
        GeneratorRun run = new(source, generator, input, driver, (CSharpCompilation)output);
        if (run.Result.Exception is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return run;
    }
}
