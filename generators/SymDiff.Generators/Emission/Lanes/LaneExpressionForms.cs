using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>Finds the form of a node in a loop that runs in lanes: operators and calls on whole registers; a truth value is a mask.</summary>
/// <param name="lanes">How the loop runs.</param>
/// <param name="names">What things are called there.</param>
/// <param name="scalars">Writes what is the same in all lanes.</param>
internal sealed class LaneExpressionForms(LaneForm lanes, LaneNames names, CSharpExpressionWriter scalars)
{
    public const string Vector = "global::System.Runtime.Intrinsics.Vector512";

    private readonly HashSet<Expression> _broadcasts = [.. lanes.Broadcasts];

    public ScalarType Scalar => lanes.Type;

    /// <summary>The register's type.</summary>
    public string Type { get; } = $"{Vector}<{lanes.Type.Keyword()}>";

    /// <param name="child">The node.</param>
    /// <param name="step">The first of the steps that are taken at once, as it is written; and what is added to it.</param>
    public Form Of(Child child, (string Text, int Offset) step)
        => child.Negated ? new Form(Binding.Unary).Add("~").Add(child.Node, Binding.Unary) : Of(child.Node, step);

    private Form Of(Expression node, (string Text, int Offset) step) => node switch
    {
        _ when _broadcasts.Contains(node) => Name(names.Broadcast(node)),
        Constant { Scalar: ScalarType.Boolean } truth => Name($"{Type}.{(truth.IsTrue ? "AllBitsSet" : "Zero")}"),
        Constant constant => Name(constant.Payload == 0 ? $"{Type}.Zero" : $"{Vector}.Create({CSharpLiterals.Write(constant).Text})"),
        Symbol local => Name(names[local]),
        Element element => Name($"{RuntimeNames.LaneMemory}.Load(ref {Position(element, step)})"),
        Select select => OfSelect(select),
        Apply apply => OfApply(apply, step),
        _ => throw new InvalidOperationException($"{node.GetType().Name} has no form for lanes."),
    };

    /// <summary>Where the elements of these steps stand, as arguments.</summary>
    public string Position(Element element, (string Text, int Offset) step)
    {
        LanePosition position = lanes.Positions[element];
        string start = position.IsFromLower ? $"{step.Text} - {names.Lower}" : step.Text;
        return $"{names.Start(position.Array)}, {Sum(start, step.Offset + position.Shift)}";
    }

    public static string Sum(string text, int added) => added == 0 ? text : $"{text} {(added < 0 ? "-" : "+")} {Math.Abs((long)added)}";

    /// <summary>The number of which this is the negative, if it's written as one.</summary>
    public Expression? Opposite(Expression node) => node switch
    {
        // What was put into all lanes was put there as a whole.
        _ when _broadcasts.Contains(node) => null,
        Constant { Payload: < 0 } number when !double.IsNaN(number.Number) => number.Like(-number.Number),
        Apply { Primitive: var primitive } negative when ReferenceEquals(primitive, Arithmetic.Negate) => negative.Arguments[0],
        Apply { Primitive: var primitive } product when ReferenceEquals(primitive, Arithmetic.Multiply) && Opposite(product.Arguments[0]) is { } factor
            => product.Graph.Multiply(product.Arguments.SetItem(0, factor)),
        Apply { Primitive: var primitive } quotient when ReferenceEquals(primitive, Arithmetic.Divide) && Opposite(quotient.Arguments[0]) is { } numerator
            => quotient.Graph.Divide(numerator, quotient.Arguments[1]),
        _ => null,
    };

    /// <summary>A product in two parts; null if it is none, or has a factor that isn't in a register.</summary>
    public (Expression Left, Expression Right)? Factors(Expression node)
        => !_broadcasts.Contains(node) && node is Apply { Arguments: [.. var others, not Constant and var right] } product
            && ReferenceEquals(product.Primitive, Arithmetic.Multiply) && product.Graph.Multiply(others) is not Constant and var left
            ? (left, right) : null;

    private Form OfSelect(Select select)
    {
        bool isTruth = select.Scalar == ScalarType.Boolean;
        if (!names.IsInLanes(select.Condition))
        {
            return new Form(Binding.Conditional).Add(scalars.Write(select.Condition, Binding.Or))
                .Break().Add("? ").Add(select.WhenTrue, Binding.Or).Break().Add(": ").Add(select.WhenFalse, Binding.Conditional);
        }

        return (select.WhenTrue, select.WhenFalse) switch
        {
            (_, Constant { IsFalse: true }) when isTruth => Both(select.Condition, select.WhenTrue),
            (Constant { IsTrue: true }, _) when isTruth => new Form(Binding.BitOr).Add(select.Condition, Binding.BitOr).Break().Add("| ").Add(select.WhenFalse, Binding.BitXor),

            // Nothing but +0.0 has no bit set.
            (_, Constant { Payload: 0 }) => Both(select.Condition, select.WhenTrue),
            _ => new Form(Binding.Primary).Add($"{Vector}.ConditionalSelect(").Add(select.Condition, Binding.Any).Add(",")
                .Break().Add(select.WhenTrue, Binding.Any).Add(",").Break().Add(select.WhenFalse, Binding.Any).Add(")"),
        };
    }

    private static Form Both(Expression condition, Expression value)
        => new Form(Binding.BitAnd).Add(condition, Binding.BitAnd).Break().Add("& ").Add(value, Binding.Unary);

    private Form OfApply(Apply apply, (string Text, int Offset) step)
    {
        ImmutableArray<Expression> arguments = apply.Arguments;
        if (ReferenceEquals(apply.Primitive, Conversions.Convert))
        {
            int shift = arguments[0] is Apply { Arguments: [_, Constant { Payload: var added }] } ? (int)added : 0;
            return Name($"{RuntimeNames.LaneIndices}.{Plural}({Sum(step.Text, step.Offset + shift)})");
        }

        if (ReferenceEquals(apply.Primitive, Arithmetic.Add))
        {
            Form form = new Form(Binding.Additive).Add(arguments[0], Binding.Additive);
            foreach (Expression term in arguments.Skip(1))
            {
                Expression? opposite = Opposite(term);
                form.Break().Add(opposite is null ? "+ " : "- ").Add(opposite ?? term, Binding.Multiplicative);
            }

            return form;
        }

        bool takesNumbers = ReferenceEquals(apply.Primitive, Arithmetic.Multiply) || ReferenceEquals(apply.Primitive, Arithmetic.Divide);
        Notation notation = apply.Primitive.Lanes!;
        var result = new Form(notation.Binding);
        foreach (NotationTemplate.Item item in NotationTemplate.Parse(notation.Text.Replace("{V}", Vector), arguments.Length))
        {
            _ = item.Kind switch
            {
                // A register times a number, or divided by it.
                NotationTemplate.ItemKind.Argument when takesNumbers && arguments[item.Argument] is Constant factor && MayBeNumber(apply, item.Argument)
                    => result.Add(CSharpLiterals.Write(factor) is var (text, binding) && binding < notation.ArgumentBinding ? $"({text})" : text),
                NotationTemplate.ItemKind.Argument when item.Argument == 0 && notation.Binding < notation.ArgumentBinding => result.Add(arguments[0], notation.Binding),
                NotationTemplate.ItemKind.Argument => result.Add(arguments[item.Argument], notation.ArgumentBinding),
                NotationTemplate.ItemKind.Break => result.Break(),
                _ => result.Add(item.Text),
            };
        }

        return result;
    }

    // Not two numbers side by side: their product wouldn't be a register.
    private static bool MayBeNumber(Apply apply, int argument)
        => ReferenceEquals(apply.Primitive, Arithmetic.Multiply) ? argument != 1 || apply.Arguments[0] is not Constant : argument == 1;

    public string Plural => lanes.Type == ScalarType.Single ? "Singles" : "Doubles";

    private static Form Name(string text) => new Form(Binding.Primary).Add(text);
}
