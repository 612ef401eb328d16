using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Lifting;

namespace SymDiff.Generators.Tests.Corpus.Duals;

/// <summary>Rewrites methods of floating-point numbers into the same ones of <see cref="Dual"/>.</summary>
internal sealed class DualText : CSharpSyntaxRewriter
{
    private const string Number = nameof(Dual);

    public static SyntaxTree Of(SyntaxTree tree) => CSharpSyntaxTree.ParseText(
        "#pragma warning disable\nusing SymDiff.Generators.Tests.Corpus.Duals;\n" + new DualText().Visit(tree.GetRoot()).ToFullString(), (CSharpParseOptions)tree.Options);

    /// <summary>Types of the framework, of dual numbers: what the generator has in their place.</summary>
    public static IEnumerable<SyntaxTree> OfTwins(CSharpParseOptions options)
    {
        Assembly home = typeof(LibrarySource).Assembly;
        foreach (string name in home.GetManifestResourceNames().Where(name => name.StartsWith("SymDiff/Twins/", StringComparison.Ordinal)))
        {
            using StreamReader reader = new(home.GetManifestResourceStream(name)!);
            yield return Of(CSharpSyntaxTree.ParseText("using System;\n" + reader.ReadToEnd(), options));
        }
    }

    // There is one type of dual numbers for both.
    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
        => node.ParameterList.Parameters is [{ Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.FloatKeyword } }] ? null : base.VisitConversionOperatorDeclaration(node);

    public override SyntaxNode? VisitPredefinedType(PredefinedTypeSyntax node)
        => node.Keyword.IsKind(SyntaxKind.DoubleKeyword) || node.Keyword.IsKind(SyntaxKind.FloatKeyword) ? SyntaxFactory.IdentifierName(Number).WithTriviaFrom(node) : node;

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
        => node.Expression is IdentifierNameSyntax { Identifier.Text: "Math" or "MathF" } type
            ? node.WithExpression(SyntaxFactory.IdentifierName(Number).WithTriviaFrom(type))
            : node.ToString() == "SymDiff.Gradients.Stop" ? SyntaxFactory.ParseExpression($"{Number}.Stop")
            : base.VisitMemberAccessExpression(node);

    // Also where the type follows from the number, as in "var x = 1.0".
    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
        => node.Token.Value is double or float ? SyntaxFactory.ParseExpression($"(({Number}){node.Token.Text})").WithTriviaFrom(node) : node;

    // Attributes have constants, and tell the generator what the twin doesn't need.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => null;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        int constant = IsOfNumbers(node.Declaration) ? node.Modifiers.IndexOf(SyntaxKind.ConstKeyword) : -1;
        SyntaxToken[] instead = [SyntaxFactory.ParseToken("static "), SyntaxFactory.ParseToken("readonly ")];
        return base.VisitFieldDeclaration(constant < 0 ? node : node.WithModifiers(node.Modifiers.ReplaceRange(node.Modifiers[constant], instead)));
    }

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
        => base.VisitLocalDeclarationStatement(node.IsConst && IsOfNumbers(node.Declaration) ? node.WithModifiers([]) : node);

    // Patterns compare with constants: those of the value.
    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node) => node.WithGoverningExpression(OfValue(node.GoverningExpression, node.Arms.Select(arm => arm.Pattern)))
        .WithArms(SyntaxFactory.SeparatedList(
            node.Arms.Select(arm => arm.WithWhenClause((WhenClauseSyntax?)Visit(arm.WhenClause)).WithExpression((ExpressionSyntax)Visit(arm.Expression)!)), node.Arms.GetSeparators()));

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) => node.WithExpression(OfValue(node.Expression, [node.Pattern]));

    private static bool IsOfNumbers(VariableDeclarationSyntax declaration)
        => declaration.Type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DoubleKeyword or (int)SyntaxKind.FloatKeyword };

    private ExpressionSyntax OfValue(ExpressionSyntax expression, IEnumerable<PatternSyntax> patterns)
    {
        var visited = (ExpressionSyntax)Visit(expression)!;
        bool isOfNumbers = patterns.Any(pattern => pattern.DescendantTokens().Any(token => token.Value is double or float));
        return isOfNumbers ? SyntaxFactory.ParseExpression($"((double)({visited.ToFullString().Trim()}))").WithTriviaFrom(visited) : visited;
    }
}
