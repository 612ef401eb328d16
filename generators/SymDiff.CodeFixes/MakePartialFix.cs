using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SymDiff.CodeFixes;

/// <summary>SYMD0001, SYMD0301: makes every type around the method, or the model and those around it, <c>partial</c>, so that more can be written into it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["SYMD0001", "SYMD0301"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        ImmutableArray<TypeDeclarationSyntax> types =
        [
            .. root.FindNode(context.Span).AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)),
        ];
        if (!types.IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    types.Length == 1 ? $"Make '{types[0].Identifier.Text}' partial" : "Make the types around it partial",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNodes(types, static (_, type) => MakePartial(type)))),
                    equivalenceKey: nameof(MakePartialFix)),
                context.Diagnostics);
        }
    }

    // `partial` is the last of the modifiers; without any it takes over what stands before the keyword.
    private static TypeDeclarationSyntax MakePartial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Any()
            ? type.AddModifiers(partial)
            : type.WithModifiers([partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)]).WithKeyword(type.Keyword.WithLeadingTrivia());
    }
}
