using System;
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

        var single = new Unpaired(stackalloc int[MostFactors]);
        return single.Take(arguments) && single.HasSquares && single.Count == 0;
    }

    /// <summary>The factors, by their rank, that came an odd number of times so far.</summary>
    private ref struct Unpaired(Span<int> ranks)
    {
        private readonly Span<int> _ranks = ranks;
        private int _taken;

        public int Count { get; private set; }

        public bool HasSquares { get; private set; }

        /// <returns>Whether there weren't too many.</returns>
        public bool Take(ImmutableArray<Expression> factors)
        {
            foreach (Expression factor in factors)
            {
                if (++_taken > MostFactors)
                {
                    return false;
                }

                if (factor.IsSumOfSquares)
                {
                    HasSquares = true;
                }
                else if (IsProduct(factor))
                {
                    if (!Take(factor.Operands))
                    {
                        return false;
                    }
                }
                else if (!IsHarmless(factor))
                {
                    Toggle(factor.Id);
                }
            }

            return true;
        }

        private void Toggle(int rank)
        {
            int position = _ranks.Slice(0, Count).IndexOf(rank);
            if (position < 0)
            {
                _ranks[Count++] = rank;
            }
            else
            {
                HasSquares = true;
                _ranks[position] = _ranks[--Count];
            }
        }
    }

    private static bool IsProduct(Expression factor) => factor is Apply apply && ReferenceEquals(apply.Primitive, Arithmetic.Multiply);

    private static bool IsHarmless(Expression factor) => factor is Constant { Number: > 0 } || IsInteger(factor);

    private static bool IsInteger(Expression factor)
        => factor is Apply conversion && ReferenceEquals(conversion.Primitive, Conversions.Convert) && conversion.Arguments[0].Scalar.IsInteger();
}
