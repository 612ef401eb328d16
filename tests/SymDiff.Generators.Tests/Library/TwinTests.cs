using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Lifting;
using SymDiff.Generators.Tests.Infrastructure;

namespace SymDiff.Generators.Tests.Library;

/// <summary>The C# that stands for types of the framework.</summary>
public sealed class TwinTests
{
    private static readonly CSharpCompilation s_program = Compilations.Create("public static double F(double x) => x;");

    public static TheoryData<string> Types => [.. s_program.GetTypeByMetadataName("System.Numerics.Complex")!.ContainingNamespace.GetTypeMembers().Where(Twins.Has).Select(static type => type.ToDisplayString())];

    [Theory, MemberData(nameof(Types))]
    public void Whatever_a_twin_has_the_type_has_too(string name)
    {
        (INamedTypeSymbol type, LibrarySource source) = Open(name);
        INamedTypeSymbol twin = source.TwinOf(type)!;
        Dictionary<string, ISymbol> members = type.GetMembers().Where(static member => member.DeclaredAccessibility == Accessibility.Public).ToDictionary(static member => member.GetDocumentationCommentId()!);
        foreach (ISymbol member in twin.GetMembers().Where(static member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } and not IMethodSymbol { MethodKind: MethodKind.PropertyGet }))
        {
            string id = member.GetDocumentationCommentId()!;
            string? field = member is IPropertySymbol { IsStatic: true } ? "F" + id.Substring(1) : null;
            Assert.True(members.TryGetValue(id, out ISymbol? original) || (field is not null && members.TryGetValue(field, out original)), $"{id} isn't there.");
            Assert.Equal(member, source.TwinOf(original!), SymbolEqualityComparer.Default);
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_method_of_a_twin_has_a_body(string name)
    {
        (INamedTypeSymbol type, LibrarySource source) = Open(name);
        IMethodSymbol[] methods = [.. source.TwinOf(type)!.GetMembers().OfType<IMethodSymbol>().Where(static method => !method.IsImplicitlyDeclared && !(method.AssociatedSymbol is IPropertySymbol { IsStatic: false } && method.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, method.AssociatedSymbol))))];
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.NotNull(source.BodyOf(method, CancellationToken.None)));
    }

    [Fact]
    public void A_type_of_the_program_with_such_a_name_has_none()
    {
        CSharpCompilation program = s_program.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace System.Numerics { public struct Complex { } }", (CSharpParseOptions)s_program.SyntaxTrees[0].Options));
        Assert.False(Twins.Has(program.Assembly.GetTypeByMetadataName("System.Numerics.Complex")));
    }

    private static (INamedTypeSymbol Type, LibrarySource Source) Open(string name)
    {
        INamedTypeSymbol type = s_program.GetTypeByMetadataName(name)!;
        return (type, LibrarySource.Behind(type, s_program)!);
    }
}
