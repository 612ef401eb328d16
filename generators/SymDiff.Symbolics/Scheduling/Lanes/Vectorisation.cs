using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Finds the loops that can take several steps at once. What they calculate stays as it is, but for the order in which sums are taken.</summary>
public static class Vectorisation
{
    /// <param name="program">What is to run faster.</param>
    /// <param name="mayReorderSums">Whether sums may be taken in another order than the source's.</param>
    public static Program Apply(Program program, bool mayReorderSums)
    {
        ImmutableArray<Statement> all = [.. Statements.Inside(program.Body)];
        if (!all.Any(static statement => statement is Loop))
        {
            return program;
        }

        var changing = new HashSet<Symbol>(all.Select(static statement => statement switch
        {
            Assign assign => assign.Local,
            Accumulate accumulate => accumulate.Local,
            _ => null,
        }).OfType<Symbol>());
        Dictionary<Symbol, Expression> definitions = all.OfType<Declare>()
            .Where(declare => declare.Value is not null && !changing.Contains(declare.Local))
            .ToDictionary(static declare => declare.Local, static declare => declare.Value!);
        return program with { Body = Apply(program.Body, definitions, mayReorderSums) };
    }

    /// <summary>Whether a loop runs in lanes.</summary>
    public static bool HasLanes(Program program) => Statements.Inside(program.Body).Any(static statement => statement is Loop { Lanes: not null });

    /// <summary>Whether a sum is taken in another order than the source's.</summary>
    public static bool ReordersSums(Program program)
        => Statements.Inside(program.Body).OfType<Loop>().Where(static loop => loop.Lanes is not null)
            .Any(static loop => Statements.Inside(loop.Body).Any(static statement => statement is Accumulate { Operator: ReduceOperator.Sum } sum && sum.Local.Scalar.IsFloating()));

    private static ImmutableArray<Statement> Apply(ImmutableArray<Statement> statements, Dictionary<Symbol, Expression> definitions, bool mayReorderSums)
        => [.. statements.Select(statement => statement switch
        {
            Loop loop when Statements.Inside(loop.Body).Any(static inner => inner is Loop) => loop with { Body = Apply(loop.Body, definitions, mayReorderSums) },
            Loop loop => loop with { Lanes = LaneBody.FormOf(loop, definitions, mayReorderSums) },
            If choice => choice with { Then = Apply(choice.Then, definitions, mayReorderSums), Else = Apply(choice.Else, definitions, mayReorderSums) },
            _ => statement,
        })];
}
