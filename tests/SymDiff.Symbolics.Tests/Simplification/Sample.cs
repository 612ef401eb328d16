using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>Variables of one graph to write samples with: a to d are <c>double</c>, f is <c>float</c>, n and m are whole numbers, p and q are truth values, u and v arrays.</summary>
public sealed class Variables
{
    public Variables()
    {
        Graph = new ExpressionGraph();
        A = Graph.Parameter("a", ScalarType.Double);
        B = Graph.Parameter("b", ScalarType.Double);
        C = Graph.Parameter("c", ScalarType.Double);
        D = Graph.Parameter("d", ScalarType.Double);
        F = Graph.Parameter("f", ScalarType.Single);
        P = Graph.Less(A, D);
        Q = Graph.Less(B, D);
        U = Graph.Parameter("u", new ExpressionType(ScalarType.Double, 1));
        V = Graph.Parameter("v", new ExpressionType(ScalarType.Double, 1));
        Count = Graph.Parameter("count", ScalarType.Int32);
        N = Graph.Convert(Count, ScalarType.Double);
        M = Graph.Convert(Graph.Extent(U, 0), ScalarType.Double);
        Index = Graph.Index("i", Graph.Int(0), Graph.Extent(U, 0), depth: 0);
        Ui = Graph.Element(U, [Index]);
        Vi = Graph.Element(V, [Index]);
    }

    public ExpressionGraph Graph { get; }

    public Symbol A { get; }

    public Symbol B { get; }

    public Symbol C { get; }

    public Symbol D { get; }

    public Symbol F { get; }

    public Expression P { get; }

    public Expression Q { get; }

    public Symbol U { get; }

    public Symbol V { get; }

    public Symbol Count { get; }

    public Expression N { get; }

    public Expression M { get; }

    public Symbol Index { get; }

    public Expression Ui { get; }

    public Expression Vi { get; }

    public Expression Number(double value) => Graph.Number(ScalarType.Double, value);

    public Expression Select(Expression condition, Expression whenTrue, Expression whenFalse) => Graph.Select(condition, whenTrue, whenFalse);

    public Expression Gate(Expression condition, Expression value) => Graph.Select(condition, value, value.Like(0));

    public Expression Exp(Expression value) => Functions.Exp(value);

    public Expression Sum(params ImmutableArray<Expression> terms) => Graph.Reduce(ReduceOperator.Sum, Index, Graph.Int(0), Graph.Extent(U, 0), Number(0), terms);
}

/// <summary>What a rule is to make of an expression.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Input">To be rewritten.</param>
/// <param name="Output">What the simplifier makes of it in the end, as the printer writes it.</param>
public sealed record Sample(string Rule, Func<Variables, Expression> Input, string Output)
{
    /// <summary>What is used elsewhere too.</summary>
    public Func<Variables, ImmutableArray<Expression>> Others { get; init; } = static _ => [];

    /// <summary>What the user's value is made of.</summary>
    public Func<Variables, ImmutableArray<Expression>> Frozen { get; init; } = static _ => [];

    public override string ToString() => $"{Rule}: {Input(new Variables())}";
}
