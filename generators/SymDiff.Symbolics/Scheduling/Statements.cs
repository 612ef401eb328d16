using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What holds of all kinds of statements.</summary>
public static class Statements
{
    /// <summary>The locals that the statement and those inside of it read or write.</summary>
    public static IEnumerable<Symbol> Mentioned(Statement statement) => statement switch
    {
        Declare declare => Locals(declare.Value).Append(declare.Local),
        Assign assign => Locals(assign.Value).Append(assign.Local),
        Accumulate accumulate => Locals(accumulate.Term).Append(accumulate.Local),
        Allocate allocate => allocate.Extents.SelectMany(Locals).Append(allocate.Array),
        Release release => [release.Array],
        Reserve reserve => Locals(reserve.Position).Append(reserve.Array),
        Clear { Apart: (var start, var end) } clear => Locals(start).Concat(Locals(end)).Append(clear.Array),
        Clear clear => [clear.Array],
        Store store => store.Indices.Append(store.Value).SelectMany(Locals).Append(store.Array),
        Loop loop => Locals(loop.Lower).Concat(Locals(loop.Upper)).Concat(loop.Body.SelectMany(Mentioned)),
        Leave leave => Locals(leave.Unless),
        Blocks blocks => Locals(blocks.Lower).Concat(Locals(blocks.Upper)).Concat(Locals(blocks.Size)).Concat([blocks.Start, blocks.Count]).Concat(blocks.Body.SelectMany(Mentioned)),
        If choice => Locals(choice.Condition).Concat(choice.Then.Concat(choice.Else).SelectMany(Mentioned)),
        Require require => Locals(require.Condition),
        Evaluate evaluate => Locals(evaluate.Value),
        _ => throw new ArgumentException(statement.GetType().Name, nameof(statement)),
    };

    /// <summary>The statements and all those inside of them.</summary>
    public static IEnumerable<Statement> Inside(ImmutableArray<Statement> statements) => statements.SelectMany(static statement => statement switch
    {
        Loop loop => Inside(loop.Body).Prepend(loop),
        Blocks blocks => Inside(blocks.Body).Prepend(blocks),
        If choice => Inside(choice.Then).Concat(Inside(choice.Else)).Prepend(choice),
        _ => [statement],
    });

    /// <summary>The expressions that stand in the statement itself, not in those inside of it.</summary>
    public static ImmutableArray<Expression> Trees(Statement statement) => statement switch
    {
        Declare { Value: { } value } => [value],
        Assign assign => [assign.Value],
        Accumulate accumulate => [accumulate.Term],
        Allocate allocate => allocate.Extents,
        Clear { Apart: (var start, var end) } => [start, end],
        Reserve reserve => [reserve.Position],
        Store store => [.. store.Indices, store.Value],
        Loop loop => [loop.Lower, loop.Upper],
        Blocks blocks => [blocks.Lower, blocks.Upper, blocks.Size],
        Leave leave => [leave.Unless],
        If choice => [choice.Condition],
        Require require => [require.Condition],
        Evaluate evaluate => [evaluate.Value],
        Declare or Clear or Release => [],
        _ => throw new ArgumentException(statement.GetType().Name, nameof(statement)),
    };

    /// <summary>Those in a tree that stands in a statement, which is small, so that it may meet a node twice.</summary>
    public static IEnumerable<Symbol> Locals(Expression? tree)
    {
        if (tree is null)
        {
            yield break;
        }

        var pending = new Stack<Expression>();
        pending.Push(tree);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (node is Symbol { Role: SymbolRole.Local } local)
            {
                yield return local;
            }

            foreach (Expression operand in node.Operands)
            {
                pending.Push(operand);
            }
        }
    }

    /// <summary>The statement with other expressions and other locals in their stead.</summary>
    public static Statement Map(Statement statement, Func<Expression, Expression> tree, Func<Symbol, Symbol> local) => statement switch
    {
        Declare declare => declare with { Local = local(declare.Local), Value = declare.Value is null ? null : tree(declare.Value) },
        Assign assign => new Assign(local(assign.Local), tree(assign.Value)),
        Accumulate accumulate => accumulate with { Local = local(accumulate.Local), Term = tree(accumulate.Term) },
        Allocate allocate => allocate with { Extents = [.. allocate.Extents.Select(tree)] },
        Clear { Apart: (var start, var end) } clear => clear with { Apart = (tree(start), tree(end)) },
        Clear or Release => statement,
        Reserve reserve => reserve with { Position = tree(reserve.Position) },
        Store store => store with { Indices = [.. store.Indices.Select(tree)], Value = tree(store.Value) },
        Loop loop => loop with { Lower = tree(loop.Lower), Upper = tree(loop.Upper), Body = Map(loop.Body, tree, local) },
        Leave leave => new Leave(tree(leave.Unless)),
        Blocks blocks => blocks with
        {
            Start = local(blocks.Start),
            Count = local(blocks.Count),
            Lower = tree(blocks.Lower),
            Upper = tree(blocks.Upper),
            Size = tree(blocks.Size),
            Body = Map(blocks.Body, tree, local),
        },
        If choice => new If(tree(choice.Condition), Map(choice.Then, tree, local), Map(choice.Else, tree, local)),
        Require require => new Require(tree(require.Condition)),
        Evaluate evaluate => new Evaluate(tree(evaluate.Value)),
        _ => throw new ArgumentException(statement.GetType().Name, nameof(statement)),
    };

    /// <summary>All statements of a list, mapped.</summary>
    public static ImmutableArray<Statement> Map(ImmutableArray<Statement> statements, Func<Expression, Expression> tree, Func<Symbol, Symbol> local)
        => [.. statements.Select(statement => Map(statement, tree, local))];
}
