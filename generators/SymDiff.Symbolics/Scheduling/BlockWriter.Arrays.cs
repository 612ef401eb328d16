using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Arrays that a loop carries and changes. All that a step reads of them it reads before it changes the first element; so that nothing depends on the order in which values are
/// calculated, and an element that is read once is read where it is used.
/// </summary>
internal sealed partial class BlockWriter
{
    /// <summary>An array of a loop.</summary>
    /// <param name="Row">Its elements.</param>
    /// <param name="Carried">The array in the graph, before a step.</param>
    /// <param name="Next">The same, after a step.</param>
    /// <param name="Changes">What a step does to them, in order.</param>
    /// <param name="IsSpeculative">Whether the source might not have run the loop, so that it mustn't throw.</param>
    private sealed record ChangedArray(Symbol Row, Symbol Carried, Expression Next, ImmutableArray<ArrayChange> Changes, bool IsSpeculative);

    // What was stored for a loop that has changed it since.
    private readonly HashSet<Symbol> _taken = [];

    /// <summary>The array as the loop finds it, in a row of the loop's own.</summary>
    private Symbol Start(Symbol carried, Expression initial, ImmutableArray<Expression> loops, bool isSpeculative, ImmutableArray<Statement>.Builder statements)
    {
        Expression start = ArrayChange.Versions(initial)[0];
        if (block.IsOnlyFor(loops, carried, initial, start))
        {
            var own = (Symbol)Tree(start);
            if (start is Stored)
            {
                _taken.Add(own);
                names.Sizes[own] = [.. StoredArrays.ExtentsOf(start).Select(Tree)];
            }

            AddChanges(own);
            return own;
        }

        ExpressionGraph graph = carried.Graph;
        Symbol row = graph.Local(carried.Name, new ExpressionType(carried.Scalar, 1));
        Expression? source = start is Zeros ? null : Tree(start);
        ImmutableArray<Expression> extents = start switch
        {
            Zeros zeros => [.. StoredArrays.ExtentsOf(zeros.Shape).Select(Tree)],
            Stored stored => [.. StoredArrays.ExtentsOf(stored).Select(Tree)],
            _ when source is Symbol known && names.Sizes.TryGetValue(known, out ImmutableArray<Expression> size) => size,
            _ => StoredArrays.ExtentsOf(source!),
        };
        names.Sizes[row] = extents;
        statements.Add(new Allocate(row, extents));
        if (source is null)
        {
            statements.Add(new Clear(row));
        }
        else
        {
            statements.Add(Copy(source, row, extents, isAddition: false));
        }

        AddChanges(row);
        return row;

        void AddChanges(Symbol array)
        {
            if (!ReferenceEquals(initial, start))
            {
                // Of several that it may be made of, none is taken before it is known which.
                Change([new ChangedArray(array, carried, initial, ArrayChange.Of(initial, start), isSpeculative)], [], Tree, block.Surroundings.Loops, statements);
            }
        }
    }

    /// <summary>The other array's elements, all of them.</summary>
    private static Loop Copy(Expression source, Symbol row, ImmutableArray<Expression> extents, bool isAddition)
    {
        ExpressionGraph graph = row.Graph;
        ImmutableArray<Symbol> indices = [.. Enumerable.Range(0, source.Type.Rank).Select(axis => graph.Index(axis == 0 ? "i" : "j"))];
        Statement body = new Store(row, [StoredArrays.Position([.. indices], extents)], graph.Element(source, [.. indices]), isAddition);
        for (int axis = indices.Length - 1; axis > 0; axis--)
        {
            body = new Loop(indices[axis], graph.Int(0), extents[axis], [body]);
        }

        return new Loop(indices[0], graph.Int(0), source.Type.Rank == 1 ? graph.Extent(row, 0) : extents[0], [body]);
    }

    /// <summary>Changes the arrays.</summary>
    /// <param name="arrays">The arrays, and what is done to them.</param>
    /// <param name="moves">What is assigned afterwards.</param>
    /// <param name="tree">Values as trees, which are evaluated where they stand.</param>
    /// <param name="loops">The loops around.</param>
    /// <param name="body">Where the statements go.</param>
    /// <returns>The same assignments, with nothing in them that is changed by now.</returns>
    private ImmutableArray<(Symbol Local, Expression Next)> Change(
        List<ChangedArray> arrays, ImmutableArray<(Symbol Local, Expression Next)> moves, Func<Expression, Expression> tree,
        ImmutableArray<(Symbol Index, Expression Lower, Expression Upper)> loops, ImmutableArray<Statement>.Builder body)
    {
        var changed = new HashSet<Symbol>();
        var stores = ImmutableArray.CreateBuilder<(ImmutableArray<Expression> Conditions, Statement Store)>();
        foreach (ChangedArray array in arrays)
        {
            foreach (ArrayChange change in array.Changes)
            {
                ImmutableArray<Expression> conditions = [];
                foreach ((Expression condition, bool holds) in change.Conditions)
                {
                    Expression asked = tree(condition);
                    conditions = conditions.Add(Early(holds ? asked : condition.Graph.Not(asked), "isChanged", conditions));
                }

                if (change.Index is null && ReferenceEquals(tree(change.Value), array.Row))
                {
                    // A loop has changed it where it is.
                }
                else if (change.Index is null)
                {
                    // An array that is copied stands still: it was calculated for this, or another loop has left it.
                    stores.Add((conditions, Copy(tree(change.Value), array.Row, [array.Row.Graph.Extent(array.Row, 0)], change.IsAddition)));
                }
                else
                {
                    Expression index = Early(tree(change.Index), "place", conditions);
                    Expression value = Early(tree(change.Value), "element", conditions);
                    if (array.IsSpeculative && Throwing.Condition(array.Row.Graph.Element(array.Row, [index]), loops, names.Sizes) is { } safe)
                    {
                        conditions = conditions.Add(safe);
                    }

                    stores.Add((conditions, new Store(array.Row, [index], value, change.IsAddition)));
                }

                changed.Add(array.Row);
            }
        }

        ImmutableArray<(Symbol, Expression)> rest = [.. moves.Select(move => ReferenceEquals(move.Local, move.Next) ? move : (move.Local, Early(move.Next, "next" + char.ToUpperInvariant(move.Local.Name[0]) + move.Local.Name.Substring(1), [])))];
        for (int i = 0, end; i < stores.Count; i = end)
        {
            end = i + 1;
            while (end < stores.Count && stores[end].Conditions.SequenceEqual(stores[i].Conditions))
            {
                end++;
            }

            ImmutableArray<Statement> group = [.. stores.Skip(i).Take(end - i).Select(static entry => entry.Store)];
            body.AddRange(stores[i].Conditions.Reverse().Aggregate(group, static (inner, condition) => [new If(condition, inner, [])]));
        }

        return rest;

        // What reads an array that is changed before.
        Expression Early(Expression value, string name, ImmutableArray<Expression> conditions)
        {
            if (!Statements.Locals(value).Any(changed.Contains))
            {
                return value;
            }

            Symbol local = value.Graph.Local(name, value.Type);
            Expression guarded = value.MayThrow ? conditions.Reverse().Aggregate(value, (inner, condition) => value.Graph.Select(condition, inner, Zero(value))) : value;
            body.Add(new Declare(local, guarded));
            return local;
        }
    }

    private static Expression Zero(Expression like) => like.Scalar == ScalarType.Boolean ? like.Graph.False : like.Like(0);
}
