using System;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>The node rewritten, or null where the rule doesn't apply.</summary>
internal delegate Expression? Rewrite<in TNode>(TNode node, Surroundings around) where TNode : Expression;

/// <summary>A law of arithmetic that holds in IEEE arithmetic under its condition, read from left to right.</summary>
internal sealed class Rule
{
    private readonly Rewrite<Expression> _rewrite;

    private Rule(string name, string law, string condition, double margin, Rewrite<Expression> rewrite)
        => (Name, Law, Condition, Margin, _rewrite) = (name, law, condition, margin, rewrite);

    public string Name { get; }

    /// <summary>The equation, in one line.</summary>
    public string Law { get; }

    /// <summary>Why, and where, both sides agree up to rounding wherever the left one is finite.</summary>
    public string Condition { get; }

    /// <summary>
    /// Both sides agree unless an intermediate result comes as close as this factor to the largest or the smallest normal number;
    /// 1: no intermediate result grows.
    /// </summary>
    public double Margin { get; }

    /// <summary>A rule on applications of one primitive to floating scalars.</summary>
    public static Rule Of(Primitive primitive, string name, string law, string condition, Rewrite<Apply> rewrite)
        => Of(primitive, name, law, condition, margin: 1, rewrite);

    public static Rule Of(Primitive primitive, string name, string law, string condition, double margin, Rewrite<Apply> rewrite)
        => new(name, law, condition, margin, (node, around) => node is Apply apply && apply.Is(primitive) && IsFloatingScalar(node) ? rewrite(apply, around) : null);

    /// <summary>A rule on floating scalars of one kind.</summary>
    public static Rule Of<TNode>(string name, string law, string condition, Rewrite<TNode> rewrite) where TNode : Expression
        => new(name, law, condition, margin: 1, (node, around) => node is TNode typed && IsFloatingScalar(node) ? rewrite(typed, around) : null);

    public Expression? Apply(Expression node, Surroundings around) => _rewrite(node, around) is { } result && !ReferenceEquals(result, node) ? result : null;

    public override string ToString() => $"{Name}: {Law}";

    private static bool IsFloatingScalar(Expression node) => !node.Type.IsArray && node.Scalar.IsFloating();
}
