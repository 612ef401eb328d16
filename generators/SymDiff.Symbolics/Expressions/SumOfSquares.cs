using System.Collections.Generic;
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

    // u·u, 2·u·u, u·v·v·u, n·u² with an integer n (which has no derivative): each factor twice, or harmless.
    private static bool IsProduct(ImmutableArray<Expression> arguments)
    {
        var factors = new Stack<Expression>(arguments);
        var single = new HashSet<Expression>();
        bool squares = false;
        for (int seen = 0; factors.Count > 0; seen++)
        {
            Expression factor = factors.Pop();
            if (seen > MostFactors)
            {
                return false;
            }

            if (factor.IsSumOfSquares)
            {
                squares = true;
            }
            else if (single.Remove(factor))
            {
                squares = true;
            }
            else if (factor is Apply product && ReferenceEquals(product.Primitive, Arithmetic.Multiply) && !factors.Contains(factor))
            {
                foreach (Expression inner in product.Arguments)
                {
                    factors.Push(inner);
                }
            }
            else if (factor is not Constant { Number: > 0 } && !IsInteger(factor))
            {
                single.Add(factor);
            }
        }

        return squares && single.Count == 0;
    }

    private static bool IsInteger(Expression factor)
        => factor is Apply conversion && ReferenceEquals(conversion.Primitive, Conversions.Convert) && conversion.Arguments[0].Scalar.IsInteger();
}
