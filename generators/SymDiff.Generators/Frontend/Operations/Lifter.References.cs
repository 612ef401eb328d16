using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;

namespace SymDiff.Generators.Lifting;

/// <summary>Arguments and variables by reference: other names for variables.</summary>
internal sealed partial class Lifter
{
    private readonly Dictionary<ISymbol, object> _aliases = new(SymbolEqualityComparer.Default);

    /// <summary>What the variable is known by, if it is another name for one.</summary>
    private object KeyOf(ISymbol variable) => _aliases.TryGetValue(variable.OriginalDefinition, out object? known) ? known : variable.OriginalDefinition;

    private static bool IsByReference(IArgumentOperation argument) => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out;

    /// <summary>The variable that is passed; refused if it is no variable of the code's own.</summary>
    private Value ReferenceTo(IArgumentOperation argument)
    {
        _flow.HasFunctions = true;
        IOperation passed = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
        switch (passed)
        {
            case IDiscardOperation:
                return new Reference(new Total("discard"));
            case ILocalReferenceOperation { IsDeclaration: true } declared:
                _variables.Set(declared.Local, Value.Unassigned);
                return new Reference(declared.Local);
            case ILocalReferenceOperation or IParameterReferenceOperation when VariableOf(passed) is { } variable && _variables.Find(variable) is { } held && held != Value.Refused:
                return new Reference(variable);
            default:
                return Refuse(argument, Problems.ArgumentByReference, Excerpt(argument.Value.Syntax), argument.Parameter!.RefKind == RefKind.Out ? "out" : "ref");
        }
    }

    /// <summary>What a variable is known by that the code may change; null if it is none.</summary>
    private object? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } when local.RefKind == RefKind.None || _aliases.ContainsKey(local) => KeyOf(local),
        IParameterReferenceOperation { Parameter: var parameter } when parameter.RefKind == RefKind.None || _aliases.ContainsKey(parameter.OriginalDefinition) => KeyOf(parameter),
        _ => null,
    };

    /// <summary><c>ref double r = ref x;</c></summary>
    private bool IsOtherName(ILocalSymbol local, IOperation? value)
    {
        if (local.RefKind != RefKind.Ref || value is null || VariableOf(value) is not { } variable || _variables.Find(variable) is null)
        {
            return false;
        }

        _aliases[local] = variable;
        return true;
    }
}
