using System;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Evaluation;

/// <summary>Applies a row of the table to values, in the types that C# would use.</summary>
internal static class PrimitiveEvaluation
{
    public static Value Evaluate(Apply apply, ImmutableArray<Value> arguments)
    {
        Primitive primitive = apply.Primitive;
        if (ReferenceEquals(primitive, Guards.SameShape))
        {
            return Value.Of(arguments[0].Extents.SequenceEqual(arguments[1].Extents));
        }

        if (primitive.Evaluate is null && primitive.EvaluateInteger is null)
        {
            return Convert(primitive, arguments[0], apply.Scalar);
        }

        return primitive.IsNary
            ? arguments.Skip(1).Aggregate(arguments[0], (left, right) => Evaluate(primitive, apply.Scalar, [left, right]))
            : Evaluate(primitive, apply.Scalar, arguments);
    }

    public static Value Combine(ReduceOperator op, Value left, Value right)
    {
        if (left.Type.IsArray)
        {
            return Value.Array(left.Type.Scalar, left.Extents, [.. left.Items.Zip(right.Items, (a, b) => Combine(op, a, b))]);
        }

        Primitive primitive = op switch
        {
            ReduceOperator.Sum => Arithmetic.Add,
            ReduceOperator.Product => Arithmetic.Multiply,
            ReduceOperator.Min => Piecewise.Min,
            ReduceOperator.Max => Piecewise.Max,
            ReduceOperator.All => Bits.And,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
        return Evaluate(primitive, left.Type.Scalar, [left, right]);
    }

    private static Value Evaluate(Primitive primitive, ScalarType type, ImmutableArray<Value> arguments)
    {
        if (!arguments.Any(static argument => argument.Type.Scalar.IsFloating()))
        {
            Func<long[], ScalarType, long> integer = primitive.EvaluateInteger ?? throw Unknown(primitive);
            return Value.Of(type, type.Wrap(integer([.. arguments.Select(static argument => argument.Payload)], arguments[0].Type.Scalar)));
        }

        Func<double[], double>? evaluate = arguments[0].Type.Scalar == ScalarType.Single ? primitive.EvaluateSingle ?? primitive.Evaluate : primitive.Evaluate;
        double number = (evaluate ?? throw Unknown(primitive))([.. arguments.Select(static argument => argument.Number)]);
        return type.IsFloating() ? Value.Of(type, number) : Value.Of(type, (long)number);
    }

    private static Value Convert(Primitive conversion, Value value, ScalarType type)
    {
        ScalarType from = value.Type.Scalar;
        if (type.IsFloating())
        {
            // (float)long rounds once; by way of double it would round twice.
            return type == ScalarType.Double || from.IsFloating() ? Value.Of(type, value.Number)
                : from == ScalarType.UInt64 ? (float)(ulong)value.Payload : (float)value.Payload;
        }

        bool isChecked = ReferenceEquals(conversion, CheckedArithmetic.Convert);
        if (from.IsFloating())
        {
            return Value.Of(type, isChecked ? Conversion.Checked(value.Number, type) : Conversion.Cast(value.Number, type));
        }

        return Value.Of(type, isChecked
            ? Conversion.CheckedInteger(from == ScalarType.UInt64 ? (ulong)value.Payload : value.Payload, type)
            : type.Wrap(value.Payload));
    }

    private static InvalidOperationException Unknown(Primitive primitive)
        => new($"The table of primitives doesn't say how to evaluate {primitive.Name} for such arguments.");
}
