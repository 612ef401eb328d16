using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Gets the memory for arrays once, outside of all loops, where their sizes are known there; what is got is given back.</summary>
internal sealed class Buffers
{
    private readonly HashSet<Symbol> _declared = [];

    // What the statement changes that is being moved out of: its value before isn't the one that counts inside.
    private HashSet<Symbol> _changed = [];

    public static Program Settle(Program program)
    {
        if (!Any(program.Body))
        {
            return program;
        }

        var buffers = new Buffers();
        var body = ImmutableArray.CreateBuilder<Statement>();
        foreach (Statement statement in program.Body)
        {
            ImmutableArray<Allocate>.Builder outside = ImmutableArray.CreateBuilder<Allocate>();
            buffers._changed = [.. Statements.Inside([statement]).Select(static inner => inner switch { Assign assign => assign.Local, Accumulate total => total.Local, _ => null }).OfType<Symbol>()];
            Statement moved = buffers.Move(statement, outside);
            body.AddRange(outside);
            body.Add(moved);
            if (statement is Declare declare)
            {
                buffers._declared.Add(declare.Local);
            }
        }

        body.AddRange(Releases(body));
        return program with { Body = body.ToImmutable() };
    }

    private static bool Any(ImmutableArray<Statement> statements) => statements.Any(statement => statement switch
    {
        Allocate => true,
        Loop loop => Any(loop.Body),
        If choice => Any(choice.Then) || Any(choice.Else),
        _ => false,
    });

    private Statement Move(Statement statement, ImmutableArray<Allocate>.Builder outside) => statement switch
    {
        Loop loop => loop with { Body = Move(loop.Body, outside) },
        If choice => choice with { Then = Move(choice.Then, outside), Else = Move(choice.Else, outside) },
        _ => statement,
    };

    private ImmutableArray<Statement> Move(ImmutableArray<Statement> statements, ImmutableArray<Allocate>.Builder outside)
    {
        var body = ImmutableArray.CreateBuilder<Statement>();
        foreach (Statement statement in statements)
        {
            if (statement is Allocate { IsDeclared: false } allocate && allocate.Extents.All(IsKnownOutside))
            {
                outside.Add(allocate);
            }
            else
            {
                body.Add(Move(statement, outside));
            }
        }

        body.AddRange(Releases(body));
        return body.ToImmutable();
    }

    // Where they are declared.
    private static List<Release> Releases(IEnumerable<Statement> body) => [.. body
        .Select(static statement => statement switch { Allocate { IsDeclared: false } allocate => allocate.Array, Declare { Local.Type.IsArray: true } declare => declare.Local, _ => null })
        .OfType<Symbol>().Select(static array => new Release(array))];

    private bool IsKnownOutside(Expression extent) => extent.Free.IsEmpty && Statements.Locals(extent).All(local => _declared.Contains(local) && !_changed.Contains(local));
}
