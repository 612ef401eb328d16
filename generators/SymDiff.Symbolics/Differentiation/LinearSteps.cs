using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Differentiation;

/// <summary>
/// A step takes the tangents of what a loop carries to those after it, linearly: Σ slope·tangent + rest. Written so, the slopes, the Jacobian of the step, are calculated once for all inputs, and
/// from one step to the next the tangents only wait for a product and a sum, where the chain rule puts the whole formula of the step in between.
/// </summary>
internal static class LinearSteps
{
    /// <summary>The steps in this form, if that costs no more than they do; else, and where an array of tangents is carried, the steps themselves.</summary>
    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> steps, ImmutableArray<Symbol> tangents)
    {
        if (tangents.Any(static tangent => tangent.Type.IsArray))
        {
            return steps;
        }

        var forms = new Forms(tangents);
        ImmutableArray<Expression> linear = forms.Of(steps);
        return CostOf(linear) <= CostOf(steps) ? linear : steps;
    }

    private static int CostOf(ImmutableArray<Expression> steps) => Traversal.Reachable(steps).OfType<Apply>().Sum(static apply => apply.Cost);

    private sealed class Forms(ImmutableArray<Symbol> tangents)
    {
        // Of nodes that depend on a tangent, and are linear in all of them.
        private readonly Dictionary<Expression, Linear> _linear = [];

        // A branch that isn't taken may have an infinite slope, which must not meet a zero tangent: selections stay, with linear branches.
        private readonly Dictionary<Expression, Expression> _selections = [];

        public ImmutableArray<Expression> Of(ImmutableArray<Expression> steps)
        {
            foreach (Expression node in Traversal.Reachable(steps, IsVarying))
            {
                if (node is Select select && !IsVarying(select.Condition))
                {
                    _selections[select] = select.Graph.Select(select.Condition, Form(select.WhenTrue), Form(select.WhenFalse));
                }
                else if (LinearOf(node) is { } linear)
                {
                    _linear[node] = linear;
                }
            }

            return [.. steps.Select(Form)];
        }

        private bool IsVarying(Expression node) => tangents.Any(node.DependsOn);

        private Expression Form(Expression node)
            => _linear.TryGetValue(node, out Linear linear) ? linear.Sum(tangents) : _selections.TryGetValue(node, out Expression selection) ? selection : node;

        private Linear? LinearOf(Expression node)
        {
            switch (node)
            {
                case Symbol symbol when tangents.IndexOf(symbol) is var position and >= 0:
                    return new Linear([.. tangents.Select((_, i) => i == position ? symbol.Like(1) : null)], null);
                case Apply { Primitive: var primitive } sum when ReferenceEquals(primitive, Arithmetic.Add):
                    return sum.Arguments.Select(Known).Aggregate(static (left, right) => left is { } first && right is { } second ? first.Add(second) : null);
                case Apply { Primitive: var primitive } negated when ReferenceEquals(primitive, Arithmetic.Negate):
                    return Known(negated.Arguments[0])?.Map(static part => -part);
                case Apply { Primitive: var primitive } product when ReferenceEquals(primitive, Arithmetic.Multiply):
                    return Product([.. product.Arguments.Where(IsVarying)], product.Arguments.Where(argument => !IsVarying(argument)));
                case Apply { Primitive: var primitive } quotient when ReferenceEquals(primitive, Arithmetic.Divide):
                    return IsVarying(quotient.Arguments[1]) ? null : Known(quotient.Arguments[0])?.Map(part => part / quotient.Arguments[1]);
                default:
                    return null;
            }
        }

        // Of two factors that vary the product isn't linear.
        private Linear? Product(ImmutableArray<Expression> varying, IEnumerable<Expression> others)
        {
            if (varying.Length > 1 || Known(varying[0]) is not { } factor)
            {
                return null;
            }

            Expression by = others.Aggregate(static (left, right) => left * right);
            return factor.Map(part => part * by);
        }

        private Linear? Known(Expression node)
            => !IsVarying(node) ? new Linear([.. tangents.Select(static _ => (Expression?)null)], node) : _linear.TryGetValue(node, out Linear linear) ? linear : null;
    }

    /// <param name="Slopes">Null for a tangent that has no part in it.</param>
    private readonly record struct Linear(ImmutableArray<Expression?> Slopes, Expression? Rest)
    {
        public Linear Add(Linear other) => new([.. Slopes.Zip(other.Slopes, ChainRule.Add)], ChainRule.Add(Rest, other.Rest));

        public Linear Map(Func<Expression, Expression> change) => new([.. Slopes.Select(slope => slope is null ? null : change(slope))], Rest is null ? null : change(Rest));

        public Expression Sum(ImmutableArray<Symbol> tangents) => ChainRule.Add(Slopes.Zip(tangents, static (slope, tangent) => slope is null ? null : slope * tangent).Aggregate(ChainRule.Add), Rest)!;
    }
}
