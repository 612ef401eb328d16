using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>Which values the block owns, and in which region each is evaluated.</summary>
internal sealed partial class Block
{
    // An array that is calculated here: a local, and what its contributions ask for.
    private ImmutableArray<Goal> Fill(Stored stored)
    {
        Symbol local = stored.Graph.Local(_names.For(stored), new ExpressionType(stored.Scalar, 1));
        bool isOnly = Expressions.Contributions.AreOnePerElement(stored.Array);
        ImmutableArray<Goal> goals = [.. Goal.Contribute(stored.Array, local, [])
            .Select(goal => goal with { Extents = StoredArrays.ExtentsOf(stored), IsOnly = isOnly })];
        AddTargets(goals);
        _locals[stored] = local;
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

            if (node is Trace trace)
            {
                _locals[trace] = trace.Graph.Local(_names.For(trace), trace.Type);
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
                Push(StartingExtents(node));
                Push(inside);
            }
            else
            {
                foreach (Expression operand in node.Operands)
                {
                    pending.Push(operand);
                }
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
            if ((!node.Type.IsArray || node is Stored or Trace or Output) && !AddsToArrays(node) && !rooted.Contains(node) && node.Free.All(_surroundings.Bound.Contains))
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

    private static bool AddsToArrays(Expression node) => node switch
    {
        Output { Type.IsArray: true } output => Expressions.Contributions.AreAddedUp(output.Scan, output.Position),
        Scan scan => scan.Carried.Select(static (symbol, position) => (symbol, position)).Any(carried => carried.symbol.Type.IsArray && Expressions.Contributions.AreAddedUp(scan, carried.position)),
        _ => false,
    };

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
            if (_regions[node] is not null)
            {
                Place(node);
            }
        }

        _owned.RemoveWhere(node => _regions[node] is null);
    }

    // A loop that is needed only under a condition costs next to nothing as part of one that runs anyway, over the same range. Not one that adds to what others go on with.
    private bool JoinLoops()
    {
        foreach (var loops in _owned.Where(node => node is Reduce or Scan).OrderBy(node => node.Id).GroupBy(BlockWriter.LoopOf))
        {
            foreach (Expression loop in loops.Where(loop => !loop.Type.IsArray && !GoesOn(loop)))
            {
                Region? outer = loops
                    .Where(other => !ReferenceEquals(_regions[loop], _regions[other]) && _regions[loop]!.IsInside(_regions[other]!) && !DependsOn(loop, other))
                    .Select(other => _regions[other]!)
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

            if (dependency.Id > other.Id && _owned.Contains(dependency) && seen.Add(dependency))
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

        _uses[node]++;
        _regions[node] = _regions[node] is { } other ? Region.Common(other, region) : region;
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
        Region region = node is Stored ? Root : _joined.TryGetValue(node, out Region? joined) ? Region.Common(joined, _regions[node]!) : _regions[node]!;
        _regions[node] = region;
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

        if (node is Select { Type.IsArray: false } select)
        {
            if (region.Knows(select.Condition) is { } known)
            {
                _aliases[node] = known ? select.WhenTrue : select.WhenFalse;
                Use(_aliases[node], region, sound);
                return;
            }

            bool isFirst = _uses[select.Condition] == 0;
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

        if (node is Select versions)
        {
            // The versions of an array aren't there: an array is changed under conditions, when all is known that it is changed to, whichever way they turn out.
            Use(versions.Condition, region, sound);
            Use(versions.WhenTrue, region, sound: false);
            Use(versions.WhenFalse, region, sound: false);
            return;
        }

        foreach (Expression operand in node.Operands.Take(Binders.FirstBoundOperand(node)).Concat(StartingExtents(node)))
        {
            Use(operand, region, sound);
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
}
