using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Emission;

/// <summary>A parameter of a generated member that receives the gradient for an array, in row-major order; or for all parameters of a model.</summary>
/// <param name="Array">The array's own parameter.</param>
/// <param name="Name">Without <c>@</c>.</param>
/// <param name="Symbol">What the program writes to.</param>
/// <param name="Parts">Of a model: the parts of the gradient for the parameters that the function reads, which are written to one by one; the rest is 0. Else there are none.</param>
internal sealed record Destination(ParameterModel Array, string Name, Symbol Symbol, ImmutableArray<DestinationPart> Parts)
{
    private const string Suffix = "Gradient";

    public string Type => $"global::System.Span<{Array.Scalar.Keyword()}>";

    /// <summary>Whether it receives the gradient for all parameters of a model.</summary>
    public bool IsOfModel { get; private init; }

    /// <summary>For each array among the inputs, a destination with a name that no parameter has.</summary>
    public static ImmutableArray<Destination> Of(ImmutableArray<Input> inputs, EquatableArray<ParameterModel> parameters, ExpressionGraph graph)
    {
        var taken = new HashSet<string>(parameters.Select(parameter => parameter.Name));
        var destinations = ImmutableArray.CreateBuilder<Destination>();
        foreach (Input input in inputs.Where(input => input.Declared.Rank > 0))
        {
            string name = NameOf(input.Declared);
            while (!taken.Add(name))
            {
                name += Suffix;
            }

            ExpressionType type = new(input.Declared.Scalar, 1);
            destinations.Add(new Destination(
                input.Declared,
                name,
                graph.Parameter(name, type),
                [.. input.Leaves.Where(leaf => leaf.Parameter is not null).Select(leaf => new DestinationPart(leaf.Parameter!, graph.Parameter(ModelLocals.NameOf(leaf.Parameter!) + Suffix, type)))])
            {
                IsOfModel = input.Leaves is not [{ Parameter: null }],
            });
        }

        return destinations.ToImmutable();
    }

    // A model's own is just called gradient; that of a member has a small letter, like any parameter.
    private static string NameOf(ParameterModel input)
        => input.Path == "this.Parameters" ? "gradient"
            : input.Path is not null ? char.ToLowerInvariant(input.Name[0]) + input.Name.Substring(1) + Suffix
            : input.Name + Suffix;
}

/// <summary>The part of a model's gradient for one parameter.</summary>
internal sealed record DestinationPart(ModelParameter Parameter, Symbol Symbol);
