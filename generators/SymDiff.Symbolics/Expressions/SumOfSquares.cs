using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Expressions;

/// <summary>
/// Tells which nodes are, by their form alone, sums of squares: zero only where each of the squares is. Looks at operands that
/// already know, so it takes constant time a node.
/// </summary>
internal static class SumOfSquares
{
    public static bool Is(Expression node) => node.Scalar.IsFloating() && node switch
    {
        Constant constant => constant.IsZero,
        Select select => select.WhenTrue.IsSumOfSquares && select.WhenFalse.IsSumOfSquares,
        Reduce { Operator: ReduceOperator.Sum } reduce => reduce.Initial.IsSumOfSquares && reduce.Terms.All(static term => term.IsSumOfSquares),
        Apply apply => Is(apply.Primitive, apply.Arguments),
        _ => false,
    };

    private static bool Is(Primitive primitive, ImmutableArray<Expression> arguments)
        => ReferenceEquals(primitive, Arithmetic.Add) ? arguments.All(static term => term.IsSumOfSquares)
            : ReferenceEquals(primitive, Arithmetic.Multiply) ? IsProduct(arguments)
            // Whatever it is divided by: the quotient is zero only where the sum is.
            : ReferenceEquals(primitive, Arithmetic.Divide) ? arguments[0].IsSumOfSquares
            : ReferenceEquals(primitive, Conversions.Convert) ? arguments[0].IsSumOfSquares
            : ReferenceEquals(primitive, Combinations.FusedMultiplyAdd) ? ReferenceEquals(arguments[0], arguments[1]) && arguments[2].IsSumOfSquares
            : ReferenceEquals(primitive, Powers.Pow) && arguments[1] is Constant { Number: >= 1 } power && (arguments[0].IsSumOfSquares || power.Number % 2 == 0);

    // Products of more factors aren't looked into, so that long chains take linear time.
    private const int MostFactors = 16;

    // u·u, 2·u·u, u·v·v·u, n·u² with an integer n (which has no derivative): each factor an even number of times, or harmless.
    private static bool IsProduct(ImmutableArray<Expression> arguments)
    {
        if (arguments is [var left, var right] && ReferenceEquals(left, right))
        {
            return true;
        }

        int most = MostFactors;
        bool hasSquares = false;
        return AreEven(arguments, arguments, ref most, ref hasSquares) && hasSquares;
    }

    private static bool AreEven(ImmutableArray<Expression> factors, ImmutableArray<Expression> product, ref int most, ref bool hasSquares)
    {
        foreach (Expression factor in factors)
        {
            if (--most < 0)
            {
                return false;
            }

            if (factor.IsSumOfSquares)
            {
                hasSquares = true;
            }
            else if (IsProduct(factor))
            {
                if (!AreEven(factor.Operands, product, ref most, ref hasSquares))
                {
                    return false;
                }
            }
            else if (!IsHarmless(factor))
            {
                int mostCounted = MostFactors;
                hasSquares = true;
                if (Count(factor, product, ref mostCounted) % 2 != 0 || mostCounted < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int Count(Expression wanted, ImmutableArray<Expression> factors, ref int most)
    {
        int count = 0;
        foreach (Expression factor in factors)
        {
            if (--most < 0)
            {
                break;
            }

            count += ReferenceEquals(factor, wanted) ? 1 : IsProduct(factor) && !factor.IsSumOfSquares ? Count(wanted, factor.Operands, ref most) : 0;
        }

        return count;
    }

    private static bool IsProduct(Expression factor) => factor is Apply apply && ReferenceEquals(apply.Primitive, Arithmetic.Multiply);

    private static bool IsHarmless(Expression factor) => factor is Constant { Number: > 0 } || IsInteger(factor);

    private static bool IsInteger(Expression factor)
        => factor is Apply conversion && ReferenceEquals(conversion.Primitive, Conversions.Convert) && conversion.Arguments[0].Scalar.IsInteger();
}
