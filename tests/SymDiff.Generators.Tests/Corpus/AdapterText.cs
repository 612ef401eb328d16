using System.Text;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>Writes, in C#, a class of methods that take all arguments as objects: numbers, and arrays for spans and matrices.</summary>
internal static class AdapterText
{
    public const string TypeName = "CorpusAdapters";

    /// <summary>How a method is called.</summary>
    public delegate T Value<out T>(object[] arguments);

    /// <summary>How its derivatives are called: they are written to arrays, one for each parameter that is differentiated for.</summary>
    public delegate double Derivative(object[] arguments, double[][] gradient);

    /// <summary>The methods themselves; of other numbers, where <paramref name="number"/> isn't the type that the methods are written with.</summary>
    public static string OfValues(IEnumerable<CorpusMethod> methods, string? number = null) => Class(methods.Select(method =>
        $"    public static {number ?? "double"} {method.Name}(object[] a) => {method.Type}.{method.Name}({Arguments(method, number)});\n"));

    /// <summary>The methods and what is generated for them.</summary>
    public static string OfDerivatives(IEnumerable<CorpusMethod> methods) => Class(methods.SelectMany(method => new[]
    {
        $"    public static double {method.Name}(object[] a) => {method.Type}.{method.Name}({Arguments(method, null)});\n",
        Gradient(method, "ValueAndGradient", hasValue: true),
        Gradient(method, "Gradient", hasValue: false),
    }));

    private static string Class(IEnumerable<string> members) => $$"""
        #pragma warning disable
        public static class {{TypeName}}
        {
        {{string.Concat(members)}}
            private static T[,] Square<T>(T[] elements)
            {
                int n = (int)System.Math.Sqrt(elements.Length);
                var square = new T[n, n];
                for (int i = 0; i < elements.Length; i++)
                {
                    square[i / n, i % n] = elements[i];
                }

                return square;
            }
        }
        """;

    private static string Arguments(CorpusMethod method, string? number)
        => string.Join(", ", method.Parameters.Select((parameter, i) => Argument(parameter, i, parameter.IsOfNumbers ? number ?? parameter.Element : parameter.Element)));

    private static string Argument(CorpusParameter parameter, int position, string element) => parameter.Rank switch
    {
        0 => $"({element})a[{position}]",
        1 => $"({element}[])a[{position}]",
        _ => $"Square(({element}[])a[{position}])",
    };

    private static string Gradient(CorpusMethod method, string member, bool hasValue)
    {
        StringBuilder text = new();
        (int Position, CorpusParameter Parameter)[] parts = [.. method.Differentiated.Select(i => (i, method.Parameters[i]))];
        (int Position, CorpusParameter Parameter)[] arrays = [.. parts.Where(part => part.Parameter.Rank > 0)];
        int numbers = parts.Length - arrays.Length;
        text.Append($"    public static double {method.Name}{member}(object[] a, double[][] g)\n    {{\n");
        foreach ((int position, CorpusParameter parameter) in arrays)
        {
            text.Append($"        var d{position} = new {parameter.Element}[(({parameter.Element}[])a[{position}]).Length];\n");
        }

        string destinations = string.Concat(arrays.Select(part => $", new System.Span<{part.Parameter.Element}>(d{part.Position})"));
        string result = hasValue || numbers > 0 ? "var r = " : "";
        text.Append($"        {result}{method.Type}.{method.Name}{member}({Arguments(method, null)}{destinations});\n");
        for (int k = 0; k < parts.Length; k++)
        {
            (int position, CorpusParameter parameter) = parts[k];
            string number = (hasValue ? "r.Gradient" : "r") + (numbers > 1 ? "." + parameter.Name : "");
            text.Append($"        g[{k}] = {(parameter.Rank > 0 ? $"System.Array.ConvertAll(d{position}, v => (double)v)" : $"[{number}]")};\n");
        }

        string value = !hasValue ? "0" : numbers > 0 ? "r.Value" : "r";
        return text.Append($"        return {value};\n    }}\n\n").ToString();
    }
}
