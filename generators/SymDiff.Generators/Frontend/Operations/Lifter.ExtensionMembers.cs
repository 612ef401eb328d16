using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;

namespace SymDiff.Generators.Lifting;

/// <summary>Members of C# 14's extension blocks: what they are called of is a parameter of the block, which all its members share.</summary>
internal sealed partial class Lifter
{
    /// <summary>Null if the method isn't called of a value, or is no such member.</summary>
    private Value? ExtensionCall(IOperation place, IMethodSymbol? method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        if (instance is null || method is not { IsStatic: false, OriginalDefinition: { ContainingType: { IsExtension: true, ExtensionParameter: { } parameter } } declared })
        {
            return null;
        }

        if (parameter.RefKind == RefKind.Ref || _sources.BodyOf(declared) is null)
        {
            return parameter.RefKind == RefKind.Ref ? DefaultVisit(place, default) : Refuse(place, Problems.UnknownMethod, Describe(method));
        }

        Value receiver = Visit(instance);
        ImmutableArray<Value> passed = Arguments(arguments, method.Parameters.Length);
        Value? outer = _variables.Find(parameter);
        if (outer is not null && passed.Add(receiver).Any(MayReachVariables))
        {
            // What a member of this block hands on would read the parameter of this call for its own.
            return DefaultVisit(place, default);
        }

        _variables.Set(parameter, receiver);
        Value result = Inline(method, passed, place.Syntax.GetLocation());
        if (outer is null)
        {
            _variables.Remove(parameter);
        }
        else
        {
            _variables.Set(parameter, outer);
        }

        return result;
    }
}
