using System;
using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Primitives;

/// <summary>Comparisons (a &gt; b is b &lt; a, also for NaN) and negation of truth values. <c>&amp;&amp;</c> and <c>||</c> are <see cref="Select"/>.</summary>
public static class Comparisons
{
    public static readonly Primitive Less = Comparison(
        "Less", "<", "<", Notation.Closed("{V}.LessThan({0}, {1})"), Binding.Relational, static (a, b) => a < b, static (a, b) => a < b);

    public static readonly Primitive LessOrEqual = Comparison(
        "LessOrEqual", "<=", "≤", Notation.Closed("{V}.LessThanOrEqual({0}, {1})"), Binding.Relational, static (a, b) => a <= b, static (a, b) => a <= b);

    public static readonly Primitive Equal = Comparison(
        "Equal", "==", "=", Notation.Closed("{V}.Equals({0}, {1})"), Binding.Equality, static (a, b) => a == b, static (a, b) => a == b);

    public static readonly Primitive NotEqual = Comparison(
        "NotEqual", "!=", "≠", new("~{V}.Equals({0}, {1})", Binding.Unary, Binding.Any), Binding.Equality, static (a, b) => a != b, static (a, b) => a != b);

    public static readonly Primitive Not = new()
    {
        Name = "Not",
        Takes = [Operand.Truth],
        EvaluateInteger = static (args, _) => 1 - args[0],
        // ¬(a < b) isn't b ≤ a: a NaN makes both false. Equality has an exact opposite.
        Fold = static (graph, _, args) => args[0] switch
        {
            Constant constant => graph.Boolean(!constant.IsTrue),
            Apply inner when ReferenceEquals(inner.Primitive, Not) => inner.Arguments[0],
            Apply inner when ReferenceEquals(inner.Primitive, Equal) => graph.NotEqual(inner.Arguments[0], inner.Arguments[1]),
            Apply inner when ReferenceEquals(inner.Primitive, NotEqual) => graph.Equal(inner.Arguments[0], inner.Arguments[1]),
            Apply inner when ReferenceEquals(inner.Primitive, Less) && !inner.Arguments[0].Scalar.IsFloating()
                => graph.LessOrEqual(inner.Arguments[1], inner.Arguments[0]),
            Apply inner when ReferenceEquals(inner.Primitive, LessOrEqual) && !inner.Arguments[0].Scalar.IsFloating()
                => graph.Less(inner.Arguments[1], inner.Arguments[0]),
            _ => null,
        },
        CSharp = new("!{0}", Binding.Unary, Binding.Unary),
        Lanes = new("~{0}", Binding.Unary, Binding.Unary),
        IsExactInLanes = true,
        Mathematics = new("¬{0}", Binding.Unary, Binding.Unary),
    };

    public static readonly ImmutableArray<Primitive> Rows = [Less, LessOrEqual, Equal, NotEqual, Not];

    /// <summary>Whether one holds exactly where the other doesn't, as their form tells.</summary>
    public static bool AreOpposite(Expression left, Expression right)
        => left is Apply one && right is Apply other
            && (IsOpposite(one, other) || IsOpposite(other, one)
                || (ReferenceEquals(one.Primitive, Less) && ReferenceEquals(other.Primitive, LessOrEqual) && IsMirrored(one, other))
                || (ReferenceEquals(one.Primitive, LessOrEqual) && ReferenceEquals(other.Primitive, Less) && IsMirrored(one, other)));

    private static bool IsOpposite(Apply left, Apply right)
        => ReferenceEquals(left.Primitive, Not) ? ReferenceEquals(left.Arguments[0], right)
            : ReferenceEquals(left.Primitive, Equal) && ReferenceEquals(right.Primitive, NotEqual)
                && ReferenceEquals(left.Arguments[0], right.Arguments[0]) && ReferenceEquals(left.Arguments[1], right.Arguments[1]);

    // Of floating numbers neither a < b nor b ≤ a may hold.
    private static bool IsMirrored(Apply left, Apply right)
        => !left.Arguments[0].Scalar.IsFloating() && ReferenceEquals(left.Arguments[0], right.Arguments[1]) && ReferenceEquals(left.Arguments[1], right.Arguments[0]);

    private static Primitive Comparison(
        string name, string csharp, string mathematics, Notation lanes, Binding binding, Func<double, double, bool> floating, Func<long, long, bool> integer) => new()
    {
        Name = name,
        Takes = binding == Binding.Equality ? [Operand.Scalar, Operand.Scalar] : [Operand.Number, Operand.Number],
        ResultType = static _ => ScalarType.Boolean,
        Evaluate = args => floating(args[0], args[1]) ? 1 : 0,
        EvaluateInteger = (args, type) => integer(Ordered(args[0], type), Ordered(args[1], type)) ? 1 : 0,
        Fold = (graph, _, args) => args switch
        {
            [Constant a, Constant b] when a.Scalar.IsFloating() => graph.Boolean(floating(a.Number, b.Number)),
            [Constant a, Constant b] => graph.Boolean(integer(Ordered(a.Payload, a.Scalar), Ordered(b.Payload, b.Scalar))),
            _ => null,
        },
        CSharp = new($"{{0}} {csharp} {{1}}", binding, binding + 1),
        Lanes = lanes,
        IsExactInLanes = true,
        Mathematics = new($"{{0}} {mathematics} {{1}}", binding, binding + 1),
    };

    // Signed numbers in the order of the unsigned ones.
    private static long Ordered(long value, ScalarType type) => type == ScalarType.UInt64 ? value ^ long.MinValue : value;
}
