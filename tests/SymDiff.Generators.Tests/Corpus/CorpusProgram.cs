using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Model;
using SymDiff.Generators.Tests.Corpus.Duals;
using SymDiff.Generators.Tests.Infrastructure.Checks;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>A file of the corpus, compiled twice: with what is generated for it, and of dual numbers.</summary>
internal sealed partial class CorpusProgram : IDisposable
{
    private readonly LoadedProgram program;
    private readonly AssemblyLoadContext duals = new("dual numbers", isCollectible: true);
    private readonly Type twin;
    private readonly ImmutableDictionary<string, CorpusMethod> methods;

    /// <param name="isChecked">Whether the compiler's warnings about what is generated are looked for; programs by the thousand do without.</param>
    public CorpusProgram(string text, Summation summation, bool isChecked = true)
    {
        Summation = summation;
        GeneratorRun run = GeneratorRun.Unchecked(new TestSource(With(summation, text)) { More = [CorpusFile.Read("Attribute", "AtAttribute").Text] });
        if (isChecked)
        {
            GeneratedCode.Check(run);
        }

        SyntaxTree source = run.Input.SyntaxTrees.First();
        ImmutableArray<CorpusMethod> all = CorpusMethod.Read((CompilationUnitSyntax)source.GetRoot());
        methods = all.ToImmutableDictionary(method => method.Name);
        Errors = [.. run.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        string generated = run.Text;
        CorpusMethod[] differentiated = [.. all.Where(method => generated.Contains($" {method.Name}ValueAndGradient(", StringComparison.Ordinal))];
        SyntaxTree adapters = CSharpSyntaxTree.ParseText(AdapterText.OfDerivatives(differentiated), (CSharpParseOptions)source.Options, "Adapters.cs");
        program = LoadedProgram.Of(run with { Output = run.Output.AddSyntaxTrees(adapters) });
        twin = Twin(source, all);
    }

    public ImmutableArray<Diagnostic> Errors { get; }

    public Summation Summation { get; }

    /// <summary>What is generated for a method.</summary>
    public string Generated(string method) => program.Run.Files.Values.First(text => text.Contains($" {method}ValueAndGradient(", StringComparison.Ordinal));

    /// <summary>What the generator has read.</summary>
    public ImmutableArray<LiftedMethod> Lifted =>
        [.. program.Run.Result.TrackedSteps[Stage.Lift].SelectMany(static step => step.Outputs).Select(static output => (LiftedMethod)output.Value)];

    public CorpusMethod this[string method] => methods[method];

    public bool IsDifferentiated(string method) => program.Type(AdapterText.TypeName).GetMethod(method) is not null;

    public AdapterText.Value<double> Value(string method) => Delegate<AdapterText.Value<double>>(program.Type(AdapterText.TypeName), method);

    public AdapterText.Derivative Derivative(string method, string member) => Delegate<AdapterText.Derivative>(program.Type(AdapterText.TypeName), method + member);

    public AdapterText.Value<Dual> OfDuals(string method) => Delegate<AdapterText.Value<Dual>>(twin, method);

    /// <summary>The points that the method's attributes name.</summary>
    public ImmutableArray<CorpusPoint> Points(string method)
    {
        CorpusMethod declared = methods[method];
        MethodInfo loaded = program.Type(declared.Type).GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return [.. loaded.GetCustomAttributesData().Where(attribute => attribute.AttributeType.Name == "AtAttribute").Select(attribute => CorpusPoint.Read(attribute, declared))];
    }

    public void Dispose()
    {
        program.Dispose();
        duals.Unload();
    }

    private static string With(Summation summation, string text)
        => summation == Summation.Lanes ? text : Attribute().Replace(text, match => $"[Differentiable({(match.Groups["names"].Value is { Length: > 0 } names ? names + ", " : "")}Summation = Summation.{summation})");

    [GeneratedRegex(@"\[Differentiable(\((?<names>(nameof\(\w+\)(, )?)+)\))?")]
    private static partial Regex Attribute();

    private static T Delegate<T>(Type type, string method)
        where T : Delegate
        => type.GetMethod(method)!.CreateDelegate<T>();

    private Type Twin(SyntaxTree source, ImmutableArray<CorpusMethod> all)
    {
        var options = (CSharpParseOptions)source.Options;
        SyntaxTree adapters = CSharpSyntaxTree.ParseText("using SymDiff.Generators.Tests.Corpus.Duals;\n" + AdapterText.OfValues(all, nameof(Dual)), options);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Duals",
            [DualText.Of(source), adapters, .. source.ToString().Contains("using System.Numerics;", StringComparison.Ordinal) ? DualText.OfTwins(options) : []],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Dual).Assembly.Location), MetadataReference.CreateFromFile(typeof(DifferentiableAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using MemoryStream image = new();
        if (compilation.Emit(image) is { Success: false } result)
        {
            IEnumerable<string> errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString());
            throw new XunitException($"Doesn't compile with dual numbers:\n{string.Join('\n', errors)}\n\n{compilation.SyntaxTrees[0]}");
        }

        image.Position = 0;
        return duals.LoadFromStream(image).GetType(AdapterText.TypeName)!;
    }
}
