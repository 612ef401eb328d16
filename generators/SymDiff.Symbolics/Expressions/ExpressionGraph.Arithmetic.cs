using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Expressions;

/// <summary>The smart constructors of scalars: only rewrites that keep every bit.</summary>
public sealed partial class ExpressionGraph
{
    public Expression True => Boolean(true);

    public Expression False => Boolean(false);

    public Constant Boolean(bool value) => MakeConstant(ScalarType.Boolean, value ? 1 : 0);

    public Constant Int(int value) => MakeConstant(ScalarType.Int32, value);

    public Constant Integer(ScalarType type, long value) => MakeConstant(type, type.Wrap(value));

    /// <summary>A number of any numeric type, rounded to it.</summary>
    public Constant Number(ScalarType type, double value) => type switch
    {
        ScalarType.Double => MakeConstant(type, BitConverter.DoubleToInt64Bits(value)),
        ScalarType.Single => MakeConstant(type, BitConverter.DoubleToInt64Bits((float)value)),
        _ => Integer(type, (long)value),
    };

    /// <summary>A primitive applied, folded where its row says that the folded constant has the bits of the run-time value.</summary>
    public Expression Apply(Primitive primitive, ExpressionType type, params ImmutableArray<Expression> arguments)
        => primitive.Fold?.Invoke(this, type, arguments) ?? Intern(new Apply(primitive, type, arguments));

    /// <summary>A primitive whose result has the type that its row derives from the arguments.</summary>
    public Expression Apply(Primitive primitive, params ImmutableArray<Expression> arguments)
        => Apply(primitive, primitive.ResultType(arguments), arguments);

    public Expression Add(params ImmutableArray<Expression> terms) => terms.Length == 1 ? terms[0] : Apply(Arithmetic.Add, terms);

    public Expression Multiply(params ImmutableArray<Expression> factors) => factors.Length == 1 ? factors[0] : Apply(Arithmetic.Multiply, factors);

    public Expression Negate(Expression value) => Apply(Arithmetic.Negate, value);

    // a − b and a + (−b) are the same in IEEE arithmetic, and in two's complement.
    public Expression Subtract(Expression left, Expression right)
        => left.Scalar is ScalarType.UInt32 or ScalarType.UInt64 ? Apply(Arithmetic.Subtract, left, right) : Add(left, Negate(right));

    public Expression Divide(Expression left, Expression right) => Apply(Arithmetic.Divide, left, right);

    public Expression Convert(Expression value, ScalarType type) => Apply(Conversions.Convert, type, value);

    public Expression Less(Expression left, Expression right) => Apply(Comparisons.Less, left, right);

    public Expression LessOrEqual(Expression left, Expression right) => Apply(Comparisons.LessOrEqual, left, right);

    public Expression Equal(Expression left, Expression right) => Apply(Comparisons.Equal, left, right);

    public Expression NotEqual(Expression left, Expression right) => Apply(Comparisons.NotEqual, left, right);

    public Expression Not(Expression condition) => Apply(Comparisons.Not, condition);

    public Expression And(Expression left, Expression right) => Select(left, right, False);

    public Expression Or(Expression left, Expression right) => Select(left, True, right);

    public Expression Select(Expression condition, Expression whenTrue, Expression whenFalse)
    {
        if (condition is Constant known)
        {
            return known.IsTrue ? whenTrue : whenFalse;
        }

        if (ReferenceEquals(whenTrue, whenFalse))
        {
            return whenTrue;
        }

        if (condition is Apply not && ReferenceEquals(not.Primitive, Comparisons.Not))
        {
            return Select(not.Arguments[0], whenFalse, whenTrue);
        }

        whenTrue = Known(whenTrue, condition, holds: true);
        whenFalse = Known(whenFalse, condition, holds: false);
        return (whenTrue, whenFalse) switch
        {
            _ when ReferenceEquals(whenTrue, whenFalse) => whenTrue,
            (Constant { IsTrue: true }, Constant { IsFalse: true }) => condition,
            (Constant { IsFalse: true }, Constant { IsTrue: true }) => Not(condition),
            _ => Intern(new Select(condition, whenTrue, whenFalse)),
        };
    }

    // A side that asks again what it is the side of.
    private Expression Known(Expression side, Expression condition, bool holds)
    {
        return side.Scalar == ScalarType.Boolean && Asks(side) is { } answer ? Boolean(answer)
            : side is Select inner && Asks(inner.Condition) is { } chosen ? (chosen ? inner.WhenTrue : inner.WhenFalse)
            : side;

        bool? Asks(Expression asked) => ReferenceEquals(asked, condition) ? holds : Comparisons.AreOpposite(asked, condition) ? !holds : null;
    }

    /// <summary>The node with other operands, of the same kind and payload.</summary>
    public Expression With(Expression node, ImmutableArray<Expression> operands) => node switch
    {
        Apply apply => Apply(apply.Primitive, apply.Type, operands),
        Expressions.Select => Select(operands[0], operands[1], operands[2]),
        Expressions.Reduce reduce => Reduce(reduce.Operator, reduce.Index, operands[0], operands[1], operands[2], operands.RemoveRange(0, 3)),
        Expressions.Scan scan => Scan(scan, scan.Index, scan.Carried, operands),
        Expressions.Trace trace => Trace((Scan)operands[0], trace.Position),
        Expressions.Output output => Output((Scan)operands[0], output.Position),
        Expressions.Build build => Build(build.Indices, operands.RemoveAt(operands.Length - 1), operands[operands.Length - 1]),
        Expressions.Element => Element(operands[0], operands.RemoveAt(0)),
        Expressions.Zeros => Zeros(operands[0]),
        Expressions.Scatter => Scatter(operands[0], operands.Slice(1, operands.Length - 2), operands[operands.Length - 1]),
        Expressions.Update => Update(operands[0], operands.Slice(1, operands.Length - 2), operands[operands.Length - 1]),
        Expressions.Stored stored => Stored(operands[0], stored.IsEager),
        Expressions.Extent extent => Extent(operands[0], extent.Axis),
        _ => node,
    };

    /// <summary>The node with its operands replaced one by one; the node itself if all stay.</summary>
    public Expression Replace(Expression node, Func<Expression, Expression> replacement)
    {
        ImmutableArray<Expression> operands = node.Operands;
        ImmutableArray<Expression>.Builder? replaced = null;
        for (int i = 0; i < operands.Length; i++)
        {
            Expression operand = replacement(operands[i]);
            if (replaced is null && !ReferenceEquals(operand, operands[i]))
            {
                replaced = ImmutableArray.CreateBuilder<Expression>(operands.Length);
                replaced.AddRange(operands, i);
            }

            replaced?.Add(operand);
        }

        return replaced is null ? node : With(node, replaced.MoveToImmutable());
    }

    private Constant MakeConstant(ScalarType type, long payload) => (Constant)Intern(new Constant(type, payload));
}
