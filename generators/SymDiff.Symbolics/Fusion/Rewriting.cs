using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Fusion;

/// <summary>Functions some of whose nodes others have taken the place of.</summary>
internal static class Rewriting
{
    /// <summary>The same function with the results made of the new nodes, which are called what the old ones are called. Requirements stay: they are checked before anything is calculated.</summary>
    public static Function Results(Function function, Replacements done) => function with
    {
        Results = [.. function.Results.Select(result => result with { Value = done[result.Value] })],
        Names = [.. function.Names, .. function.Names.Where(named => done.Contains(named.Node)).Select(named => (done[named.Node], named.Name))],
    };
}
