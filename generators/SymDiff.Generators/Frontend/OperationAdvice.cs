using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>What to write instead of code of a kind that can't be differentiated.</summary>
internal static class OperationAdvice
{
    public static string For(OperationKind kind) => kind switch
    {
        OperationKind.Try or OperationKind.Using or OperationKind.UsingDeclaration or OperationKind.Lock
            => "calculate outside of it",
        OperationKind.ArrayCreation or OperationKind.CollectionExpression or OperationKind.ObjectCreation or OperationKind.AnonymousObjectCreation
            => "use local variables and tuples of numbers",
        OperationKind.AnonymousFunction or OperationKind.DelegateCreation or OperationKind.MethodReference => "call a method or a local function",
        OperationKind.InterpolatedString or OperationKind.Literal => "use numbers",
        OperationKind.ConditionalAccess or OperationKind.ConditionalAccessInstance or OperationKind.Coalesce or OperationKind.CoalesceAssignment
            => "use types without '?'",
        OperationKind.Await or OperationKind.YieldReturn => "return the number",
        OperationKind.Range or OperationKind.ImplicitIndexerReference => "use an index from the start of the whole array",
        OperationKind.AddressOf => "use the value",
        _ => "use arithmetic, functions of Math, local variables, 'if' and 'for'",
    };
}
