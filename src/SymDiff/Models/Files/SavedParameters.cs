using System.Collections.Immutable;
using System.Numerics;

namespace SymDiff.Runtime;

/// <summary>The parameters in a file, by name.</summary>
internal sealed class SavedParameters<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dictionary<string, (ImmutableArray<long> Shape, T[] Values)> parameters = [];

    public void Add(string name, ImmutableArray<long> shape, T[] values)
    {
        if (!parameters.TryAdd(name, (shape, values)))
        {
            throw new InvalidDataException($"The parameter '{name}' is there twice.");
        }
    }

    /// <summary>How many elements an array of that shape has.</summary>
    public static long Count(string name, ImmutableArray<long> shape)
    {
        long count = 1;
        foreach (long size in shape)
        {
            count = size >= 0 && (size == 0 || count <= Array.MaxLength / size) ? count * size : throw new InvalidDataException($"The parameter '{name}' can't have the shape {Text(shape)}.");
        }

        return count;
    }

    /// <summary>Everything is compared before anything is written.</summary>
    public void CopyTo(IReadOnlyList<ParameterInfo> layout, Span<T> destination)
    {
        foreach (ParameterInfo parameter in layout)
        {
            if (!parameters.TryGetValue(parameter.Name, out (ImmutableArray<long> Shape, T[] Values) saved))
            {
                throw new InvalidDataException($"The parameter '{parameter.Name}' of the model is missing in what was saved.");
            }

            ImmutableArray<long> shape = [.. parameter.Shape.Select(static size => (long)size)];
            if (!saved.Shape.SequenceEqual(shape))
            {
                throw new InvalidDataException($"The parameter '{parameter.Name}' has the shape {Text(shape)} in the model, and {Text(saved.Shape)} in what was saved.");
            }
        }

        if (parameters.Count > layout.Count)
        {
            string extra = parameters.Keys.Except(layout.Select(static parameter => parameter.Name)).Order(StringComparer.Ordinal).First();
            throw new InvalidDataException($"The model has no parameter '{extra}', which was saved.");
        }

        foreach (ParameterInfo parameter in layout)
        {
            parameters[parameter.Name].Values.CopyTo(destination.Slice(parameter.Offset, parameter.Length));
        }
    }

    private static string Text(ImmutableArray<long> shape) => $"[{string.Join(", ", shape)}]";
}
