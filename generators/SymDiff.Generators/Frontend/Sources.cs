using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>The bodies of the methods of the program, in whatever file; each is bound once.</summary>
internal sealed class Sources(SemanticModel home, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = new() { [home.SyntaxTree] = home };
    private readonly Dictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);

    public Compilation Compilation => home.Compilation;

    /// <summary>All bodies asked for.</summary>
    public IEnumerable<SyntaxNode> Read => _bodies.Values.OfType<IOperation>().Select(static body => body.Syntax);

    /// <summary>The body of a method or accessor; null if the program doesn't have it.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        if (!_bodies.TryGetValue(method, out IOperation? body))
        {
            body = Find(method.PartialImplementationPart ?? method);
            _bodies.Add(method, body);
        }

        return body;
    }

    private IOperation? Find(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            if (!_models.TryGetValue(declaration.SyntaxTree, out SemanticModel? model))
            {
                model = home.Compilation.GetSemanticModel(declaration.SyntaxTree);
                _models.Add(declaration.SyntaxTree, model);
            }

            if (model.GetOperation(declaration, cancellation) is { } body)
            {
                return body;
            }
        }

        return null;
    }
}
