using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>Methods as their users write them that can't be differentiated in this version, in the folder Refused: each says by which diagnostic.</summary>
public sealed class RefusedTests
{
    private const string Attribute = """
        [System.AttributeUsage(System.AttributeTargets.Method)]
        internal sealed class RefusedAttribute(string id) : System.Attribute
        {
            public string Id { get; } = id;
        }
        """;

    public static TheoryData<string> Files => [.. CorpusFile.All("Refused").Select(file => file.Name)];

    [Theory, MemberData(nameof(Files))]
    public void What_is_refused_is_refused_for_the_reason_it_names(string file)
    {
        GeneratorRun run = GeneratorRun.Unchecked(new TestSource(CorpusFile.Read("Refused", file).Text) { More = [Attribute] });
        (string Method, string Id)[] refused =
        [
            .. from method in run.Input.SyntaxTrees.First().GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
               from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
               where attribute.Name.ToString() == "Refused"
               select (method.Identifier.Text, ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments.Single().Expression).Token.ValueText),
        ];
        Assert.NotEmpty(refused);
        Assert.Empty(run.Input.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        string generated = run.Text;
        foreach ((string method, string id) in refused)
        {
            if (generated.Contains($" {method}ValueAndGradient(", StringComparison.Ordinal))
            {
                throw new XunitException($"{method} can be differentiated now: move it to a file in Methods, without 'Refused', and give it points.");
            }

            Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id == id);
        }
    }
}
