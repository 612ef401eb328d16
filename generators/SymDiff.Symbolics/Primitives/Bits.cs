using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The operators on the bits of integers; on truth values they are <c>and</c>, <c>or</c>, <c>xor</c> that evaluate both sides.</summary>
public static class Bits
{
    public static readonly Primitive And = Bitwise("And", "&", "∧", Binding.BitAnd, static (a, b) => a & b);

    public static readonly Primitive Or = Bitwise("Or", "|", "∨", Binding.BitOr, static (a, b) => a | b);

    public static readonly Primitive Xor = Bitwise("Xor", "^", "⊕", Binding.BitXor, static (a, b) => a ^ b);

    public static readonly Primitive Complement = new()
    {
        Name = "Complement",
        Takes = [Operand.Integer],
        EvaluateInteger = static (args, _) => ~args[0],
        Fold = static (graph, type, args) => args is [Constant x] ? graph.Integer(type.Scalar, ~x.Payload) : null,
        CSharp = new("~{0}", Binding.Unary, Binding.Unary),
        Mathematics = new("~{0}", Binding.Unary, Binding.Unary),
    };

    // C# counts a shift modulo the width of the left operand.
    public static readonly Primitive ShiftLeft = Shift("ShiftLeft", "<<", static (value, count, _) => value << count);

    public static readonly Primitive ShiftRight = Shift(
        "ShiftRight", ">>", static (value, count, type) => type == ScalarType.UInt64 ? (long)((ulong)value >> count) : value >> count);

    public static readonly Primitive UnsignedShiftRight = Shift(
        "UnsignedShiftRight", ">>>", static (value, count, type) => type.Bits() == 64 ? (long)((ulong)value >> count) : (uint)value >> count);

    public static readonly ImmutableArray<Primitive> Rows = [And, Or, Xor, Complement, ShiftLeft, ShiftRight, UnsignedShiftRight];

    private static Primitive Bitwise(string name, string csharp, string mathematics, Binding binding, Func<long, long, long> evaluate) => new()
    {
        Name = name,
        Takes = [Operand.Scalar, Operand.Scalar],
        EvaluateInteger = (args, _) => evaluate(args[0], args[1]),
        Fold = (graph, type, args) => args is [Constant a, Constant b] ? OfType(graph, type.Scalar, evaluate(a.Payload, b.Payload)) : null,
        CSharp = new($"{{0}} {csharp} {{1}}", binding, binding + 1),
        Mathematics = new($"{{0}} {mathematics} {{1}}", binding, binding + 1),
    };

    private static Primitive Shift(string name, string csharp, Func<long, int, ScalarType, long> evaluate)
    {
        long Evaluate(ScalarType type, long value, long count) => evaluate(value, (int)count & (type.Bits() - 1), type);
        return new()
        {
            Name = name,
            Takes = [Operand.Integer, Operand.Integer],
            EvaluateInteger = (args, type) => Evaluate(type, args[0], args[1]),
            Fold = (graph, type, args) => args is [Constant a, Constant b] ? graph.Integer(type.Scalar, Evaluate(type.Scalar, a.Payload, b.Payload)) : null,
            CSharp = new($"{{0}} {csharp} {{1}}", Binding.Shift, Binding.Additive),
            Mathematics = new($"{{0}} {csharp} {{1}}", Binding.Shift, Binding.Additive),
        };
    }

    private static Constant OfType(ExpressionGraph graph, ScalarType type, long value)
        => type == ScalarType.Boolean ? graph.Boolean(value != 0) : graph.Integer(type, value);
}
