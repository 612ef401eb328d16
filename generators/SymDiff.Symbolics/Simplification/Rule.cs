using System;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>The node rewritten, or null where the rule doesn't apply.</summary>
internal delegate Expression? Rewrite<in TNode>(TNode node, Surroundings around) where TNode : Expression;

/// <summary>A law of arithmetic that holds in IEEE arithmetic under its condition, read from left to right.</summary>
internal sealed record Rule
{
    private readonly Rewrite<Expression> _rewrite;

    private Rule(object head, string name, string law, string condition, Rewrite<Expression> rewrite)
        => (Head, Name, Law, Condition, _rewrite) = (head, name, law, condition, rewrite);

    /// <summary>What the nodes that the rule is about have in common: the primitive, or the type of node.</summary>
    public object Head { get; }

    public string Name { get; }

    /// <summary>The equation, in one line.</summary>
    public string Law { get; }

    /// <summary>Why, and where, both sides agree up to rounding wherever the left one is finite.</summary>
    public string Condition { get; }

    /// <summary>
    /// Both sides agree unless an intermediate result comes as close as this factor to the largest or the smallest normal number;
    /// 1: no intermediate result grows.
    /// </summary>
    public double Margin { get; init; } = 1;

    /// <summary>Whether terms change places or are put together: what is left of a cancellation is then as exact as it was measured by the largest term, not by itself.</summary>
    public bool Reorders { get; init; }

    /// <summary>Nodes with more operands are left alone, because the rule may have to be applied once for each of them.</summary>
    public int Widest { get; init; } = int.MaxValue;

    /// <summary>A rule on applications of one primitive to floating scalars.</summary>
    public static Rule Of(Primitive primitive, string name, string law, string condition, Rewrite<Apply> rewrite)
        => new(primitive, name, law, condition, (node, around) => rewrite((Apply)node, around));

    /// <summary>A rule on floating scalars of one kind.</summary>
    public static Rule Of<TNode>(string name, string law, string condition, Rewrite<TNode> rewrite) where TNode : Expression
        => new(typeof(TNode), name, law, condition, (node, around) => rewrite((TNode)node, around));

    /// <param name="node">A floating scalar with the <see cref="Head"/> of the rule.</param>
    /// <param name="around">What else is known of it.</param>
    public Expression? Apply(Expression node, Surroundings around)
        => node.Operands.Length <= Widest && _rewrite(node, around) is { } result && !ReferenceEquals(result, node) ? result : null;

    public static object HeadOf(Expression node) => node is Apply apply ? apply.Primitive : node.GetType();

    public override string ToString() => $"{Name}: {Law}";
}
