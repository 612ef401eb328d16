using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SymDiff.Generators.Lifting;

/// <summary>The variables that code may assign, or reads; those of local functions that it calls included.</summary>
internal static class AssignedVariables
{
    /// <summary>In the order of the source.</summary>
    public static ImmutableArray<ISymbol> Of(IEnumerable<IOperation> code)
    {
        var assigned = ImmutableArray.CreateBuilder<ISymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in Descend(code))
        {
            foreach (IOperation target in TargetsOf(operation))
            {
                if (Variable(target) is { } variable && seen.Add(variable))
                {
                    assigned.Add(variable);
                }
            }
        }

        return assigned.ToImmutable();
    }

    public static IEnumerable<ISymbol> ReadBy(IOperation code)
        => Descend([code]).Select(Variable).Where(static variable => variable is not null)!;

    private static IEnumerable<IOperation> Descend(IEnumerable<IOperation> code)
    {
        var functions = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>(code.Reverse());
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            yield return operation;
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                pending.Push(child);
            }

            if (operation is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function } && functions.Add(function)
                && BodyOf(operation, function) is { } body)
            {
                pending.Push(body);
            }
        }
    }

    private static IOperation? BodyOf(IOperation call, IMethodSymbol function)
    {
        IOperation root = call;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Symbol, function))?.Body;
    }

    private static IEnumerable<IOperation> TargetsOf(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Flatten(assignment.Target),
        IIncrementOrDecrementOperation step => [step.Target],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [argument.Value],

        // A method of a structure may assign the variable that it is called of.
        IInvocationOperation { Instance: { } instance, TargetMethod.IsReadOnly: false } when IsStructure(instance) => Flatten(instance),
        IPropertyReferenceOperation { Instance: { } instance, Property.GetMethod.IsReadOnly: false } when IsStructure(instance) => Flatten(instance),
        _ => [],
    };

    private static IEnumerable<IOperation> Flatten(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(Flatten),
        IDeclarationExpressionOperation declaration => Flatten(declaration.Expression),
        IMemberReferenceOperation { Instance: { } instance } when IsStructure(instance) => Flatten(instance),
        IParenthesizedOperation parenthesized => Flatten(parenthesized.Operand),
        _ => [target],
    };

    // Who writes to a span writes to what lies behind it, which is none of the variable.
    private static bool IsStructure(IOperation instance) => instance.Type is { IsValueType: true } type && DataType.Of(type).Rank == 0;

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
