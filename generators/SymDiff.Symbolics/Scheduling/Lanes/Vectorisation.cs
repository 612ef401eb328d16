using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Finds the loops that can take several steps at once. What they calculate stays as it is, but for the order in which sums are taken.</summary>
public static class Vectorisation
{
    // Where a method has more in lanes, the just-in-time compiler gives up: it takes no more than 512 locals, those of what it inlines included, and keeps no more than 1,024 in registers.
    private const int MostCopies = 40;

    /// <param name="program">What is to run faster.</param>
    /// <param name="mayReorderSums">Whether sums may be taken in another order than the source's.</param>
    public static Program Apply(Program program, bool mayReorderSums)
    {
        if (!Statements.Inside(program.Body).Any(static statement => statement is Loop))
        {
            return program;
        }

        Dictionary<Symbol, Expression> definitions = Definitions(program);
        program = Stencils.Gather(program, loop => FormOf(loop) is not null);
        if (mayReorderSums)
        {
            // Functions in lanes may differ in the last bit.
            program = Contractions.Find(BlockedLoops.Split(program, FormOf));
        }

        ImmutableArray<Statement> body = Apply(program.Body, Definitions(program), mayReorderSums);
        return program with { Body = Copies(body) > MostCopies ? OneAtATime(body) : body };

        LaneForm? FormOf(Loop loop) => LaneBody.FormOf(loop, definitions, mayReorderSums);
    }

    // How often statements of loops are written in lanes.
    private static int Copies(ImmutableArray<Statement> body)
        => Statements.Inside(body).OfType<Loop>().Where(static loop => loop.Lanes is not null).Sum(static loop => Statements.Inside(loop.Body).Count() * (loop.Lanes!.Unrolled switch { 0 => 1, 1 => 2, var more => more + 2 }));

    private static ImmutableArray<Statement> OneAtATime(ImmutableArray<Statement> statements) => [.. statements.Select(static statement => statement switch
    {
        Loop { Lanes: { Unrolled: > 1 } lanes } loop => loop with { Lanes = lanes with { Unrolled = 1 } },
        Loop loop => loop with { Body = OneAtATime(loop.Body) },
        Blocks blocks => blocks with { Body = OneAtATime(blocks.Body) },
        If choice => choice with { Then = OneAtATime(choice.Then), Else = OneAtATime(choice.Else) },
        _ => statement,
    })];

    // What locals are that stay as they are.
    private static Dictionary<Symbol, Expression> Definitions(Program program)
    {
        ImmutableArray<Statement> all = [.. Statements.Inside(program.Body)];
        var changing = new HashSet<Symbol>(all.Select(static statement => statement switch
        {
            Assign assign => assign.Local,
            Accumulate accumulate => accumulate.Local,
            _ => null,
        }).OfType<Symbol>());
        return all.OfType<Declare>()
            .Where(declare => declare.Value is not null && !changing.Contains(declare.Local))
            .ToDictionary(static declare => declare.Local, static declare => declare.Value!);
    }

    /// <summary>Whether a loop runs in lanes.</summary>
    public static bool HasLanes(Program program) => Statements.Inside(program.Body).Any(static statement => statement is Loop { Lanes: not null });

    /// <summary>Whether a sum is taken in another order than the source's, or functions in lanes that may differ from those of one number in the last bit.</summary>
    public static bool RoundsOtherwise(Program program)
        => Statements.Inside(program.Body).OfType<Loop>().Any(static loop => loop.Contraction is not null)
            || Statements.Inside(program.Body).OfType<Loop>().Where(static loop => loop.Lanes is not null)
            .Any(static loop => loop.Lanes!.Unrolled == 0 || Statements.Inside(loop.Body).Any(static statement => statement is Accumulate { Operator: ReduceOperator.Sum } sum && sum.Local.Scalar.IsFloating()));

    private static ImmutableArray<Statement> Apply(ImmutableArray<Statement> statements, Dictionary<Symbol, Expression> definitions, bool mayReorderSums)
        => [.. statements.Select(statement => statement switch
        {
            Loop { Contraction: not null } => statement,
            Loop loop when Statements.Inside(loop.Body).Any(static inner => inner is Loop) => loop with { Body = Apply(loop.Body, definitions, mayReorderSums) },
            Blocks blocks => blocks with { Body = Apply(blocks.Body, definitions, mayReorderSums) },
            Loop loop => loop with { Lanes = LaneBody.FormOf(loop, definitions, mayReorderSums) },
            If choice => choice with { Then = Apply(choice.Then, definitions, mayReorderSums), Else = Apply(choice.Else, definitions, mayReorderSums) },
            _ => statement,
        })];
}
