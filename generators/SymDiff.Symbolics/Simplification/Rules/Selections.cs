using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification.Rules;

/// <summary>
/// Selections. In a derivative a constant zero on one side is structural: that branch of the source contributes nothing, not even a NaN.
/// So such a gate may close over a factor: k·(c ? a : 0) is c ? k·a : 0 for every k. A constant NaN on one side swallows factors anyway.
/// </summary>
internal static class Selections
{
    // A gate that asks again what the selection inside of it asks: the contributions of two branches to one value come like that.
    public static readonly Rule Asked = Rule.Of<Select>(
        "select-asked-again", "(c ? true : d) ? (c ? a : b) : e = c ? a : d ? b : e, and so for the other sides", "exact: on either side the condition is known",
        static (select, around) =>
        {
            return select.Condition is Select gate && (gate.WhenTrue is Constant || gate.WhenFalse is Constant) && (Asks(select.WhenTrue) || Asks(select.WhenFalse))
                ? select.Graph.Select(gate.Condition, On(holds: true), On(holds: false))
                : null;

            bool Asks(Expression arm) => arm is Select inner && ReferenceEquals(inner.Condition, gate.Condition) && !around.IsFrozen(inner);
            Expression Arm(Expression arm, bool holds) => !Asks(arm) ? arm : holds ? ((Select)arm).WhenTrue : ((Select)arm).WhenFalse;
            Expression On(bool holds) => select.Graph.Select(holds ? gate.WhenTrue : gate.WhenFalse, Arm(select.WhenTrue, holds), Arm(select.WhenFalse, holds));
        });

    // What a loop carries backwards is looked at like that, lest a zero meets an infinite slope.
    public static readonly Rule OwnGate = Rule.Of<Select>(
        "select-own-zero", "x ≠ 0 ? k·x : 0 = k·x for a constant k", "k is finite; but for the sign of the zero",
        static (select, _) => select is { Condition: Apply { Arguments: [var tested, Constant { IsZero: true }] } test, WhenFalse: Constant { IsZero: true } }
            && ReferenceEquals(test.Primitive, Comparisons.NotEqual) && IsMultiple(select.WhenTrue, tested) ? select.WhenTrue : null);

    public static readonly Rule GatedProduct = Rule.Of(
        Arithmetic.Multiply, "gated-product", "k·(c ? a : 0) = c ? k·a : 0, k·(c ? a : NaN) = c ? k·a : NaN", "the zero is structural; the NaN exact",
        static (product, around) =>
        {
            int position = product.Arguments.FirstIndex(around, IsOpenGate);
            return position < 0 || product.Arguments.FirstIndex(around, IsLoop) >= 0 ? null : ProductInside(product, position);
        }) with { Widest = 32 };

    public static readonly Rule GatedQuotient = Rule.Of(
        Arithmetic.Divide, "gated-quotient", "(c ? a : 0)/b = c ? a/b : 0", "the zero is structural",
        static (quotient, around) => IsOpenGate(quotient.Arguments[0], around) ? Inside((Select)quotient.Arguments[0], arm => arm / quotient.Arguments[1]) : null);

    public static readonly Rule NegatedGate = Rule.Of(
        Arithmetic.Negate, "negated-gate", "−(c ? a : 0) = c ? −a : 0", "but for the sign of the zero",
        static (negation, around) => IsOpenGate(negation.Arguments[0], around) ? Inside((Select)negation.Arguments[0], static arm => -arm) : null);

    public static readonly Rule Sum = Rule.Of(
        Arithmetic.Add, "sum-of-selections", "k·(c ? a : b) + d + (c ? p : q) = (c ? k·a + p : k·b + q) + d", "terms are added in another order; on either side the condition is known, and zeros are structural",
        static (sum, around) =>
        {
            if (!HasSeveral(sum, around))
            {
                return null;
            }

            ImmutableArray<Chosen?> chosen = [.. sum.Arguments.Select(term => Find(term, around))];
            ILookup<Expression, Chosen> groups = chosen.OfType<Chosen>().ToLookup(static term => term.Choice.Condition);
            return groups.Count == chosen.OfType<Chosen>().Count() ? null
                : sum.Graph.Add([.. sum.Arguments.Select((term, i) => chosen[i] is { } choice ? Whole(choice, groups[choice.Choice.Condition], term) : term).OfType<Expression>()]);

            // In the place of the first of the group; the others are gone.
            static Expression? Whole(Chosen choice, IEnumerable<Chosen> group, Expression term)
            {
                return !group.Skip(1).Any() ? term
                    : ReferenceEquals(choice, group.First()) ? term.Graph.Select(choice.Choice.Condition, Side(holds: true), Side(holds: false))
                    : null;

                Expression Side(bool holds) => term.Graph.Add([.. group.Select(member => member.Side(holds))]);
            }
        }) with { Margin = 4, Reorders = true };

    /// <summary>c ? a : 0 or c ? 0 : a, also with NaN in the place of 0.</summary>
    public static bool IsGate(Expression node) => node is Select select && !select.Type.IsArray && (IsClosed(select.WhenTrue) || IsClosed(select.WhenFalse));

    /// <summary>The arm of the gate that isn't closed.</summary>
    public static Expression Gated(Select gate) => IsClosed(gate.WhenFalse) ? gate.WhenTrue : gate.WhenFalse;

    /// <summary>The gate with another arm in the place of the one that isn't closed.</summary>
    public static Expression WithGated(Select gate, Expression arm)
        => IsClosed(gate.WhenFalse) ? gate.Graph.Select(gate.Condition, arm, gate.WhenFalse) : gate.Graph.Select(gate.Condition, gate.WhenTrue, arm);

    // The selection that a term is, but for its sign and a few factors, and how the term comes from either arm.
    private sealed record Chosen(Select Choice, Func<Expression, Expression> Surround)
    {
        public Expression Side(bool holds)
        {
            Expression arm = holds ? Choice.WhenTrue : Choice.WhenFalse;
            return IsClosed(arm) ? arm : Surround(arm);
        }
    }

    // The selection itself may be shared: each of its arms is calculated once for all who ask the same.
    private static Chosen? Find(Expression term, Surroundings around, int depth = 3)
    {
        if (depth == 0 || around.IsFrozen(term) || term.Type.IsArray)
        {
            return null;
        }

        if (term is Select select)
        {
            return new Chosen(select, static arm => arm);
        }

        return term is not Apply apply || around.IsShared(term) ? null
            : apply.Is(Arithmetic.Negate) ? FindWithin(apply, position: 0, around, depth)
            : apply.Is(Arithmetic.Multiply) && apply.Arguments is [var first, var second] && !IsLoop(first, around) && !IsLoop(second, around)
                ? FindWithin(apply, position: 1, around, depth) ?? FindWithin(apply, position: 0, around, depth)
            : null;
    }

    private static Chosen? FindWithin(Apply term, int position, Surroundings around, int depth)
        => Find(term.Arguments[position], around, depth - 1) is { } inner ? Around(inner, term, position) : null;

    private static Chosen Around(Chosen inner, Apply term, int position)
        => new(inner.Choice, arm => term.Graph.With(term, term.Arguments.SetItem(position, inner.Surround(arm))));

    // Most sums have none.
    private static bool HasSeveral(Apply sum, Surroundings around)
    {
        int count = 0;
        foreach (Expression term in sum.Arguments)
        {
            count += Find(term, around) is null ? 0 : 1;
        }

        return count > 1;
    }

    private static bool IsMultiple(Expression node, Expression of) => ReferenceEquals(node, of) || node switch
    {
        Apply { Arguments: [var operand] } negation when negation.Is(Arithmetic.Negate) => IsMultiple(operand, of),
        Apply { Arguments: [Constant factor, var operand] } product when product.Is(Arithmetic.Multiply) => Math.Abs(factor.Number) <= double.MaxValue && IsMultiple(operand, of),
        _ => false,
    };

    private static bool IsClosed(Expression arm) => arm is Constant { Number: 0 or double.NaN };

    // A gate within a gate stays: pushing factors through a whole nest of them, level by level, would take quadratic time.
    private static bool IsOpenGate(Expression node, Surroundings around) => IsGate(node) && around.IsOpen(node) && Gated((Select)node) is not Select;

    // Where both arms are closed nothing changes.
    // A loop of its own behind a condition couldn't run along with those that run anyway.
    private static bool IsLoop(Expression node, Surroundings around)
        => !around.IsFrozen(node) && (node is Reduce or Output || (node is Apply && node.Operands.Any(operand => operand is Reduce or Output && !around.IsFrozen(operand))));

    private static Expression ProductInside(Apply product, int position)
        => Inside((Select)product.Arguments[position], arm => product.Graph.Multiply(product.Arguments.SetItem(position, arm)));

    private static Expression Inside(Select gate, Func<Expression, Expression> change) => IsClosed(Gated(gate)) ? gate : WithGated(gate, change(Gated(gate)));
}
