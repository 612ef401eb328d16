using System;
using System.Collections.Generic;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Mathematics;

/// <summary>
/// An expression as sign, number and powers, whatever tree of products, quotients and negations it comes from. On paper a·(b/c) is a·b/c: here
/// nothing is rounded.
/// </summary>
internal sealed class Product
{
    private readonly List<(Expression Base, int Exponent)> _factors = [];

    private Product(ScalarType type) => Type = type;

    public ScalarType Type { get; }

    public bool IsNegative { get; private set; }

    public double Numerator { get; private set; } = 1;

    public double Denominator { get; private set; } = 1;

    /// <summary>Bases with positive exponents, each once.</summary>
    public IEnumerable<(Expression Base, int Exponent)> Above => _factors.Where(factor => factor.Exponent > 0);

    /// <summary>Bases of the denominator, with exponents as they stand there.</summary>
    public IEnumerable<(Expression Base, int Exponent)> Below => _factors.Where(factor => factor.Exponent < 0).Select(factor => (factor.Base, -factor.Exponent));

    /// <param name="expression">What to take apart.</param>
    /// <param name="isAtom">What is to stay whole; not asked of the expression itself.</param>
    public static Product Of(Expression expression, Func<Expression, bool> isAtom)
    {
        var product = new Product(expression.Scalar);
        var pending = new Stack<(Expression Node, int Exponent)>();
        pending.Push((expression, 1));
        while (pending.Count > 0)
        {
            (Expression node, int exponent) = pending.Pop();
            if (!ReferenceEquals(node, expression) && isAtom(node))
            {
                product.Multiply(node, exponent);
                continue;
            }

            switch (node)
            {
                case Constant constant when !constant.IsZero && !double.IsNaN(constant.Number) && !double.IsInfinity(constant.Number):
                    product.Multiply(constant.Number, exponent);
                    break;
                case Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Multiply):
                    for (int k = apply.Arguments.Length - 1; k >= 0; k--)
                    {
                        pending.Push((apply.Arguments[k], exponent));
                    }

                    break;
                case Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Divide) && apply.Scalar.IsFloating():
                    pending.Push((apply.Arguments[1], -exponent));
                    pending.Push((apply.Arguments[0], exponent));
                    break;
                case Apply apply when ReferenceEquals(apply.Primitive, Arithmetic.Negate):
                    product.IsNegative ^= exponent % 2 != 0;
                    pending.Push((apply.Arguments[0], exponent));
                    break;
                case Apply apply when Invisible(apply):
                    pending.Push((apply.Arguments[0], exponent));
                    break;
                case Apply apply when ReferenceEquals(apply.Primitive, Powers.Pow) && apply.Arguments[1] is Constant { Number: var power } && power % 1 == 0 && Math.Abs(power) is > 0 and < 100 && Math.Abs(exponent) < 100:
                    pending.Push((apply.Arguments[0], exponent * (int)power));
                    break;
                default:
                    product.Multiply(node, exponent);
                    break;
            }
        }

        product.Reduce();
        return product;
    }

    /// <summary>The expression as its only factor.</summary>
    public static Product Whole(Expression expression)
    {
        var product = new Product(expression.Scalar);
        product.Multiply(expression, 1);
        return product;
    }

    /// <summary>Conversions between numbers, which mathematics doesn't write, unless they cut off the fraction.</summary>
    public static bool Invisible(Apply apply)
        => ReferenceEquals(apply.Primitive, Conversions.Convert) && (apply.Scalar.IsFloating() || apply.Arguments[0].Scalar.IsInteger());

    private void Multiply(Expression node, int exponent)
    {
        int known = _factors.FindIndex(factor => ReferenceEquals(factor.Base, node));
        if (known < 0)
        {
            _factors.Add((node, exponent));
        }
        else
        {
            _factors[known] = (node, _factors[known].Exponent + exponent);
        }
    }

    private void Multiply(double number, int exponent)
    {
        IsNegative ^= number < 0 && exponent % 2 != 0;
        double power = Math.Pow(Math.Abs(number), Math.Abs(exponent));
        if (exponent > 0)
        {
            Numerator *= power;
        }
        else
        {
            Denominator *= power;
        }
    }

    private void Reduce()
    {
        // A half is written as such.
        foreach (double part in new[] { 2.0, 4.0, 8.0 })
        {
            if (Numerator * part == 1)
            {
                (Numerator, Denominator) = (1, Denominator * part);
            }
        }

        if (Numerator % 1 == 0 && Denominator % 1 == 0 && Numerator < 1e9 && Denominator < 1e9)
        {
            (double a, double b) = (Numerator, Denominator);
            while (b != 0)
            {
                (a, b) = (b, a % b);
            }

            Numerator /= a;
            Denominator /= a;
        }
        else if (Numerator != 1)
        {
            (Numerator, Denominator) = (Numerator / Denominator, 1);
        }
    }

    /// <summary>The same with another number in front; zero makes it zero.</summary>
    public Product Times(double number)
    {
        var product = new Product(Type);
        product._factors.AddRange(number == 0 ? [] : _factors);
        product.IsNegative = number < 0;
        product.Numerator = Math.Abs(number);
        product.Reduce();
        return product;
    }

    /// <summary>What a like term has the same of: everything but the number.</summary>
    public bool IsLike(Product other)
        => _factors.Count == other._factors.Count && _factors.All(other._factors.Contains);

    /// <summary>The number in front, with its sign.</summary>
    public double Coefficient => (IsNegative ? -1 : 1) * Numerator / Denominator;
}
