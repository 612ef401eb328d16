using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Generic mathematics: where <c>T</c> is <c>double</c>, <c>T.Exp(x)</c> is <c>double.Exp(x)</c>, and <c>x * y</c> the multiplication that C# has itself.</summary>
internal sealed partial class Lifter
{
    private TypeArguments _types = TypeArguments.None;

    public override Value VisitDefaultValue(IDefaultValueOperation operation, Unit argument)
    {
        if (operation.Type is not { } written)
        {
            return DefaultVisit(operation, argument);
        }

        DataType type = DataOf(written);
        return type switch
        {
            { IsScalar: true, Scalar: ScalarType.Boolean } => new Scalar(_graph.False),
            { IsScalar: true } => new Scalar(_graph.Number(type.Scalar, 0)),
            { Kind: Model.ParameterKind.Span } => new ArrayValue(_graph.Build([_graph.Index("i")], [_graph.Int(0)], _graph.Number(type.Scalar, 0))),
            _ when written.IsValueType && DefaultOf(written) is { } value => value,
            _ => RefuseType(operation),
        };
    }

    /// <summary>A type as the IR has it, in this call.</summary>
    private DataType DataOf(ITypeSymbol type) => DataType.Of(_types.Resolve(type));

    /// <inheritdoc cref="DataOf"/>
    private ScalarType NumberOf(ITypeSymbol? type) => type is null ? ScalarType.None : DataType.ScalarOf(_types.Resolve(type));

    /// <summary>Whether an operator is one of those that numbers have, seen through an interface such as <c>IAdditionOperators</c>.</summary>
    private bool IsOfNumbers(IMethodSymbol method, IOperation operand)
        => IsInterfaceOfNumbers(method.ContainingType) && NumberOf(operand.Type) is var type && HasArithmetic(type);

    /// <summary><c>T.One</c> and its like.</summary>
    private Scalar? ConstantOf(IPropertyReferenceOperation operation)
    {
        if (operation.Instance is not null || !IsInterfaceOfNumbers(operation.Property.ContainingType) || NumberOf(operation.Type) is var type && !HasArithmetic(type))
        {
            return null;
        }

        double? value = operation.Property.Name switch
        {
            "Zero" or "AdditiveIdentity" => 0,
            "One" or "MultiplicativeIdentity" => 1,
            "NegativeOne" when type.IsSigned() => -1,
            _ when !type.IsFloating() => null,
            "NegativeZero" => -0.0,
            "E" => Math.E,
            "Pi" => Math.PI,
            "Tau" => 2 * Math.PI,
            "Epsilon" => type == ScalarType.Single ? float.Epsilon : double.Epsilon,
            "MaxValue" => type == ScalarType.Single ? float.MaxValue : double.MaxValue,
            "MinValue" => type == ScalarType.Single ? float.MinValue : double.MinValue,
            "NaN" => double.NaN,
            "PositiveInfinity" => double.PositiveInfinity,
            "NegativeInfinity" => double.NegativeInfinity,
            _ => null,
        };
        return value is { } number ? new Scalar(_graph.Number(type, number)) : null;
    }

    /// <summary><c>T.CreateChecked(x)</c>: to a floating-point number the same conversion as a cast.</summary>
    private Scalar? Created(IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        return method is { IsStatic: true, Name: "CreateChecked" or "CreateSaturating" or "CreateTruncating", Parameters.Length: 1 }
            && (IsInterfaceOfNumbers(method.ContainingType) || DataType.ScalarOf(method.ContainingType) != ScalarType.None)
            && NumberOf(operation.Type) is var type && type.IsFloating()
            && NumberOf(method.Parameters[0].Type) is var from && from != ScalarType.None
                ? new Scalar(_graph.Convert(ScalarOf(operation.Arguments[0].Value), type))
                : null;
    }

    // Arithmetic of bytes and their like, which C# has none of, cuts the result off.
    private static bool HasArithmetic(ScalarType type) => type.IsFloating() || (type.IsInteger() && type.Bits() >= 32);

    private static bool IsInterfaceOfNumbers(INamedTypeSymbol? type)
        => type is { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics" } space } && DataType.IsSystem(space.ContainingNamespace);
}
