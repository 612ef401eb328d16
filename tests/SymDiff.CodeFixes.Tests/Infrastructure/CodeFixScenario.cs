using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace SymDiff.CodeFixes.Tests.Infrastructure;

/// <summary>A code fix applied to a program in which the generator reports a problem, marked <c>{|SYMD0101:…|}</c>.</summary>
internal sealed class CodeFixScenario : CodeFixTest<DefaultVerifier>
{
    private readonly CodeFixProvider fix;
    private readonly Type generator;

    private CodeFixScenario(CodeFixProvider fix, Type generator, string before, string after)
    {
        this.fix = fix;
        this.generator = generator;
        TestCode = before;
        FixedCode = after;
        // The references come from a package, not from a download while testing.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        foreach (SolutionState state in (SolutionState[])[TestState, FixedState])
        {
            state.AdditionalReferences.AddRange(Net100.References.All);
            state.AdditionalReferences.Add(MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "SymDiff.dll")));
        }

        // What is generated is the business of other tests.
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
    }

    /// <summary>The fix turns one program into the other, in which no problem is left but those marked.</summary>
    public static Task Check<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() =>
        Check<TFix>(Assembly.Load("SymDiff.Generators").GetType("SymDiff.Generators.DifferentiableGenerator", throwOnError: true)!, before, after);

    public static Task Check<TFix>(Type generator, string before, string after)
        where TFix : CodeFixProvider, new() =>
        new CodeFixScenario(new TFix(), generator, before.ReplaceLineEndings("\n"), after.ReplaceLineEndings("\n")).RunAsync();

    public override string Language => LanguageNames.CSharp;

    public override Type SyntaxKindType => typeof(SyntaxKind);

    protected override string DefaultFileExt => "cs";

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [fix];

    protected override IEnumerable<Type> GetSourceGenerators() => [generator];

    protected override IEnumerable<Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new EmptyDiagnosticAnalyzer()];

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);
}
