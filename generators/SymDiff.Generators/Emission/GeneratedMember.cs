using System.Collections.Immutable;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>A method to be written beside the one that it is derived from.</summary>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Shape">What it returns.</param>
/// <param name="Program">What it does.</param>
/// <param name="Summary">Lines of its documentation, as XML.</param>
/// <param name="Returns">The same of what it returns.</param>
internal sealed record GeneratedMember(string Name, ResultShape Shape, Program Program, ImmutableArray<string> Summary, string Returns);
