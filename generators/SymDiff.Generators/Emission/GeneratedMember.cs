using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>A method to be written beside the one that it is derived from.</summary>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Shape">What it returns.</param>
/// <param name="Documentation">What its documentation says.</param>
internal abstract record GeneratedMember(string Name, ResultShape Shape, Documentation Documentation)
{
    /// <summary>The parameters that come after the method's own.</summary>
    public abstract ImmutableArray<Destination> Destinations { get; }
}

/// <summary>A method that calculates.</summary>
/// <param name="Program">What it does.</param>
/// <param name="Destinations">What it writes to.</param>
internal sealed record CalculatingMember(string Name, ResultShape Shape, Documentation Documentation, Program Program, ImmutableArray<Destination> Destinations)
    : GeneratedMember(Name, Shape, Documentation)
{
    public override ImmutableArray<Destination> Destinations { get; } = Destinations;
}

/// <summary>A method that leaves the calculation to one that returns the value, too, and passes on the rest of what that returns.</summary>
/// <param name="Callee">That method.</param>
internal sealed record ForwardingMember(string Name, ResultShape Shape, Documentation Documentation, CalculatingMember Callee) : GeneratedMember(Name, Shape, Documentation)
{
    public override ImmutableArray<Destination> Destinations => Callee.Destinations;
}

/// <summary>An overload without destinations: it allocates them, calls the other, and returns them.</summary>
/// <param name="Callee">The overload with destinations.</param>
/// <param name="Inputs">What the gradient is for.</param>
/// <param name="Value">The type of the value that is returned too; null if none is.</param>
internal sealed record AllocatingMember(GeneratedMember Callee, ResultShape Shape, Documentation Documentation, ImmutableArray<ParameterModel> Inputs, ScalarType? Value)
    : GeneratedMember(Callee.Name, Shape, Documentation)
{
    public override ImmutableArray<Destination> Destinations => [];
}
