using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>What to write instead of a type that can't be calculated with.</summary>
internal static class TypeAdvice
{
    public static string For(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Decimal } => "use 'double'",
        { Name: "Half" or "BFloat16" } => "use 'float'",
        { Name: "Int128" or "UInt128" or "BigInteger" } => "use 'long' or 'double'",
        { SpecialType: SpecialType.System_String } => "numbers don't go through text",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "use the type without '?'",
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "use a span",
        IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Enum } or INamedTypeSymbol { TypeArguments: [{ TypeKind: TypeKind.Enum }] } => "use numbers instead of an enumeration",
        IArrayTypeSymbol { ElementType: IArrayTypeSymbol } => "use a rectangular array, 'T[,]'",
        ITypeParameterSymbol => "use 'double' or 'float'",
        _ => "use numbers, truth values, tuples of them, and arrays and spans of numbers",
    };
}
