using Microsoft.CodeAnalysis;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>A C# type as the IR has it.</summary>
internal readonly record struct DataType(ParameterKind Kind, ScalarType Scalar, int Rank)
{
    public bool IsScalar => Kind == ParameterKind.Scalar;

    public bool IsFloatingScalar => IsScalar && Scalar.IsFloating();

    public ExpressionType ExpressionType => new(Scalar, Rank);

    public static DataType Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array when ElementOf(array.ElementType) is var element and not ScalarType.None
            => new(array.Rank == 1 ? ParameterKind.Array : ParameterKind.MultidimensionalArray, element, array.Rank),
        INamedTypeSymbol { Arity: 1 } generic when KindOf(generic) is { } kind && ElementOf(generic.TypeArguments[0]) is var element and not ScalarType.None
            => new(kind, element, 1),
        _ when ScalarOf(type) is var scalar and not ScalarType.None => new(ParameterKind.Scalar, scalar, 0),
        _ => new(ParameterKind.Opaque, ScalarType.None, 0),
    };

    // An element is read as it is, and of an enumeration that isn't a number.
    private static ScalarType ElementOf(ITypeSymbol type) => type.TypeKind == TypeKind.Enum ? ScalarType.None : ScalarOf(type);

    /// <summary><see cref="ScalarType.None"/> for everything that isn't a number or a truth value.</summary>
    public static ScalarType ScalarOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarType.Boolean,
        SpecialType.System_SByte => ScalarType.SByte,
        SpecialType.System_Byte => ScalarType.Byte,
        SpecialType.System_Int16 => ScalarType.Int16,
        SpecialType.System_UInt16 => ScalarType.UInt16,
        SpecialType.System_Char => ScalarType.Char,
        SpecialType.System_Int32 => ScalarType.Int32,
        SpecialType.System_UInt32 => ScalarType.UInt32,
        SpecialType.System_Int64 => ScalarType.Int64,
        SpecialType.System_UInt64 => ScalarType.UInt64,

        // Lengths of tensors are of this type. They fit an int.
        SpecialType.System_IntPtr => ScalarType.Int64,
        SpecialType.System_UIntPtr => ScalarType.UInt64,
        SpecialType.System_Single => ScalarType.Single,
        SpecialType.System_Double => ScalarType.Double,
        _ => type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } ? ScalarOf(underlying) : ScalarType.None,
    };

    /// <summary>Whether the type is one of the arrays of numbers that <c>System.Numerics.Tensors</c> has.</summary>
    public static bool IsTensor(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 1 } named && KindOf(named) is ParameterKind.Tensor or ParameterKind.TensorSpan;

    private static ParameterKind? KindOf(INamedTypeSymbol type) => type.Name switch
    {
        "Span" or "ReadOnlySpan" when type.ContainingType is null && IsSystem(type.ContainingNamespace) => ParameterKind.Span,
        "Tensor" when type.ContainingType is null && IsTensorNamespace(type.ContainingNamespace) => ParameterKind.Tensor,
        "TensorSpan" or "ReadOnlyTensorSpan" when type.ContainingType is null && IsTensorNamespace(type.ContainingNamespace) => ParameterKind.TensorSpan,
        _ => null,
    };

    public static bool IsSystem(INamespaceSymbol? space) => space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    public static bool IsTensorNamespace(INamespaceSymbol? space)
        => space is { Name: "Tensors", ContainingNamespace: { Name: "Numerics" } numerics } && IsSystem(numerics.ContainingNamespace);
}
