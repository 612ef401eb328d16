using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SymDiff.Generators.Lifting;

/// <summary>The bodies of the methods of the program, in whatever file, and of SymDiff's own; each is bound once.</summary>
internal sealed class Sources(SemanticModel home, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = new() { [home.SyntaxTree] = home };
    private readonly Dictionary<IMethodSymbol, (IMethodSymbol Method, IOperation? Body)> _bodies = new(SymbolEqualityComparer.Default);

    private LibrarySource? _library;

    public Compilation Compilation => home.Compilation;

    /// <summary>All bodies of the program that were asked for.</summary>
    public IEnumerable<SyntaxNode> Read => _bodies.Values.Select(static found => found.Body?.Syntax).OfType<SyntaxNode>().Where(static body => !LibrarySource.Contains(body.SyntaxTree));

    /// <summary>The body of a method or accessor; null if the program doesn't have it.</summary>
    public IOperation? BodyOf(IMethodSymbol method) => Find(method).Body;

    /// <summary>The method whose parameters the body speaks of.</summary>
    public IMethodSymbol WithBody(IMethodSymbol method) => Find(method).Method;

    /// <summary>Whether the place is in SymDiff's own source, which a user can't see.</summary>
    public static bool IsOwn(Location place) => place.SourceTree is { } tree && LibrarySource.Contains(tree);

    /// <summary>What a field or property is set to where it is declared; null if nothing is written there.</summary>
    public ISymbolInitializerOperation? InitializerOf(ISymbol member)
        => member.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
                PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
                _ => null,
            })
            .Select(initializer => initializer is null ? null : ModelOf(initializer)?.GetOperation(initializer, cancellation) as ISymbolInitializerOperation)
            .FirstOrDefault(static initializer => initializer is not null);

    private (IMethodSymbol Method, IOperation? Body) Find(IMethodSymbol method)
    {
        if (!_bodies.TryGetValue(method, out (IMethodSymbol, IOperation?) found))
        {
            found = InProgram(method.PartialImplementationPart ?? method) is { } body ? (method, body) : InLibrary(method);
            _bodies.Add(method, found);
        }

        return found;
    }

    private IOperation? InProgram(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            if (ModelOf(declaration)?.GetOperation(declaration, cancellation) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>The model of the file that the code stands in; null if that isn't one of the program's.</summary>
    public SemanticModel? ModelOf(SyntaxNode declaration)
    {
        // An editor shows the sources of other projects; the command line doesn't, and the result must be the same.
        if (!_models.TryGetValue(declaration.SyntaxTree, out SemanticModel? model) && home.Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
        {
            model = home.Compilation.GetSemanticModel(declaration.SyntaxTree);
            _models.Add(declaration.SyntaxTree, model);
        }

        return model;
    }

    /// <summary>The member of a type of the framework in the twin of the type; the member itself if there is none.</summary>
    public ISymbol WithTwin(ISymbol member)
        => Twins.Has(member.ContainingType) && LibraryBehind(member)?.TwinOf(member.OriginalDefinition) is { } twin ? twin : member;

    /// <inheritdoc cref="WithTwin(ISymbol)"/>
    public INamedTypeSymbol WithTwin(INamedTypeSymbol type) => Twins.Has(type) && LibraryBehind(type)?.TwinOf(type) is { } twin ? twin : type;

    private (IMethodSymbol Method, IOperation? Body) InLibrary(IMethodSymbol method)
    {
        // What the library's source calls in itself is source already.
        bool isSource = method.DeclaringSyntaxReferences is [var reference, ..] && LibrarySource.Contains(reference.SyntaxTree);
        return LibraryBehind(method) is { } library && (isSource ? method : library.TwinOf(method)) is IMethodSymbol twin ? (twin, library.BodyOf(twin, cancellation)) : (method, null);
    }

    private LibrarySource? LibraryBehind(ISymbol symbol) => _library ??= LibrarySource.Behind(symbol, home.Compilation);
}
