using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Lifting;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Library;

/// <summary>The library's own source, as it is read where a program calls it.</summary>
public sealed class LibrarySourceTests
{
    private static readonly CSharpCompilation s_program = Compilations.Create("public static double F(double x) => Activations.Gelu(x);");

    [Fact]
    public void It_compiles_with_the_references_of_a_program() => Assert.Empty(Source(s_program).Errors);

    [Fact]
    public void Options_of_the_program_are_nothing_to_it()
    {
        CSharpCompilationOptions strict = s_program.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithOverflowChecks(true).WithNullableContextOptions(NullableContextOptions.Disable);

        MetadataReference library = MetadataReference.CreateFromFile(typeof(Activations).Assembly.Location);
        CSharpCompilation program = CSharpCompilation.Create("Other", s_program.SyntaxTrees, s_program.References.Where(static reference => Path.GetFileName(reference.Display) != "SymDiff.dll").Append(library), strict);
        Assert.NotSame(Source(s_program), Source(program));
        Assert.Empty(Source(program).Errors);
    }

    [Fact]
    public void It_is_bound_once_for_all_edits_of_a_program()
    {
        CSharpCompilation edited = s_program.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;", (CSharpParseOptions)s_program.SyntaxTrees[0].Options));
        Assert.Same(Source(s_program), Source(edited));
    }

    [Fact]
    public void Every_method_that_a_user_can_call_is_at_hand()
    {
        LibrarySource source = Source(s_program);
        foreach (Type type in (Type[])[typeof(SymDiff.Losses), typeof(Activations)])
        {
            IMethodSymbol[] methods = [.. s_program.GetTypeByMetadataName(type.FullName!)!.GetMembers().OfType<IMethodSymbol>().Where(static method => method.DeclaredAccessibility == Accessibility.Public)];
            Assert.NotEmpty(methods);
            Assert.All(methods, method => Assert.NotNull(source.BodyOf((IMethodSymbol)source.TwinOf(method)!, CancellationToken.None)));
        }
    }

    // Two projects in one compiler, with the same references.
    [Fact]
    public void It_is_bound_once_for_all_programs_with_the_same_references()
        => Assert.Same(Source(s_program), Source(CSharpCompilation.Create("Other", s_program.SyntaxTrees, s_program.References, s_program.Options)));

    private static LibrarySource Source(CSharpCompilation program)
        => LibrarySource.Behind((IMethodSymbol)program.GetTypeByMetadataName("SymDiff.Activations")!.GetMembers("Gelu")[0], program)!;
}
