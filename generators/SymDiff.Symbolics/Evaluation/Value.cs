using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Evaluation;

/// <summary>What an expression evaluates to: a scalar, an array of scalars in row-major order, or the results of a loop.</summary>
public sealed class Value
{
    private Value(ExpressionType type, long payload, ImmutableArray<int> extents, ImmutableArray<Value> items)
        => (Type, Payload, Extents, Items) = (type, payload, extents, items);

    public ExpressionType Type { get; }

    /// <summary>Of a scalar: as <see cref="Constant.Payload"/> has it.</summary>
    public long Payload { get; }

    /// <summary>Of an array: its length along each axis.</summary>
    public ImmutableArray<int> Extents { get; }

    /// <summary>Of an array: its elements, the last index running fastest.</summary>
    public ImmutableArray<Value> Items { get; }

    /// <summary>A scalar as a number, whatever its type; exact but for integers of more than 53 bits.</summary>
    public double Number => Type.Scalar.IsFloating() ? BitConverter.Int64BitsToDouble(Payload)
        : Type.Scalar == ScalarType.UInt64 ? (ulong)Payload : Payload;

    public bool IsTrue => Payload != 0;

    /// <summary>An array of numbers.</summary>
    public ImmutableArray<double> Numbers => [.. Items.Select(static item => item.Number)];

    /// <summary>A scalar of which the payload is known.</summary>
    public static Value Of(ScalarType type, long payload) => new(type, payload, [], []);

    /// <summary>A floating-point number, rounded to its type.</summary>
    public static Value Of(ScalarType type, double number)
        => Of(type, BitConverter.DoubleToInt64Bits(type == ScalarType.Single ? (float)number : number));

    public static Value Of(bool truth) => Of(ScalarType.Boolean, truth ? 1 : 0);

    public static Value Array(ScalarType type, ImmutableArray<int> extents, ImmutableArray<Value> items)
        => new(new ExpressionType(type, extents.Length), 0, extents, items);

    /// <summary>What a loop carried, after its last step.</summary>
    public static Value Outputs(ImmutableArray<Value> items) => new(ScalarType.None, 0, [], items);

    public static implicit operator Value(double number) => Of(ScalarType.Double, number);

    public static implicit operator Value(float number) => Of(ScalarType.Single, (double)number);

    public static implicit operator Value(int number) => Of(ScalarType.Int32, (long)number);

    public static implicit operator Value(uint number) => Of(ScalarType.UInt32, (long)number);

    public static implicit operator Value(long number) => Of(ScalarType.Int64, number);

    public static implicit operator Value(ulong number) => Of(ScalarType.UInt64, unchecked((long)number));

    public static implicit operator Value(bool truth) => Of(truth);

    public static implicit operator Value(double[] items) => Array(ScalarType.Double, [items.Length], [.. items.Select(static item => (Value)item)]);

    public static implicit operator Value(float[] items) => Array(ScalarType.Single, [items.Length], [.. items.Select(static item => (Value)item)]);

    public static implicit operator Value(int[] items) => Array(ScalarType.Int32, [items.Length], [.. items.Select(static item => (Value)item)]);

    public static implicit operator Value(double[,] items)
        => Array(ScalarType.Double, [items.GetLength(0), items.GetLength(1)], [.. items.Cast<double>().Select(static item => (Value)item)]);

    public override string ToString() => Type.IsArray || Type.Scalar == ScalarType.None
        ? $"[{string.Join(", ", Items)}]"
        : Type.Scalar == ScalarType.Boolean ? (IsTrue ? "true" : "false") : Number.ToString("R", CultureInfo.InvariantCulture);
}
