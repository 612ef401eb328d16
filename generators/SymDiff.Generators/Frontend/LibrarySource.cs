using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// The source of SymDiff's own losses, activation functions and layers, which users call and which are differentiated like their own methods. A program sees the
/// compiled library; the text of these files travels inside of the generator, and is bound once for the references of a program.
/// </summary>
/// <remarks>
/// The one cache that outlives a run. It holds nothing that an edit could change: its key is the compiled library as it is bound to one set of references, which
/// the compiler itself keeps from one edit to the next, and all that was made for it falls with it.
/// </remarks>
internal sealed class LibrarySource
{
    private const string Library = "SymDiff";

    // The parameters of the library's models are properties whose other half the generator has written where the library was built.
    private const string NotImplemented = "CS9248";

    // What the library's project has its files begin with.
    private const string GlobalUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private static readonly ConditionalWeakTable<IAssemblySymbol, LibrarySource> Bound = new();

    private static readonly Lazy<ImmutableArray<SyntaxTree>> Trees = new(Parse);

    private readonly CSharpCompilation _compilation;
    private readonly ConcurrentDictionary<string, IMethodSymbol?> _twins = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);

    // With the program's references as they are bound already: the types of the framework are the same objects here and there, and it costs nothing.
    private LibrarySource(CSharpCompilation program)
        => _compilation = program
            .RemoveAllSyntaxTrees()
            .WithOptions(program.Options
                .WithOverflowChecks(false)
                .WithNullableContextOptions(NullableContextOptions.Enable)

                // A type that is here and in the compiled library is worth a warning, which may not become an error.
                .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
                .WithSpecificDiagnosticOptions([]))
            .AddSyntaxTrees(Trees.Value);

    /// <summary>The source behind a method of the compiled library; null if it isn't one of the library's.</summary>
    public static LibrarySource? Behind(IMethodSymbol method, Compilation program)
        => method.ContainingAssembly is { Name: Library } library && program is CSharpCompilation compilation
            ? Bound.GetValue(library, _ => new LibrarySource(compilation))
            : null;

    /// <summary>The errors in the source itself, for tests.</summary>
    internal IEnumerable<Diagnostic> Errors => _compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error && found.Id != NotImplemented);

    /// <summary>Whether a file is one of these.</summary>
    public static bool Contains(SyntaxTree tree) => Trees.Value.Contains(tree);

    /// <summary>The method that a method of the compiled library was made from; null if its source isn't at hand.</summary>
    public IMethodSymbol? TwinOf(IMethodSymbol method)
        => method.ContainingType is { ContainingType: null } type && method.GetDocumentationCommentId() is { } id
            ? _twins.GetOrAdd(id, _ => _compilation.Assembly.GetTypeByMetadataName($"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}")?
                .GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(twin => twin.GetDocumentationCommentId() == id))
            : null;

    /// <summary>The body of a method in these files; null if it has none, or none that makes sense with the references of the program.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation) => _bodies.GetOrAdd(method, _ => Bind(method, cancellation));

    private IOperation? Bind(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences is not [var reference, ..])
        {
            return null;
        }

        SyntaxNode declaration = reference.GetSyntax(cancellation);
        SemanticModel model = _models.GetOrAdd(declaration.SyntaxTree, tree => _compilation.GetSemanticModel(tree));
        return model.GetDiagnostics(declaration.Span, cancellation).Any(static found => found.Severity == DiagnosticSeverity.Error) ? null : model.GetOperation(declaration, cancellation);
    }

    private static ImmutableArray<SyntaxTree> Parse()
    {
        Assembly home = typeof(LibrarySource).Assembly;
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None);
        return
        [
            CSharpSyntaxTree.ParseText(GlobalUsings, options),
            .. home.GetManifestResourceNames()
                .Where(static name => name.StartsWith(Library + "/", StringComparison.Ordinal))
                .OrderBy(static name => name, StringComparer.Ordinal)
                .Select(name => CSharpSyntaxTree.ParseText(SourceText.From(home.GetManifestResourceStream(name)!, Encoding.UTF8), options, name)),
        ];
    }
}
