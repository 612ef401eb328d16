using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Model;

/// <summary>How C# makes a structure or a tuple of its parts.</summary>
public enum StructureForm
{
    /// <summary><c>(x, y)</c>.</summary>
    Tuple,

    /// <summary><c>new T(x, y)</c>.</summary>
    Constructor,

    /// <summary><c>new T { X = x, Y = y }</c>.</summary>
    Initializer,

    /// <summary><c>default(T) with { X = x, Y = y }</c>.</summary>
    With,
}

/// <summary>A structure or a tuple of numbers that is differentiated for: what the gradient, which is one too, is made of.</summary>
/// <param name="Type">C# text.</param>
/// <param name="Parts">In the order in which they are written.</param>
public sealed record StructureModel(string Type, StructureForm Form, EquatableArray<StructurePartModel> Parts)
{
    /// <summary>The numbers, in the order in which they are written.</summary>
    public IEnumerable<StructurePartModel> Leaves => Parts.Items.SelectMany(static part => part.Inner is { } inner ? inner.Leaves : part.Path is null ? [] : [part]);
}

/// <summary>A part of a structure. One without derivatives has its default value.</summary>
/// <param name="Name">Of the field or property that is set, as C# text; empty if its place says which it is.</param>
/// <param name="Type">C# text.</param>
/// <param name="Scalar">Type of the number; <see cref="ScalarType.None"/> if it isn't one that is differentiated for.</param>
/// <param name="Path">How generated code reads that number of the argument; null if there is none.</param>
/// <param name="Inner">The structure that it is itself; null if it's none.</param>
public sealed record StructurePartModel(string Name, string Type, ScalarType Scalar, string? Path, StructureModel? Inner);
