using System.Diagnostics;
using System.Globalization;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators;

namespace SymDiff.Benchmarks.Generator;

/// <summary>How long the generator takes, by size of the source, inside a compiler that has run it before, as a build server has.</summary>
internal static class GeneratorScaling
{
    private static readonly int[] s_usualSizes = [1_000, 3_000, 10_000, 30_000];
    private const int Methods = 200;
    private const int Repetitions = 3;

    public static void Run(int[] sizes)
    {
        for (int i = 0; i < Repetitions; i++)
        {
            Measure(Sources.OneMethod(500));
            Measure(Sources.ManyMethods(Methods));
        }

        Print($"| source | generator | its processor time | of which lifting | generated lines | compiling it all |");
        Print($"|---|---:|---:|---:|---:|---:|");
        foreach (int statements in sizes.Length > 0 ? sizes : s_usualSizes)
        {
            Report($"one method of {statements} statements", Best(Sources.OneMethod(statements)));
        }

        Measurement many = Best(Sources.ManyMethods(Methods));
        Report($"{Methods} methods", many);
        Print($"");
        Print($"Lifting takes {many.Lifting.TotalMilliseconds / Methods:F3} ms a method.");
    }

    private static Measurement Best(string source) =>
        Enumerable.Range(0, Repetitions).Select(_ => Measure(source)).MinBy(measurement => measurement.Generator)!;

    private static Measurement Measure(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Scaling",
            [CSharpSyntaxTree.ParseText(source, path: "Functions.cs")],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(DifferentiableAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

        // The compiler would have to bind the methods with or without the generator.
        compilation.GetDiagnostics();

        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DifferentiableGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        GC.Collect();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        TimeSpan total = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;

        start = Stopwatch.GetTimestamp();
        var result = output.Emit(Stream.Null);
        TimeSpan compiling = Stopwatch.GetElapsedTime(start);
        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        if (!result.Success || run.Exception is not null || run.GeneratedSources.IsEmpty)
        {
            throw new InvalidOperationException($"Nothing to measure: {run.Exception}\n{string.Join('\n', run.Diagnostics.Concat(result.Diagnostics).Take(5))}");
        }

        return new Measurement(
            total,
            processor,
            run.TrackedSteps["Lift"].Aggregate(TimeSpan.Zero, (sum, step) => sum + step.ElapsedTime),
            run.GeneratedSources.Sum(file => file.SourceText.Lines.Count),
            compiling);
    }

    private static void Report(string source, Measurement measured) => Print(
        $"| {source} | {measured.Generator.TotalMilliseconds:N0} ms | {measured.Processor.TotalMilliseconds:N0} ms | {measured.Lifting.TotalMilliseconds:N0} ms | {measured.Lines:N0} | {measured.Compiling.TotalMilliseconds:N0} ms |");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Measurement(TimeSpan Generator, TimeSpan Processor, TimeSpan Lifting, int Lines, TimeSpan Compiling);
}
