using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Model;

/// <summary>A parameter of a model, as far as a method reads it.</summary>
/// <param name="Path">How generated code reads it, which is also the name of its symbol: <c>this.Layer.Weight</c>.</param>
/// <param name="Owner">How generated code reads the model that it belongs to: <c>this.Layer</c>.</param>
/// <param name="Position">Its rank among the owner's own parameters.</param>
/// <param name="Scalar">Type of the numbers.</param>
/// <param name="Rank">0 of a number, 1 of a span.</param>
public sealed record ModelParameter(string Path, string Owner, int Position, ScalarType Scalar, int Rank)
{
    /// <summary>Without what stands for the model itself: <c>Layer.Weight</c>.</summary>
    public string Name => Path.StartsWith("this.", StringComparison.Ordinal) ? Path.Substring(5) : Path;

    /// <summary>Whether it is one of the parameters of the model, or of its parts.</summary>
    public bool IsIn(string model) => Path.StartsWith(model, StringComparison.Ordinal) && Path.Length > model.Length && Path[model.Length] is '.' or '[';
}

/// <summary>What a method of a model is differentiated for besides its arguments: one parameter, or all of the model or of a part of it.</summary>
/// <param name="Path">How generated code reads it: <c>this.Weight</c>, <c>this.Layer</c>, <c>this</c>.</param>
/// <param name="Name">Of the member, without <c>@</c>; empty if it is the model itself.</param>
/// <param name="IsModel">Whether it's a model.</param>
/// <param name="Scalar">Type of the numbers.</param>
/// <param name="Rank">0 of a number, 1 of several.</param>
public sealed record ModelInput(string Path, string Name, bool IsModel, ScalarType Scalar, int Rank);
