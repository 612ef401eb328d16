using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SymDiff.CodeFixes;

/// <summary>SYMD0011: where the attribute names no parameters, names those that are numbers, so that collections are data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameNumbersFix)), Shared]
public sealed class NameNumbersFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["SYMD0011"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || method.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(IsMark) is not { } mark
            || NamesAny(mark))
        {
            return;
        }

        ImmutableArray<AttributeArgumentSyntax> names =
        [
            .. method.ParameterList.Parameters.Where(IsNumber).Select(static parameter => SyntaxFactory.AttributeArgument(
                SyntaxFactory.ParseExpression($"nameof({parameter.Identifier.Text})"))),
        ];
        if (!names.IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Differentiate for the parameters that are numbers",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(mark, WithNames(mark, names)))),
                    equivalenceKey: nameof(NameNumbersFix)),
                context.Diagnostics);
        }
    }

    private static bool IsMark(AttributeSyntax attribute)
        => attribute.Name.ToString().Split('.').Last() is "Differentiable" or "DifferentiableAttribute";

    private static bool NamesAny(AttributeSyntax mark) => mark.ArgumentList?.Arguments.Any(static argument => argument.NameEquals is null) == true;

    private static bool IsNumber(ParameterSyntax parameter)
        => parameter.Type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.FloatKeyword or (int)SyntaxKind.DoubleKeyword };

    // Names come before the options.
    private static AttributeSyntax WithNames(AttributeSyntax mark, ImmutableArray<AttributeArgumentSyntax> names)
    {
        IEnumerable<AttributeArgumentSyntax> arguments = names.Concat(mark.ArgumentList?.Arguments ?? []);
        SeparatedSyntaxList<AttributeArgumentSyntax> list = SyntaxFactory.SeparatedList(
            arguments.Select(static argument => argument.WithoutTrivia()),
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Count() - 1));
        return mark.WithArgumentList(SyntaxFactory.AttributeArgumentList(list));
    }
}
