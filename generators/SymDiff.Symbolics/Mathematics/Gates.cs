using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Simplification.Rules;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>
/// Takes out the conditions that keep 0 · ∞ and ∞/∞ out of derivatives: <c>p ≠ 0 ? p·x : 0</c> is p·x to a mathematician.
/// </summary>
internal sealed class Gates
{
    // What is looked at for a factor; longer products keep their condition.
    private const int MostFactors = 64;
    private const int DeepestCondition = 8;

    private readonly Dictionary<Expression, Expression> _without = [];

    /// <param name="nodes">All that the formulas are made of, operands first.</param>
    public Gates(IEnumerable<Expression> nodes)
    {
        foreach (Expression node in nodes)
        {
            ImmutableArray<Expression> operands = [.. node.Operands.Select(operand => _without[operand])];
            Expression same = ExponentialShares.WithoutLimits(operands.SequenceEqual(node.Operands) ? node : node.Graph.With(node, operands));
            _without[node] = same is Select { WhenFalse: Constant { IsZero: true } } choice ? Open(choice) : same;
        }
    }

    public Expression Without(Expression node) => _without.TryGetValue(node, out Expression? without) ? without : node;

    private static Expression Open(Select choice)
        => Vanishes(choice.WhenTrue, choice.Condition) ? choice.WhenTrue

        // c && p ≠ 0 ? p·x : 0 is c ? p·x : 0
        : choice.Condition is Select { WhenFalse: Constant { IsFalse: true } } both && Vanishes(choice.WhenTrue, both.WhenTrue)
            ? choice.Graph.Select(both.Condition, choice.WhenTrue, choice.WhenFalse)
        : choice.Condition is Select { WhenFalse: Constant { IsFalse: true } } either && Vanishes(choice.WhenTrue, either.Condition)
            ? choice.Graph.Select(either.WhenTrue, choice.WhenTrue, choice.WhenFalse)
        : choice;

    /// <summary>Whether the value is 0 anyway where the condition doesn't hold.</summary>
    private static bool Vanishes(Expression value, Expression condition, int depth = 0) => condition switch
    {
        _ when depth > DeepestCondition => false,
        Apply apply when ReferenceEquals(apply.Primitive, Comparisons.NotEqual) && apply.Arguments is [var factor, Constant { IsZero: true }] => IsMultiple(value, factor),
        Apply apply when ReferenceEquals(apply.Primitive, Comparisons.NotEqual) && apply.Arguments is [Constant { IsZero: true }, var factor] => IsMultiple(value, factor),
        Select { WhenTrue: Constant { IsTrue: true } } either
            => Vanishes(Where(value, either.Condition), either.WhenFalse, depth + 1)
                || Vanishes(Where(value, either.WhenFalse), either.Condition, depth + 1),
        _ => false,
    };

    // What the value comes to where the condition doesn't hold.
    private static Expression Where(Expression value, Expression notCondition)
        => value is Select select && ReferenceEquals(select.Condition, notCondition) ? select.WhenFalse : value;

    private static bool IsMultiple(Expression value, Expression factor) => value switch
    {
        Constant { IsZero: true } => true,
        Apply sum when ReferenceEquals(sum.Primitive, Arithmetic.Add) && sum.Arguments.Length <= MostFactors => sum.Arguments.All(term => HasFactors(term, factor)),
        _ => HasFactors(value, factor),
    };

    private static bool HasFactors(Expression value, Expression factor)
        => Factors(value) is { } factors && Factors(factor) is { } needed && needed.All(factors.Contains);

    /// <summary>The bases of the numerator; null if there are too many.</summary>
    private static HashSet<Expression>? Factors(Expression value)
    {
        var factors = new HashSet<Expression>();
        var pending = new Stack<Expression>([value]);
        for (int looked = 0; pending.Count > 0; looked++)
        {
            if (looked > MostFactors)
            {
                return null;
            }

            Expression node = pending.Pop();
            switch (node)
            {
                case Constant { IsZero: false }:
                    break;
                case Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Multiply):
                    foreach (Expression argument in apply.Arguments)
                    {
                        pending.Push(argument);
                    }

                    break;
                case Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Negate) || ReferenceEquals(apply.Primitive, Arithmetic.Divide) || Product.Invisible(apply):
                    pending.Push(apply.Arguments[0]);
                    break;
                default:
                    factors.Add(node);
                    break;
            }
        }

        return factors;
    }
}
