using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>
/// What a member of a model has locals for: the parameters that it reads, and the parts of the gradient that it writes to. All parameters are asked for first: that
/// brings them together in one buffer, after which each has its place.
/// </summary>
internal sealed class ModelLocals
{
    private readonly MethodSignature _signature;
    private readonly ImmutableArray<Destination> _destinations;
    private readonly ImmutableArray<(Symbol Symbol, ModelParameter Parameter)> _read;
    private readonly Dictionary<Symbol, string> _names = [];
    private readonly Dictionary<Destination, string> _wholes = [];

    public ModelLocals(MethodSignature signature, CalculatingMember member, IEnumerable<string> taken)
    {
        _signature = signature;
        _destinations = [.. member.Destinations.Where(destination => destination.IsOfModel)];
        var parameters = signature.ModelParameters.Items.ToDictionary(parameter => parameter.Path);
        _read = [.. ProgramWalk.Symbols(member.Program).Where(symbol => symbol.Role == SymbolRole.External && parameters.ContainsKey(symbol.Name)).Select(symbol => (symbol, parameters[symbol.Name])).OrderBy(found => found.symbol.Id)];
        var names = new HashSet<string>(taken);
        foreach (Destination destination in _destinations)
        {
            _wholes.Add(destination, Unused(destination.Array.Path == "this.Parameters" ? "parameters" : NameOf(destination.Array.Path!)));
            foreach (DestinationPart part in destination.Parts)
            {
                _names.Add(part.Symbol, Unused(part.Symbol.Name));
            }
        }

        foreach ((Symbol symbol, ModelParameter parameter) in _read)
        {
            _names.Add(symbol, Unused(NameOf(parameter)));
        }

        string Unused(string name)
        {
            string candidate = name;
            for (int number = 2; !names.Add(candidate); number++)
            {
                candidate = name + (char.IsDigit(name[name.Length - 1]) ? "_" : string.Empty) + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return candidate;
        }
    }

    /// <summary>What the symbols are called, and what else is taken.</summary>
    public IEnumerable<(Symbol Symbol, string Name)> Names => _names.Select(pair => (pair.Key, Identifiers.Escape(pair.Value)));

    public IEnumerable<string> Taken => _wholes.Values;

    /// <summary>The name of a local: <c>layerWeight</c> for <c>this.Layer.Weight</c>.</summary>
    public static string NameOf(ModelParameter parameter) => NameOf(parameter.Path);

    private static string NameOf(string path)
    {
        string name = string.Concat(path.Split('.', '[', ']').Where(part => part is not ("" or "this")).Select(part => part.TrimStart('@')).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    public void WriteParameters(CodeWriter output)
    {
        foreach (Destination destination in _destinations)
        {
            output.Line($"global::System.ReadOnlySpan<{destination.Array.Scalar.Keyword()}> {Identifiers.Escape(_wholes[destination])} = {destination.Array.Path};");
        }

        foreach ((Symbol symbol, ModelParameter parameter) in _read)
        {
            string type = parameter.Scalar.Keyword();
            output.Line($"{(parameter.Rank == 0 ? type : $"global::System.ReadOnlySpan<{type}>")} {Identifiers.Escape(_names[symbol])} = {parameter.Path};");
        }
    }

    /// <summary>The name of the local that holds all parameters that a destination is for.</summary>
    public string WholeOf(Destination destination) => _wholes.TryGetValue(destination, out string? name) ? Identifiers.Escape(name) : destination.Array.Path!;

    /// <summary>Makes the destinations ready to be written to: what isn't written is 0.</summary>
    public void WriteParts(CodeWriter output)
    {
        foreach (Destination destination in _destinations)
        {
            output.Line($"{Identifiers.Escape(destination.Name)}.Clear();");
            foreach (DestinationPart part in destination.Parts)
            {
                ModelParameter parameter = part.Parameter;
                string type = parameter.Scalar.Keyword();
                string place = parameter.Rank > 0 && _read.Any(found => found.Parameter == parameter)
                    ? _names[_read.First(found => found.Parameter == parameter).Symbol]
                    : $"((global::SymDiff.IModel<{type}>){parameter.Owner}).Own({parameter.Position.ToString(System.Globalization.CultureInfo.InvariantCulture)})";
                output.Line($"global::System.Span<{type}> {Identifiers.Escape(_names[part.Symbol])} = {RuntimeNames.ModelGradient}.Part({Identifiers.Escape(destination.Name)}, {WholeOf(destination)}, {place});");
            }
        }
    }

    /// <summary>Where a result goes that is a number of a model's gradient; null if it is returned.</summary>
    public string? PlaceOf(Result result)
        => _destinations.SelectMany(destination => destination.Parts).FirstOrDefault(part => part.Parameter.Path == result.Name) is { } part ? $"{Identifiers.Escape(_names[part.Symbol])}[0]" : null;
}
