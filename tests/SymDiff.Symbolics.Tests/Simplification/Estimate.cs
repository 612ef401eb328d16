using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>
/// The value of an expression with a bound on what rounding and underflow may have done to it, to first order, the value that it would have with
/// an unlimited exponent, and the largest and the smallest intermediate result (a zero apart).
/// </summary>
public sealed record Estimate(double Value, double Rounding, double Underflow, Wide Exact, double Largest, double Smallest)
{
    public static Estimate Of(Expression node, IReadOnlyDictionary<Symbol, double> point)
    {
        var known = new Dictionary<Expression, Estimate>();
        return Evaluate(node, point, known);
    }

    public bool IsFinite => double.IsFinite(Value);

    private static Estimate Leaf(double value) => new(value, 0, 0, value, Math.Abs(value), value == 0 ? double.MaxValue : Math.Abs(value));

    private static Estimate Evaluate(Expression node, IReadOnlyDictionary<Symbol, double> point, Dictionary<Expression, Estimate> known)
    {
        if (!known.TryGetValue(node, out Estimate? estimate))
        {
            estimate = node switch
            {
                Constant constant => Leaf(constant.Number),
                Symbol symbol => Leaf(point[symbol]),
                Select select => Of(select, point, known),
                Apply apply => Apply(apply, [.. apply.Arguments.Select(argument => Evaluate(argument, point, known))]),
                _ => throw new NotSupportedException(node.GetType().Name),
            };
            known.Add(node, estimate);
        }

        return estimate;
    }

    private static Estimate Of(Select select, IReadOnlyDictionary<Symbol, double> point, Dictionary<Expression, Estimate> known)
    {
        bool condition = Evaluate(select.Condition, point, known).Value != 0;
        return Evaluate(condition ? select.WhenTrue : select.WhenFalse, point, known);
    }

    private static Estimate Apply(Apply apply, Estimate[] arguments)
    {
        double largest = arguments.Max(argument => argument.Largest);
        Estimate result = apply.Primitive.Name switch
        {
            "Add" => arguments.Aggregate((left, right) => Rounded(apply.Scalar, left.Value + right.Value, left.Rounding + right.Rounding, left.Underflow + right.Underflow, left.Exact + right.Exact)),
            "Multiply" => arguments.Aggregate((left, right) => Rounded(
                apply.Scalar, left.Value * right.Value, Product(left.Rounding, right.Value) + Product(right.Rounding, left.Value),
                Product(left.Underflow, right.Value) + Product(right.Underflow, left.Value) + Tiny(apply.Scalar), left.Exact * right.Exact)),
            "Divide" => Quotient(apply.Scalar, arguments[0], arguments[1]),
            "Negate" => arguments[0] with { Value = -arguments[0].Value, Exact = -arguments[0].Exact },
            "Exp" => Rounded(apply.Scalar, Math.Exp(arguments[0].Value), Product(arguments[0].Rounding, Math.Exp(arguments[0].Value)), Tiny(apply.Scalar), Wide.Exp(arguments[0].Exact)),
            "Min" => Least(arguments[0], arguments[1]),
            "Max" => double.IsNaN(arguments[0].Value) || arguments[0].Value > arguments[1].Value ? arguments[0] : arguments[1],
            "Convert" => Rounded(apply.Scalar, arguments[0].Value, arguments[0].Rounding, arguments[0].Underflow, arguments[0].Exact),
            "Less" => Leaf(arguments[0].Value < arguments[1].Value ? 1 : 0),
            "LessOrEqual" => Leaf(arguments[0].Value <= arguments[1].Value ? 1 : 0),
            "Equal" => Leaf(arguments[0].Value == arguments[1].Value ? 1 : 0),
            _ => Rounded(apply.Scalar, apply.Primitive.Evaluate!([.. arguments.Select(argument => argument.Value)]), 0, 0, apply.Primitive.Evaluate!([.. arguments.Select(argument => argument.Value)])),
        };
        return result with
        {
            Largest = Math.Max(largest, Math.Abs(result.Value)),
            Smallest = Math.Min(arguments.Min(argument => argument.Smallest), result.Value == 0 ? double.MaxValue : Math.Abs(result.Value)),
        };
    }

    private static Estimate Least(Estimate left, Estimate right)
    {
        Estimate least = double.IsNaN(left.Value) || left.Value < right.Value ? left : right;
        return least with { Exact = left.Exact.IsLess(right.Exact) ? left.Exact : right.Exact };
    }

    private static Estimate Quotient(ScalarType type, Estimate left, Estimate right)
    {
        double value = left.Value / right.Value;
        double relative = right.Rounding == 0 ? 0 : right.Rounding / Math.Abs(right.Value);
        double lost = right.Underflow == 0 ? 0 : right.Underflow / Math.Abs(right.Value);
        return Rounded(
            type, value, (left.Rounding / Math.Abs(right.Value)) + Product(relative, value),
            (left.Underflow / Math.Abs(right.Value)) + Product(lost, value) + Tiny(type), left.Exact / right.Exact);
    }

    // 0 · ∞ is no error where there is nothing to be multiplied.
    private static double Product(double error, double value) => error == 0 ? 0 : error * Math.Abs(value);

    private static double Tiny(ScalarType type) => type == ScalarType.Single ? float.Epsilon : double.Epsilon;

    private static Estimate Rounded(ScalarType type, double value, double rounding, double underflow, Wide exact)
    {
        double rounded = type == ScalarType.Single ? (float)value : value;
        double unit = type == ScalarType.Single ? 6e-8 : 1.2e-16;
        return new(rounded, rounding + (unit * Math.Abs(rounded)), underflow, exact, 0, double.MaxValue);
    }
}
