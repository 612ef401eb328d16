using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Generators.Diagnostics;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Assignments to elements. What stands between the brackets is evaluated once, before what is assigned.</summary>
internal sealed partial class Lifter
{
    /// <summary>An element that is assigned.</summary>
    private sealed record ElementPlace(LocalArray Array, ImmutableArray<Expression> Position);

    private static bool IsElement(IOperation target)
        => target is IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true };

    /// <summary>Null if it can't be assigned, which the user has been told then.</summary>
    private ElementPlace? PlaceOf(IOperation target)
    {
        (IOperation? instance, ImmutableArray<IOperation> indices) = target switch
        {
            IArrayElementReferenceOperation element => (element.ArrayReference, element.Indices),
            IImplicitIndexerReferenceOperation element => (element.Instance, [element.Argument]),
            IPropertyReferenceOperation element => (element.Instance, [.. element.Arguments.Select(static argument => argument.Value)]),
            _ => (null, []),
        };
        Value value = Visit(instance);
        if (value is not ArrayValue { Object: { } own } array)
        {
            if (value != Value.Refused)
            {
                Refuse(target, Problems.ElementWritten, Excerpt(target.Syntax));
            }

            return null;
        }

        return Positions(indices, ExtentsOf(array)) is { } position ? new ElementPlace(own, InWhole(array, position)) : RefusedPlace(target);
    }

    private ElementPlace? RefusedPlace(IOperation target)
    {
        DefaultVisit(target, default);
        return null;
    }

    /// <summary>Whether something in the code may write to an array: an assignment, or a method that it is handed to.</summary>
    private static bool MayWriteArrays(IOperation code) => code.DescendantsAndSelf().Any(static operation => operation switch
    {
        IAssignmentOperation { Target: var target } => IsElement(target) || target is ITupleOperation,
        IIncrementOrDecrementOperation { Target: var target } => IsElement(target),
        IInvocationOperation call => call.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke || call.Arguments.Any(static argument => argument.Value.Type?.TypeKind == TypeKind.Delegate) || (call.Instance is { } instance && IsWritable(instance)) || call.Arguments.Any(static argument => IsWritable(argument.Value)),
        _ => false,
    });

    // What an array is converted to in order to be passed on may still be written to, unless the type says otherwise.
    private static bool IsWritable(IOperation passed)
        => passed.Type is not { Name: "ReadOnlySpan" } && (passed.Type is { Name: "Span" } || Unwrapped(passed).Type is IArrayTypeSymbol or { Name: "Span" });
}
