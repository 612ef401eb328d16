using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using SymDiff.Generators.Tests.Corpus.Duals;

namespace SymDiff.Generators.Tests.Corpus;

/// <summary>Arguments for a method of the corpus: numbers as <see cref="double"/>, arrays of them, and other things as they are.</summary>
/// <param name="Published">The gradient, flat, where it is known from elsewhere; else empty.</param>
/// <param name="IsSmooth">Whether finite differences mean something there.</param>
internal sealed record CorpusPoint(CorpusMethod Method, ImmutableArray<object> Arguments, ImmutableArray<double> Published, bool IsSmooth)
{
    public static CorpusPoint Read(CustomAttributeData attribute, CorpusMethod method)
    {
        var arguments = (IReadOnlyCollection<CustomAttributeTypedArgument>)attribute.ConstructorArguments.Single().Value!;
        if (arguments.Count != method.Parameters.Length)
        {
            throw new FormatException($"{method.Name} has {method.Parameters.Length} parameters, and a point of it {arguments.Count}");
        }

        IEnumerable<double> published = attribute.NamedArguments
            .Where(argument => argument.MemberName == "Gradient")
            .SelectMany(argument => (IReadOnlyCollection<CustomAttributeTypedArgument>)argument.TypedValue.Value!)
            .Select(Number);
        bool isSmooth = !attribute.NamedArguments.Any(argument => argument.MemberName == "IsKink");
        return new(method, [.. arguments.Zip(method.Parameters, Read)], [.. published], isSmooth);
    }

    /// <summary>The flat places of what is differentiated for: which argument, and which element of it.</summary>
    public IEnumerable<(int Argument, int Element)> Places =>
        from i in Method.Differentiated
        from element in Enumerable.Range(0, Arguments[i] is double[] array ? array.Length : 1)
        select (i, element);

    /// <summary>The arguments as the method takes them.</summary>
    public object[] Plain => [.. Arguments.Zip(Method.Parameters, static (argument, parameter) => (argument, parameter.Element) switch
    {
        (double number, "float") => (float)number,
        (double[] numbers, "float") => Array.ConvertAll(numbers, static number => (float)number),
        (double[] numbers, _) => numbers.ToArray(),
        _ => argument,
    })];

    /// <summary>The arguments as dual numbers, of which one moves.</summary>
    public object[] Duals((int Argument, int Element) moved) => [.. Arguments.Select((argument, i) => argument switch
    {
        double number => new Dual(number, i == moved.Argument ? 1 : 0),
        double[] numbers => numbers.Select((number, j) => new Dual(number, (i, j) == moved ? 1 : 0)).ToArray(),
        _ => argument,
    })];

    public double this[(int Argument, int Element) place] => Arguments[place.Argument] is double[] numbers ? numbers[place.Element] : (double)Arguments[place.Argument];

    /// <summary>The point with another number in one place.</summary>
    public CorpusPoint With((int Argument, int Element) place, double number)
    {
        object changed = number;
        if (Arguments[place.Argument] is double[] numbers)
        {
            double[] copy = [.. numbers];
            copy[place.Element] = number;
            changed = copy;
        }

        return this with { Arguments = Arguments.SetItem(place.Argument, changed) };
    }

    public override string ToString() => string.Join(", ", Arguments.Select(static argument => argument is double[] numbers
        ? $"[{string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]"
        : Convert.ToString(argument, CultureInfo.InvariantCulture)));

    private static object Read(CustomAttributeTypedArgument argument, CorpusParameter parameter) => argument.Value switch
    {
        IReadOnlyCollection<CustomAttributeTypedArgument> elements when parameter.IsOfNumbers => elements.Select(Number).ToArray(),
        IReadOnlyCollection<CustomAttributeTypedArgument> elements => elements.Select(element => (int)element.Value!).ToArray(),
        object _ when parameter.IsOfNumbers => Number(argument),
        object other => other,
        null => throw new FormatException($"A point has nothing for {parameter.Name}"),
    };

    private static double Number(CustomAttributeTypedArgument argument) => Convert.ToDouble(argument.Value, CultureInfo.InvariantCulture);
}
