using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// Something that is true wherever the source runs to its end. The kinds are told apart since what must hold of an index at every trip of a loop
/// can often be said of the first or the last trip alone.
/// </summary>
/// <param name="Path">Where it must hold: the conditions on the way to it.</param>
internal abstract record Requirement(Expression Path)
{
    protected ExpressionGraph Graph => Path.Graph;

    /// <summary>What must hold, the path apart.</summary>
    public abstract Expression Condition { get; }

    public bool IsTrivial => Path is Constant { IsFalse: true } || Condition is Constant { IsTrue: true };

    /// <summary>The requirement as one truth value; what follows the path is evaluated on it only.</summary>
    public Expression Expression => Graph.Or(Graph.Not(Path), Condition);

    /// <summary>The same with symbols replaced.</summary>
    public Requirement Replace(ImmutableArray<(Symbol, Expression)> replacements)
        => WithParts(expression => Substitution.Replace(expression, replacements)) with { Path = Substitution.Replace(Path, replacements) };

    protected abstract Requirement WithParts(Func<Expression, Expression> replace);

    /// <summary>The same behind one more condition.</summary>
    public Requirement Under(Expression path) => this with { Path = Graph.And(path, Path) };
}

internal sealed record Holds(Expression Path, Expression Fact) : Requirement(Path)
{
    public override Expression Condition => Fact;

    protected override Requirement WithParts(Func<Expression, Expression> replace) => this with { Fact = replace(Fact) };
}

/// <summary>0 ≤ index.</summary>
internal sealed record NotNegative(Expression Path, Expression Index) : Requirement(Path)
{
    public override Expression Condition
    {
        get
        {
            if (IntegerRange.Of(Index).Lower >= 0)
            {
                return Graph.True;
            }

            // 0 ≤ n − 1 is better said as 0 < n, if n − 1 can't wrap around.
            Affine affine = Affine.Of(Index);
            Expression rest = affine.Plus(-affine.Constant).ToExpression(Graph);
            return affine.Constant < 0 && IntegerRange.Of(rest).Lower + affine.Constant >= int.MinValue
                ? Graph.Less(Graph.Int(-affine.Constant - 1), rest)
                : Graph.LessOrEqual(Graph.Int(0), Index);
        }
    }

    protected override Requirement WithParts(Func<Expression, Expression> replace) => this with { Index = replace(Index) };
}

/// <summary>index &lt; extent.</summary>
internal sealed record Below(Expression Path, Expression Index, Expression Extent) : Requirement(Path)
{
    public override Expression Condition => Affine.IsBelow(Index, Extent) ? Graph.True : Graph.Less(Index, Extent);

    protected override Requirement WithParts(Func<Expression, Expression> replace) => this with { Index = replace(Index), Extent = replace(Extent) };
}

/// <summary>count ≤ extent.</summary>
internal sealed record AtMost(Expression Path, Expression Count, Expression Extent) : Requirement(Path)
{
    public override Expression Condition => ReferenceEquals(Count, Extent) ? Graph.True : Graph.LessOrEqual(Count, Extent);

    protected override Requirement WithParts(Func<Expression, Expression> replace) => this with { Count = replace(Count), Extent = replace(Extent) };
}
