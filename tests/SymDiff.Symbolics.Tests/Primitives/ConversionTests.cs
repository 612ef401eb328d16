using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>Conversions between all pairs of types, against C#'s casts.</summary>
public class ConversionTests
{
    public static ImmutableArray<Primitive> Rows { get; } = [.. Conversions.Rows, CheckedArithmetic.Convert];

    private static readonly ImmutableArray<ScalarType> Types =
    [
        ScalarType.SByte, ScalarType.Byte, ScalarType.Int16, ScalarType.UInt16, ScalarType.Char, ScalarType.Int32, ScalarType.UInt32,
        ScalarType.Int64, ScalarType.UInt64, ScalarType.Single, ScalarType.Double,
    ];

    private static readonly ImmutableArray<double> Floating =
    [
        0, -0.0, 0.5, -0.5, 0.999, -0.999, 1.5, -1.5, 127.9, 128, -128.9, -129, 255.9, 256, 300.7, 32767.9, 32768, -32769, 65535.9, 65536,
        2147483647, 2147483648, -2147483648, -2147483649.5,
        4294967295, 4294967296, 9.2233720368547748e18, 9.2233720368547758e18, -9.2233720368547758e18, 1.8446744073709550e19, 1.8446744073709552e19, 1e30, -1e30,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-300, 1.1, 16777217, 1e300,
    ];

    private static readonly ImmutableArray<long> Integers =
    [
        0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, int.MinValue, 1L << 31, uint.MaxValue, 1L << 32,
        16777217, 9007199254740993, 9007199791611905, long.MaxValue, long.MinValue,
    ];

    public static TheoryData<ScalarType, ScalarType> Pairs
    {
        get
        {
            var pairs = new TheoryData<ScalarType, ScalarType>();
            foreach (ScalarType from in Types)
            {
                foreach (ScalarType to in Types)
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void A_cast_is_that_of_CSharp(ScalarType from, ScalarType to)
        => Assert.All(Samples(from), value =>
        {
            Value right = Value.Of(to, Cast(value, to, isChecked: false)!.Value);
            Assert.Equal(right.Payload, Interpreter.Evaluate(Apply(Conversions.Convert, value, to, out (Symbol, Value)[] environment), environment).Payload);
            Assert.Equal(right.Payload, Interpreter.Evaluate(Constant(value).Graph.Convert(Constant(value), to)).Payload);
        });

    [Theory, MemberData(nameof(Pairs))]
    public void A_checked_cast_throws_where_CSharp_throws(ScalarType from, ScalarType to)
    {
        if (to.IsFloating())
        {
            return;
        }

        Assert.All(Samples(from), value =>
        {
            Expression cast = Apply(CheckedArithmetic.Convert, value, to, out (Symbol, Value)[] environment);
            if (Cast(value, to, isChecked: true) is { } right)
            {
                Assert.Equal(right, Interpreter.Evaluate(cast, environment).Payload);
                Assert.True(Interpreter.Evaluate(((Apply)cast).Primitive.Requires((Apply)cast), environment).IsTrue);
            }
            else
            {
                Assert.Throws<OverflowException>(() => Interpreter.Evaluate(cast, environment));
                Assert.Throws<OverflowException>(() => Interpreter.Evaluate(((Apply)cast).Primitive.Requires((Apply)cast), environment));
            }
        });
    }

    [Theory, InlineData(ScalarType.Double), InlineData(ScalarType.Single)]
    public void ConvertToInteger_is_that_of_DotNet(ScalarType from)
        => Assert.All(Samples(from), value =>
        {
            Expect(ScalarType.SByte, double.ConvertToInteger<sbyte>(value.Number));
            Expect(ScalarType.Byte, double.ConvertToInteger<byte>(value.Number));
            Expect(ScalarType.Int16, double.ConvertToInteger<short>(value.Number));
            Expect(ScalarType.UInt16, double.ConvertToInteger<ushort>(value.Number));
            Expect(ScalarType.Int32, double.ConvertToInteger<int>(value.Number));
            Expect(ScalarType.UInt32, double.ConvertToInteger<uint>(value.Number));
            Expect(ScalarType.Int64, double.ConvertToInteger<long>(value.Number));
            Expect(ScalarType.UInt64, unchecked((long)double.ConvertToInteger<ulong>(value.Number)));

            void Expect(ScalarType to, long right)
                => Assert.Equal(right, Interpreter.Evaluate(Apply(Conversions.ConvertToInteger, value, to, out (Symbol, Value)[] environment), environment).Payload);
        });

    [Fact]
    public void Between_floating_types_the_slope_is_one_and_to_integers_there_is_none()
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", ScalarType.Double);
        var narrowing = (Apply)graph.Convert(x, ScalarType.Single);
        var cut = (Apply)graph.Convert(x, ScalarType.Int32);
        Assert.Same(graph.Number(ScalarType.Single, 1), Conversions.Convert.Partial!(narrowing, 0));
        Assert.False(Conversions.Convert.CutsDerivative(narrowing));
        Assert.Null(Conversions.Convert.Partial!(cut, 0));
        Assert.True(Conversions.Convert.CutsDerivative(cut));
        Assert.Null(Conversions.Convert.Partial!((Apply)graph.Convert(cut, ScalarType.Double), 0));
    }

    private static Expression Apply(Primitive conversion, Value value, ScalarType to, out (Symbol, Value)[] environment)
    {
        var graph = new ExpressionGraph();
        Symbol x = graph.Parameter("x", value.Type);
        environment = [(x, value)];
        return graph.Apply(conversion, to, x);
    }

    private static Expression Constant(Value value)
        => value.Type.Scalar.IsFloating() ? new ExpressionGraph().Number(value.Type.Scalar, value.Number) : new ExpressionGraph().Integer(value.Type.Scalar, value.Payload);

    private static IEnumerable<Value> Samples(ScalarType type)
        => type.IsFloating() ? Floating.Select(number => Value.Of(type, number)) : Integers.Select(number => Value.Of(type, type.Wrap(number)));

    // The payload of the result; null for an overflow.
    private static long? Cast(Value value, ScalarType to, bool isChecked)
    {
        try
        {
            return value.Type.Scalar switch
            {
                ScalarType.Double => FromDouble(value.Number, to, isChecked),
                ScalarType.Single => FromSingle((float)value.Number, to, isChecked),
                ScalarType.UInt64 => FromUInt64((ulong)value.Payload, to, isChecked),
                _ => FromInt64(value.Payload, to, isChecked),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static long FromDouble(double x, ScalarType to, bool isChecked) => to switch
    {
        ScalarType.SByte => isChecked ? checked((sbyte)x) : unchecked((sbyte)x),
        ScalarType.Byte => isChecked ? checked((byte)x) : unchecked((byte)x),
        ScalarType.Int16 => isChecked ? checked((short)x) : unchecked((short)x),
        ScalarType.UInt16 => isChecked ? checked((ushort)x) : unchecked((ushort)x),
        ScalarType.Char => isChecked ? checked((char)x) : unchecked((char)x),
        ScalarType.Int32 => isChecked ? checked((int)x) : unchecked((int)x),
        ScalarType.UInt32 => isChecked ? checked((uint)x) : unchecked((uint)x),
        ScalarType.Int64 => isChecked ? checked((long)x) : unchecked((long)x),
        ScalarType.UInt64 => unchecked((long)(isChecked ? checked((ulong)x) : unchecked((ulong)x))),
        ScalarType.Single => Bits((float)x),
        _ => Bits(x),
    };

    private static long FromSingle(float x, ScalarType to, bool isChecked) => to switch
    {
        ScalarType.SByte => isChecked ? checked((sbyte)x) : unchecked((sbyte)x),
        ScalarType.Byte => isChecked ? checked((byte)x) : unchecked((byte)x),
        ScalarType.Int16 => isChecked ? checked((short)x) : unchecked((short)x),
        ScalarType.UInt16 => isChecked ? checked((ushort)x) : unchecked((ushort)x),
        ScalarType.Char => isChecked ? checked((char)x) : unchecked((char)x),
        ScalarType.Int32 => isChecked ? checked((int)x) : unchecked((int)x),
        ScalarType.UInt32 => isChecked ? checked((uint)x) : unchecked((uint)x),
        ScalarType.Int64 => isChecked ? checked((long)x) : unchecked((long)x),
        ScalarType.UInt64 => unchecked((long)(isChecked ? checked((ulong)x) : unchecked((ulong)x))),
        ScalarType.Single => Bits(x),
        _ => Bits((double)x),
    };

    private static long FromInt64(long x, ScalarType to, bool isChecked) => to switch
    {
        ScalarType.SByte => isChecked ? checked((sbyte)x) : unchecked((sbyte)x),
        ScalarType.Byte => isChecked ? checked((byte)x) : unchecked((byte)x),
        ScalarType.Int16 => isChecked ? checked((short)x) : unchecked((short)x),
        ScalarType.UInt16 => isChecked ? checked((ushort)x) : unchecked((ushort)x),
        ScalarType.Char => isChecked ? checked((char)x) : unchecked((char)x),
        ScalarType.Int32 => isChecked ? checked((int)x) : unchecked((int)x),
        ScalarType.UInt32 => isChecked ? checked((uint)x) : unchecked((uint)x),
        ScalarType.Int64 => x,
        ScalarType.UInt64 => unchecked((long)(isChecked ? checked((ulong)x) : unchecked((ulong)x))),
        ScalarType.Single => Bits((float)x),
        _ => Bits((double)x),
    };

    private static long FromUInt64(ulong x, ScalarType to, bool isChecked) => to switch
    {
        ScalarType.SByte => isChecked ? checked((sbyte)x) : unchecked((sbyte)x),
        ScalarType.Byte => isChecked ? checked((byte)x) : unchecked((byte)x),
        ScalarType.Int16 => isChecked ? checked((short)x) : unchecked((short)x),
        ScalarType.UInt16 => isChecked ? checked((ushort)x) : unchecked((ushort)x),
        ScalarType.Char => isChecked ? checked((char)x) : unchecked((char)x),
        ScalarType.Int32 => isChecked ? checked((int)x) : unchecked((int)x),
        ScalarType.UInt32 => isChecked ? checked((uint)x) : unchecked((uint)x),
        ScalarType.Int64 => isChecked ? checked((long)x) : unchecked((long)x),
        ScalarType.UInt64 => unchecked((long)x),
        ScalarType.Single => Bits((float)x),
        _ => Bits((double)x),
    };

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
