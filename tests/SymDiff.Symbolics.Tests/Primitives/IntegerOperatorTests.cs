using System.Collections.Immutable;
using System.Numerics;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Symbolics.Tests.Primitives;

/// <summary>The operators of C# on integers: the interpreter, the folding of constants and the requirements against C# itself.</summary>
public class IntegerOperatorTests
{
    public static ImmutableArray<Primitive> Rows { get; } = 
        [.. Arithmetic.Rows, .. CheckedArithmetic.Rows.Remove(CheckedArithmetic.Convert), .. Bits.Rows, .. Comparisons.Rows];

    [Fact]
    public void Operators_on_int() => Check<int>(ScalarType.Int32);

    [Fact]
    public void Operators_on_uint() => Check<uint>(ScalarType.UInt32);

    [Fact]
    public void Operators_on_long() => Check<long>(ScalarType.Int64);

    [Fact]
    public void Operators_on_ulong() => Check<ulong>(ScalarType.UInt64);

    [Theory, InlineData(false, false), InlineData(false, true), InlineData(true, false), InlineData(true, true)]
    public void Operators_on_truth_values(bool a, bool b)
    {
        Expect(Bits.And, a & b, a, b);
        Expect(Bits.Or, a | b, a, b);
        Expect(Bits.Xor, a ^ b, a, b);
        Expect(Comparisons.Equal, a == b, a, b);
        Expect(Comparisons.NotEqual, a != b, a, b);
        Expect(Comparisons.Not, !a, a);
    }

    private static void Check<T>(ScalarType type)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        T[] numbers =
        [
            T.MinValue, T.MinValue + T.One, T.Zero - T.One, T.Zero, T.One, T.CreateTruncating(2), T.CreateTruncating(7), T.CreateTruncating(0x5A5A_1234),
            T.MaxValue / T.CreateTruncating(2), T.MaxValue - T.One, T.MaxValue,
        ];
        bool isSigned = T.MinValue < T.Zero;
        foreach (T a in numbers)
        {
            Expect(type, Arithmetic.Negate, () => unchecked(T.Zero - a), a);
            Expect(type, Bits.Complement, () => ~a, a);
            if (isSigned)
            {
                Expect(type, CheckedArithmetic.Negate, () => checked(-a), a);
            }

            foreach (int count in (int[])[0, 1, 31, 33, 64, -1])
            {
                Expect(type, Bits.ShiftLeft, () => a << count, a, count);
                Expect(type, Bits.ShiftRight, () => a >> count, a, count);
                Expect(type, Bits.UnsignedShiftRight, () => a >>> count, a, count);
            }

            foreach (T b in numbers)
            {
                Expect(type, Arithmetic.Add, () => unchecked(a + b), a, b);
                Expect(type, Arithmetic.Subtract, () => unchecked(a - b), a, b);
                Expect(type, Arithmetic.Multiply, () => unchecked(a * b), a, b);
                Expect(type, Arithmetic.Divide, () => a / b, a, b);
                Expect(type, Arithmetic.Remainder, () => a % b, a, b);
                Expect(type, Bits.And, () => a & b, a, b);
                Expect(type, Bits.Or, () => a | b, a, b);
                Expect(type, Bits.Xor, () => a ^ b, a, b);
                Expect(type, CheckedArithmetic.Add, () => checked(a + b), a, b);
                Expect(type, CheckedArithmetic.Subtract, () => checked(a - b), a, b);
                Expect(type, CheckedArithmetic.Multiply, () => checked(a * b), a, b);
                Expect(Comparisons.Less, a < b, Of(type, a), Of(type, b));
                Expect(Comparisons.LessOrEqual, a <= b, Of(type, a), Of(type, b));
                Expect(Comparisons.Equal, a == b, Of(type, a), Of(type, b));
                Expect(Comparisons.NotEqual, a != b, Of(type, a), Of(type, b));
            }
        }
    }

    private static void Expect<T>(ScalarType type, Primitive row, Func<T> right, T a, T b)
        where T : struct, IBinaryInteger<T>
        => Expect(row, right, type, Of(type, a), Of(type, b));

    private static void Expect<T>(ScalarType type, Primitive row, Func<T> right, T a, int b)
        where T : struct, IBinaryInteger<T>
        => Expect(row, right, type, Of(type, a), b);

    private static void Expect<T>(ScalarType type, Primitive row, Func<T> right, T a)
        where T : struct, IBinaryInteger<T>
        => Expect(row, right, type, Of(type, a));

    private static Value Of<T>(ScalarType type, T number)
        where T : IBinaryInteger<T>
        => Value.Of(type, long.CreateTruncating(number));

    // The exception that C# throws is thrown, and only then the requirement is false.
    private static void Expect<T>(Primitive row, Func<T> right, ScalarType type, params ImmutableArray<Value> arguments)
        where T : struct, IBinaryInteger<T>
    {
        try
        {
            Expect(row, Of(type, right()), arguments);
        }
        catch (ArithmeticException exception)
        {
            Expression expression = Apply(row, arguments, constants: false, out (Symbol, Value)[] environment);
            Assert.Throws(exception.GetType(), () => Interpreter.Evaluate(expression, environment));
            Expression requirement = row.Requires((Apply)expression);
            if (Traversal.Reachable([requirement]).Contains(expression))
            {
                Assert.Throws(exception.GetType(), () => Interpreter.Evaluate(requirement, environment));
            }
            else
            {
                Assert.False(Interpreter.Evaluate(requirement, environment).IsTrue);
            }

            // A constant that can't be is left to the run time.
            Assert.IsType<Apply>(Apply(row, arguments, constants: true, out _));
        }
    }

    private static void Expect(Primitive row, Value right, params ImmutableArray<Value> arguments)
    {
        Expression expression = Apply(row, arguments, constants: false, out (Symbol, Value)[] environment);
        Value actual = Interpreter.Evaluate(expression, environment);
        Assert.True(right.Payload == actual.Payload, $"{row}({string.Join(", ", arguments)}) is {actual}, not {right}");
        if (expression is Apply apply)
        {
            Assert.True(Interpreter.Evaluate(row.Requires(apply), environment).IsTrue, $"{row}({string.Join(", ", arguments)}) is required not to throw, and doesn't");
        }

        Assert.Equal(right.Payload, Interpreter.Evaluate(Apply(row, arguments, constants: true, out _)).Payload);
    }

    private static Expression Apply(Primitive row, ImmutableArray<Value> arguments, bool constants, out (Symbol, Value)[] environment)
    {
        var graph = new ExpressionGraph();
        (Symbol, Value)[] symbols = [.. arguments.Select((value, i) => (graph.Parameter($"x{i}", value.Type), value))];
        environment = symbols;
        return graph.Apply(row, [.. symbols.Select(pair => constants ? Constant(graph, pair.Item2) : pair.Item1)]);
    }

    private static Expression Constant(ExpressionGraph graph, Value value)
        => value.Type.Scalar == ScalarType.Boolean ? graph.Boolean(value.IsTrue) : graph.Integer(value.Type.Scalar, value.Payload);
}
