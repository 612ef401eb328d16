using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.Model;

namespace SymDiff.Generators.Lifting;

/// <summary>Whether a derivative can be written beside the method, whatever it calculates.</summary>
internal static class DeclarationCheck
{
    private const DerivativeKinds Available = DerivativeKinds.Gradient;

    public static void Check(IMethodSymbol method, SyntaxNode declaration, Request request, ProblemList problems)
    {
        Location name = NameOf(declaration);
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            problems.Add(Problems.LocalFunction, name, method.Name);
            return;
        }

        CheckTypes(method, name, problems);
        CheckMethod(method, declaration, name, problems);
        CheckKinds(request, problems);
    }

    public static Location NameOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
        _ => declaration.GetLocation(),
    };

    private static void CheckTypes(IMethodSymbol method, Location name, ProblemList problems)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                problems.Add(Problems.FileLocalType, name, type.Name);
            }
            else if (!type.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                problems.Add(Problems.NotPartial, name, type.Name, method.Name);
            }
        }
    }

    private static void CheckMethod(IMethodSymbol method, SyntaxNode declaration, Location name, ProblemList problems)
    {
        if (method.IsGenericMethod)
        {
            problems.Add(Problems.GenericMethod, name, method.Name);
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            problems.Add(Problems.ReturnsByReference, name, method.Name);
        }

        if (method.IsAsync || method.IsIterator)
        {
            problems.Add(Problems.AsyncOrIterator, name, method.Name);
        }

        bool hasBody = declaration is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null } || method.PartialImplementationPart is not null;
        if (!hasBody)
        {
            problems.Add(Problems.NoBody, name, method.Name);
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            // The derivative would have to be unsafe too.
            if (IsUnsafe(parameter.Type))
            {
                problems.Add(Problems.UnsupportedType, parameter.Locations[0], parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), TypeAdvice.For(parameter.Type));
            }

            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                problems.Add(Problems.ByReference, parameter.Locations[0], parameter.Name, parameter.RefKind == RefKind.Ref ? "ref" : "out");
            }
        }
    }

    private static bool IsUnsafe(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => IsUnsafe(array.ElementType),
        _ => false,
    };

    private static void CheckKinds(Request request, ProblemList problems)
    {
        foreach (DerivativeKinds kind in (DerivativeKinds[])[DerivativeKinds.Jvp, DerivativeKinds.Vjp, DerivativeKinds.Jacobian, DerivativeKinds.Hessian, DerivativeKinds.HessianVectorProduct])
        {
            if ((request.Emit & ~Available & kind) != 0)
            {
                problems.Add(Problems.KindNotSupported, request.EmitPlace, kind.ToString());
            }
        }
    }

    /// <summary>An overload with other parameters is no clash, whether it's there already or will be written too.</summary>
    public static void CheckNames(IMethodSymbol method, SyntaxNode declaration, ImmutableArray<int> withRespectTo, ImmutableArray<ModelInput> models, ProblemList problems)
    {
        DerivativeSignature[] others = [.. method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(other => !SymbolEqualityComparer.Default.Equals(other, method) && !SymbolEqualityComparer.Default.Equals(other, method.PartialImplementationPart))
            .SelectMany(DerivativeSignature.Of)];
        foreach (string name in DerivativeSignature.Of(method, withRespectTo, models)
            .Where(derivative => method.ContainingType.Name == derivative.Name
                || method.ContainingType.GetMembers(derivative.Name).Any(derivative.ClashesWith) || others.Any(derivative.ClashesWith))
            .Select(static derivative => derivative.Name)
            .Distinct())
        {
            problems.Add(Problems.MemberExists, NameOf(declaration), method.ContainingType.Name, name, method.Name);
        }
    }
}
