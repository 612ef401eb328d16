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
    public static Documentation OfGradient(MethodSignature signature, Function function, ImmutableArray<Symbol> inputs, ImmutableArray<Symbol> leaves, ImmutableArray<Expression> gradient)
    {
        ImmutableArray<string> formulas = FormulaPrinter.Print(function, Formulas(function, leaves, gradient));
        return new Documentation([$"{Sentence(What(inputs))} of {Method(signature)} with respect to {List(inputs)}.", .. formulas.Select(Paragraph)], string.Empty);
    }

    public static Documentation OfValueAndGradient(MethodSignature signature, Function function, ImmutableArray<Symbol> inputs, ImmutableArray<Symbol> leaves, ImmutableArray<Expression> gradient)
    {
        ImmutableArray<string> formulas = FormulaPrinter.Print(function, [(function.Name, function.Results[0].Value), .. Formulas(function, leaves, gradient)]);
        return new Documentation(
            [$"The value of {Method(signature)}, and its {What(inputs)} with respect to {List(inputs)}.", .. formulas.Select(Paragraph)],
            $"The value, bit for bit that of {Method(signature)}");
    }

    /// <summary>Of a member that returns the derivatives with respect to these; to the others it writes.</summary>
    public Documentation Returning(ImmutableArray<Symbol> returned, ImmutableArray<Symbol> inputs) => this with
    {
        Returns = (Returns.Length > 0, returned.IsEmpty) switch
        {
            (true, true) => $"{Returns}.",
            (true, false) => $"{Returns}, and the {What(returned)}{(returned.Length < inputs.Length ? $" with respect to {List(returned)}" : string.Empty)}.",
            (false, true) => string.Empty,
            (false, false) => $"{Sentence(What(returned))} with respect to {List(returned)}{(returned.Length > 1 ? ", in this order" : string.Empty)}.",
        },
    };

    /// <summary>The same, saying how loops are differentiated.</summary>
    public Documentation With(ImmutableArray<string> notes) => this with { Summary = [.. Summary, .. notes.Select(static note => $"<para>{note}</para>")] };

    /// <summary>Of a parameter that is written to.</summary>
    public static string Of(Destination destination)
    {
        if (destination.IsOfModel)
        {
            string model = destination.Array.Path == "this.Parameters" ? "the parameters of the model" : $"the parameters of {Name(destination.Array.Name, isMember: true)}";
            return $"Receives the partial derivatives with respect to {model}, in their order. Exactly as many elements as there are parameters, in memory of its own; what was in it is overwritten.";
        }

        string array = Name(destination.Array.Name, destination.Array.Path is not null);
        string order = destination.Array.Kind is ParameterKind.Array or ParameterKind.Span ? string.Empty : ", in row-major order";
        return $"Receives the partial derivatives with respect to the elements of {array}{order}. Exactly as many elements as {array}, in memory of its own; what was in it is overwritten.";
    }

    /// <summary>The same of a member that takes sums in lanes.</summary>
    public Documentation ToRounding => this with { Returns = Returns.Replace(", bit for bit that of ", ", to rounding that of ") };

    /// <summary>Text as XML.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private static ImmutableArray<(string Left, Expression Right)> Formulas(Function function, ImmutableArray<Symbol> inputs, ImmutableArray<Expression> gradient)
        => [.. inputs.Select((input, k) => (input, k)).Where(pair => !pair.input.Type.IsArray).Select(pair => (FormulaPrinter.Derivative(function, pair.input), gradient[pair.k]))];

    private static string What(ImmutableArray<Symbol> inputs) => inputs is [{ Type.IsArray: false, Scalar: not ScalarType.None }] ? "derivative" : "partial derivatives";

    private static string Sentence(string what) => "The " + what;

    private static string Method(MethodSignature signature) => $"<see cref=\"{Escape(signature.DocumentationId)}\"/>";

    private static string List(ImmutableArray<Symbol> inputs)
    {
        string[] names = [.. inputs.Select(input => Name(input.SourceName, input.Role == SymbolRole.External))];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}";
    }

    private static string Name(string name, bool isMember) => isMember ? $"<c>{Escape(name)}</c>" : $"<paramref name=\"{name}\"/>";

    private static string Paragraph(string formula) => $"<para><c>{Escape(formula.Trim())}</c></para>";
}
