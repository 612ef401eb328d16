using System.Collections.Generic;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>Under which conditions, from the outermost in, a contribution exists at all. Null is "always".</summary>
/// <param name="IsBranch">Whether it is a branch of the source, which the code around it is nested in anyway.</param>
internal sealed record Gate(Gate? Outer, Expression Condition, bool Holds, bool IsBranch = false)
{
    /// <summary>How many conditions there are, and how many of them the source hasn't.</summary>
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    public int Kinks { get; } = (Outer?.Kinks ?? 0) + (IsBranch ? 0 : 1);

    /// <summary>The inner gate inside of the outer one.</summary>
    public static Gate? Nest(Gate? outer, Gate? inner)
        => inner is null ? outer : new Gate(Nest(outer, inner.Outer), inner.Condition, inner.Holds, inner.IsBranch);

    /// <summary>Whether the two are sides of one condition that both lie in.</summary>
    public static bool AreExclusive(Gate? one, Gate? other)
    {
        (one, other) = (one?.Up(other?.Depth ?? 0), other?.Up(one?.Depth ?? 0));
        bool areExclusive = false;
        for (; one is not null && other is not null; (one, other) = (one.Outer, other.Outer))
        {
            // Only where all is the same around them.
            areExclusive = ReferenceEquals(one.Condition, other.Condition) && (one.Holds != other.Holds || areExclusive);
        }

        return areExclusive;
    }

    /// <summary>Whether one of the conditions may throw.</summary>
    public static bool MayThrow(Gate? gate) => gate is not null && (gate.Condition.MayThrow || MayThrow(gate.Outer));

    private Gate? Up(int depth)
    {
        Gate? gate = this;
        while (gate is not null && gate.Depth > depth)
        {
            gate = gate.Outer;
        }

        return gate;
    }

    /// <summary>Keeps the outermost conditions that don't depend on the index; the others become selections in the value.</summary>
    public static (Gate? Invariant, Expression Value) Split(Gate? gate, Expression value, Symbol index)
    {
        Gate? invariant = gate;
        for (Gate? inner = gate; inner is not null; inner = inner.Outer)
        {
            if (inner.Condition.DependsOn(index))
            {
                invariant = inner.Outer;
            }
        }

        for (; !ReferenceEquals(gate, invariant); gate = gate!.Outer)
        {
            value = gate!.Open(value);
        }

        return (invariant, value);
    }

    /// <summary>The value where the condition holds as it should, else 0.</summary>
    public Expression Open(Expression value)
        => ChainRule.Choose(Condition, Holds ? value : null, Holds ? null : value)!;
}

/// <summary>
/// The cotangent of a node while it is being collected: a sum of contributions, each behind its gate. What isn't there is a structural zero,
/// which is more than the number 0: it isn't multiplied with anything, so no 0 · ∞ arises from a branch that wasn't taken.
/// </summary>
internal sealed class Cotangent
{
    // Beyond this many conditions of its own the gate becomes one test of the value (a zero contributes zero), which keeps long chains of kinks linear.
    private const int MostKinks = 6;

    // The branches of the source are kept as they are nested (an early return nests what follows it), as far as a compiler's stack allows it.
    private const int DeepestGate = 250;

    private readonly List<Expression> _always = [];
    private readonly List<Branch> _branches = [];

    // Where arrays of derivatives are that loops change.
    private readonly List<Gate?> _arrays = [];

    private sealed record Branch(Expression Condition, Cotangent WhenTrue, Cotangent WhenFalse, bool IsBranch);

    private bool IsEmpty => _always.Count == 0 && _branches.Count == 0;

    public void Add(Gate? gate, Expression value) => At(gate)._always.Add(value);

    /// <summary>Whether an array of derivatives that loops change can be what others are added to behind this gate: there is none yet but on another side of a condition.</summary>
    public bool TakesArray(Gate? gate)
    {
        bool isOnly = _arrays.TrueForAll(other => Gate.AreExclusive(other, gate));
        if (isOnly)
        {
            _arrays.Add(gate);
        }

        return isOnly;
    }

    /// <summary>All contributions as one value, together with the gate outside of which there is none.</summary>
    public (Gate? Gate, Expression Value) Close()
    {
        Gate? gate = null;
        Cotangent inner = this;
        while (inner is { _always.Count: 0, _branches: [var only] } && only.WhenTrue.IsEmpty != only.WhenFalse.IsEmpty)
        {
            gate = new Gate(gate, only.Condition, Holds: only.WhenFalse.IsEmpty, only.IsBranch);
            inner = only.WhenFalse.IsEmpty ? only.WhenTrue : only.WhenFalse;
        }

        Expression value = inner.Value()!;
        if (inner.Live(value.Graph) is { } live && live is not Constant)
        {
            gate = new Gate(gate, live, Holds: true);
        }

        if (gate is { Depth: > DeepestGate })
        {
            throw new InsufficientExecutionStackException();
        }

        if (gate is { Kinks: > MostKinks })
        {
            for (; gate is not null; gate = gate.Outer)
            {
                value = gate.Open(value);
            }

            gate = value.Type.IsArray ? null : new Gate(null, value.Graph.NotEqual(value, value.Like(0)), Holds: true);
        }

        return (gate, value);
    }

    /// <summary>The sum, with 0 where there is no contribution; null if there is none anywhere.</summary>
    public Expression? Value()
    {
        Expression? sum = null;
        if (_always.Count > 0)
        {
            // Contributions are added to an array that is there already.
            sum = _always[0].Graph.Add(_always[0].Type.IsArray ? [.. _always.OrderBy(Contributions.IsNothingElse)] : [.. _always]);
        }

        foreach (Branch branch in _branches)
        {
            Expression? chosen = ChainRule.Choose(branch.Condition, branch.WhenTrue.Value(), branch.WhenFalse.Value());
            sum = chosen is { Type.IsArray: true } && sum is not null && Contributions.IsNothingElse(sum) && !Contributions.IsNothingElse(chosen) ? ChainRule.Add(chosen, sum) : ChainRule.Add(sum, chosen);
        }

        return sum;
    }

    private Cotangent At(Gate? gate)
    {
        if (gate is null)
        {
            return this;
        }

        Cotangent outer = At(gate.Outer);
        Branch? branch = outer._branches.FirstOrDefault(branch => ReferenceEquals(branch.Condition, gate.Condition));
        if (branch is null)
        {
            branch = new Branch(gate.Condition, new Cotangent(), new Cotangent(), gate.IsBranch);
            outer._branches.Add(branch);
        }

        return gate.Holds ? branch.WhenTrue : branch.WhenFalse;
    }

    /// <summary>The condition under which any contribution exists.</summary>
    private Expression Live(ExpressionGraph graph)
    {
        if (_always.Count > 0)
        {
            return graph.True;
        }

        Expression live = graph.False;
        foreach (Branch branch in _branches)
        {
            live = graph.Or(live, graph.Select(branch.Condition, branch.WhenTrue.Live(graph), branch.WhenFalse.Live(graph)));
        }

        return live;
    }
}
