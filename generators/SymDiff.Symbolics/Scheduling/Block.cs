using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What surrounds a block: which local an outer block has for a value, where the block's loop stands, and what is bound out there.</summary>
internal sealed record Surroundings(Func<Expression, Symbol?> Find, Region? Region, ImmutableArray<Symbol> Bound, bool IsSpeculative)
{
    /// <summary>Between which numbers the indices of the loops around run.</summary>
    public ImmutableArray<(Symbol Index, Expression Lower, Expression Upper)> Loops { get; init; } = [];
}

/// <summary>
/// The plan of one block, a function's body or a loop's: which values it owns, in which region each is needed, which get a local, and in which
/// order they can come. <see cref="BlockWriter"/> reads the plan out as statements.
/// </summary>
/// <remarks>
/// A value that depends on nothing that an inner loop binds belongs to the block around that loop (it is hoisted). A value that is needed under
/// several conditions is evaluated before them all; where that might throw what the source wouldn't have, it is evaluated guarded.
/// </remarks>
internal sealed class Block
{
    // Beyond this many operations a person would have introduced a variable.
    private const int LargestTree = 16;

    private readonly Surroundings _surroundings;
    private readonly LocalNames _names;
    private readonly HashSet<Expression> _owned = [];
    private readonly HashSet<Expression> _hoisted = [];
    private readonly Dictionary<Expression, Region> _regions = [];
    private readonly Dictionary<Expression, HashSet<Region>> _soundUses = [];
    private readonly HashSet<Expression> _speculative = [];
    private readonly Dictionary<Expression, Region> _joined = [];
    private readonly Dictionary<Expression, Expression> _aliases = [];
    private readonly Dictionary<Expression, int> _uses = [];
    private readonly Dictionary<Expression, int> _sizes = [];
    private readonly Dictionary<Expression, ImmutableArray<Expression>> _insides = [];
    private readonly Dictionary<Expression, Symbol> _locals = [];
    private readonly Dictionary<Expression, int[]> _needs = [];
    private readonly HashSet<Region> _occupied = [];
    private readonly HashSet<Expression> _statements = [];
    private readonly HashSet<Expression> _sharing = [];
    private readonly HashSet<Expression> _paired = [];
    private readonly Dictionary<Expression, ImmutableArray<Goal>> _contributions = [];
    private readonly Dictionary<Expression, List<Goal>> _targets = [];
    private readonly HashSet<Symbol> _filled = [];

    public Block(ImmutableArray<Goal> goals, Surroundings surroundings, LocalNames names)
    {
        _surroundings = surroundings;
        _names = names;
        Goals = goals;
        Root = Region.Root(surroundings.Region);
        AddTargets(goals);
        Collect();
        HashSet<Expression> collected = [.. _owned];
        PlaceAll();
        if (JoinLoops())
        {
            // What was known where the loops stood isn't known where they stand now.
            _owned.UnionWith(collected);
            PlaceAll();
        }

        List<Expression> ascending = [.. _owned.OrderBy(node => node.Id)];
        _paired.UnionWith(ascending.Where(IsCircular).GroupBy(node => (node.Operands[0], _regions[node])).Where(group => group.Count() > 1).SelectMany(group => group));
        foreach (Expression node in ascending)
        {
            Decide(node);
            _needs[node] = Needs(node);
        }

        for (int i = ascending.Count - 1; i >= 0; i--)
        {
            if (_statements.Contains(ascending[i]))
            {
                ShareTarget((Select)ascending[i]);
            }
        }
    }

    public ImmutableArray<Goal> Goals { get; }

    /// <summary>What the arrays ask for that are calculated here.</summary>
    public IEnumerable<Goal> Contributions => _contributions.Where(pair => _regions.ContainsKey(pair.Key)).OrderBy(pair => pair.Key.Id).SelectMany(pair => pair.Value);

    /// <summary>Whether the goal's array is calculated here.</summary>
    public bool IsFilledHere(Goal goal) => _filled.Contains(goal.Total!);

    /// <summary>The arrays that a loop contributes to.</summary>
    public IReadOnlyList<Goal> TargetsOf(Expression loop) => _targets[loop];

    public Region Root { get; }

    public Surroundings Surroundings => _surroundings;

    /// <summary>Whether the node is a statement of its own: a local's declaration, an <c>if</c>, a loop.</summary>
    public bool IsItem(Expression node) => _locals.ContainsKey(node) || (node is Scan && _owned.Contains(node));

    public bool IsOwned(Expression node) => _owned.Contains(node);

    /// <summary>Whether the node is an <c>if</c> or a loop.</summary>
    public bool IsControl(Expression node) => node is Reduce or Scan || _statements.Contains(node);

    /// <summary>Whether the selection assigns the variable of the selection around it.</summary>
    public bool SharesLocal(Expression node) => _sharing.Contains(node);

    public Symbol? LocalOf(Expression node) => _locals.TryGetValue(node, out Symbol? local) ? local : null;

    public Region RegionOf(Expression node) => _regions[node];

    /// <summary>Whether the node may be evaluated where the source wouldn't have, so that it must not throw.</summary>
    public bool IsSpeculative(Expression node) => _surroundings.IsSpeculative || _speculative.Contains(node);

    /// <summary>What a selection comes to where its condition is known.</summary>
    public Expression? AliasOf(Expression node) => _aliases.TryGetValue(node, out Expression? alias) ? alias : null;

    /// <summary>How many control statements of its region the item has to come after.</summary>
    public int LevelOf(Expression item) => _needs[item][_regions[item].Depth];

    /// <summary>How many control statements of that region have to come before anything that the node needs.</summary>
    public int LevelIn(Region region, Expression node)
        => _needs.TryGetValue(node, out int[]? needs) ? LevelAt(region.Depth, node, needs) : 0;

    /// <summary>What has to be evaluated before the node, of what this block owns.</summary>
    public IEnumerable<Expression> Dependencies(Expression node)
    {
        IEnumerable<Expression> all = _aliases.TryGetValue(node, out Expression? alias) ? [alias]
            : _contributions.TryGetValue(node, out ImmutableArray<Goal> goals) ? goals.SelectMany(ValuesOf)
            : node is Reduce or Scan ? node.Operands.Take(Binders.FirstBoundOperand(node)).Concat(_insides[node]).Concat(ExtentsOf(node))
            : node.Operands;
        return all.Where(_owned.Contains);
    }

    public static bool IsLeaf(Expression node) => node is Constant or Symbol or Extent or Zeros;

    private static IEnumerable<Expression> ValuesOf(Goal goal) => goal.Conditions.Select(condition => condition.Condition).Concat(goal.Values);

    private IEnumerable<Expression> ExtentsOf(Expression loop) => _targets.TryGetValue(loop, out List<Goal>? targets) ? targets.SelectMany(target => target.Extents) : [];

    private void AddTargets(ImmutableArray<Goal> goals)
    {
        foreach (Goal goal in goals.Where(goal => goal.Value.Type.IsArray))
        {
            if (!_targets.TryGetValue(goal.Value, out List<Goal>? targets))
            {
                _targets.Add(goal.Value, targets = []);
            }

            targets.Add(goal);
        }
    }

    // An array that is calculated here: a local, and what its contributions ask for.
    private ImmutableArray<Goal> Fill(Stored stored)
    {
        Symbol local = stored.Graph.Local(_names.For(stored), new ExpressionType(stored.Scalar, 1));
        bool isOnly = Expressions.Contributions.AreOnePerElement(stored.Array);
        ImmutableArray<Goal> goals = [.. Goal.Contribute(stored.Array, local, [])
            .Select(goal => goal with { Extents = StoredArrays.ExtentsOf(stored), IsOnly = isOnly })];
        AddTargets(goals);
        _locals.Add(stored, local);
        _filled.Add(local);
        _contributions.Add(stored, goals);
        return goals;
    }

    private void Collect()
    {
        var pending = new Stack<Expression>(Goals.SelectMany(ValuesOf));
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (IsLeaf(node) || _surroundings.Find(node) is not null || !_owned.Add(node))
            {
                continue;
            }

            if (node is Stored stored)
            {
                Push(Fill(stored).SelectMany(ValuesOf));
            }
            else if (node is Reduce or Scan)
            {
                int first = Binders.FirstBoundOperand(node);
                ImmutableArray<Expression> inside = HoistedFrom(node.Operands.RemoveRange(0, first), node is Reduce total ? [.. Continuation.Spine(total)] : []);
                _insides[node] = inside;
                _hoisted.UnionWith(inside);
                Push(node.Operands.Take(first));
                Push(inside);
            }
            else
            {
                Push(node.Operands);
            }
        }

        void Push(IEnumerable<Expression> nodes)
        {
            foreach (Expression node in nodes)
            {
                pending.Push(node);
            }
        }
    }

    // The outermost nodes below these that depend on nothing bound in the loop.
    private ImmutableArray<Expression> HoistedFrom(IEnumerable<Expression> body, HashSet<Expression> rooted)
    {
        ImmutableArray<Expression>.Builder hoisted = ImmutableArray.CreateBuilder<Expression>();
        var seen = new HashSet<Expression>();
        var pending = new Stack<Expression>(body);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (IsLeaf(node) || !seen.Add(node) || _surroundings.Find(node) is not null)
            {
                continue;
            }

            // Contributions to an array, and to a total that a loop goes on with, are made where they stand: as often as the loop runs.
            if ((!node.Type.IsArray || node is Stored) && !rooted.Contains(node) && node.Free.All(_surroundings.Bound.Contains))
            {
                hoisted.Add(node);
                continue;
            }

            if (node is Reduce total)
            {
                rooted.UnionWith(Continuation.Spine(total));
            }

            // The shape that contributions have isn't read.
            foreach (Expression operand in node is Scatter ? node.Operands.RemoveAt(0) : node.Operands)
            {
                pending.Push(operand);
            }
        }

        return hoisted.ToImmutable();
    }

    private void PlaceAll()
    {
        _regions.Clear();
        _soundUses.Clear();
        _speculative.Clear();
        _aliases.Clear();
        _uses.Clear();
        PlaceGoals();
        foreach (Expression node in _owned.OrderByDescending(node => node.Id))
        {
            // Nothing needs what stands on the side of a selection that is known not to be chosen.
            if (_regions.ContainsKey(node))
            {
                Place(node);
            }
        }

        _owned.IntersectWith(_regions.Keys);
    }

    // A loop that is needed only under a condition costs next to nothing as part of one that runs anyway, over the same range. Not one that adds to what others go on with.
    private bool JoinLoops()
    {
        foreach (var loops in _owned.Where(node => node is Reduce or Scan).OrderBy(node => node.Id).GroupBy(BlockWriter.LoopOf))
        {
            foreach (Expression loop in loops.Where(loop => !loop.Type.IsArray && !GoesOn(loop)))
            {
                Region? outer = loops
                    .Where(other => !ReferenceEquals(_regions[loop], _regions[other]) && _regions[loop].IsInside(_regions[other]) && !DependsOn(loop, other))
                    .Select(other => _regions[other])
                    .OrderBy(region => region.Depth)
                    .FirstOrDefault();
                if (outer is not null)
                {
                    _joined[loop] = outer;
                }
            }
        }

        return _joined.Count > 0;
    }

    private bool DependsOn(Expression node, Expression other)
    {
        var seen = new HashSet<Expression>();
        var pending = new Stack<Expression>(Dependencies(node));
        while (pending.Count > 0)
        {
            Expression dependency = pending.Pop();
            if (ReferenceEquals(dependency, other))
            {
                return true;
            }

            if (dependency.Id > other.Id && seen.Add(dependency))
            {
                foreach (Expression next in Dependencies(dependency))
                {
                    pending.Push(next);
                }
            }
        }

        return false;
    }

    private void PlaceGoals() => Ask(Goals, sound: true);

    private void Ask(IEnumerable<Goal> goals, bool sound)
    {
        foreach (Goal goal in goals)
        {
            Region region = Root;
            foreach ((Expression condition, bool holds) in goal.Conditions)
            {
                Use(condition, region, sound && !goal.IsSpeculative);
                region = region.Child(condition, holds);
            }

            // Memory for an array that is calculated here is got before any condition is looked at.
            foreach (Expression value in goal.Values)
            {
                Use(value, goal.Extents.Contains(value) ? Root : region, sound && !goal.IsSpeculative);
            }
        }
    }

    private void Use(Expression node, Region region, bool sound)
    {
        if (!_owned.Contains(node))
        {
            return;
        }

        _uses[node] = _uses.TryGetValue(node, out int uses) ? uses + 1 : 1;
        _regions[node] = _regions.TryGetValue(node, out Region? other) ? Region.Common(other, region) : region;
        if (sound && node.MayThrow)
        {
            if (!_soundUses.TryGetValue(node, out HashSet<Region>? regions))
            {
                _soundUses.Add(node, regions = []);
            }

            regions.Add(region);
        }
    }

    private void Place(Expression node)
    {
        Region region = _regions[node] = node is Stored ? Root : _joined.TryGetValue(node, out Region? joined) ? Region.Common(joined, _regions[node]) : _regions[node];
        bool sound = !node.MayThrow || node is Stored { IsEager: true } || IsSound(node, region);
        if (!sound)
        {
            _speculative.Add(node);
        }

        if (_contributions.TryGetValue(node, out ImmutableArray<Goal> goals))
        {
            Ask(goals, sound);
            return;
        }

        if (node is Select select)
        {
            if (region.Knows(select.Condition) is { } known)
            {
                _aliases[node] = known ? select.WhenTrue : select.WhenFalse;
                Use(_aliases[node], region, sound);
                return;
            }

            bool isFirst = !_uses.ContainsKey(select.Condition);
            Use(select.Condition, region, sound);
            if (!isFirst && IsCheapCondition(select.Condition))
            {
                // Selections on one condition are one `if`; should they be two, a comparison is cheaper than a variable.
                _uses[select.Condition]--;
            }

            Use(select.WhenTrue, region.Child(select.Condition, holds: true), sound);
            Use(select.WhenFalse, region.Child(select.Condition, holds: false), sound);
            return;
        }

        int first = Binders.FirstBoundOperand(node);
        for (int i = 0; i < first; i++)
        {
            Use(node.Operands[i], region, sound);
        }

        if (_insides.TryGetValue(node, out ImmutableArray<Expression> inside))
        {
            // The loop may run no step, or not come to where it needs the value.
            foreach (Expression hoisted in inside)
            {
                Use(hoisted, region, sound: false);
            }
        }
    }

    // Certainly evaluated by the source: needed in the region itself, or on both sides of a condition.
    private bool IsSound(Expression node, Region region)
        => _soundUses.TryGetValue(node, out HashSet<Region>? uses)
            && (uses.Contains(region)
                || uses.Any(use => ReferenceEquals(use.Parent, region) && uses.Contains(region.Child(use.Condition!, !use.Holds))));

    private static bool IsCheapCondition(Expression condition)
        => condition is Apply && condition.Operands.All(operand => IsLeaf(operand) || operand is Element);

    private void Decide(Expression node)
    {
        int size = 1;
        ImmutableArray<Expression> parts = _aliases.TryGetValue(node, out Expression? alias) ? [alias] : node.Operands;
        foreach (Expression operand in parts)
        {
            if (!IsItem(operand) && _sizes.TryGetValue(operand, out int inner))
            {
                size += inner;
            }
        }

        _sizes[node] = size;
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
            if (_statements.Contains(arm) && _uses[arm] == 1 && ReferenceEquals(_regions[arm], _regions[select].Child(select.Condition, holds)))
            {
                _locals[arm] = _locals[select];
                _sharing.Add(arm);
            }
        }
    }

    /// <summary>Whether the loop goes on with the total that it is a term of, so that it has no value of its own.</summary>
    public bool GoesOn(Expression node) => _uses.TryGetValue(node, out int uses) && uses == 1 && Goals.Any(goal => goal.GoesOn && ReferenceEquals(goal.Value, node));

    private Symbol TargetOf(Expression node) => Goals.First(goal => ReferenceEquals(goal.Value, node)).Total!;

    private bool NeedsLocal(Expression node, int size) => node switch
    {
        Stored => false,
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

    private bool IsOccupied(Select select, bool holds) => _occupied.Contains(_regions[select].Child(select.Condition, holds));

    // At each depth of regions around the node, how many control statements there it has to wait for.
    private int[] Needs(Expression node)
    {
        var needs = new int[_regions[node].Depth + 1];
        foreach (Expression dependency in Dependencies(node))
        {
            int[] inner = _needs[dependency];
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

        return needs;
    }

    private int LevelAt(int depth, Expression node, int[] needs)
        => depth >= needs.Length ? 0
            : depth == needs.Length - 1 && IsItem(node) && IsControl(node) ? needs[depth] + 1
            : needs[depth];
}
