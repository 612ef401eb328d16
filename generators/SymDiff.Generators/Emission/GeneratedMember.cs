using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>A method to be written beside the one that it is derived from.</summary>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Shape">What it returns.</param>
/// <param name="Program">What it does.</param>
/// <param name="Documentation">What its documentation says.</param>
internal sealed record GeneratedMember(string Name, ResultShape Shape, Program Program, Documentation Documentation);
