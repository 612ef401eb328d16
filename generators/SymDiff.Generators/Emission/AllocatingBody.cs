using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>Writes the body of an overload without destinations.</summary>
internal sealed class AllocatingBody(CodeWriter output, MethodSignature signature, AllocatingMember member)
{
    private readonly NameAllocator _names = NameAllocator.For(
        new Program([], []), [], [.. signature.TakenNames, .. signature.Parameters.Select(parameter => parameter.Name), signature.Name, member.Name]);

    public void Write()
    {
        Dictionary<ParameterModel, string> arrays = member.Callee.Destinations.ToDictionary(destination => destination.Array, destination => _names.Fresh(destination.Name));
        foreach (Destination destination in member.Callee.Destinations)
        {
            string element = destination.Array.Scalar.Keyword();
            output.Line($"{element}[] {arrays[destination.Array]} = new {element}[{Length(destination.Array)}];");
        }

        string? value = member.Value is null ? null : _names.Fresh("value");
        Dictionary<ParameterModel, string> numbers = member.Inputs.Where(input => input.Rank == 0).ToDictionary(input => input, input => _names.Fresh("d" + input.Name));
        string call = OriginalCall.Write(signature, member.Name, member.Callee.Destinations.Select(destination => $"global::System.MemoryExtensions.AsSpan({arrays[destination.Array]})"));
        output.Line($"{Received(value, numbers)}{call};");

        IEnumerable<string> parts = member.Inputs.Select(input => numbers.TryGetValue(input, out string? number) ? number : Shaped(input, arrays[input]));
        var values = new Queue<List<Piece>>((value is null ? parts : parts.Prepend(value)).Select(text => new List<Piece> { new(text, IsBreak: false, Depth: 0) }));
        output.Line($"return {LineBreaker.Break(member.Shape.Write(values), output.Column, output.Column + "return ".Length)};");
    }

    // (double value, (double da, double db)) = …
    private string Received(string? value, Dictionary<ParameterModel, string> numbers)
    {
        string[] parts = [.. member.Inputs.Where(numbers.ContainsKey).Select(input => $"{input.Structure?.Type ?? input.Scalar.Keyword()} {numbers[input]}")];
        string gradient = parts.Length > 1 ? $"({string.Join(", ", parts)})" : string.Concat(parts);
        string all = value is null ? gradient
            : gradient.Length == 0 ? $"{member.Value!.Value.Keyword()} {value}"
            : $"({member.Value!.Value.Keyword()} {value}, {gradient})";
        return all.Length == 0 ? string.Empty : all + " = ";
    }

    // Of null too, which the method may or may not accept.
    private static string Length(ParameterModel array) => array.Path is { } path ? $"{path}.Length" : array.Kind == ParameterKind.Tensor
        ? $"{RuntimeNames.Count}({Identifiers.Escape(array.Name)})"
        : $"{Identifiers.Escape(array.Name)}?.Length ?? 0";

    private static string Shaped(ParameterModel array, string elements) => array.Kind switch
    {
        ParameterKind.Tensor => $"{RuntimeNames.TensorShape}({elements}, {Identifiers.Escape(array.Name)})",
        ParameterKind.MultidimensionalArray => $"{RuntimeNames.Destination}.Shape({elements}, {Identifiers.Escape(array.Name)})",
        _ => elements,
    };
}
