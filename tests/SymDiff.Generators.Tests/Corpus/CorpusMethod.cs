using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>A method of the corpus, as its text declares it.</summary>
internal sealed record CorpusMethod(string Type, string Name, string Result, ImmutableArray<CorpusParameter> Parameters)
{
    private static readonly string[] Collections = ["Span", "ReadOnlySpan"];

    /// <summary>Whether single precision limits how exactly it can be compared.</summary>
    public bool IsSingle => Result == "float" || Parameters.Any(parameter => parameter.Element == "float");

    public IEnumerable<int> Differentiated => Enumerable.Range(0, Parameters.Length).Where(i => Parameters[i].IsDifferentiated);

    /// <summary>All marked methods of a text.</summary>
    public static ImmutableArray<CorpusMethod> Read(CompilationUnitSyntax unit) =>
    [
        .. from method in unit.DescendantNodes().OfType<MethodDeclarationSyntax>()
           from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
           where attribute.Name.ToString() == "Differentiable"
           select Read(method, attribute),
    ];

    private static CorpusMethod Read(MethodDeclarationSyntax method, AttributeSyntax attribute)
    {
        string[] named = [.. attribute.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(nameof => nameof.ArgumentList.Arguments.Single().ToString())];
        ImmutableArray<CorpusParameter> parameters =
        [
            .. from parameter in method.ParameterList.Parameters
               let name = parameter.Identifier.Text
               let shape = Shape(parameter.Type!)
               let isOfNumbers = shape.Element is "double" or "float"
               select new CorpusParameter(name, shape.Element, shape.Rank, isOfNumbers && (named.Length == 0 || named.Contains(name))),
        ];
        return new(((TypeDeclarationSyntax)method.Parent!).Identifier.Text, method.Identifier.Text, method.ReturnType.ToString(), parameters);
    }

    private static (string Element, int Rank) Shape(TypeSyntax type) => type switch
    {
        ArrayTypeSyntax { RankSpecifiers: [{ Rank: int rank }] } array => (array.ElementType.ToString(), rank),
        GenericNameSyntax { TypeArgumentList.Arguments: [TypeSyntax element] } generic when Collections.Contains(generic.Identifier.Text) => (element.ToString(), 1),
        _ => (type.ToString(), 0),
    };
}
