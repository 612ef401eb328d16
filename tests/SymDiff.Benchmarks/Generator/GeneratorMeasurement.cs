using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators;

namespace SymDiff.Benchmarks.Generator;

/// <summary>Processor time, which other processes disturb less than they do the clock on the wall.</summary>
/// <param name="Generator">A first run over the source: everything is lifted, differentiated and written.</param>
/// <param name="Lifting">The run after an edit in another file: everything is lifted again, and nothing else is done.</param>
/// <param name="Binding">What lifting can't do without: the compiler finds out what every name and operator in the marked methods means.</param>
/// <param name="Allocated">Bytes that the first run allocates, which nothing disturbs.</param>
/// <param name="Lines">Those of the generated code.</param>
/// <param name="BuildWithout">To compile the source alone.</param>
/// <param name="BuildWith">To run the generator, and to compile the source and what was generated.</param>
internal sealed record GeneratorMeasurement(TimeSpan Generator, TimeSpan Lifting, TimeSpan Binding, long Allocated, int Lines, TimeSpan BuildWithout, TimeSpan BuildWith)
{
    private static readonly CSharpParseOptions s_options = new(documentationMode: DocumentationMode.Parse);

    /// <summary>The lowest of several runs.</summary>
    public static GeneratorMeasurement Of(string[] sources, int repetitions)
    {
        GeneratorMeasurement[] runs = [.. Enumerable.Range(0, repetitions).Select(_ => Once(sources))];
        return new GeneratorMeasurement(
            runs.Min(run => run.Generator), runs.Min(run => run.Lifting), runs.Min(run => run.Binding), runs.Min(run => run.Allocated), runs[0].Lines, runs.Min(run => run.BuildWithout), runs.Min(run => run.BuildWith));
    }

    private static GeneratorMeasurement Once(string[] sources)
    {
        SyntaxTree other = File("Other.cs", "internal class Other;");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Scaling",
            [.. sources.Select((source, k) => File($"Functions{k}.cs", source)), other],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(DifferentiableAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Disable));
        TimeSpan buildWithout = Processor(() => Emit(compilation));

        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DifferentiableGenerator().AsSourceGenerator()],
            parseOptions: s_options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Compilation output = compilation;
        long allocated = GC.GetTotalAllocatedBytes();
        TimeSpan generator = Processor(() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out output, out _));
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        TimeSpan building = Processor(() => Emit(output));
        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        if (run.Exception is not null || run.GeneratedSources.IsEmpty)
        {
            throw new InvalidOperationException($"Nothing to measure: {run.Exception}\n{string.Join('\n', run.Diagnostics.Take(5))}");
        }

        CSharpCompilation edited = Edited(compilation, other);
        TimeSpan lifting = Processor(() => driver = driver.RunGenerators(edited));
        run = driver.GetRunResult().Results.Single();
        if (Reasons(run, Stage.Lift).Contains(IncrementalStepRunReason.Cached) || Reasons(run, Stage.Write).Any(reason => reason != IncrementalStepRunReason.Cached))
        {
            throw new InvalidOperationException("The run after the edit did something else than to lift.");
        }

        return new GeneratorMeasurement(generator, lifting, Processor(Bind(Edited(compilation, other))), allocated, run.GeneratedSources.Sum(file => file.SourceText.Lines.Count), buildWithout, generator + building);
    }

    /// <summary>After an edit elsewhere: a compilation in which no body has been looked at, but all declarations, as the compiler does with or without a generator.</summary>
    private static CSharpCompilation Edited(CSharpCompilation compilation, SyntaxTree other)
    {
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(other, File("Other.cs", "internal class Another;"));
        edited.GetDeclarationDiagnostics();
        return edited;
    }

    private static Action Bind(CSharpCompilation compilation)
    {
        (SemanticModel Model, MethodDeclarationSyntax Method)[] methods =
        [
            .. compilation.SyntaxTrees
                .Select(tree => compilation.GetSemanticModel(tree))
                .SelectMany(model => model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => (model, method))),
        ];
        return () => Array.ForEach(methods, method => method.Model.GetOperation(method.Method));
    }

    private static SyntaxTree File(string path, string text) => CSharpSyntaxTree.ParseText(text, s_options, path);

    private static void Emit(Compilation compilation)
    {
        var result = compilation.Emit(Stream.Null);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
        }
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult run, string stage)
        => run.TrackedSteps[stage].SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static TimeSpan Processor(Action action)
    {
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }
}
