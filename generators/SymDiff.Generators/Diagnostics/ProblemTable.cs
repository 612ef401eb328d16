using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SymDiff.Generators.Diagnostics;

/// <summary>All rows of <see cref="Problems"/>. A class of its own, since the fields of a partial class are initialised in no certain order.</summary>
public static class ProblemTable
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [.. Problems.Declarations, .. Problems.Code, .. Problems.LostDerivatives, .. Problems.Models, Problems.Bug];

    private static readonly Dictionary<string, DiagnosticDescriptor> Ids = All.ToDictionary(static descriptor => descriptor.Id);

    public static DiagnosticDescriptor ById(string id) => Ids[id];
}
