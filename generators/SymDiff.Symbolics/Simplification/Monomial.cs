using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Simplification;

/// <summary>
/// A term as a constant and the factors behind it, in whatever order and nesting they are multiplied: <c>(3·x)·x</c> and <c>x·x</c> are like terms.
/// Terms are equal here if their factors are.
/// </summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    // Longer products are compared as they are.
    private const int MostFactors = 8;

    private readonly ImmutableArray<Expression> _sorted;

    // Whether a factor stands in the product twice, taken apart for its constant in one place only: there it can't be told from the other.
    private bool _isMixed;

    private Monomial(Expression term, double coefficient, ImmutableArray<Expression> factors)
    {
        Term = term;
        Coefficient = coefficient;
        Factors = factors;
        _sorted = factors.Length < 2 ? factors : factors.Sort(static (left, right) => left.Id.CompareTo(right.Id));
    }

    public Expression Term { get; }

    public double Coefficient { get; }

    /// <summary>In the order in which they stand in the term; none for a constant.</summary>
    public ImmutableArray<Expression> Factors { get; }

    /// <summary>The product of the factors, if the term has calculated it before its constants; else null.</summary>
    public Expression? Product
    {
        get
        {
            Scaled scaled = Scaled.Of(Term);

            // (−a)·b, as the value may have it, is the product of a and b but for its sign.
            return scaled.Factor == Coefficient ? scaled.Rest
                : scaled.Factor == -Coefficient && scaled.Rest is { } opposite ? -opposite
                : null;
        }
    }

    /// <summary>The factors; what the value has calculated of them, constants apart, is one.</summary>
    public ImmutableArray<Expression> FactorsAround(Surroundings around)
    {
        if (_isMixed)
        {
            return Factors;
        }

        var factors = new List<Expression>();
        var pending = new Stack<Expression>();
        pending.Push(Term);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (node.Negated() is { } positive)
            {
                pending.Push(positive);
            }
            else if (node is Constant constant && Scaled.IsModerate(constant.Number))
            {
                continue;
            }
            else if (!IsAtom(node) && !(around.IsFrozen(node) && Of(node).Coefficient == 1))
            {
                foreach (Expression factor in node.Operands.Reverse())
                {
                    pending.Push(factor);
                }
            }
            else
            {
                factors.Add(node);
            }
        }

        return [.. factors];

        bool IsAtom(Expression node) => !node.Is(Arithmetic.Multiply) || Factors.Contains(node);
    }

    public static Monomial Of(Expression term)
    {
        if (term is not Constant && term.Negated() is null && !term.Is(Arithmetic.Multiply))
        {
            return new Monomial(term, 1, [term]);
        }

        double coefficient = 1;
        var factors = new List<Expression>();
        List<Expression>? apart = null;
        var pending = new Stack<Expression>();
        pending.Push(term);
        while (pending.Count > 0)
        {
            Expression node = pending.Pop();
            if (node is Constant constant && (ReferenceEquals(node, term) || Scaled.IsModerate(constant.Number)))
            {
                coefficient *= constant.Number;
            }
            else if (node.Negated() is { } positive)
            {
                coefficient = -coefficient;
                pending.Push(positive);
            }
            else if (node is Apply product && product.Is(Arithmetic.Multiply) && product.Arguments.Length + factors.Count + pending.Count <= MostFactors)
            {
                (apart ??= []).Add(product);
                for (int i = product.Arguments.Length - 1; i >= 0; i--)
                {
                    pending.Push(product.Arguments[i]);
                }
            }
            else
            {
                factors.Add(node);
            }
        }

        return new Monomial(term, coefficient, [.. factors]) { _isMixed = apart is not null && factors.Any(apart.Contains) };
    }

    public bool Equals(Monomial? other)
    {
        if (other is null || _sorted.Length != other._sorted.Length)
        {
            return false;
        }

        for (int i = 0; i < _sorted.Length; i++)
        {
            if (!ReferenceEquals(_sorted[i], other._sorted[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? other) => Equals(other as Monomial);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (Expression factor in _sorted)
        {
            hash = unchecked((hash * 31) + factor.Id);
        }

        return hash;
    }
}
