using System.Collections.Immutable;

namespace SymDiff;

/// <summary>Where a parameter of a model lies in its buffer.</summary>
public sealed class ParameterInfo
{
    internal ParameterInfo(string name, ImmutableArray<int> shape, int offset, int length)
    {
        Name = name;
        Shape = shape;
        Offset = offset;
        Length = length;
    }

    /// <summary>Name, with those of the parts it belongs to: <c>Layer.Weight</c>, <c>Layers[0].Bias</c>.</summary>
    public string Name { get; }

    /// <summary>The sizes, in row-major order; none for a number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Position of the first element.</summary>
    public int Offset { get; }

    /// <summary>How many elements: the product of the sizes.</summary>
    public int Length { get; }

    /// <summary>Name and shape.</summary>
    /// <returns>For example <c>Layer.Weight [10, 64]</c>.</returns>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
