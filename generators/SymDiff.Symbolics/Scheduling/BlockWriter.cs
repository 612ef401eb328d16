using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Reads a <see cref="Block"/>'s plan out as statements. Loops over the same range that don't wait for each other become one loop, and selections on the
/// same condition one <c>if</c>.
/// </summary>
internal sealed partial class BlockWriter(Block block, LocalNames names, CancellationToken cancellation)
{
    private readonly HashSet<Expression> _written = [];
    private readonly Dictionary<(Scan Scan, int Position), Symbol> _outputs = [];
    private readonly HashSet<Symbol> _allocated = [];

    /// <summary>Everything that the goals ask for.</summary>
    public ImmutableArray<Statement> Write()
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        WritePiece(
            block.Root,
            block.Goals.Where(goal => goal.Conditions.IsEmpty).SelectMany(goal => goal.Values),
            [.. block.Contributions.Concat(block.Goals).Select(goal => (goal, 0))],
            statements);
        return statements.ToImmutable();
    }

    /// <summary>What the block evaluated, whatever happened in it, and where it is kept.</summary>
    public IEnumerable<(Expression Node, Symbol Local)> Kept
        => _written.Where(node => ReferenceEquals(block.RegionOf(node), block.Root)).Select(node => (node, block.LocalOf(node)!)).Where(pair => pair.Item2 is not null && !_taken.Contains(pair.Item2));

    /// <summary>The part of a region that these values and goals need and that isn't written yet.</summary>
    private void WritePiece(Region region, IEnumerable<Expression> values, ImmutableArray<(Goal Goal, int Depth)> goals, ImmutableArray<Statement>.Builder statements)
    {
        cancellation.ThrowIfCancellationRequested();
        ImmutableArray<(Goal Goal, int Depth)> conditional = [.. goals.Where(entry => entry.Goal.Conditions.Length > entry.Depth)];
        ImmutableArray<Goal> plain = [.. goals.Where(entry => entry.Goal.Conditions.Length == entry.Depth).Select(entry => entry.Goal)];

        // What is added to an array that is read here can't wait for the end.
        ImmutableArray<Goal> early = [.. plain.Where(IsEarly)];
        IEnumerable<Expression> needed = values
            .Concat(plain.SelectMany(goal => goal.Values))
            .Concat(conditional.SelectMany(entry => entry.Goal.Conditions.Skip(entry.Depth).Select(condition => condition.Condition).Concat(entry.Goal.Values)));

        List<Expression> items = Unwritten(region, needed);
        ILookup<int, Expression> itemsByLevel = items.ToLookup(block.LevelOf);
        ILookup<int, (Goal Goal, int Depth)> goalsByLevel = conditional.ToLookup(entry => LevelOf(entry.Goal, region));
        ILookup<int, Goal> earlyByLevel = early.ToLookup(goal => LevelOf(goal, region));
        foreach (int level in items.Select(block.LevelOf).Concat(goalsByLevel.Select(group => group.Key)).Concat(earlyByLevel.Select(group => group.Key))
            .Distinct().OrderBy(level => level).ToList())
        {
            foreach (Expression item in itemsByLevel[level].Where(item => !block.IsControl(item)))
            {
                if (item is Stored or Trace)
                {
                    _written.Add(item);
                    continue;
                }

                Symbol local = block.LocalOf(item)!;
                statements.Add(new Declare(local, Inline(item)));
                _written.Add(item);
            }

            foreach (var loop in SharedLoops.Of(itemsByLevel[level].Where(item => item is Reduce or Scan)))
            {
                WriteLoop(loop.Key, [.. loop], region, statements);
            }

            foreach (Goal goal in earlyByLevel[level])
            {
                Allocate([goal], statements);
                statements.Add(StoreOf(goal));
            }

            ILookup<Expression, (Goal Goal, int Depth)> conditionalGoals = goalsByLevel[level].ToLookup(entry => entry.Goal.Conditions[entry.Depth].Condition);
            ILookup<Expression, Select> selections = itemsByLevel[level].Where(item => block.IsControl(item)).OfType<Select>().ToLookup(select => select.Condition);
            foreach (Expression condition in selections.Select(group => group.Key).Concat(conditionalGoals.Select(group => group.Key)).Distinct())
            {
                WriteIf(condition, [.. selections[condition]], [.. conditionalGoals[condition]], region, statements);
            }
        }

        foreach (Goal goal in plain.Where(goal => goal.Total is not null && !IsEarly(goal)))
        {
            if (!goal.Indices.IsEmpty)
            {
                statements.Add(StoreOf(goal));
            }
            else if (!goal.Value.Type.IsArray && !(goal.GoesOn && block.GoesOn(goal.Value)))
            {
                statements.Add(new Accumulate(goal.Total!, goal.Operator, Tree(goal.Value)));
            }
        }
    }

    private bool IsEarly(Goal goal) => !goal.Indices.IsEmpty && block.IsFilledHere(goal);

    private Store StoreOf(Goal goal)
    {
        // The place in the row is made of what the goal asks for: the block may have the same number for something else, under a condition.
        ImmutableArray<Expression> indices = [.. goal.Indices.Select(Tree)];
        return new Store(
            goal.Total!, goal.Extents.IsEmpty ? indices : [StoredArrays.Position(indices, [.. goal.Extents.Select(Tree)])], Tree(goal.Value), IsAddition: !goal.IsOnly);
    }

    /// <summary>Memory for the arrays of these goals that are calculated here and have none yet.</summary>
    private void Allocate(IEnumerable<Goal> goals, ImmutableArray<Statement>.Builder statements)
    {
        foreach (Goal goal in goals.Where(block.IsFilledHere))
        {
            if (_allocated.Add(goal.Total!))
            {
                statements.Add(new Allocate(goal.Total!, [.. goal.Extents.Select(Tree)]));
                if (!goal.IsOnly)
                {
                    statements.Add(new Clear(goal.Total!));
                }
            }
        }
    }

    private int LevelOf(Goal goal, Region region)
        => goal.Conditions.Select(condition => condition.Condition).Concat(goal.Values).Max(node => block.LevelIn(region, node));

    // The items of the region itself; what lies deeper is written by the control statement that leads there.
    private List<Expression> Unwritten(Region region, IEnumerable<Expression> needed)
    {
        var items = new List<Expression>();
        var seen = new NodeSet();
        var pending = new Stack<Expression>(needed.Where(block.IsOwned));
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (_written.Contains(node) || !seen.Add(node))
            {
                continue;
            }

            if (block.IsItem(node) && ReferenceEquals(block.RegionOf(node), region))
            {
                items.Add(node);
            }

            foreach (Expression dependency in block.Dependencies(node))
            {
                if (block.IsOwned(dependency))
                {
                    pending.Push(dependency);
                }
            }
        }

        items.Sort((left, right) => left.Id.CompareTo(right.Id));
        return items;
    }

    /// <summary>Loops for which this is the same can be one.</summary>
    public static (Symbol Index, Expression Lower, Expression Upper, Expression While, bool IsDownward) LoopOf(Expression node)
        => node is Scan scan ? (scan.Index, scan.Lower, scan.Upper, scan.While, scan.IsDownward)
            : (((Reduce)node).Index, ((Reduce)node).Lower, ((Reduce)node).Upper, node.Graph.True, false);

    private void WriteLoop((Symbol Index, Expression Lower, Expression Upper, Expression While, bool IsDownward) loop, ImmutableArray<Expression> members, Region region, ImmutableArray<Statement>.Builder statements)
    {
        var goals = ImmutableArray.CreateBuilder<Goal>();
        var next = new Dictionary<Symbol, Expression>();
        var carried = new Dictionary<Symbol, Symbol>();
        var changed = new List<ChangedArray>();
        var reserved = ImmutableArray.CreateBuilder<Statement>();
        foreach (Expression member in members)
        {
            if (member is Reduce { Type.IsArray: true } contributions)
            {
                Allocate(block.TargetsOf(member), statements);
                Ask(member, block.TargetsOf(member).SelectMany(target => contributions.Terms
                    .SelectMany(term => Goal.Contribute(term, target.Total!, []))
                    .Select(goal => goal with { Extents = target.Extents, IsOnly = target.IsOnly })));
            }
            else if (member is Reduce reduce)
            {
                Symbol total = block.LocalOf(reduce)!;
                if (!block.GoesOn(reduce))
                {
                    statements.Add(new Declare(total, Tree(reduce.Initial)));
                }

                // Several terms keep their order, so none of them may move into an `if` that stands elsewhere; and one that is the same in all steps is there as a whole.
                bool zeroIsNeutral = reduce.Initial is Constant start && !double.IsNegativeInfinity(1 / start.Number);
                Ask(member, reduce.Terms.Length == 1 && !block.IsHoistedFrom(reduce, reduce.Terms[0])
                    ? [Goal.Accumulate(reduce.Terms[0], total, reduce.Operator, zeroIsNeutral) with { GoesOn = Continuation.Of(reduce) is not null }]
                    : reduce.Terms.Select(term => new Goal(term, total, reduce.Operator, [])));
            }
            else
            {
                var scan = (Scan)member;
                DeclareCarried(scan, members, carried, next, changed, statements);
                Ask(member, scan.Nexts.Where(static value => !value.Type.IsArray).Distinct().Select(Goal.For));
                Ask(member, AddedTo(scan, region, statements));
                Ask(member, KeptOf(scan, statements, reserved));
            }

            _written.Add(member);
        }

        foreach (ChangedArray array in changed)
        {
            goals.AddRange(array.Changes.SelectMany(change => change.Values.Select(value => Goal.For(value) with { Conditions = change.Conditions, IsSpeculative = array.IsSpeculative })));
        }

        var known = new Dictionary<Expression, Symbol>();
        var surroundings = new Surroundings(
            node => node is Symbol symbol && carried.TryGetValue(symbol, out Symbol? local) ? local : known.TryGetValue(node, out Symbol? evaluated) ? evaluated : Find(node, region),
            region,
            [.. block.Surroundings.Bound, loop.Index, .. carried.Keys],
            block.Surroundings.IsSpeculative)
        {
            Loops = block.Surroundings.Loops.Add((loop.Index, loop.Lower, loop.Upper)),
            Changed = [.. changed.Select(static array => (array.Carried, array.Next))],
        };
        var body = ImmutableArray.CreateBuilder<Statement>();
        if (loop.While is not Constant { IsTrue: true })
        {
            // Before anything else of the step, which may read what was evaluated for the condition.
            bool isSpeculative = members.All(block.IsSpeculative);
            IEnumerable<Expression> asked = [loop.While, .. LoopCondition.SharedWith(loop.While, goals.SelectMany(Block.ValuesOf))];
            var condition = new BlockWriter(new Block([.. asked.Select(value => Goal.For(value) with { IsSpeculative = isSpeculative })], surroundings with { IsCondition = true }, names), names, cancellation);
            body.AddRange(condition.Write());
            body.Add(new Leave(condition.Tree(loop.While)));
            foreach ((Expression node, Symbol local) in condition.Kept)
            {
                known[node] = local;
            }
        }

        body.AddRange(reserved);
        var writer = new BlockWriter(new Block(goals.ToImmutable(), surroundings, names), names, cancellation);
        body.AddRange(writer.Write());
        Step(Change(changed, [.. next.Select(pair => (carried[pair.Key], writer.Tree(pair.Value)))], writer.Tree, surroundings.Loops, body), body);
        statements.Add(new Loop(loop.Index, Tree(loop.Lower), Tree(loop.Upper), body.ToImmutable()) { IsDownward = loop.IsDownward });

        void Ask(Expression member, IEnumerable<Goal> asked)
            => goals.AddRange(asked.Select(goal => goal with { IsSpeculative = goal.IsSpeculative || block.IsSpeculative(member) }));
    }

    /// <summary>What the loop adds to the arrays that it carries. Where their uses have conditions that aren't those of the loop, each addition has.</summary>
    private IEnumerable<Goal> AddedTo(Scan scan, Region region, ImmutableArray<Statement>.Builder statements)
    {
        for (int i = 0; i < scan.Carried.Length; i++)
        {
            if (!scan.Carried[i].Type.IsArray || !Contributions.AreAddedUp(scan, i))
            {
                continue;
            }

            IReadOnlyList<Goal> targets = block.TargetsOf(scan.Graph.Output(scan, i));
            Allocate(targets, statements);
            foreach (Goal target in targets)
            {
                ImmutableArray<(Expression, bool)> conditions = target.Conditions.RemoveAll(condition => region.Knows(condition.Condition) == condition.Holds);
                foreach (Goal goal in Contributions.AddedTo(scan.Carried[i], scan.Nexts[i]).SelectMany(added => Goal.Contribute(added, target.Total!, conditions)))
                {
                    yield return goal with { Extents = target.Extents };
                }
            }
        }
    }

    /// <summary>What is kept of each step: where the number of steps isn't known before, memory is asked for step by step.</summary>
    private IEnumerable<Goal> KeptOf(Scan scan, ImmutableArray<Statement>.Builder statements, ImmutableArray<Statement>.Builder reserved)
    {
        for (int i = 0; i < scan.Stacked.Length; i++)
        {
            // Another block may have the same loop for the others.
            if (block.LocalOf(scan.Graph.Trace(scan, i)) is not { } array)
            {
                continue;
            }

            bool isCounted = scan.While is Constant;
            Expression position = TracePosition.Of(scan, scan.Index);

            // Made of what the loop itself asks for: the block may know the difference under a condition only.
            Expression lower = Tree(scan.Lower);
            statements.Add(new Allocate(array, isCounted ? [TracePosition.Of(lower, Tree(scan.Upper))] : []) { IsOfSteps = true });
            if (!isCounted)
            {
                reserved.Add(new Reserve(array, TracePosition.Of(lower, scan.Index)));
            }

            yield return new Goal(scan.Stacked[i], array, ReduceOperator.Sum, []) { Indices = [position], IsOnly = true, IsSpeculative = true };
        }
    }

    // A loop and its differentiated form carry the same symbols in the same way: one local serves both.
    private void DeclareCarried(
        Scan scan, ImmutableArray<Expression> loops, Dictionary<Symbol, Symbol> locals, Dictionary<Symbol, Expression> next, List<ChangedArray> changed, ImmutableArray<Statement>.Builder statements)
    {
        for (int i = 0; i < scan.Carried.Length; i++)
        {
            Symbol carried = scan.Carried[i];
            if (carried.Type.IsArray && Contributions.AreAddedUp(scan, i))
            {
                continue;
            }

            if (!locals.TryGetValue(carried, out Symbol? local) && carried.Type.IsArray)
            {
                local = Start(carried, scan.Initials[i], loops, block.IsSpeculative(scan), statements);
                locals.Add(carried, local);
                changed.Add(new ChangedArray(local, carried, scan.Nexts[i], ArrayChange.Of(scan.Nexts[i], carried), block.IsSpeculative(scan)));
            }
            else if (local is null)
            {
                local = carried.Graph.Local(carried.Name, carried.Type);
                statements.Add(new Declare(local, Tree(scan.Initials[i])));
                locals.Add(carried, local);
                next.Add(carried, scan.Nexts[i]);
            }

            _outputs[(scan, i)] = local;
        }
    }

    /// <summary>All carried values move on at once: one that another's next value still reads is assigned after it; in a circle, a next value is kept in a local first.</summary>
    private static void Step(IEnumerable<(Symbol Local, Expression Next)> moves, ImmutableArray<Statement>.Builder body)
    {
        List<(Symbol Local, Expression Next)> waiting = [.. moves.Where(move => !ReferenceEquals(move.Local, move.Next))];
        while (waiting.Count > 0)
        {
            int ready = waiting.FindIndex(move => !waiting.Any(other => !ReferenceEquals(other.Local, move.Local) && Mentions(other.Next, move.Local)));
            if (ready >= 0)
            {
                body.Add(new Assign(waiting[ready].Local, waiting[ready].Next));
                waiting.RemoveAt(ready);
                continue;
            }

            int blocking = waiting.FindIndex(move => waiting.Any(other => Mentions(move.Next, other.Local)));
            (Symbol local, Expression value) = waiting[blocking];
            Symbol kept = local.Graph.Local("next" + char.ToUpperInvariant(local.Name[0]) + local.Name.Substring(1), local.Type);
            body.Add(new Declare(kept, value));
            waiting[blocking] = (local, kept);
        }
    }

    private static bool Mentions(Expression tree, Symbol local) => Traversal.Reachable([tree]).Contains(local);

    private void WriteIf(Expression condition, ImmutableArray<Select> selections, ImmutableArray<(Goal Goal, int Depth)> goals, Region region, ImmutableArray<Statement>.Builder statements)
    {
        Allocate(goals.Select(entry => entry.Goal), statements);

        // A side that only sets constants is what the variables start as.
        bool? start = goals.IsEmpty && selections.All(select => !block.SharesLocal(select))
            ? selections.All(select => select.WhenFalse is Constant) ? false : selections.All(select => select.WhenTrue is Constant) ? true : null
            : null;
        foreach (Select select in selections.Where(select => !block.SharesLocal(select)))
        {
            statements.Add(new Declare(block.LocalOf(select)!, start is { } side ? ArmOf(select, side) : null));
        }

        ImmutableArray<Statement> whenTrue = start is true ? [] : WriteArm(condition, holds: true, selections, goals, region);
        ImmutableArray<Statement> whenFalse = start is false ? [] : WriteArm(condition, holds: false, selections, goals, region);
        foreach (Select select in selections)
        {
            _written.Add(select);
        }

        if (whenTrue.IsEmpty && whenFalse.IsEmpty && selections.IsEmpty)
        {
            return;
        }

        statements.Add(whenTrue.IsEmpty
            ? new If(condition.Graph.Not(Tree(condition)), whenFalse, [])
            : new If(Tree(condition), whenTrue, whenFalse));
    }

    private ImmutableArray<Statement> WriteArm(Expression condition, bool holds, ImmutableArray<Select> selections, ImmutableArray<(Goal Goal, int Depth)> goals, Region region)
    {
        var arm = ImmutableArray.CreateBuilder<Statement>();
        WritePiece(
            region.Child(condition, holds),
            selections.Select(select => ArmOf(select, holds)),
            [.. goals.Where(entry => entry.Goal.Conditions[entry.Depth].Holds == holds).Select(entry => (entry.Goal, entry.Depth + 1))],
            arm);
        arm.AddRange(selections
            .Select(select => new Assign(block.LocalOf(select)!, Tree(ArmOf(select, holds))))
            .Where(assign => !ReferenceEquals(assign.Local, assign.Value)));
        return arm.ToImmutable();
    }

    private static Expression ArmOf(Select select, bool holds) => holds ? select.WhenTrue : select.WhenFalse;

    private Symbol? Find(Expression node, Region region)
        => block.LocalOf(node) is { } local && _written.Contains(node) && region.IsInside(block.RegionOf(node)) ? local
            : node is Output output && _outputs.TryGetValue((output.Scan, output.Position), out Symbol? carried) && block.IsOwned(output.Scan) && region.IsInside(block.RegionOf(output.Scan)) ? carried
            : block.Surroundings.Find(node);
}
