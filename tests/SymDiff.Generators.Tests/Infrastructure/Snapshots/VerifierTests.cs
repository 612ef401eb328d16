using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SymDiff.Generators.Tests.Infrastructure.Snapshots;

/// <summary>Names and contents of the files, by the conventions of the real package.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string SourceFile => folder.File("Sample.cs");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_generated_file_begins_with_its_hint_name()
    {
        await Verify(Run(problem: false), sourceFile: SourceFile).AutoVerify();

        Assert.Equal([$"Sample.{nameof(Each_generated_file_begins_with_its_hint_name)}#A.B.g.verified.cs"], folder.Files);
        Assert.Equal("//HintName: A.B.g.cs\nclass A;", File.ReadAllText(folder.File(folder.Files[0])));
    }

    [Fact]
    public async Task Diagnostics_have_a_file_of_their_own()
    {
        await Verify(Run(problem: true), sourceFile: SourceFile).UseFileName("D").IgnoreGeneratedResult(_ => true).AutoVerify();

        const string Expected = """
            {
              Diagnostics: [
                {
                  Location: /*
            class C
            {
            ^
            }
            */
            C.cs: (1,0)-(1,1),
                  Message: Something about C,
                  Severity: Error,
                  Descriptor: {
                    Id: X0001,
                    Title: A title,
                    MessageFormat: Something about {0},
                    Category: Test,
                    DefaultSeverity: Error,
                    IsEnabledByDefault: true
                  }
                }
              ]
            }
            """;
        Assert.Equal(["D.verified.txt"], folder.Files);
        Assert.Equal(Expected, File.ReadAllText(folder.File("D.verified.txt")));
    }

    [Fact]
    public async Task Parameters_and_directory_are_part_of_the_path()
    {
        await Verify("text", sourceFile: SourceFile).UseDirectory("Deeper").UseMethodName("M").UseParameters(1.5, "a/b").AutoVerify();

        Assert.True(File.Exists(folder.File(Path.Combine("Deeper", "Sample.M_1.5_a-b.verified.txt"))));
    }

    [Fact]
    public async Task Paths_of_this_machine_are_scrubbed()
    {
        await Verify($"{Environment.CurrentDirectory}{Path.DirectorySeparatorChar}file", sourceFile: SourceFile).UseFileName("P").AutoVerify();

        Assert.Equal("{CurrentDirectory}file", File.ReadAllText(folder.File("P.verified.txt")));
    }

    [Fact]
    public async Task Lines_can_be_scrubbed()
    {
        await Verify("a 1\nb\nc", sourceFile: SourceFile).UseFileName("L").ScrubLines(line => line == "b").ScrubLinesWithReplace(line => line.Replace('1', 'n')).AutoVerify();

        Assert.Equal("a n\nc", File.ReadAllText(folder.File("L.verified.txt")));
    }

    [Fact]
    public async Task Two_verifications_with_one_name_are_an_error()
    {
        await Verify("text", sourceFile: SourceFile).UseFileName("Same").AutoVerify();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Verify("text", sourceFile: SourceFile).UseFileName("Same").AutoVerify());
    }

    private static GeneratorDriver Run(bool problem)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("class C\n{\n}\n", path: "C.cs");
        return CSharpGeneratorDriver.Create(new Sample(problem ? tree : null)).RunGenerators(CSharpCompilation.Create("test", [tree]));
    }

    private sealed class Sample(SyntaxTree? problem) : IIncrementalGenerator
    {
        private static readonly DiagnosticDescriptor Descriptor = new("X0001", "A title", "Something about {0}", "Test", DiagnosticSeverity.Error, isEnabledByDefault: true);

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.CompilationProvider, (output, _) =>
        {
            output.AddSource("A.B.g.cs", "class A;");
            if (problem is not null)
            {
                output.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(problem, new TextSpan(8, 1)), "C"));
            }
        });
    }
}
