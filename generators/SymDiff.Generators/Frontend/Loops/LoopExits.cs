using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SymDiff.Generators.Lifting;

/// <summary>How a loop may be left before its end: what it carries to say so.</summary>
/// <param name="Label">Where <c>break</c> leads to.</param>
internal sealed record LoopExits(ILabelSymbol Label)
{
    /// <summary>Whether there has been no <c>break</c>.</summary>
    public Total Running { get; } = new("running");

    /// <summary>Whether the method has returned.</summary>
    public Total Returned { get; } = new("returned");

    /// <summary>What it has returned.</summary>
    public Total Result { get; } = new("result");

    /// <summary>Whether something in the loop's body leaves the loop for what comes after it.</summary>
    public static bool Breaks(ILoopOperation loop) => InBody(loop).Any(part => part is IBranchOperation { BranchKind: BranchKind.Break } leaving && SymbolEqualityComparer.Default.Equals(leaving.Target, loop.ExitLabel));

    public static bool Returns(ILoopOperation loop) => InBody(loop).Any(static part => part is IReturnOperation);

    // Lambdas and local functions have returns of their own.
    private static IEnumerable<IOperation> InBody(IOperation operation)
    {
        var pending = new Stack<IOperation>([operation]);
        while (pending.Count > 0)
        {
            IOperation part = pending.Pop();
            yield return part;
            foreach (IOperation child in part.ChildOperations.Where(static child => child is not (IAnonymousFunctionOperation or ILocalFunctionOperation)))
            {
                pending.Push(child);
            }
        }
    }
}
