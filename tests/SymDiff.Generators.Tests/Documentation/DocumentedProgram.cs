using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Documentation;

/// <summary>Code of the documentation as a program.</summary>
internal static class DocumentedProgram
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Numerics.Tensors; using System.Threading.Tasks; using SymDiff;";

    /// <summary>What pages leave out is on the first line, so that the lines below it keep their numbers, less one.</summary>
    public static TestSource Of(string code) => new(HasType(code)
        ? $"{Usings}\n{code}"
        : $"{Usings} using System.Numerics; public static partial class Functions {{\n{code}}}\n");

    /// <summary>What the compiler says to the program with its generated code. That the program itself isn't documented goes without saying.</summary>
    public static IEnumerable<Diagnostic> Complaints(GeneratorRun run) =>
        run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591");

    private static bool HasType(string code) => SyntaxFactory.ParseCompilationUnit(code).Members.Any(member => member is BaseTypeDeclarationSyntax or NamespaceDeclarationSyntax);
}
