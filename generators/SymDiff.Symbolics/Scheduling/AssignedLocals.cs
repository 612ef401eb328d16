using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Looks whether each local is read after its declaration and under the same conditions only. Where one that is declared under a condition is read outside, <see cref="Declarations"/> has it start
/// as zero; were the condition another one there, the zero would count as its value, and no compiler would warn of the wrong number.
/// </summary>
internal sealed class AssignedLocals
{
    private readonly HashSet<Symbol> _waiting;
    private readonly Dictionary<Symbol, Premise?> _assigned = [];

    private AssignedLocals(ImmutableArray<Statement> body) => _waiting = [.. Statements.Inside(body).Select(DeclaredBy).OfType<Symbol>()];

    /// <summary>What holds at a place: a condition, or that it is in this loop.</summary>
    private sealed record Premise(Premise? Outer, object What);

    /// <exception cref="InvalidOperationException">A local is read where it may not be assigned.</exception>
    public static Program Check(Program program)
    {
        var locals = new AssignedLocals(program.Body);
        locals.Check(program.Body, null);
        foreach (Result result in program.Results)
        {
            locals.Read(result.Value, null);
        }

        return program;
    }

    private static Symbol? DeclaredBy(Statement statement) => statement switch
    {
        Declare declare => declare.Local,
        Allocate allocate => allocate.Array,
        _ => null,
    };

    private void Check(ImmutableArray<Statement> statements, Premise? premises)
    {
        foreach (Statement statement in statements)
        {
            foreach (Expression tree in Statements.Trees(statement))
            {
                Read(tree, premises);
            }

            if (DeclaredBy(statement) is { } declared)
            {
                _assigned[declared] = premises;
                _waiting.Remove(declared);
            }

            switch (statement)
            {
                case Assign assign:
                    Read(assign.Local, premises);
                    break;
                case Accumulate accumulate:
                    Read(accumulate.Local, premises);
                    break;
                case Store store:
                    Read(store.Array, premises);
                    break;
                case Loop loop:
                    Check(loop.Body, new Premise(premises, loop));
                    break;
                case If choice:
                    Check(choice.Then, With(premises, choice.Condition, holds: true));
                    Check(choice.Else, With(premises, choice.Condition, holds: false));
                    break;
            }
        }
    }

    // Trees are small.
    private void Read(Expression tree, Premise? premises)
    {
        switch (tree)
        {
            case Symbol local when _waiting.Contains(local) || (_assigned.TryGetValue(local, out Premise? needed) && !IsCovered(needed, premises)):
                throw new InvalidOperationException($"{local.Name} is read where it may not be assigned");
            case Select select:
                Read(select.Condition, premises);
                Read(select.WhenTrue, With(premises, select.Condition, holds: true));
                Read(select.WhenFalse, With(premises, select.Condition, holds: false));
                break;
            default:
                foreach (Expression operand in tree.Operands)
                {
                    Read(operand, premises);
                }

                break;
        }
    }

    private static Premise? With(Premise? premises, Expression condition, bool holds) => (condition, holds) switch
    {
        (Apply not, _) when ReferenceEquals(not.Primitive, Comparisons.Not) => With(premises, not.Arguments[0], !holds),
        (Select { WhenFalse: Constant { IsFalse: true } } and, true) => With(With(premises, and.Condition, holds), and.WhenTrue, holds),
        (Select { WhenTrue: Constant { IsTrue: true } } or, false) => With(With(premises, or.Condition, holds), or.WhenFalse, holds),
        _ => new Premise(premises, holds ? condition : condition.Graph.Not(condition)),
    };

    private static bool IsCovered(Premise? needed, Premise? given)
    {
        // Mostly the local is declared in a block around.
        for (Premise? outer = given; ; outer = outer.Outer)
        {
            if (ReferenceEquals(outer, needed))
            {
                return true;
            }

            if (outer is null)
            {
                break;
            }
        }

        HashSet<object> known = [];
        for (; given is not null; given = given.Outer)
        {
            known.Add(given.What);
        }

        for (; needed is not null; needed = needed.Outer)
        {
            if (!known.Contains(needed.What))
            {
                return false;
            }
        }

        return true;
    }
}
