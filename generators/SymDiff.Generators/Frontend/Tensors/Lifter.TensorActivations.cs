using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SymDiff.Generators.Lifting;

/// <summary>The library's activation functions of tensors: the function of a number, run for each element, so that no tensor is made.</summary>
internal sealed partial class Lifter
{
    /// <summary>The function of a number of which a function of a tensor is that of each element; null if it isn't one, as softmax isn't.</summary>
    private static IMethodSymbol? OfEachElement(IMethodSymbol method)
        => DataType.IsTensor(method.ReturnType)
            ? method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(static other => other.Parameters[0].Type is ITypeParameterSymbol)
            : null;

    private Value TensorActivation(IInvocationOperation operation, IMethodSymbol ofNumber)
    {
        IMethodSymbol function = ofNumber.Construct([.. operation.TargetMethod.TypeArguments]);
        ImmutableArray<Value> arguments = Arguments(operation.Arguments, operation.TargetMethod.Parameters.Length);
        return arguments.Contains(Value.Refused) ? Value.Refused
            : Elementwise(operation, arguments, args => (Inline(function, [.. args.Select(static argument => new Scalar(argument))], operation.Syntax.GetLocation()) as Scalar)?.Expression);
    }
}
