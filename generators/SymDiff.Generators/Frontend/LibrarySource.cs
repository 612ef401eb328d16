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
/// The source of SymDiff's own losses, activation functions and layers, which users call and which are differentiated like their own methods, and of the twins of types of the
/// framework. A program sees the compiled library; the text of these files travels inside of the generator, and is bound once for the references of a program.
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
    private readonly ConcurrentDictionary<string, ISymbol?> _twins = new();
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

    /// <summary>The source behind a method of the compiled library, or behind a type or member that has a twin; null if it is neither.</summary>
    public static LibrarySource? Behind(ISymbol symbol, Compilation program)
        => program is CSharpCompilation compilation && LibraryFor(symbol, program) is { } library
            ? Bound.GetValue(library, _ => new LibrarySource(compilation))
            : null;

    private static IAssemblySymbol? LibraryFor(ISymbol symbol, Compilation program)
        => symbol.ContainingAssembly is { Name: Library } library ? library
            : Twins.Has(symbol as ITypeSymbol ?? symbol.ContainingType) ? program.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(static referenced => referenced.Name == Library)
            : null;

    /// <summary>The errors in the source itself, for tests.</summary>
    internal IEnumerable<Diagnostic> Errors => _compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error && found.Id != NotImplemented);

    /// <summary>Whether a file is one of these.</summary>
    public static bool Contains(SyntaxTree tree) => Trees.Value.Contains(tree);

    /// <summary>The member that a member of the compiled library, or of a type with a twin, was made from; null if its source isn't at hand.</summary>
    public ISymbol? TwinOf(ISymbol member)
        => member.ContainingType is { ContainingType: null } type && member.GetDocumentationCommentId() is { } id
            ? _twins.GetOrAdd(id, _ => TwinOf(type)?.GetMembers(member.Name).FirstOrDefault(twin => IsTwin(twin, member, id)))
            : null;

    /// <summary>The type that a type of the compiled library, or of the framework, is here; null if it isn't.</summary>
    public INamedTypeSymbol? TwinOf(INamedTypeSymbol type) => _compilation.Assembly.GetTypeByMetadataName($"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}");

    // A constant that isn't one to C#, such as Complex.ImaginaryOne, is a property here: what a field holds is what somebody has run, and that of a property is calculated.
    private static bool IsTwin(ISymbol twin, ISymbol member, string id)
        => member is IFieldSymbol { IsStatic: true } ? twin is IPropertySymbol { IsStatic: true } : twin.GetDocumentationCommentId() == id;

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
