using System.Collections.Generic;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>What a rule may ask about a node besides its structure: whether it is frozen, whether it is used elsewhere too.</summary>
internal sealed class Surroundings(FrozenValues frozen)
{
    private readonly NodeTable<int> _uses = new();
    private readonly NodeTable<int> _quotients = new();
    private readonly HashSet<(Expression, Expression)> _divisions = [];
    private readonly Dictionary<ulong, int> _leadingPairs = [];
    private readonly Dictionary<(Expression, double), int> _scaledUses = [];

    public FrozenValues Frozen => frozen;

    public bool IsFrozen(Expression node) => frozen.Contains(node);

    public bool IsShared(Expression node) => _uses[node] > 1;

    /// <summary>Whether taking the node apart loses nothing: the value doesn't need it, and nobody else does.</summary>
    public bool IsOpen(Expression node) => !IsFrozen(node) && !IsShared(node);

    /// <summary>The arguments, where the node is that primitive and open; else empty.</summary>
    public Apply? Open(Expression node, Primitive primitive) => node is Apply apply && apply.Is(primitive) && IsOpen(node) ? apply : null;

    /// <summary>Whether derivatives divide by the node several times.</summary>
    public bool HasManyQuotients(Expression denominator) => _quotients[denominator] > 1;

    /// <summary>Whether a/b is calculated, by the value or by derivatives.</summary>
    public bool HasQuotient(Expression numerator, Expression denominator)
        => frozen.Quotient(numerator, denominator) is not null || _divisions.Contains((numerator, denominator));

    /// <summary>Whether several sums (products) of the derivatives begin with a + b (a · b), or consist of it.</summary>
    public bool IsSharedPair(Primitive primitive, Expression left, Expression right)
        => _leadingPairs.TryGetValue(Pair(primitive, left, right), out int count) && count > 1;

    /// <summary>Whether the node is a factor in several products, all of which have the same constant in front.</summary>
    public bool IsAlwaysScaledBy(Expression factor, double constant)
        => IsShared(factor) && _scaledUses.TryGetValue((factor, constant), out int count) && count == _uses[factor];

    /// <summary>Notes what the derivatives have the node for.</summary>
    public void Note(Expression node)
    {
        foreach (Expression operand in node.Operands)
        {
            Count(operand);
        }

        switch (node)
        {
            case Apply { Arguments: [var numerator, var denominator] } quotient when quotient.Is(Arithmetic.Divide):
                _quotients[denominator]++;
                _divisions.Add((numerator, denominator));
                break;
            case Apply { Arguments: [Constant constant, Apply inner] } product when product.Is(Arithmetic.Multiply) && inner.Is(Arithmetic.Multiply):
                foreach (Expression factor in inner.Arguments)
                {
                    if (factor.AsReciprocal() is not null)
                    {
                        Increase(_scaledUses, (factor, constant.Number));
                    }
                }

                break;
            case Apply chain when LeadingPair(chain) is { } pair:
                Increase(_leadingPairs, pair);
                break;
        }
    }

    public void Count(Expression node, int uses = 1) => _uses[node] += uses;

    /// <summary>
    /// The one now stands for the other, whose operands have been rewritten. What it shared with others it goes on sharing, because their operands are rewritten to the same.
    /// (Else a rewrite far down would reach the shared pairs above it one a pass.)
    /// </summary>
    public void Rebuilt(Expression before, Expression after)
    {
        if (LeadingPair(before) is { } pair && _leadingPairs.TryGetValue(pair, out int count) && count > 1 && LeadingPair(after) is { } moved)
        {
            _leadingPairs[moved] = count;
        }
    }

    /// <summary>Whoever used the one now uses the other.</summary>
    public void Replaced(Expression before, Expression after) => Count(after, _uses[before]);

    private static ulong? LeadingPair(Expression node)
        => node is Apply { Arguments: [not Constant and var left, var right, ..] } chain && (chain.Is(Arithmetic.Multiply) || chain.Is(Arithmetic.Add)) ? Pair(chain.Primitive, left, right) : null;

    // There are about as many as there are nodes, and a number takes the least room. The factor is odd, so that no two pairs get the same; without it those of a long chain would nearly all
    // have one hash code.
    private static ulong Pair(Primitive primitive, Expression left, Expression right)
        => unchecked((((ulong)(uint)left.Id << 33) | ((ulong)(uint)right.Id << 1) | (ReferenceEquals(primitive, Arithmetic.Multiply) ? 1UL : 0)) * 0x9E3779B97F4A7C15UL);

    private static void Increase<TKey>(Dictionary<TKey, int> counts, TKey key) where TKey : notnull
        => counts[key] = counts.TryGetValue(key, out int count) ? count + 1 : 1;
}
