using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>
/// Integer arithmetic in a <c>checked</c> context: an <see cref="OverflowException"/> where the result doesn't fit. What writes C# sees to it that
/// <c>checked(…)</c> doesn't reach into the arguments.
/// </summary>
public static class CheckedArithmetic
{
    public static readonly Primitive Add = Operation("Add", 2, Binding.Additive, "{0} + {1}", "{0} + {1}", static (a, b) => a + b);

    public static readonly Primitive Subtract = Operation("Subtract", 2, Binding.Additive, "{0} - {1}", "{0} − {1}", static (a, b) => a - b);

    public static readonly Primitive Multiply = Operation("Multiply", 2, Binding.Multiplicative, "{0} * {1}", "{0}·{1}", static (a, b) => a * b);

    public static readonly Primitive Negate = Operation("Negate", 1, Binding.Additive, "-{0}", "−{0}", static (a, _) => -a);

    /// <summary>The cast to the integer type of the node.</summary>
    public static readonly Primitive Convert = new()
    {
        Name = "CheckedConvert",
        Takes = [Operand.Number],
        MayThrow = static _ => true,
        Requirement = static conversion => Evaluated(conversion),
        CutsDerivative = static conversion => conversion.Arguments[0].Scalar.IsFloating(),
        CSharp = new("checked(({T}){0})", Binding.Primary, Binding.Unary),
        Mathematics = Notation.Closed("int({0})"),
    };

    public static readonly ImmutableArray<Primitive> Rows = [Add, Subtract, Multiply, Negate, Convert];

    private static Primitive Operation(string name, int arity, Binding binding, string csharp, string mathematics, Func<decimal, decimal, decimal> evaluate) => new()
    {
        Name = "Checked" + name,
        Takes = arity == 1 ? [Operand.Number] : [Operand.Number, Operand.Number],
        EvaluateInteger = (args, type) => Conversion.CheckedInteger(evaluate(Exact(args[0], type), arity == 1 ? 0 : Exact(args[1], type)), type),
        MayThrow = static _ => true,
        Requirement = static operation => Evaluated(operation),
        CSharp = new($"checked({csharp})", Binding.Primary, binding + 1),
        Mathematics = new(mathematics, binding, binding + 1),
    };

    // 96 bits hold every sum; a product of two 64-bit numbers may overflow even those, with the exception that is due anyway.
    private static decimal Exact(long value, ScalarType type) => type == ScalarType.UInt64 ? (ulong)value : value;
}
