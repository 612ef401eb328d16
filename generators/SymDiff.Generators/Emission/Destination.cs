using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Emission;

/// <summary>A parameter of a generated member that receives the gradient for an array, in row-major order.</summary>
/// <param name="Array">The array's own parameter.</param>
/// <param name="Name">Without <c>@</c>.</param>
/// <param name="Symbol">What the program writes to.</param>
internal sealed record Destination(ParameterModel Array, string Name, Symbol Symbol)
{
    private const string Suffix = "Gradient";

    public string Type => $"global::System.Span<{Array.Scalar.Keyword()}>";

    /// <summary>For each array among the inputs, a destination with a name that no parameter has.</summary>
    public static ImmutableArray<Destination> Of(ImmutableArray<ParameterModel> inputs, EquatableArray<ParameterModel> parameters, ExpressionGraph graph)
    {
        var taken = new HashSet<string>(parameters.Select(parameter => parameter.Name));
        var destinations = ImmutableArray.CreateBuilder<Destination>();
        foreach (ParameterModel input in inputs.Where(input => input.Rank > 0))
        {
            string name = input.Name + Suffix;
            while (!taken.Add(name))
            {
                name += Suffix;
            }

            destinations.Add(new Destination(input, name, graph.Parameter(name, new ExpressionType(input.Scalar, 1))));
        }

        return destinations.ToImmutable();
    }
}
