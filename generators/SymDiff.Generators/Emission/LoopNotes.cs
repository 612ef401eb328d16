using System.Collections.Immutable;
using System.Globalization;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>In which way the loops of a method that carry values are differentiated, and how much that takes: for the documentation.</summary>
internal static class LoopNotes
{
    public static ImmutableArray<string> Of(Program program, Expression value, ImmutableArray<Expression> gradient)
    {
        ImmutableArray<Statement> all = [.. Statements.Inside(program.Body)];
        HashSet<Symbol> kept = [.. all.OfType<Allocate>().Where(static allocate => allocate.IsOfSteps).Select(static allocate => allocate.Array)];
        return
        [
            .. all.OfType<Loop>().Select(loop => (loop.Index, Bytes: Own(loop.Body).OfType<Store>().Where(store => kept.Contains(store.Array)).Sum(static store => BytesOf(store.Array.Scalar))))
                .Where(static loop => loop.Bytes > 0).Select(static loop => $"Runs backwards through the loop over {Name(loop.Index)}, of which it keeps {Count(loop.Bytes)} a step."),
            .. all.OfType<Loop>().Where(loop => loop.IsDownward && !Statements.Mentioned(loop).Any(kept.Contains))
                .Select(static loop => $"Runs backwards through the loop over {Name(loop.Index)}, of which it keeps nothing."),
            .. Forwards(value, gradient).Select(static index => $"Carries derivatives along with the loop over {Name(index)}, of which it keeps nothing."),
        ];
    }

    // Loops that carry more than those of the value do.
    private static IEnumerable<Symbol> Forwards(Expression value, ImmutableArray<Expression> gradient)
    {
        HashSet<Expression> known = [.. Traversal.Reachable([value])];
        return Traversal.Reachable(gradient).OfType<Scan>().Where(scan => !known.Contains(scan) && !scan.IsDownward && scan.Stacked.IsEmpty).Select(static scan => scan.Index).Distinct();
    }

    private static IEnumerable<Statement> Own(ImmutableArray<Statement> statements) => statements.SelectMany(static statement => statement switch
    {
        If choice => Own(choice.Then).Concat(Own(choice.Else)),
        Loop => [],
        _ => [statement],
    });

    private static int BytesOf(ScalarType type) => type == ScalarType.Boolean ? 1 : type.Bits() / 8;

    private static string Count(int bytes) => bytes == 1 ? "a byte" : bytes.ToString(CultureInfo.InvariantCulture) + " bytes";

    private static string Name(Symbol index) => $"<c>{Documentation.Escape(index.Name)}</c>";
}
