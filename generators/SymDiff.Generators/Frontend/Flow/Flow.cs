using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>Where the lifting stands in the control flow: under which conditions the current point is reached, and what is required there.</summary>
internal sealed class Flow(ExpressionGraph graph, Variables variables)
{
    private readonly LengthFacts _facts = new();
    private Region? _region;
    private List<Requirement> _requirements = [];

    /// <summary>Whether the current point can be reached at all.</summary>
    public bool IsReachable { get; private set; } = true;

    /// <summary>Whether there are delegates, through which a method may assign variables of others.</summary>
    public bool HasFunctions { get; set; }

    /// <summary>How many loops enclose the current point.</summary>
    public int Depth { get; private set; }

    public IReadOnlyList<Requirement> Requirements => _requirements;

    /// <summary>The conditions around the current point, those of the regions around the innermost one apart.</summary>
    public Expression Branching => Region.Branch;

    private Region Region => _region ?? throw new InvalidOperationException("outside of a region");

    /// <summary>When the current point is reached, within a run of the innermost loop's body.</summary>
    private Expression Assumption => _region is null ? graph.True : graph.And(Region.Entry, Region.Reached);

    public void Require(Expression condition) => Add(new Holds(Assumption, condition));

    public void RequireAtMost(Expression count, Expression extent) => Add(new AtMost(Assumption, count, extent));

    public void RequireNotNegative(Expression number) => Add(new NotNegative(Assumption, number));

    /// <summary>Whether the current point is reached in each run of the innermost loop's body.</summary>
    public bool IsCertain => Assumption is Constant { IsTrue: true };

    /// <summary>0 ≤ index &lt; extent.</summary>
    public void RequireInRange(Expression index, Expression extent)
    {
        Add(new NotNegative(Assumption, index));
        Add(new Below(Assumption, index, extent));
    }

    /// <summary>Requirements of a loop's body, once they have been freed of its index.</summary>
    public void RequireAll(IEnumerable<Requirement> requirements)
    {
        foreach (Requirement requirement in requirements)
        {
            Add(requirement.Under(Assumption));
        }
    }

    /// <summary>The current point isn't passed: the path to it must not be taken.</summary>
    public void Throw()
    {
        Add(new Holds(graph.True, graph.Not(Assumption)));
        IsReachable = false;
    }

    /// <summary>Lifts both sides of a branch and merges what they do to the variables.</summary>
    /// <returns>Whether the end of each side is reached.</returns>
    public (bool AfterTrue, bool AfterFalse) Branch(Expression condition, Action whenTrue, Action whenFalse)
    {
        if (condition is Constant known)
        {
            (known.IsTrue ? whenTrue : whenFalse)();
            return (known.IsTrue && IsReachable, known.IsFalse && IsReachable);
        }

        (Expression branch, Expression side, Expression notLeft, Expression reached) = (Region.Branch, Region.Side, Region.NotLeft, Region.Reached);
        bool reachable = IsReachable;
        List<Exit> ways = [];
        (bool afterTrue, Expression onTrue) = Side(condition, whenTrue);
        (bool afterFalse, Expression onFalse) = Side(graph.Not(condition), whenFalse);
        (Region.Branch, Region.Side, Region.NotLeft) = (branch, side, graph.And(notLeft, graph.Select(condition, onTrue, onFalse)));
        IsReachable = afterTrue || afterFalse;
        if (IsReachable)
        {
            Joining.Join(variables, ways);
        }

        return (afterTrue, afterFalse);

        (bool After, Expression NotLeft) Side(Expression taken, Action lift)
        {
            int mark = variables.Mark;
            (Region.Branch, Region.Side, Region.NotLeft) = (graph.And(branch, taken), graph.And(reached, taken), graph.True);
            IsReachable = reachable;
            lift();
            ImmutableArray<Change> changes = variables.Undo(mark);
            if (IsReachable)
            {
                ways.Add(new Exit(taken, Value.Nothing, changes));
            }

            return (IsReachable, Region.NotLeft);
        }
    }

    /// <summary>Lifts a region: what it returns, and all it does to the variables, whichever way it is left.</summary>
    public Value Within(RegionKind kind, ILabelSymbol? label, IMethodSymbol? method, Action body)
    {
        Region region = new(kind, label, method, _region, variables.Mark, kind == RegionKind.LoopBody ? graph.True : Assumption);
        _region = region;
        body();
        if (IsReachable)
        {
            region.Exits.Add(new Exit(graph.True, Value.Nothing, ChangesIn(region)));
        }

        _region = region.Parent;
        variables.Undo(region.Mark);
        IsReachable = region.Exits.Count > 0;
        if (!IsReachable)
        {
            return Value.Nothing;
        }

        Joining.Join(variables, region.Exits);
        Value result = region.Exits[region.Exits.Count - 1].Result;
        for (int i = region.Exits.Count - 2; i >= 0; i--)
        {
            result = Merging.Merge(region.Exits[i].Condition, region.Exits[i].Result, result);
        }

        return result;
    }

    /// <summary>Lifts the body of a loop, and hands over what is required in it.</summary>
    public IReadOnlyList<Requirement> WithinLoop(ILabelSymbol? label, Action body)
    {
        List<Requirement> outer = _requirements;
        _requirements = [];
        bool reachable = IsReachable;
        Depth++;
        Within(RegionKind.LoopBody, label, method: null, body);
        Depth--;
        IsReachable = reachable;
        List<Requirement> inner = _requirements;
        _requirements = outer;
        return inner;
    }

    /// <summary>The region that <c>return</c> leaves, or, with a label, <c>break</c> or <c>continue</c>; null if it can't be left from here.</summary>
    public Region? Find(ILabelSymbol? label)
    {
        for (Region? region = _region; region is not null; region = region.Parent)
        {
            if (label is null ? region.IsLeftByReturn : SymbolEqualityComparer.Default.Equals(region.Label, label))
            {
                return region;
            }

            // Out of a loop's body there is no way but to its end.
            if (region.Kind is not (RegionKind.Switch or RegionKind.Trip))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Leaves the region, which the current point is in.</summary>
    public void Leave(Region target, Value result)
    {
        if (!IsReachable)
        {
            return;
        }

        // On the current side of the innermost branch nothing lies between: the region is left for certain.
        Region region = Region;
        Expression inSide = graph.True;
        while (true)
        {
            Expression reached = graph.And(region.Reached, inSide);
            region.NotLeft = graph.And(region.NotLeft, graph.Not(inSide));
            if (region == target)
            {
                target.Exits.Add(new Exit(graph.And(region.Branch, inSide), result, ChangesIn(target)));
                break;
            }

            inSide = reached;
            region = region.Parent!;
        }

        IsReachable = false;
    }

    // A method's variables are its own, but not the arrays that it is handed, nor those that it reaches through local functions and delegates.
    private ImmutableArray<Change> ChangesIn(Region region)
        => region.Kind == RegionKind.Method && !HasFunctions ? variables.ArraysSince(region.Mark)
            : region.Method is { } method ? variables.Since(region.Mark).RemoveAll(change => IsOwn(change.Variable, method))
            : variables.Since(region.Mark);

    private static bool IsOwn(object variable, IMethodSymbol method)
    {
        for (ISymbol? symbol = (variable as ISymbol)?.ContainingSymbol; symbol is IMethodSymbol around; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(around, method) || SymbolEqualityComparer.Default.Equals(around, method.PartialImplementationPart))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Requirement requirement)
    {
        if (!IsReachable || requirement.IsTrivial || _facts.Implies(requirement))
        {
            return;
        }

        _requirements.Add(requirement);
        if (Depth == 0 && requirement.Path is Constant)
        {
            _facts.Learn(requirement.Condition);
        }
    }
}
