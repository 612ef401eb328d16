using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>Writes one expression after the other; recursion is no deeper than a line is long, because <see cref="Subterms"/> cut long expressions to pieces.</summary>
internal sealed partial class FormulaWriter(Subterms subterms, FormulaNames names)
{
    // Of longer sums only so many are written.
    private const int MostTerms = 16;

    private readonly List<Expression> _parts = [];

    /// <summary>The parts that were mentioned by name, in that order.</summary>
    public IReadOnlyList<Expression> Parts => _parts;

    /// <summary>The expression in full, even if it is a part with a name.</summary>
    public string Write(Expression expression)
    {
        Text text = InFull(expression);
        return text.Positive().Value;
    }

    public string WriteDefinition(Expression part) => $"{names.Part(part)} = {Write(part)}";

    /// <summary>A text, how tightly it binds, and whether a minus sign belongs in front.</summary>
    private readonly record struct Text(string Value, Binding Binding, bool IsNegative = false)
    {
        /// <summary>The minus sign written.</summary>
        public Text Positive() => IsNegative ? new Text("−" + Value, Binding.Additive) : this;

        public string At(Binding required)
        {
            Text positive = Positive();
            return positive.Binding < required ? $"({positive.Value})" : positive.Value;
        }
    }

    private bool IsPart(Expression node) => subterms.IsChosen(node);

    private string At(Expression node, Binding required) => Of(node).At(required);

    private Text Of(Expression node)
    {
        if (!IsPart(node))
        {
            return InFull(node);
        }

        Mention(node);
        return new Text(names.Part(node), Binding.Primary);
    }

    private void Mention(Expression part)
    {
        if (!_parts.Contains(part))
        {
            _parts.Add(part);
        }
    }

    private Text InFull(Expression node) => node switch
    {
        Constant { Scalar: ScalarType.Boolean } constant => new Text(constant.IsTrue ? "true" : "false", Binding.Primary),
        Constant constant => OfNumber(constant),
        Symbol { Role: SymbolRole.Index } index => new Text(names.Index(index), Binding.Primary),
        Symbol symbol => new Text(FormulaNames.Symbol(symbol), Binding.Primary),
        Extent extent => new Text(names.Length(extent), Binding.Primary),
        Element element => OfElement(element),
        Reduce reduce => OfReduce(reduce),
        Output output => OfOutput(output),
        Select { Scalar: ScalarType.Boolean } choice => OfCondition(choice),
        Select choice => OfChoice(choice),
        Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Add) => OfSum(apply),
        Apply { Arguments: [_, Constant, _] } slope when ReferenceEquals(slope.Primitive, Powers.PowSlope) => InFull(Powers.InFull(slope)),
        Apply apply when IsProduct(apply) => OfProduct(Product.Of(apply, IsPart)),
        Apply apply => OfPrimitive(apply),
        _ => new Text("…", Binding.Primary),
    };

    private static Text OfNumber(Constant constant)
    {
        double number = constant.Number;
        bool isNegative = number < 0;
        return new Text(Numbers.Write(isNegative ? -number : number, constant.Scalar), Binding.Primary, isNegative);
    }

    private Text OfElement(Element element)
    {
        string array = element.Array is Symbol symbol ? FormulaNames.Symbol(symbol) : At(element.Array, Binding.Primary);
        string[] indices = [.. element.Indices.Select(index => At(index, Binding.Any))];
        string? below = indices.Length == 1 || indices.All(index => index.Length == 1) ? Scripts.Subscript(string.Concat(indices)) : null;
        string part = element.Array is Symbol { InElements: { } parts } ? parts.Part : string.Empty;
        array = part.Length == 0 ? array : array.Substring(0, array.IndexOf(Expressions.Symbol.Element, System.StringComparison.Ordinal));
        return new Text((below is { Length: <= 5 } ? array + below : $"{array}[{string.Join(", ", indices)}]") + part, Binding.Primary);
    }

    private Text OfSum(Apply sum)
    {
        List<Expression> all = [.. Terms(sum)];
        List<Text> terms = [.. LikeTerms(all.Take(MostTerms)).Select(term => term.Factors is { } factors ? OfProduct(factors) : Of(term.Node))];
        string rest = all.Count > MostTerms ? " + …" : string.Empty;
        if (terms.Count == 1 && rest.Length == 0)
        {
            return terms[0];
        }

        // b − a rather than −a + b.
        int first = System.Math.Max(0, terms.FindIndex(term => !term.IsNegative));
        terms = [terms[first], .. terms.Take(first), .. terms.Skip(first + 1)];
        string text = terms[0].At(Binding.Additive)
            + string.Concat(terms.Skip(1).Select(term => (term.IsNegative ? " − " : " + ") + (term with { IsNegative = false }).At(Binding.Multiplicative)));
        return new Text(text + rest, Binding.Additive);
    }

    // 6·x² + 3·x² is 9·x² on paper. The factors are given where terms were combined.
    private List<(Expression Node, Product? Factors)> LikeTerms(IEnumerable<Expression> terms)
    {
        var combined = new List<(Expression Node, Product Own, Product? Factors)>();
        foreach (Expression term in terms)
        {
            Product product = IsPart(term) ? Product.Whole(term) : Product.Of(term, IsPart);
            int like = combined.FindIndex(other => other.Own.IsLike(product));
            if (like < 0)
            {
                combined.Add((term, product, null));
                continue;
            }

            double number = (combined[like].Factors ?? combined[like].Own).Coefficient + product.Coefficient;
            if (number == 0 && combined.Count > 1)
            {
                combined.RemoveAt(like);
            }
            else
            {
                combined[like] = (combined[like].Node, combined[like].Own, product.Times(number));
            }
        }

        return [.. combined.Select(term => (term.Node, term.Factors))];
    }

    // a + (b + c) is a + b + c on paper.
    private IEnumerable<Expression> Terms(Expression sum)
    {
        var pending = new Stack<Expression>([sum]);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (node is Apply apply && (ReferenceEquals(node, sum) || !IsPart(node)) && (ReferenceEquals(apply.Primitive, Arithmetic.Add) || Product.Invisible(apply)))
            {
                foreach (Expression operand in apply.Arguments.Reverse())
                {
                    pending.Push(operand);
                }
            }
            else
            {
                yield return node;
            }
        }
    }

    private Text OfPrimitive(Apply apply)
    {
        if (ReferenceEquals(apply.Primitive, Comparisons.Not))
        {
            return Opposite(apply.Arguments[0]);
        }

        if (Comparisons.Rows.Contains(apply.Primitive))
        {
            return OfComparison(apply, opposite: false);
        }

        if (ReferenceEquals(apply.Primitive, Conversions.Convert))
        {
            return new Text($"int({At(apply.Arguments[0], Binding.Any)})", Binding.Primary);
        }

        if (ReferenceEquals(apply.Primitive, Powers.Pow) && Scripts.Superscript(At(apply.Arguments[1], Binding.Any)) is { Length: <= 3 } exponent)
        {
            return new Text(At(apply.Arguments[0], Binding.Primary) + exponent, Binding.Power);
        }

        Notation notation = apply.Primitive.Mathematics;
        string text = notation.Text;
        for (int k = apply.Arguments.Length - 1; k >= 0; k--)
        {
            Binding required = k == 0 && notation.Binding < notation.ArgumentBinding ? notation.Binding : notation.ArgumentBinding;
            string place = "{" + k.ToString(CultureInfo.InvariantCulture) + "}";
            if (text.Contains(place))
            {
                text = text.Replace(place, At(apply.Arguments[k], required));
            }
        }

        return new Text(text, notation.Binding);
    }
}
