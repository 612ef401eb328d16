using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Splits loops that calculate elementary functions between inner loops, as the loss over rows of data does: the inner loops run for a block of steps, then the functions
/// for all of the block in lanes, then what uses them. What goes from one to the other is kept in small arrays.
/// </summary>
public static class BlockedLoops
{
    /// <param name="program">The program.</param>
    /// <param name="formOf">How a loop would run in lanes, if it would.</param>
    public static Program Split(Program program, Func<Loop, LaneForm?> formOf)
    {
        var buffers = new List<Allocate>();
        var body = ImmutableArray.CreateBuilder<Statement>();
        foreach (Statement statement in program.Body)
        {
            int known = buffers.Count;
            ImmutableArray<Statement> split = Split(statement, formOf, buffers);
            body.AddRange(buffers.Skip(known));
            body.AddRange(split);
        }

        body.AddRange(buffers.Select(buffer => new Release(buffer.Array)));
        return buffers.Count == 0 ? program : program with { Body = body.ToImmutable() };
    }

    private static ImmutableArray<Statement> Split(Statement statement, Func<Loop, LaneForm?> formOf, List<Allocate> buffers)
    {
        switch (statement)
        {
            case Loop loop when Statements.Inside(loop.Body).Any(static inner => inner is Loop):
                loop = loop with { Body = Inside(loop.Body) };
                if (BlockedLoop.Of(loop, formOf) is not { } blocked)
                {
                    return [loop];
                }

                buffers.AddRange(blocked.Buffers);
                return blocked.Replacement;
            case If choice:
                return [choice with { Then = Inside(choice.Then), Else = Inside(choice.Else) }];
            default:
                return [statement];
        }

        ImmutableArray<Statement> Inside(ImmutableArray<Statement> statements) => [.. statements.SelectMany(inner => Split(inner, formOf, buffers))];
    }
}
