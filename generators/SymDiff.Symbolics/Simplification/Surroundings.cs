using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>What a rule may ask about a node besides its structure: whether it is frozen, whether it is used elsewhere too.</summary>
internal sealed class Surroundings(FrozenValues frozen)
{
    private readonly NodeTable<int> _uses = new();

    private readonly NodeTable<int> _quotients = new();

    public FrozenValues Frozen => frozen;

    public bool IsFrozen(Expression node) => frozen.Contains(node);

    public bool IsShared(Expression node) => _uses[node] > 1;

    /// <summary>Whether taking the node apart loses nothing: the value doesn't need it, and nobody else does.</summary>
    public bool IsOpen(Expression node) => !IsFrozen(node) && !IsShared(node);

    /// <summary>The arguments, where the node is that primitive and open; else empty.</summary>
    public Apply? Open(Expression node, Primitive primitive) => node is Apply apply && apply.Is(primitive) && IsOpen(node) ? apply : null;

    /// <summary>Whether derivatives divide by the node several times.</summary>
    public bool HasManyQuotients(Expression denominator) => _quotients[denominator] > 1;

    public void CountQuotient(Expression denominator) => _quotients[denominator]++;

    public void Count(Expression node, int uses = 1) => _uses[node] += uses;

    /// <summary>Whoever used the one now uses the other.</summary>
    public void Replaced(Expression before, Expression after) => Count(after, _uses[before]);
}
