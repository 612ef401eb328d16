using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// Names of generated files: <c>Namespace.Type.Method(parameter types).g.cs</c>. The types tell overloads apart, so that an overload more doesn't give the others new names.
/// </summary>
internal static class HintNames
{
    /// <summary>With the path in front that the compiler writes to, long names don't fit into what some file systems allow.</summary>
    private const int Longest = 120;

    private const string Extension = ".g.cs";

    private static readonly SymbolDisplayFormat Readable = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Unique = SymbolDisplayFormat.CSharpErrorMessageFormat;

    public static string Of(IMethodSymbol method)
        => Short(method, $"{string.Join(".", Path(method.ContainingType))}.{method.Name}({string.Join(",", method.Parameters.Select(Parameter))})");

    /// <summary>Of what is written for a type as a whole: <c>Namespace.Type-what.g.cs</c>, which no method's file is called.</summary>
    public static string Of(INamedTypeSymbol type, string what) => Short(type, $"{string.Join(".", Path(type))}-{what}");

    private static string Short(ISymbol symbol, string exact)
    {
        string name = Allowed(exact);
        return (name.Length <= Longest && !HasTwin(symbol) ? name : $"{name.Substring(0, Math.Min(name.Length, Longest - 9))}-{Hash(exact)}") + Extension;
    }

    // From the outermost namespace in.
    private static IEnumerable<string> Path(INamespaceOrTypeSymbol symbol)
    {
        IEnumerable<string> outer = symbol switch
        {
            { ContainingType: { } type } => Path(type),
            { ContainingNamespace: { IsGlobalNamespace: false } space } => Path(space),
            _ => [],
        };
        return outer.Append(symbol is INamedTypeSymbol { Arity: > 0 and var arity } ? $"{symbol.Name}`{arity.ToString(CultureInfo.InvariantCulture)}" : symbol.Name);
    }

    // Names that differ in their case only are one name to the compiler here, and to some file systems.
    private static bool HasTwin(ISymbol named)
    {
        for (ISymbol symbol = named; symbol is not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
        {
            IEnumerable<string> siblings = symbol.ContainingSymbol switch
            {
                INamedTypeSymbol type => type.MemberNames,
                INamespaceSymbol space => space.GetMembers().Select(static member => member.Name),
                _ => [],
            };
            if (siblings.Any(sibling => sibling != symbol.Name && string.Equals(sibling, symbol.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            if (symbol.ContainingSymbol is not (INamedTypeSymbol or INamespaceSymbol))
            {
                return false;
            }
        }

        return false;
    }

    // Types of the framework need no namespace to be told apart.
    private static string Parameter(IParameterSymbol parameter)
    {
        string modifier = parameter.RefKind == RefKind.None ? string.Empty : "in ";
        bool isKnown = DataType.Of(parameter.Type).Kind != Model.ParameterKind.Opaque && parameter.Type.TypeKind != TypeKind.Enum;
        return modifier + parameter.Type.ToDisplayString(isKnown ? Readable : Unique);
    }

    private static string Allowed(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char letter in name)
        {
            text.Append(letter switch
            {
                '<' => '{',
                '>' => '}',
                '?' => '`',
                '*' => '_',
                _ when char.IsLetterOrDigit(letter) || ".,-+`_()[]{}".IndexOf(letter) >= 0 => letter,
                _ => '_',
            });
        }

        return text.ToString();
    }

    /// <summary>FNV-1a: the same on every machine and in every process.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
