using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>What surrounds a block: which local an outer block has for a value, where the block's loop stands, and what is bound out there.</summary>
internal sealed record Surroundings(Func<Expression, Symbol?> Find, Region? Region, ImmutableArray<Symbol> Bound, bool IsSpeculative)
{
    /// <summary>Between which numbers the indices of the loops around run.</summary>
    public ImmutableArray<(Symbol Index, Expression Lower, Expression Upper)> Loops { get; init; } = [];

    /// <summary>The arrays that the loop changes whose body this is, and what they are after a step.</summary>
    public ImmutableArray<(Symbol Carried, Expression Next)> Changed { get; init; } = [];

    /// <summary>Whether what the block evaluates is read afterwards, in the rest of the loop's body.</summary>
    public bool IsCondition { get; init; }
}

/// <summary>
/// The plan of one block, a function's body or a loop's: which values it owns, in which region each is needed, which get a local, and in which
/// order they can come. <see cref="BlockWriter"/> reads the plan out as statements.
/// </summary>
/// <remarks>
/// A value that depends on nothing that an inner loop binds belongs to the block around that loop (it is hoisted). A value that is needed under
/// several conditions is evaluated before them all; where that might throw what the source wouldn't have, it is evaluated guarded.
/// </remarks>
internal sealed partial class Block
{
    private readonly Surroundings _surroundings;
    private readonly LocalNames _names;
    private readonly HashSet<Expression> _owned = [];
    private readonly HashSet<Expression> _hoisted = [];
    private readonly NodeTable<Region> _regions = new();
    private readonly Dictionary<Expression, HashSet<Region>> _soundUses = [];
    private readonly HashSet<Expression> _speculative = [];
    private readonly Dictionary<Expression, Region> _joined = [];
    private readonly Dictionary<Expression, Expression> _aliases = [];
    private readonly NodeTable<int> _uses = new();
    private readonly NodeTable<int> _sizes = new();
    private readonly Dictionary<Expression, ImmutableArray<Expression>> _insides = [];
    private readonly NodeTable<Symbol> _locals = new();
    private readonly NodeTable<int[]> _needs = new();
    private readonly HashSet<Region> _occupied = [];
    private readonly HashSet<Expression> _statements = [];
    private readonly HashSet<Expression> _sharing = [];
    private readonly HashSet<Expression> _paired = [];
    private readonly Dictionary<Expression, ImmutableArray<Goal>> _contributions = [];
    private readonly Dictionary<Expression, List<Goal>> _targets = [];
    private readonly HashSet<Symbol> _filled = [];
    private RowUses? _rowUses;

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
    public IEnumerable<Goal> Contributions => _contributions.Where(pair => _regions[pair.Key] is not null).OrderBy(pair => pair.Key.Id).SelectMany(pair => pair.Value);

    /// <summary>Whether the goal's array is calculated here.</summary>
    public bool IsFilledHere(Goal goal) => _filled.Contains(goal.Total!);

    /// <summary>The arrays that a loop contributes to.</summary>
    public IReadOnlyList<Goal> TargetsOf(Expression loop) => _targets.TryGetValue(loop, out List<Goal>? targets) ? targets : [];

    public Region Root { get; }

    public Surroundings Surroundings => _surroundings;

    /// <summary>Whether the node is a statement of its own: a local's declaration, an <c>if</c>, a loop.</summary>
    public bool IsItem(Expression node) => _locals[node] is not null || (node is Scan && _owned.Contains(node));

    public bool IsOwned(Expression node) => _owned.Contains(node);

    /// <summary>Whether the node is an <c>if</c> or a loop.</summary>
    public bool IsControl(Expression node) => node is Reduce or Scan || _statements.Contains(node);

    /// <summary>Whether the selection assigns the variable of the selection around it.</summary>
    public bool SharesLocal(Expression node) => _sharing.Contains(node);

    public Symbol? LocalOf(Expression node) => _locals[node];

    /// <summary>Whether the node, which stands in the loop, is evaluated before it.</summary>
    public bool IsHoistedFrom(Expression loop, Expression node) => _insides[loop].Contains(node);

    public Region RegionOf(Expression node) => _regions[node]!;

    /// <summary>Whether the node may be evaluated where the source wouldn't have, so that it must not throw.</summary>
    public bool IsSpeculative(Expression node) => _surroundings.IsSpeculative || _speculative.Contains(node);

    /// <summary>What a selection comes to where its condition is known.</summary>
    public Expression? AliasOf(Expression node) => _aliases.TryGetValue(node, out Expression? alias) ? alias : null;

    /// <summary>How many control statements of its region the item has to come after.</summary>
    public int LevelOf(Expression item) => LevelAt(_regions[item]!.Depth, _needs[item]!);

    /// <summary>How many control statements of that region have to come before anything that the node needs.</summary>
    public int LevelIn(Region region, Expression node)
        => _needs[node] is { } needs ? LevelAt(region.Depth, node, needs) : 0;

    /// <summary>What has to be evaluated before the node; of that, what the block doesn't own is there already.</summary>
    public ImmutableArray<Expression> Dependencies(Expression node)
        => _aliases.TryGetValue(node, out Expression? alias) ? [alias]
            : _contributions.TryGetValue(node, out ImmutableArray<Goal> goals) ? [.. goals.SelectMany(ValuesOf)]
            : node is Reduce or Scan ? [.. node.Operands.Take(Binders.FirstBoundOperand(node)), .. StartingExtents(node), .. _insides[node], .. ExtentsOf(node)]
            : node.Operands;

    public static bool IsLeaf(Expression node) => node is Constant or Symbol or Extent or Zeros;

    public static IEnumerable<Expression> ValuesOf(Goal goal) => goal.Conditions.Select(condition => condition.Condition).Concat(goal.Values);

    // Those of arrays that the loop carries, which there are none of before: memory is asked for.
    private static IEnumerable<Expression> StartingExtents(Expression loop)
        => loop is Scan scan
            ? scan.Initials.Where(static initial => initial.Type.IsArray).Select(static initial => ArrayChange.Versions(initial)[0]).OfType<Zeros>().SelectMany(static zeros => StoredArrays.ExtentsOf(zeros.Shape))
            : [];

    private IEnumerable<Expression> ExtentsOf(Expression loop)
        => (loop is Scan scan ? scan.Carried.Select((_, position) => scan.Graph.Output(scan, position)) : [loop])
            .SelectMany(total => _targets.TryGetValue(total, out List<Goal>? targets) ? targets : []).SelectMany(target => target.Extents);

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
}
