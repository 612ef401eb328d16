using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Mathematics;

namespace SymDiff.Generators.Emission;

/// <summary>The documentation of a generated member: what it calculates, in words and as a formula.</summary>
/// <param name="Summary">Lines of XML.</param>
/// <param name="Returns">A line of XML.</param>
internal sealed record Documentation(ImmutableArray<string> Summary, string Returns)
{
    public static Documentation OfGradient(MethodSignature signature, Function function, ImmutableArray<Symbol> inputs, ImmutableArray<Expression> gradient)
    {
        string what = inputs.Length == 1 ? "The derivative" : "The partial derivatives";
        ImmutableArray<string> formulas = FormulaPrinter.Print(function, Formulas(function, inputs, gradient));
        return new Documentation(
            [$"{what} of {Method(signature)} with respect to {List(inputs)}.", .. formulas.Select(Paragraph)],
            $"{what} with respect to {List(inputs)}{(inputs.Length > 1 ? ", in this order" : string.Empty)}.");
    }

    public static Documentation OfValueAndGradient(MethodSignature signature, Function function, ImmutableArray<Symbol> inputs, ImmutableArray<Expression> gradient)
    {
        string what = inputs.Length == 1 ? "derivative" : "partial derivatives";
        ImmutableArray<string> formulas = FormulaPrinter.Print(function, [(function.Name, function.Results[0].Value), .. Formulas(function, inputs, gradient)]);
        return new Documentation(
            [$"The value of {Method(signature)}, and its {what} with respect to {List(inputs)}.", .. formulas.Select(Paragraph)],
            $"The value, bit for bit that of {Method(signature)}, and the {what}.");
    }

    /// <summary>Text as XML.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private static ImmutableArray<(string Left, Expression Right)> Formulas(Function function, ImmutableArray<Symbol> inputs, ImmutableArray<Expression> gradient)
        => [.. inputs.Select((input, k) => (FormulaPrinter.Derivative(function, input), gradient[k]))];

    private static string Method(MethodSignature signature) => $"<see cref=\"{Escape(signature.DocumentationId)}\"/>";

    private static string List(ImmutableArray<Symbol> inputs)
    {
        string[] names = [.. inputs.Select(input => $"<paramref name=\"{input.Name}\"/>")];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}";
    }

    private static string Paragraph(string formula) => $"<para><c>{Escape(formula.Trim())}</c></para>";
}
