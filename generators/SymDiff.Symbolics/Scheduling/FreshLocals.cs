using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Copies statements. A local is declared once in a program, so those that the statements declare are others in the copy.</summary>
internal static class FreshLocals
{
    public static ImmutableArray<Statement> In(ImmutableArray<Statement> statements)
    {
        Dictionary<Symbol, Symbol> fresh = Statements.Inside(statements).OfType<Declare>().Select(declare => declare.Local).Distinct()
            .ToDictionary(local => local, local => local.Graph.Local(local.Name, local.Type));
        return Statements.Map(
            statements,
            tree => Substitution.Replace(tree, [.. Statements.Locals(tree).Where(fresh.ContainsKey).Distinct().Select(local => (local, (Expression)fresh[local]))]),
            local => fresh.TryGetValue(local, out Symbol? other) ? other : local);
    }
}
