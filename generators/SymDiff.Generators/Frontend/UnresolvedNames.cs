using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SymDiff.Generators.Diagnostics;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// Names that stand for nothing yet: mistakes, which the compiler reports as well, or the output of another source generator, of which only
/// SymDiff sees nothing.
/// </summary>
internal static class UnresolvedNames
{
    public const string IsNotDefined = "isn't defined";
    public const string HasNoBody = "has no body";

    /// <summary>Reports those in the code.</summary>
    public static void Report(SyntaxNode code, SemanticModel model, ProblemList problems, CancellationToken cancellation)
    {
        foreach (SimpleNameSyntax name in code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsUnresolved(name, model, cancellation) && !problems.Has(Problems.GeneratedMember, name.GetLocation()))
            {
                problems.Add(Problems.OtherGenerator, name.GetLocation(), name.Identifier.ValueText, IsNotDefined);
            }
        }
    }

    private static bool IsUnresolved(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        if (name.IsMissing || name.IsVar || name is GenericNameSyntax { IsUnboundGenericName: true } || name.Parent is NameColonSyntax or NameEqualsSyntax || IsNameOf(name))
        {
            return false;
        }

        // What hangs on something unresolved is so for that reason.
        if (OwnerOf(name) is { } owner && !CanHaveMore(model.GetTypeInfo(owner, cancellation).Type, model.GetSymbolInfo(owner, cancellation).Symbol))
        {
            return false;
        }

        SymbolInfo found = model.GetSymbolInfo(name, cancellation);
        if (found.Symbol is not (null or IErrorTypeSymbol) || name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name)
        {
            return false;
        }

        return found.CandidateSymbols.IsEmpty || (found.CandidateReason is CandidateReason.OverloadResolutionFailure or CandidateReason.WrongArity && LacksOverload(name, model, cancellation));
    }

    // A method of that name is there, and the arguments have types that others of it may take.
    private static bool LacksOverload(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
        => (name.Parent is MemberAccessExpressionSyntax access ? access.Parent : name.Parent) is InvocationExpressionSyntax { ContainsDiagnostics: false } call
            && !call.ArgumentList.Arguments.Any(argument => IsError(model.GetTypeInfo(argument.Expression, cancellation).Type));

    // Nobody adds a member to an enumeration.
    private static bool CanHaveMore(ITypeSymbol? type, ISymbol? owner)
        => type is null ? owner is INamespaceSymbol : !IsError(type) && owner is not INamedTypeSymbol { TypeKind: TypeKind.Enum };

    private static SyntaxNode? OwnerOf(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        _ => null,
    };

    private static bool IsError(ITypeSymbol? type) => type is IErrorTypeSymbol;

    private static bool IsNameOf(SimpleNameSyntax name)
        => (name.Identifier.ValueText == "nameof" && name.Parent is InvocationExpressionSyntax)
            || name.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });
}
