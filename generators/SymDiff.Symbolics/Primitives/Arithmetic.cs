using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>The operators of arithmetic. Integers wrap, as in an unchecked context; the checked ones are <see cref="CheckedArithmetic"/>.</summary>
public static class Arithmetic
{
    /// <summary>a + b + …, from left to right.</summary>
    public static readonly Primitive Add = new()
    {
        Name = "Add",
        Takes = [Operand.Number],
        IsNary = true,
        Partial = static (sum, _) => sum.Like(1),
        Fold = static (graph, type, terms)
            => FoldMany(graph, terms, type.Scalar, static (a, b) => a + b, static (a, b) => a + b, NeutralOfAddition(type.Scalar), Add!),
        Evaluate = static args => args[0] + args[1],
        EvaluateInteger = static (args, _) => args[0] + args[1],
        CSharp = new("{0} + {1}", Binding.Additive, Binding.Multiplicative),
        Lanes = new("{0} + {1}", Binding.Additive, Binding.Multiplicative),
        IsExactInLanes = true,
        Mathematics = new("{0} + {1}", Binding.Additive, Binding.Multiplicative),
    };

    /// <summary>a − b, for unsigned integers only; everything else adds the negative.</summary>
    public static readonly Primitive Subtract = new()
    {
        Name = "Subtract",
        Takes = [Operand.Number, Operand.Number],
        Fold = static (graph, type, args) => args is [Constant a, Constant b] ? graph.Integer(type.Scalar, a.Payload - b.Payload) : null,
        EvaluateInteger = static (args, _) => args[0] - args[1],
        CSharp = new("{0} - {1}", Binding.Additive, Binding.Multiplicative),
        Mathematics = new("{0} − {1}", Binding.Additive, Binding.Multiplicative),
    };

    /// <summary>a · b · …, from left to right.</summary>
    public static readonly Primitive Multiply = new()
    {
        Name = "Multiply",
        Takes = [Operand.Number],
        IsNary = true,
        Partial = static (product, k) => product.Graph.Multiply(product.Arguments.RemoveAt(k)),
        Fold = static (graph, type, factors) => FoldMany(graph, factors, type.Scalar, static (a, b) => a * b, static (a, b) => a * b, 1, Multiply!),
        Evaluate = static args => args[0] * args[1],
        EvaluateInteger = static (args, _) => args[0] * args[1],
        CSharp = new("{0} * {1}", Binding.Multiplicative, Binding.Unary),
        Lanes = new("{0} * {1}", Binding.Multiplicative, Binding.Unary),
        IsExactInLanes = true,
        Mathematics = new("{0}·{1}", Binding.Multiplicative, Binding.Unary),
    };

    public static readonly Primitive Negate = new()
    {
        Name = "Negate",
        Takes = [Operand.Number],
        Partial = static (negative, _) => negative.Like(-1),
        Fold = static (graph, type, args) => args[0] switch
        {
            Constant constant when type.Scalar.IsFloating() => graph.Number(type.Scalar, -constant.Number),
            Constant constant => graph.Integer(type.Scalar, unchecked(-constant.Payload)),
            Apply inner when ReferenceEquals(inner.Primitive, Negate) => inner.Arguments[0],
            _ => null,
        },
        Evaluate = static args => -args[0],
        EvaluateInteger = static (args, _) => -args[0],
        CSharp = new("-{0}", Binding.Unary, Binding.Unary),
        Lanes = new("-{0}", Binding.Unary, Binding.Unary),
        IsExactInLanes = true,
        Mathematics = new("−{0}", Binding.Additive, Binding.Multiplicative),
    };

    /// <summary>a / b; of integers it cuts towards zero and throws as C# does.</summary>
    public static readonly Primitive Divide = new()
    {
        Name = "Divide",
        Takes = [Operand.Number, Operand.Number],
        // (a/b)′ = a′/b − (a/b)·b′/b
        Partial = static (quotient, k) => k == 0 ? 1 / quotient.Arguments[1] : -(quotient / quotient.Arguments[1]),
        Fold = static (graph, type, args) => args switch
        {
            [var a, Constant { IsOne: true }] => a,
            [Constant a, Constant b] when type.Scalar.IsFloating() => graph.Number(type.Scalar, a.Number / b.Number),
            [Constant a, Constant b] when IsSafeDivisor(type.Scalar, b) => graph.Integer(type.Scalar, a.Payload / b.Payload),
            _ => null,
        },
        Evaluate = static args => args[0] / args[1],
        EvaluateInteger = static (args, type) => type == ScalarType.UInt64 ? (long)((ulong)args[0] / (ulong)args[1]) : Quotient(args[0], args[1], type),
        MayThrow = DivisionMayThrow,
        Requirement = DivisionIsDefined,
        CSharp = new("{0} / {1}", Binding.Multiplicative, Binding.Unary),
        Lanes = new("{0} / {1}", Binding.Multiplicative, Binding.Unary),
        IsExactInLanes = true,
        Mathematics = new("{0}/{1}", Binding.Multiplicative, Binding.Unary),
        Cost = 4,
    };

    /// <summary>a % b, the sign of a: a − b·trunc(a/b).</summary>
    public static readonly Primitive Remainder = new()
    {
        Name = "Remainder",
        Takes = [Operand.Number, Operand.Number],
        // Away from the jumps n = trunc(a/b) is constant, so ∂/∂a = 1 and ∂/∂b = −n. It is taken of what is exactly n·b: a/b itself may round
        // up to n + 1.
        Partial = static (remainder, k) => k == 0 ? remainder.Like(1) : -Functions.Round((remainder.Arguments[0] - remainder) / remainder.Arguments[1]),
        Evaluate = static args => args[0] % args[1],
        EvaluateInteger = static (args, type) => type == ScalarType.UInt64
            ? (long)((ulong)args[0] % (ulong)args[1])
            : unchecked(args[0] - (args[1] * Quotient(args[0], args[1], type))),
        Fold = static (graph, type, args)
            => args is [Constant a, Constant b] && IsSafeDivisor(type.Scalar, b) ? graph.Integer(type.Scalar, a.Payload % b.Payload) : null,
        MayThrow = DivisionMayThrow,
        Requirement = DivisionIsDefined,
        CSharp = new("{0} % {1}", Binding.Multiplicative, Binding.Unary),
        Mathematics = new("{0} mod {1}", Binding.Multiplicative, Binding.Unary),
        Cost = 10,
    };

    public static readonly ImmutableArray<Primitive> Rows = [Add, Subtract, Multiply, Negate, Divide, Remainder];

    /// <summary>Zero of the sign that adding it changes nothing: x + (−0.0) = x even for x = −0.0.</summary>
    public static double NeutralOfAddition(ScalarType type) => type.IsFloating() ? -0.0 : 0;

    // Dividing UInt64 payloads as signed numbers is wrong from 2⁶³ on, and MinValue / −1 throws.
    private static bool IsSafeDivisor(ScalarType type, Constant divisor)
        => type is ScalarType.Int32 or ScalarType.UInt32 or ScalarType.Int64 && divisor.Payload is not 0 and not -1;

    private static bool DivisionMayThrow(Apply division)
        => division.Scalar.IsInteger() && !(division.Arguments[1] is Constant divisor && IsSafeDivisor(division.Scalar, divisor));

    // Not by zero; and MinValue / −1 overflows.
    private static Expression DivisionIsDefined(Apply division)
    {
        (ExpressionGraph graph, Expression dividend, Expression divisor) = (division.Graph, division.Arguments[0], division.Arguments[1]);
        Expression nonzero = graph.NotEqual(divisor, divisor.Like(0));
        return division.Scalar.IsSigned() && !IsNatural(divisor) && !IsNatural(dividend)
            ? graph.And(nonzero, graph.Or(graph.NotEqual(divisor, divisor.Like(-1)), graph.NotEqual(dividend, Integers.Minimum(graph, division.Scalar))))
            : nonzero;
    }

    // A length, or what is left of one: neither −1 nor the least number.
    private static bool IsNatural(Expression number) => number switch
    {
        Extent => true,
        Constant { Payload: >= 0 } => true,
        Apply { Arguments: [var left, var right] } apply => (ReferenceEquals(apply.Primitive, Divide) || ReferenceEquals(apply.Primitive, Remainder)) && IsNatural(left) && IsNatural(right),
        _ => false,
    };

    private static long Quotient(long dividend, long divisor, ScalarType type)
        => divisor == -1 && type.IsSigned() && dividend == Integers.MinValue(type) ? throw new OverflowException() : dividend / divisor;

    // Floating: neutral elements anywhere go, and leading constants fold (that is the order in which they'd be evaluated). Integers are a ring:
    // all constants gather at the end.
    private static Expression? FoldMany(
        ExpressionGraph graph, ImmutableArray<Expression> arguments, ScalarType type,
        Func<double, double, double> floating, Func<long, long, long> integer, double neutral, Primitive primitive)
    {
        if (!HasFolding(arguments, type, neutral))
        {
            return null;
        }

        Constant unit = graph.Number(type, neutral);
        var kept = new List<Expression>(arguments.Length);
        if (type.IsFloating())
        {
            foreach (Expression argument in arguments)
            {
                if (kept.Count == 1 && kept[0] is Constant left && argument is Constant right)
                {
                    kept[0] = graph.Number(type, floating(left.Number, right.Number));
                }
                else if (!ReferenceEquals(argument, unit))
                {
                    kept.Add(argument);
                }
            }
        }
        else
        {
            long constant = unit.Payload;
            foreach (Expression argument in arguments)
            {
                if (argument is Constant number)
                {
                    constant = type.Wrap(unchecked(integer(constant, number.Payload)));
                }
                else
                {
                    kept.Add(argument);
                }
            }

            if (constant != unit.Payload)
            {
                kept.Add(graph.Integer(type, constant));
            }
        }

        return kept.Count switch
        {
            0 => unit,
            1 => kept[0],
            _ when kept.Count == arguments.Length && kept.SequenceEqual(arguments) => null,
            _ => graph.Apply(primitive, kept[0].Type, [.. kept]),
        };
    }

    // Most sums and products have no constant, or one that stays.
    private static bool HasFolding(ImmutableArray<Expression> arguments, ScalarType type, double neutral)
    {
        if (arguments.Length < 2)
        {
            return true;
        }

        foreach (Expression argument in arguments)
        {
            if (argument is Constant constant && (!type.IsFloating() || constant.Payload == BitConverter.DoubleToInt64Bits(neutral)))
            {
                return true;
            }
        }

        return arguments[0] is Constant && arguments[1] is Constant;
    }
}
