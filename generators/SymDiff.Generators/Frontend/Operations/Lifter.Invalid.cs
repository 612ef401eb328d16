using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Generators.ModelClasses;

namespace SymDiff.Generators.Lifting;

/// <summary>Code that doesn't compile.</summary>
internal sealed partial class Lifter
{
    // The compiler has reported it. Only what SymDiff itself would have written needs a word: no generator sees its own output.
    public override Value VisitInvalid(IInvalidOperation operation, Unit argument)
    {
        IsBroken = true;
        foreach (InvocationExpressionSyntax call in operation.Syntax.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (NameOf(call.Expression) is { } name && IsDerivative(name.Identifier.ValueText))
            {
                Refuse(name.GetLocation(), Problems.GeneratedMember, name.Identifier.ValueText);
            }
        }

        foreach (SimpleNameSyntax name in operation.Syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (IsWrittenForModels(name))
            {
                Refuse(name.GetLocation(), Problems.GeneratedMember, name.Identifier.ValueText);
            }
        }

        Each(operation.ChildOperations);
        return Value.Refused;
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    // Of this model, or of another whose type is known.
    private bool IsWrittenForModels(SimpleNameSyntax name)
    {
        if (!ModelReader.Written.Contains(name.Identifier.ValueText))
        {
            return false;
        }

        SemanticModel? model = _sources.ModelOf(name);
        return name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? model?.GetTypeInfo(access.Expression, _cancellation).Type is INamedTypeSymbol type && KnownModels.IsMarked(type)
            : model?.GetEnclosingSymbol(name.SpanStart, _cancellation)?.ContainingType is { } enclosing && KnownModels.IsMarked(enclosing);
    }

    private bool IsDerivative(string name)
    {
        foreach (string ending in (string[])[KnownNames.ValueAndGradient, KnownNames.Gradient])
        {
            if (name.EndsWith(ending, StringComparison.Ordinal)
                && _sources.Compilation.GetSymbolsWithName(name.Substring(0, name.Length - ending.Length), SymbolFilter.Member, _cancellation)
                    .Any(static member => member.GetAttributes().Any(static attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.DifferentiableAttribute)))
            {
                return true;
            }
        }

        return false;
    }
}
