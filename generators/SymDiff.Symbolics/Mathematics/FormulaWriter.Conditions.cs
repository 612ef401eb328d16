using System.Collections.Generic;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>Choices and the conditions that they depend on: <c>{ a if x &lt; y; b otherwise }</c>.</summary>
internal sealed partial class FormulaWriter
{
    private Text OfChoice(Select choice)
    {
        var cases = new List<string>();
        Expression rest = choice;
        while (rest is Select select && (ReferenceEquals(rest, choice) || !IsPart(rest)))
        {
            // if c (if d p else q) else q: p if both, else q
            Expression value = select.WhenTrue;
            string condition = At(select.Condition, Binding.Any);
            while (value is Select inner && !IsPart(inner) && ReferenceEquals(inner.WhenFalse, select.WhenFalse))
            {
                condition = $"{condition} and {At(inner.Condition, Binding.And)}";
                value = inner.WhenTrue;
            }

            cases.Add($"{At(value, Binding.Any)} if {condition}");
            rest = select.WhenFalse;
        }

        // Where nothing is less, equal or greater, there is no number: that goes without saying.
        if (rest is not Constant { Number: double.NaN } || cases.Count == 1)
        {
            cases.Add($"{At(rest, Binding.Any)} otherwise");
        }

        return new Text($"{{ {string.Join("; ", cases)} }}", Binding.Primary);
    }

    private Text OfCondition(Select choice) => (choice.WhenTrue, choice.WhenFalse) switch
    {
        (_, Constant { IsFalse: true }) => And(Of(choice.Condition), Of(choice.WhenTrue)),
        (Constant { IsTrue: true }, _) => Or(Of(choice.Condition), Of(choice.WhenFalse)),
        (Constant { IsFalse: true }, _) => And(Opposite(choice.Condition), Of(choice.WhenFalse)),
        (_, Constant { IsTrue: true }) => Or(Opposite(choice.Condition), Of(choice.WhenTrue)),
        _ => OfChoice(choice),
    };

    private static Text And(Text left, Text right) => new($"{left.At(Binding.And)} and {right.At(Binding.And)}", Binding.And);

    private static Text Or(Text left, Text right) => new($"{left.At(Binding.Or)} or {right.At(Binding.Or)}", Binding.Or);

    // Of numbers, the opposite of x < y is x ≥ y; that a NaN is neither would only confuse here.
    private Text Opposite(Expression condition) => condition is Apply apply && !IsPart(condition) && Comparisons.Rows.Contains(apply.Primitive)
        ? ReferenceEquals(apply.Primitive, Comparisons.Not) ? Of(apply.Arguments[0]) : OfComparison(apply, opposite: true)
        : new Text($"not {At(condition, Binding.Relational)}", Binding.Relational);

    private Text OfComparison(Apply comparison, bool opposite)
    {
        (Expression left, Expression right) = (comparison.Arguments[0], comparison.Arguments[1]);
        string sign = ReferenceEquals(comparison.Primitive, Comparisons.Less) ? opposite ? "≥" : "<"
            : ReferenceEquals(comparison.Primitive, Comparisons.LessOrEqual) ? opposite ? ">" : "≤"
            : ReferenceEquals(comparison.Primitive, Comparisons.Equal) != opposite ? "=" : "≠";
        if (left is Constant && right is not Constant)
        {
            (left, right) = (right, left);
            sign = sign switch { "<" => ">", "≤" => "≥", ">" => "<", "≥" => "≤", _ => sign };
        }

        return new Text($"{At(left, Binding.Additive)} {sign} {At(right, Binding.Additive)}", Binding.Relational);
    }
}
