using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SymDiff.CodeFixes.Tests.Infrastructure;

/// <summary>The scenario sees what the generator reports, and what the fix makes of it.</summary>
public sealed class CodeFixScenarioTests
{
    [Fact]
    public Task A_fix_is_applied() => CodeFixScenario.Check<Seal>(typeof(WantsSealed), "class {|SYMD0042:C|};", "sealed class C;");

    [Fact]
    public Task A_result_that_isnt_the_expected_one_fails() =>
        Assert.ThrowsAnyAsync<Exception>(() => CodeFixScenario.Check<Seal>(typeof(WantsSealed), "class {|SYMD0042:C|};", "abstract class C;"));

    [Fact]
    public Task A_problem_that_isnt_marked_fails() =>
        Assert.ThrowsAnyAsync<Exception>(() => CodeFixScenario.Check<Seal>(typeof(WantsSealed), "class C;", "sealed class C;"));

    /// <summary>Reports each class that isn't sealed.</summary>
    internal sealed class WantsSealed : IIncrementalGenerator
    {
        private static readonly DiagnosticDescriptor Problem = new("SYMD0042", "A title", "Something about {0}", "Test", DiagnosticSeverity.Error, isEnabledByDefault: true);

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.CompilationProvider, static (output, compilation) =>
        {
            foreach (ClassDeclarationSyntax type in compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()))
            {
                if (!type.Modifiers.Any(SyntaxKind.SealedKeyword))
                {
                    output.ReportDiagnostic(Diagnostic.Create(Problem, type.Identifier.GetLocation(), type.Identifier.Text));
                }
            }
        });
    }

    internal sealed class Seal : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["SYMD0042"];

        public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
            ClassDeclarationSyntax type = root.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>()!;
            SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTrailingTrivia(SyntaxFactory.Space);
            Document changed = context.Document.WithSyntaxRoot(root.ReplaceNode(type, type.AddModifiers(keyword)));
            context.RegisterCodeFix(CodeAction.Create("Seal", _ => Task.FromResult(changed), nameof(Seal)), context.Diagnostics);
        }
    }
}
