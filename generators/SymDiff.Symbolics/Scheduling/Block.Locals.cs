using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Which values get a local, which selections become an <c>if</c>, and in which order they can come.</summary>
internal sealed partial class Block
{
    // Beyond this many operations a person would have introduced a variable.
    private const int LargestTree = 16;

    // Most values wait for nothing.
    private static readonly int[] s_noNeeds = [];

    private void Decide(Expression node)
    {
        int size = 1;
        ImmutableArray<Expression> parts = _aliases.TryGetValue(node, out Expression? alias) ? [alias] : node.Operands;
        foreach (Expression operand in parts)
        {
            size += IsItem(operand) ? 0 : _sizes[operand];
        }

        _sizes[node] = size;

        // An array that is made of another by changes is where that one is; what is contributed to one, and what has its shape, is nowhere else.
        if (node is Update or Scatter or Build || (node is Select or Apply && node.Type.IsArray))
        {
            return;
        }

        bool isStatement = node is Select select && !_aliases.ContainsKey(node)
            && (size > LargestTree || IsOccupied(select, holds: true) || IsOccupied(select, holds: false));
        if (isStatement)
        {
            _statements.Add(node);
        }

        if (isStatement || NeedsLocal(node, size))
        {
            _locals[node] = node.Type.IsArray ? _targets[node][0].Total! : GoesOn(node) ? TargetOf(node) : node.Graph.Local(_names.For(node), node.Type);
        }

        if (IsItem(node))
        {
            for (Region? region = _regions[node]; region is not null && _occupied.Add(region); region = region.Parent)
            {
            }
        }
    }

    // An `if` that only yields the value of the `if` around it assigns that one's variable.
    private void ShareTarget(Select select)
    {
        foreach ((Expression arm, bool holds) in new[] { (select.WhenTrue, true), (select.WhenFalse, false) })
        {
            if (_statements.Contains(arm) && _uses[arm] == 1 && ReferenceEquals(_regions[arm], _regions[select]!.Child(select.Condition, holds)))
            {
                _locals[arm] = _locals[select];
                _sharing.Add(arm);
            }
        }
    }

    /// <summary>Whether nothing but these loops, which may change it where it is, needs the array that another one is made of.</summary>
    public bool IsOnlyFor(ImmutableArray<Expression> loops, Symbol carried, Expression initial, Expression start)
    {
        bool isOwn = start is Symbol ? _surroundings.Changed.Any(changed => ReferenceEquals(changed.Carried, start)) : start is Stored or Output && _owned.Contains(start);
        _rowUses ??= new RowUses(Goals.SelectMany(ValuesOf), [.. _surroundings.Changed.Select(static changed => changed.Next)]);
        return isOwn && !_surroundings.IsCondition && !IsWantedElsewhere(start) && _rowUses.IsOnlyFor(loops, carried, initial, start);
    }

    // What arrays of the loop around become of each other is copied, and a row that is copied has to stand still.
    private bool IsWantedElsewhere(Expression start)
    {
        HashSet<Expression> origins = [.. ArrayChange.Origins(start)];
        return _surroundings.Changed.Any(changed => ArrayChange.Origins(changed.Next).Any(origin => !ReferenceEquals(origin, changed.Carried) && origins.Contains(origin)));
    }

    /// <summary>Whether the loop goes on with the total that it is a term of, so that it has no value of its own.</summary>
    public bool GoesOn(Expression node) => _uses[node] == 1 && Goals.Any(goal => goal.GoesOn && ReferenceEquals(goal.Value, node));

    private Symbol TargetOf(Expression node) => Goals.First(goal => ReferenceEquals(goal.Value, node)).Total!;

    private bool NeedsLocal(Expression node, int size) => node switch
    {
        Stored or Trace => false,
        Reduce => true,
        Scan or Output => false,
        Apply apply when IsOffset(apply) => false,
        Apply when node.Operands.Length == 1 && (IsLeaf(node.Operands[0]) || IsItem(node.Operands[0])) && IsFree(node) => false,
        _ => size > LargestTree || _hoisted.Contains(node) || _paired.Contains(node) || _uses[node] > 1 || (node is Apply && node.Scalar.IsFloating() && _names.IsNamed(node)),
    };

    // The sine and the cosine of one angle, each a local, can be had in one call.
    private static bool IsCircular(Expression node)
        => node is Apply apply && (ReferenceEquals(apply.Primitive, Trigonometry.Sin) || ReferenceEquals(apply.Primitive, Trigonometry.Cos));

    // Negation and conversion of a name cost nothing worth a local.
    private static bool IsFree(Expression node)
        => node is Apply apply && (ReferenceEquals(apply.Primitive, Arithmetic.Negate)
            || (ReferenceEquals(apply.Primitive, Conversions.Convert) && apply.Operands[0].Scalar.IsFloating() == apply.Scalar.IsFloating()));

    // i + 1 is part of how the processor finds x[i + 1].
    private static bool IsOffset(Apply apply)
        => apply.Scalar == ScalarType.Int32 && ReferenceEquals(apply.Primitive, Arithmetic.Add) && apply.Operands is [Symbol, Constant];

    private bool IsOccupied(Select select, bool holds) => _occupied.Contains(_regions[select]!.Child(select.Condition, holds));

    // At each depth of regions around the node, how many control statements there it has to wait for.
    private int[] Needs(Expression node)
    {
        var needs = new int[_regions[node]!.Depth + 1];
        foreach (Expression dependency in Dependencies(node))
        {
            if (!_owned.Contains(dependency))
            {
                continue;
            }

            int[] inner = _needs[dependency]!;
            for (int depth = 0; depth < needs.Length; depth++)
            {
                needs[depth] = Math.Max(needs[depth], LevelAt(depth, dependency, inner));
            }
        }

        // What is added under a condition, or outside of loops, is a statement of its own.
        if (_contributions.TryGetValue(node, out ImmutableArray<Goal> goals) && goals.Any(goal => !goal.Conditions.IsEmpty || !goal.Value.Type.IsArray))
        {
            needs[0]++;
        }

        return Array.TrueForAll(needs, static level => level == 0) ? s_noNeeds : needs;
    }

    private int LevelAt(int depth, Expression node, int[] needs)
        => LevelAt(depth, needs) + (depth == _regions[node]!.Depth && IsItem(node) && IsControl(node) ? 1 : 0);

    private static int LevelAt(int depth, int[] needs) => depth < needs.Length ? needs[depth] : 0;
}
