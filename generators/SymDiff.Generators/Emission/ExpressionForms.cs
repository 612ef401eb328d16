using System.Collections.Immutable;
using System.Globalization;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Emission;

/// <summary>Finds the form of a node: the operators, literals and idioms that C# has for it.</summary>
/// <param name="name">What a symbol is called; of a tensor, what its elements in a row are called.</param>
/// <param name="whole">What the tensor or array itself is called.</param>
internal sealed class ExpressionForms(Func<Symbol, string> name, Func<Symbol, string> whole)
{
    // Zero that isn't a constant to the compiler, which refuses to divide by one (CS0020).
    private const string ZeroAtRunTime = "\"\".Length";

    // The same few stand for most nodes.
    private readonly Dictionary<(string Text, int Arguments), IReadOnlyList<NotationTemplate.Item>> _templates = [];

    public Form Of(Child child)
        => child.Negated ? OfNegated(child.Node)
        : child.IsChecked && IntegerOverflow.IsPossible(child.Node) ? new Form(Binding.Primary) { IsChecked = false }.Add("unchecked(").Add(child.Node, Binding.Any).Add(")")
        : child.IsChecked && child.Node is Apply { Primitive.CSharp.Text: var text } apply && IsChecked(text) ? OfInnerChecked(apply)
        : Of(child.Node);

    private Form Of(Expression node) => node switch
    {
        Constant constant => OfConstant(constant),
        Symbol symbol => new Form(Binding.Primary).Add(name(symbol)),
        Apply apply => OfApply(apply),
        Select select => OfSelect(select, negated: false),
        Element element => OfElement(element),
        Extent { Array: Symbol { InElements: { } parts } } => new Form(Binding.Primary).Add(parts.Array + ".Length"),
        Extent { Array.Type.Rank: 1 } extent => new Form(Binding.Primary).Add(extent.Array, Binding.Primary).Add(".Length"),
        Extent extent => new Form(Binding.Primary).Add(extent.Array, Binding.Primary).Add($".GetLength({extent.Axis.ToString(CultureInfo.InvariantCulture)})"),
        _ => throw new InvalidOperationException($"{node.GetType().Name} isn't an expression of C#: scheduling makes statements of it."),
    };

    private static Form OfConstant(Constant constant)
    {
        (string text, Binding binding) = CSharpLiterals.Write(constant);
        return new Form(binding).Add(text);
    }

    private static Form OfElement(Element element)
    {
        (string Array, string Part)? parts = (element.Array as Symbol)?.InElements;
        Form form = parts is { Array: var whole } ? new Form(Binding.Primary).Add(whole) : new Form(Binding.Primary).Add(element.Array, Binding.Primary);
        form.Add("[");
        for (int i = 0; i < element.Indices.Length; i++)
        {
            if (i > 0)
            {
                form.Add(",").Break();
            }

            form.Add(element.Indices[i], Binding.Any);
        }

        return form.Add("]" + parts?.Part);
    }

    /// <summary><c>&amp;&amp;</c> and <c>||</c> where it is one of them, else <c>? :</c>.</summary>
    private static Form OfSelect(Select select, bool negated)
    {
        Child Side(Expression node, Binding required) => new(node, required) { Negated = negated };
        Child Condition(Binding required, bool opposite) => new(select.Condition, required) { Negated = opposite };
        Form And(Child left, Child right) => new Form(Binding.And).Add(left).Break().Add("&& ").Add(right);
        Form Or(Child left, Child right) => new Form(Binding.Or).Add(left).Break().Add("|| ").Add(right);
        return (select.WhenTrue, select.WhenFalse, negated) switch
        {
            // a ? b : false = a && b; its opposite is !a || !b
            (_, Constant { IsFalse: true }, false) => And(Condition(Binding.And, opposite: false), Side(select.WhenTrue, Binding.BitOr)),
            (_, Constant { IsFalse: true }, true) => Or(Condition(Binding.Or, opposite: true), Side(select.WhenTrue, Binding.And)),

            // a ? true : b = a || b
            (Constant { IsTrue: true }, _, false) => Or(Condition(Binding.Or, opposite: false), Side(select.WhenFalse, Binding.And)),
            (Constant { IsTrue: true }, _, true) => And(Condition(Binding.And, opposite: true), Side(select.WhenFalse, Binding.BitOr)),

            // a ? false : b = !a && b
            (Constant { IsFalse: true }, _, false) => And(Condition(Binding.And, opposite: true), Side(select.WhenFalse, Binding.BitOr)),
            (Constant { IsFalse: true }, _, true) => Or(Condition(Binding.Or, opposite: false), Side(select.WhenFalse, Binding.And)),

            // a ? b : true = !a || b
            (_, Constant { IsTrue: true }, false) => Or(Condition(Binding.Or, opposite: true), Side(select.WhenTrue, Binding.And)),
            (_, Constant { IsTrue: true }, true) => And(Condition(Binding.And, opposite: false), Side(select.WhenTrue, Binding.BitOr)),

            _ => new Form(Binding.Conditional).Add(Condition(Binding.Or, opposite: false))
                .Break().Add("? ").Add(Side(select.WhenTrue, Binding.Or)).Break().Add(": ").Add(Side(select.WhenFalse, Binding.Conditional)),
        };
    }

    private Form OfNegated(Expression node)
    {
        switch (node)
        {
            case Constant constant:
                return new Form(Binding.Primary).Add(constant.IsTrue ? "false" : "true");
            case Apply apply when ReferenceEquals(apply.Primitive, Comparisons.Not):
                return Of(apply.Arguments[0]);
            case Apply apply when Negations.OfComparison(apply) is { } opposite:
                return Of(opposite);
            case Select select when Negations.IsPlain(select):
                return OfSelect(select, negated: true);
            default:
                return new Form(Binding.Unary).Add("!").Add(node, Binding.Unary);
        }
    }

    private Form OfApply(Apply apply)
    {
        Primitive primitive = apply.Primitive;
        ImmutableArray<Expression> arguments = apply.Arguments;
        if (ReferenceEquals(primitive, Arithmetic.Add))
        {
            return OfSum(apply);
        }

        if (ReferenceEquals(primitive, Comparisons.Not))
        {
            return OfNegated(arguments[0]);
        }

        if (ReferenceEquals(primitive, Conversions.Convert))
        {
            return OfConversion(apply);
        }

        if (ReferenceEquals(primitive, Arithmetic.Negate) && !apply.Scalar.IsSigned())
        {
            // C# makes a long of −uint and has no −ulong.
            return new Form(Binding.Additive).Add(apply.Scalar == ScalarType.UInt64 ? "0UL - " : "0u - ").Add(arguments[0], Binding.Multiplicative);
        }

        if (arguments.Length == 2 && apply.Scalar == ScalarType.Boolean && ReferenceEquals(arguments[0], arguments[1]) && Comparisons.Rows.Contains(primitive))
        {
            return OfSelfComparison(apply);
        }

        return OperandTypes.IsOperator(primitive) ? OfOperator(apply) : OfTemplate(apply, arguments);
    }

    /// <summary>a + b − c …, from left to right.</summary>
    private static Form OfSum(Apply sum)
    {
        ImmutableArray<Expression> terms = OperandTypes.WithoutNeedlessCasts(sum);
        Form form = new Form(Binding.Additive).Add(terms[0], Binding.Additive);
        for (int i = 1; i < terms.Length; i++)
        {
            Expression? opposite = Negations.OfNumber(terms[i]);
            form.Break().Add(opposite is null ? "+ " : "- ").Add(opposite ?? terms[i], Binding.Multiplicative);
        }

        return form;
    }

    private Form OfOperator(Apply apply)
    {
        ImmutableArray<Expression> operands = OperandTypes.WithoutNeedlessCasts(apply);
        if (apply.Scalar.IsInteger() && apply.MayThrow && operands.Length == 2 && operands[1] is Constant { IsZero: true })
        {
            return new Form(Binding.Multiplicative).Add(operands[0], Binding.Multiplicative)
                .Add(ReferenceEquals(apply.Primitive, Arithmetic.Divide) ? " / " : " % ")
                .Add(apply.Scalar == ScalarType.Int32 ? ZeroAtRunTime : $"({apply.Scalar.Keyword()}){ZeroAtRunTime}");
        }

        // A constant stands on the right of a comparison: x > 0 rather than 0 < x.
        bool flipped = operands is [Constant, not Constant] && OperandTypes.Mirrored(apply.Primitive) is not null;
        return flipped
            ? OfTemplate(apply, [operands[1], operands[0]], OperandTypes.Mirrored(apply.Primitive))
            : OfTemplate(apply, operands);
    }

    private Form OfConversion(Apply conversion)
    {
        Expression value = conversion.Arguments[0];
        string keyword = conversion.Scalar.Keyword();

        // A constant that doesn't fit is an error to the compiler (CS0221); adding this zero makes it no constant.
        return value is Constant constant && conversion.Scalar.IsInteger()
            ? new Form(Binding.Unary).Add($"({keyword})({CSharpLiterals.Write(constant).Text} + {ZeroAtRunTime})")
            : new Form(Binding.Unary).Add($"({keyword})").Add(value, Binding.Unary);
    }

    /// <summary>The compiler warns of <c>x != x</c> (CS1718) where x is a variable; of <c>x &lt; +x</c>, which says the same, it doesn't.</summary>
    private Form OfSelfComparison(Apply comparison)
    {
        Expression value = comparison.Arguments[0];
        if (value is not Symbol)
        {
            return OfTemplate(comparison, comparison.Arguments);
        }

        if (!value.Scalar.IsFloating() || ReferenceEquals(comparison.Primitive, Comparisons.Less))
        {
            string same = value.Scalar == ScalarType.Boolean ? "!!{1}" : "+{1}";
            return OfTemplate(comparison, comparison.Arguments, comparison.Primitive.CSharp.Text.Replace("{1}", same));
        }

        bool isNaN = ReferenceEquals(comparison.Primitive, Comparisons.NotEqual);
        return new Form(isNaN ? Binding.Primary : Binding.Unary)
            .Add($"{(isNaN ? string.Empty : "!")}{value.Scalar.Keyword()}.IsNaN(").Add(value, Binding.Any).Add(")");
    }

    private static bool IsChecked(string notation) => notation.StartsWith("checked(", StringComparison.Ordinal);

    // Within checked(…) another one needn't be written.
    private Form OfInnerChecked(Apply apply)
    {
        Notation notation = apply.Primitive.CSharp;
        string operation = notation.Text.Substring("checked(".Length, notation.Text.Length - "checked()".Length);
        Binding binding = notation.ArgumentBinding == Binding.Unary ? Binding.Unary : notation.ArgumentBinding - 1;
        return OfNotation(apply, apply.Arguments, notation with { Text = operation, Binding = binding });
    }

    private Form OfTemplate(Apply apply, ImmutableArray<Expression> arguments, string? template = null)
        => OfNotation(apply, arguments, template is null ? apply.Primitive.CSharp : apply.Primitive.CSharp with { Text = template });

    private Form OfNotation(Apply apply, ImmutableArray<Expression> arguments, Notation notation)
    {
        ScalarType first = apply.Arguments[0].Scalar;
        var form = new Form(notation.Binding) { IsChecked = IsChecked(notation.Text) ? true : null };
        foreach (NotationTemplate.Item item in Template(notation.Text, arguments.Length))
        {
            _ = item.Kind switch
            {
                NotationTemplate.ItemKind.Argument when arguments[item.Argument] is Symbol { Type.IsArray: true } array => form.Add(whole(array)),
                NotationTemplate.ItemKind.Argument when item.Argument == 0 && notation.Binding < notation.ArgumentBinding => form.Add(arguments[0], notation.Binding),
                NotationTemplate.ItemKind.Argument => form.Add(arguments[item.Argument], notation.ArgumentBinding),
                NotationTemplate.ItemKind.MathClass => form.Add(first == ScalarType.Single ? "global::System.MathF" : "global::System.Math"),
                NotationTemplate.ItemKind.ArgumentType => form.Add(first.Keyword()),
                NotationTemplate.ItemKind.Type => form.Add(apply.Scalar.Keyword()),
                NotationTemplate.ItemKind.TypeName => form.Add(apply.Scalar.ToString()),
                NotationTemplate.ItemKind.Break => form.Break(),
                _ => form.Add(item.Text),
            };
        }

        return form;
    }

    private IReadOnlyList<NotationTemplate.Item> Template(string text, int arguments)
    {
        if (!_templates.TryGetValue((text, arguments), out IReadOnlyList<NotationTemplate.Item>? items))
        {
            _templates.Add((text, arguments), items = NotationTemplate.Parse(text, arguments));
        }

        return items;
    }
}
