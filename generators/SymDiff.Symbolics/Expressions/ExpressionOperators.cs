namespace SymDiff.Symbolics.Expressions;

/// <summary>Arithmetic as one writes it, so that a row of the table of primitives reads like the formula it states.</summary>
public abstract partial class Expression
{
    public static Expression operator +(Expression left, Expression right) => left.Graph.Add(left, right);

    public static Expression operator +(double left, Expression right) => right.Like(left) + right;

    public static Expression operator +(Expression left, double right) => left + left.Like(right);

    public static Expression operator -(Expression left, Expression right) => left.Graph.Subtract(left, right);

    public static Expression operator -(double left, Expression right) => right.Like(left) - right;

    public static Expression operator -(Expression left, double right) => left - left.Like(right);

    public static Expression operator -(Expression value) => value.Graph.Negate(value);

    public static Expression operator *(Expression left, Expression right) => left.Graph.Multiply(left, right);

    public static Expression operator *(double left, Expression right) => right.Like(left) * right;

    public static Expression operator *(Expression left, double right) => left * left.Like(right);

    public static Expression operator /(Expression left, Expression right) => left.Graph.Divide(left, right);

    public static Expression operator /(double left, Expression right) => right.Like(left) / right;

    public static Expression operator /(Expression left, double right) => left / left.Like(right);

    public static Expression operator <(Expression left, Expression right) => left.Graph.Less(left, right);

    public static Expression operator <(Expression left, double right) => left < left.Like(right);

    public static Expression operator >(Expression left, Expression right) => right < left;

    public static Expression operator >(Expression left, double right) => left.Like(right) < left;

    public static Expression operator <=(Expression left, Expression right) => left.Graph.LessOrEqual(left, right);

    public static Expression operator <=(Expression left, double right) => left <= left.Like(right);

    public static Expression operator >=(Expression left, Expression right) => right <= left;

    public static Expression operator >=(Expression left, double right) => left.Like(right) <= left;

    /// <summary>Zero of this node's type: a number, or an array of this one's shape.</summary>
    public Expression Zero => this switch
    {
        _ when !Type.IsArray => Like(0),
        Scatter scatter => Graph.Zeros(scatter.Shape),
        Zeros => this,
        Reduce reduce => reduce.Initial.Zero,
        Select select => select.WhenTrue.Zero,
        Apply apply => apply.Arguments[0].Zero,
        _ => Graph.Zeros(this),
    };

    /// <summary>The number as a constant of this node's scalar type.</summary>
    public Constant Like(double value) => Graph.Number(Scalar, value);
}
