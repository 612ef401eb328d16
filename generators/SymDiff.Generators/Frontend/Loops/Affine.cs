using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>
/// An <c>int</c> as constant + Σ coefficient · atom. Integers that wrap around are a ring, so this is exact whatever overflows on the way.
/// </summary>
internal sealed class Affine
{
    private const int DeepestLook = 20;

    private readonly SortedDictionary<int, (Expression Atom, int Coefficient)> _terms = [];

    private Affine()
    {
    }

    public int Constant { get; private set; }

    public IEnumerable<(Expression Atom, int Coefficient)> Terms => _terms.Values;

    public bool IsConstant => _terms.Count == 0;

    public static Affine Of(Expression expression)
    {
        var sum = new Affine();
        sum.Add(expression, 1, DeepestLook);
        return sum;
    }

    /// <summary>a + factor · b.</summary>
    public static Affine Combine(Expression a, Expression b, int factor)
    {
        Affine sum = Of(a);
        sum.Add(b, factor, DeepestLook);
        return sum;
    }

    /// <summary>Whether index &lt; extent for certain.</summary>
    public static bool IsBelow(Expression index, Expression extent)
    {
        // extent − c, where extent ≥ 0, doesn't wrap around for any c ≤ 2³¹.
        Affine difference = Combine(index, extent, -1);
        return (difference.IsConstant && difference.Constant < 0 && IntegerRange.Of(extent).Lower >= 0)
            || IntegerRange.Of(index).Upper < IntegerRange.Of(extent).Lower;
    }

    /// <summary>How often the symbol is in the sum; null if it is also inside of an atom.</summary>
    public int? CoefficientOf(Symbol symbol)
    {
        int coefficient = 0;
        foreach ((Expression atom, int times) in _terms.Values)
        {
            if (ReferenceEquals(atom, symbol))
            {
                coefficient = times;
            }
            else if (atom.DependsOn(symbol))
            {
                return null;
            }
        }

        return coefficient;
    }

    public Affine Plus(int constant)
    {
        Affine sum = Copy();
        sum.Constant = unchecked(sum.Constant + constant);
        return sum;
    }

    public Affine Minus(Affine other)
    {
        Affine difference = Plus(unchecked(-other.Constant));
        foreach ((Expression atom, int coefficient) in other._terms.Values)
        {
            difference.Add(atom, unchecked(-coefficient), 0);
        }

        return difference;
    }

    public Affine Plus(Expression expression, int factor)
    {
        Affine sum = Copy();
        sum.Add(expression, factor, DeepestLook);
        return sum;
    }

    /// <summary>What is added first, in the order in which the atoms were made, then what is taken away, the constant last, as one writes <c>n - k - 1</c>.</summary>
    public Expression ToExpression(ExpressionGraph graph)
    {
        Expression? sum = null;
        foreach ((Expression atom, int coefficient) in _terms.Values.OrderBy(static term => term.Coefficient < 0))
        {
            Expression term = coefficient switch
            {
                1 => atom,
                -1 => graph.Negate(atom),
                _ => graph.Multiply(graph.Int(coefficient), atom),
            };
            sum = sum is null ? term : graph.Add(sum, term);
        }

        return sum is null ? graph.Int(Constant) : Constant == 0 ? sum : graph.Add(sum, graph.Int(Constant));
    }

    /// <summary>The sum as mathematics has it, without wrapping around.</summary>
    public Expression ToLong(ExpressionGraph graph)
    {
        Expression sum = graph.Integer(ScalarType.Int64, Constant);
        foreach ((Expression atom, int coefficient) in _terms.Values)
        {
            Expression term = graph.Convert(atom, ScalarType.Int64);
            sum = graph.Add(coefficient == -1 ? graph.Negate(term) : graph.Multiply(graph.Integer(ScalarType.Int64, coefficient), term), sum);
        }

        return sum;
    }

    private Affine Copy()
    {
        var copy = new Affine { Constant = Constant };
        foreach (KeyValuePair<int, (Expression, int)> term in _terms)
        {
            copy._terms.Add(term.Key, term.Value);
        }

        return copy;
    }

    private void Add(Expression expression, int factor, int depth)
    {
        switch (expression)
        {
            case Constant constant:
                Constant = unchecked(Constant + (factor * (int)constant.Payload));
                break;
            case Apply { Scalar: ScalarType.Int32 } apply when depth > 0 && ReferenceEquals(apply.Primitive, Arithmetic.Add):
                foreach (Expression term in apply.Arguments)
                {
                    Add(term, factor, depth - 1);
                }

                break;
            case Apply { Scalar: ScalarType.Int32 } apply when depth > 0 && ReferenceEquals(apply.Primitive, Arithmetic.Negate):
                Add(apply.Arguments[0], unchecked(-factor), depth - 1);
                break;
            case Apply { Scalar: ScalarType.Int32, Arguments: [var other, Constant times] } apply when depth > 0 && ReferenceEquals(apply.Primitive, Arithmetic.Multiply):
                Add(other, unchecked(factor * (int)times.Payload), depth - 1);
                break;
            default:
                int before = _terms.TryGetValue(expression.Id, out (Expression, int Coefficient) known) ? known.Coefficient : 0;
                int after = unchecked(before + factor);
                if (after == 0)
                {
                    _terms.Remove(expression.Id);
                }
                else
                {
                    _terms[expression.Id] = (expression, after);
                }

                break;
        }
    }
}
