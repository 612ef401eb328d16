using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>Products and fractions: <c>2/n · Σᵢ …</c>, <c>a·b²/(c·d)</c>.</summary>
internal sealed partial class FormulaWriter
{
    private static bool IsProduct(Apply apply)
        => ReferenceEquals(apply.Primitive, Arithmetic.Multiply) || ReferenceEquals(apply.Primitive, Arithmetic.Negate) || Product.Invisible(apply)
        || (ReferenceEquals(apply.Primitive, Arithmetic.Divide) && apply.Scalar.IsFloating())
        || (ReferenceEquals(apply.Primitive, Powers.Pow) && apply.Arguments[1] is Constant { Number: var power } && power % 1 == 0 && System.Math.Abs(power) is > 0 and < 100);

    // Of longer products only so many factors are written.
    private const int MostFactors = 16;

    private Text OfProduct(Product product)
    {
        bool isNegative = product.IsNegative;
        var simple = new List<Text>();
        var sums = new List<Text>();
        foreach ((Expression factor, int exponent) in product.Above.OrderBy(factor => Rank(factor.Base)).Take(MostFactors))
        {
            Text text = Of(factor);
            isNegative ^= text.IsNegative && exponent % 2 != 0;
            text = text with { IsNegative = false };
            bool isBig = exponent == 1 && factor is Reduce && text.Binding == Binding.Multiplicative;
            (isBig ? sums : simple).Add(exponent == 1 ? text : Power(text, exponent));
        }

        if (product.Above.Skip(MostFactors).Any())
        {
            simple.Add(new Text("…", Binding.Primary));
        }

        if (product.Numerator != 1)
        {
            simple.Insert(0, new Text(Numbers.Write(product.Numerator, product.Type), Binding.Primary));
        }

        var below = new List<Text>();
        if (product.Denominator != 1)
        {
            below.Add(new Text(Numbers.Write(product.Denominator, product.Type), Binding.Primary));
        }

        foreach ((Expression factor, int exponent) in product.Below.Take(MostFactors))
        {
            Text text = Of(factor);
            isNegative ^= text.IsNegative && exponent % 2 != 0;
            text = text with { IsNegative = false };
            below.Add(exponent == 1 ? text : Power(text, exponent));
        }

        return Fraction(simple, sums, below) with { IsNegative = isNegative };
    }

    private static Text Fraction(List<Text> simple, List<Text> sums, List<Text> below)
    {
        // A lone factor stays what it is.
        if (below.Count == 0 && simple.Count + sums.Count == 1)
        {
            return simple.Concat(sums).Single();
        }

        // A sum ends where its line ends, so it comes last.
        string tail = string.Concat(sums.Select((sum, k) => $"{(k > 0 ? "·" : string.Empty)}{(k < sums.Count - 1 ? sum.At(Binding.Unary) : sum.Value)}"));
        if (below.Count == 0 && simple.Count == 0)
        {
            return sums.Count > 0 ? new Text(tail, Binding.Multiplicative) : new Text("1", Binding.Primary);
        }

        string above = simple.Count == 0 ? "1" : simple.Count == 1 && below.Count == 0 ? simple[0].At(Binding.Unary) : string.Join("·", simple.Select(factor => factor.At(Binding.Unary)));
        string denominator = below.Count == 1 ? below[0].At(Binding.Unary) : $"({string.Join("·", below.Select(factor => factor.At(Binding.Unary)))})";
        string fraction = below.Count == 0 ? above : $"{above}/{denominator}";
        return new Text(sums.Count == 0 ? fraction : $"{fraction} · {tail}", Binding.Multiplicative);
    }

    private static Text Power(Text text, int exponent)
        => new(text.At(Binding.Primary) + Scripts.Superscript(exponent.ToString(CultureInfo.InvariantCulture)), Binding.Power);

    // Names first, then functions, then what stands in parentheses or braces, then sums.
    private int Rank(Expression factor) => factor switch
    {
        _ when IsPart(factor) => 0,
        Constant or Symbol or Element or Extent or Output => 0,
        Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Add) => 2,
        Select => 3,
        Reduce => 4,
        _ => 1,
    };
}
