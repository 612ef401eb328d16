using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymDiff.Generators.Emission;

namespace SymDiff.Generators.Lifting;

/// <summary>Names and types as C# that compiles anywhere.</summary>
internal static class CSharpText
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Type(ITypeSymbol type) => type.ToDisplayString(TypeFormat);

    public static string Identifier(string name) => Identifiers.Escape(name);

    /// <summary>What stands before a value of a type whose arithmetic isn't that of the type it is calculated in; null if nothing need.</summary>
    public static string? Cast(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => $"({Type(underlying)})",
        { SpecialType: SpecialType.System_IntPtr } => "(long)",
        { SpecialType: SpecialType.System_UIntPtr } => "(ulong)",
        _ => null,
    };

    public static string Namespace(INamespaceSymbol space)
        => space.IsGlobalNamespace ? string.Empty
            : space.ContainingNamespace.IsGlobalNamespace ? Identifier(space.Name)
            : $"{Namespace(space.ContainingNamespace)}.{Identifier(space.Name)}";

    /// <summary>An attribute with its arguments, without brackets.</summary>
    public static string Attribute(AttributeData attribute)
    {
        string[] arguments =
        [
            .. attribute.ConstructorArguments.Select(static argument => argument.ToCSharpString()),
            .. attribute.NamedArguments.Select(static argument => $"{argument.Key} = {argument.Value.ToCSharpString()}"),
        ];
        return arguments.Length == 0 ? Type(attribute.AttributeClass!) : $"{Type(attribute.AttributeClass!)}({string.Join(", ", arguments)})";
    }

    /// <summary>The default of an optional parameter.</summary>
    public static string DefaultValue(IParameterSymbol parameter) => parameter.ExplicitDefaultValue switch
    {
        null => "default",
        { } value when parameter.Type.TypeKind == TypeKind.Enum => $"({Type(parameter.Type)})({Literal(value)})",
        { } value => Literal(value),
    };

    private static string Literal(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double number => Shortest(number, static (number, format) => number.ToString(format, CultureInfo.InvariantCulture), ["G15", "G16", "G17"], static text => double.Parse(text, CultureInfo.InvariantCulture)) + "d",
        float number => Shortest(number, static (number, format) => number.ToString(format, CultureInfo.InvariantCulture), ["G7", "G8", "G9"], static text => float.Parse(text, CultureInfo.InvariantCulture)) + "f",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default",
    };

    private static string Shortest<T>(T number, Func<T, string, string> write, string[] formats, Func<string, T> read)
    {
        string text = formats.Select(format => write(number, format)).FirstOrDefault(text => Equals(read(text), number)) ?? write(number, formats[2]);

        // −0 is written without its sign by some frameworks.
        return number is 0.0 or 0.0f && IsNegative(number) ? "-0" : text;
    }

    private static bool IsNegative<T>(T zero) => zero switch
    {
        double number => BitConverter.DoubleToInt64Bits(number) < 0,
        float number => BitConverter.DoubleToInt64Bits(number) < 0,
        _ => false,
    };
}
