using SymDiff.Symbolics.Expressions;
using static SymDiff.Symbolics.Primitives.Functions;

namespace SymDiff.Symbolics.Tests.Simplification;

/// <summary>For each rule what it rewrites, and to what.</summary>
public static class Samples
{
    public static IEnumerable<Sample> All =>
    [
        .. Products, .. Quotients, .. Sums, .. Sharing, .. Shares, .. Selections, .. Reductions,
    ];

    private static IEnumerable<Sample> Products =>
    [
        new("product-signs", x => -x.A * x.B, "Negate(Multiply(a, b))"),
        new("product-signs", x => -x.A * -x.B, "Multiply(a, b)"),
        new("product-signs", x => -2 * x.A, "Negate(Multiply(2d, a))"),
        new("product-signs", x => x.A * x.Number(-1), "Negate(a)"),
        new("product-flatten", x => 0.5 * x.A * x.B * x.C, "Multiply(0.5d, a, b, c)"),
        new("product-constant-first", x => x.A * x.Number(0.5), "Multiply(0.5d, a)"),
        new("product-constant-first", x => x.A * x.B * x.Number(0.5), "Multiply(0.5d, Multiply(a, b))"),
        new("product-constants", x => 2 * (3 * x.A), "Multiply(6d, a)"),
        new("product-constants", x => 0.5 * (2 * x.A), "a"),
        new("product-constants", x => 1e200 * (1e-100 * x.A), "Multiply(1E+100d, a)"),
        new("product-constant-out", x => 2 * x.A * x.B, "Multiply(2d, Multiply(a, b))"),
        new("product-constant-out", x => x.A * (2 * x.B) * (3 * x.C), "Multiply(6d, Multiply(a, b, c))"),
        new("product-constants-cancel", x => 2 * (0.5 * x.A * x.B), "Multiply(a, b)"),
        new("product-constants-cancel", x => x.A * (0.5 * x.B) * (2 * x.C), "Multiply(a, b, c)"),
        new("product-constants-cancel", x => 0.5 / x.A * (2 * x.B), "Divide(b, a)"),
        new("product-constants-cancel", x => 0.25 * (x.A * (4 / x.B)), "Divide(a, b)"),
        new("product-constant-over-whole", x => 2 * (x.A / x.N), "Multiply(Divide(2d, Double(count)), a)"),
        new("product-constant-over-quotient", x => 0.01 * (x.A / (x.B / 100)), "Divide(a, b)") { Frozen = x => [x.B / 100] },
        new("product-reciprocal", x => x.A * (1 / x.B), "Divide(a, b)"),
        new("product-reciprocal", x => 1 / x.B * x.A * x.C, "Multiply(c, Divide(a, b))"),
        new("product-constant-into-reciprocal", x => 2 * (3 / x.A), "Divide(6d, a)"),
        new("product-constant-into-reciprocal", x => 1 / x.N * 2, "Divide(2d, Double(count))"),
        new("product-order", x => x.B * x.A, "Multiply(a, b)"),
        new("product-order", x => x.A * x.B, "Multiply(b, a)") { Frozen = x => [x.B * x.A] },
        new("product-hoisted-factors", x => x.Graph.Multiply(x.A, x.B, x.Ui), "Multiply(u[i], Multiply(a, b))"),
    ];

    private static IEnumerable<Sample> Quotients =>
    [
        new("quotient-signs", x => -x.A / x.B, "Negate(Divide(a, b))"),
        new("quotient-signs", x => x.A / -x.B, "Negate(Divide(a, b))"),
        new("quotient-signs", x => -2 / -x.B, "Divide(2d, b)"),
        new("quotient-by-constant", x => x.A / 2, "Multiply(0.5d, a)"),
        new("quotient-by-constant", x => 6 * x.A / 3, "Multiply(2d, a)"),
        new("constant-over-scaled", x => 1 / (2 * x.A), "Divide(0.5d, a)"),
        new("constant-over-quotient", x => 2 / (x.A / 3), "Divide(6d, a)") { Frozen = x => [x.A / 3] },
        new("scaled-over-scaled", x => 6 * x.A / (2 * x.B), "Multiply(3d, Divide(a, b))"),
        new("quotient-constant-out", x => 2 * x.A / x.B, "Multiply(2d, Divide(a, b))"),
        new("quotient-by-reciprocal", x => x.A / (1 / x.B), "Multiply(a, b)"),
        new("reciprocal-of-quotient", x => 1 / (x.A / x.B), "Divide(b, a)"),
        new("quotient-by-wholes", x => x.A / x.N / x.M, "Divide(a, Multiply(Double(count), Double(Extent(u, 0))))"),
        new("quotient-by-known-reciprocal", x => x.A / (1 + x.B), "Multiply(Divide(1d, Add(1d, b)), a)") { Frozen = x => [1 / (1 + x.B)] },
        new("quotient-by-known-reciprocal", x => x.A / Sqrt(x.B) * x.C, "Multiply(Divide(1d, Sqrt(b)), a, c)") { Others = x => [x.D / Sqrt(x.B)] },
        new("quotient-by-known-reciprocal", x => 1 / x.B * x.A / x.B, "%1 = Divide(1d, b)\nMultiply(%1, a, %1)") { Frozen = x => [1 / x.B] },
        new("quotient-by-hoisted-whole", x => x.Ui / x.N, "Multiply(Divide(1d, Double(count)), u[i])"),
    ];

    private static IEnumerable<Sample> Sums =>
    [
        new("sum-known", x => x.A + x.B, "Add(b, a)") { Frozen = x => [x.B + x.A] },
        new("sum-known", x => x.A - x.B, "Negate(Add(b, Negate(a)))") { Frozen = x => [x.B - x.A] },
        new("sum-flatten", x => x.A + x.B + x.C, "Add(a, b, c)"),
        new("sum-zeros", x => x.A + x.Number(0), "a"),
        new("sum-zeros", x => x.Number(-0.0) + x.A + x.Number(0) + x.B, "Add(a, b)"),
        new("sum-constants", x => 1 + x.A + 2, "Add(3d, a)"),
        new("sum-like-terms", x => x.A + x.A, "Multiply(2d, a)"),
        new("sum-like-terms", x => 3 * x.A + x.B - x.A, "Add(Multiply(2d, a), b)"),
        new("sum-like-terms", x => x.A + x.B + x.A + x.B, "Multiply(2d, Add(a, b))"),
        new("sum-like-terms", x => x.A - (x.B - x.A), "Add(Multiply(2d, a), Negate(b))"),
        new("sum-like-terms", x => (-x.A * x.B) + (-x.A * x.B), "Multiply(2d, Multiply(Negate(a), b))") { Frozen = x => [-x.A * x.B] },
        new("sum-like-terms", x => (-x.A * x.B) + (3 * x.A * x.B), "Negate(Multiply(2d, Multiply(Negate(a), b)))") { Frozen = x => [-x.A * x.B] },
        new("sum-like-terms", x => (3 * x.A * x.A * 2) + (3 * (x.A * x.A)), "Multiply(9d, Multiply(a, a))") { Frozen = x => [3 * x.A * x.A] },
        new("sum-like-terms", x => (x.A * (2 * x.B)) + (x.B * x.A), "Multiply(3d, Multiply(a, b))") { Frozen = x => [2 * x.B] },
        new("sum-like-terms", x => (x.A * x.B * (0.5 * x.C)) + (x.A * x.B * (0.25 * x.C)), "Multiply(0.75d, Multiply(c, Multiply(a, b)))") { Frozen = x => [x.A * x.B] },
        new("sum-common-factor", x => (x.A * x.B) + x.D - (x.C * x.A), "Add(Multiply(a, Add(b, Negate(c))), d)"),
        new("sum-common-factor", x => (x.A / x.B) - (1 / x.B), "Divide(Add(a, -1d), b)"),
        new("sum-common-constant", x => 2 * x.A - 2 * x.B, "Multiply(2d, Add(a, Negate(b)))"),
        new("sum-shared-constant", x => 2 * x.A + x.B - 2 * x.C, "Add(Multiply(2d, Add(a, Negate(c))), b)"),
        new("sum-shared-constant", x => x.D - 2 * x.A + 3 * x.B - 2 * x.C + 3, "Add(d, Negate(Multiply(2d, Add(a, c))), Multiply(3d, b), 3d)"),
        new("sum-signs", x => -x.A - x.B, "Negate(Add(a, b))"),
        new("sum-signs", x => -x.A + x.B, "Add(b, Negate(a))"),
        new("negated-difference", x => -(x.A - x.B), "Add(b, Negate(a))"),
    ];

    private static IEnumerable<Sample> Sharing =>
    [
        new("product-shared-pair", x => x.Graph.Multiply(x.A, x.B, x.C), "Multiply(c, Multiply(a, b))") { Others = x => [x.A * x.B] },
        new("product-shared-pair", x => x.Graph.Multiply(x.A, x.B, x.C), "Multiply(c, Multiply(a, b))") { Others = x => [x.Graph.Multiply(x.A, x.B, x.D)] },
        new("sum-shared-pair", x => x.Graph.Add(x.A, x.B, x.C), "Add(Add(a, b), c)") { Others = x => [x.D * (x.A + x.B)] },
        new("product-known-quotient", x => x.A * (1 / x.B), "Divide(a, b)") { Frozen = x => [x.A / x.B, 1 / x.B] },
        new("product-known-quotient", x => 1 / x.B * x.A, "Divide(a, b)") { Others = x => [x.A / x.B, 1 / x.B] },
        new("product-constant-into-shared-reciprocal", x => 2 * (x.A * (1 / (x.D + 1))), "Multiply(Divide(2d, Add(d, 1d)), a)") { Others = x => [2 * (x.B * (1 / (x.D + 1)))] },
    ];

    private static IEnumerable<Sample> Shares =>
    [
        new("exponential-share", x => x.Exp(x.A) / (1 + x.Exp(x.A)), "%1 = Min(Exp(a), 1.7976931348623157E+308d)\nDivide(%1, Add(1d, %1))"),
        new("exponential-share", x => x.Exp(x.F) / (x.Exp(x.F) + 3), "%1 = Min(Exp(f), 3.4028235E+38f)\nDivide(%1, Add(%1, 3f))"),
        new("exponential-share", x => x.B * x.Exp(x.A) / (1 + x.Exp(x.A)), "%1 = Min(Exp(a), 1.7976931348623157E+308d)\nMultiply(b, Divide(%1, Add(1d, %1)))"),
        new("exponential-share-of-product", x => 1 / (1 + x.Exp(x.A)) * x.Exp(x.A), "%1 = Min(Exp(a), 1.7976931348623157E+308d)\nDivide(%1, Add(1d, %1))"),
        new("exponential-share-of-product", x => x.B / (1 + x.Exp(x.A)) * x.Exp(x.A), "%1 = Min(Exp(a), 1.7976931348623157E+308d)\nMultiply(b, Divide(%1, Add(1d, %1)))"),
        new("exponential-share-of-product", x => 1 / (1 + x.Exp(x.A)) / (1 + x.Exp(x.A)) * x.Exp(x.A), "%1 = Exp(a)\n%2 = Divide(1d, Add(1d, %1))\nMultiply(%2, Multiply(%2, Min(%1, 1.7976931348623157E+308d)))")
        {
            Frozen = x => [1 / (1 + x.Exp(x.A))],
        },
        new("exponential-share-of-product", x => x.B / (x.Exp(x.A) + x.Exp(x.B)) * x.Exp(x.A), "%1 = Exp(a)\nMultiply(b, Divide(%1, Add(%1, Exp(b))))")
        {
            Frozen = x => [x.Exp(x.A) / (x.Exp(x.A) + x.Exp(x.B))],
        },
        new(
            "exponential-share", x => x.Exp(x.A) / (x.Exp(x.A) + x.Exp(x.B)),
            """
            %1 = Exp(a)
            %2 = Add(%1, Exp(b))
            %3 = Select(LessOrEqual(1E-290d, %2), LessOrEqual(%2, 1.7976931348623157E+308d), false)
            %4 = Negate(Max(a, b))
            %5 = Exp(Add(a, %4))
            Divide(Select(%3, %1, %5), Select(%3, %2, Add(%5, Exp(Add(b, %4)))))
            """),
    ];

    private static IEnumerable<Sample> Selections =>
    [
        new("select-asked-again", x => x.Select(x.Graph.Or(x.P, x.Q), x.Select(x.P, x.A, x.B), x.C), "Select(Less(a, d), a, Select(Less(b, d), b, c))"),
        new("select-asked-again", x => x.Select(x.Graph.And(x.P, x.Q), x.Select(x.P, x.A, x.B), x.C), "Select(Less(a, d), Select(Less(b, d), a, c), c)"),
        new("select-asked-again", x => x.Select(x.Graph.And(x.P, x.Q), x.C, x.Select(x.P, x.A, x.B)), "Select(Less(a, d), Select(Less(b, d), c, a), b)"),
        new("select-own-zero", x => x.Select(x.Graph.NotEqual(x.A, x.Number(0)), x.A, x.Number(0)), "a"),
        new("select-own-zero", x => x.Select(x.Graph.NotEqual(x.A, x.Number(0)), -(3 * x.A), x.Number(0)), "Negate(Multiply(3d, a))"),
        new("gated-product", x => x.A * x.Gate(x.P, x.B), "Select(Less(a, d), Multiply(a, b), 0d)"),
        new("gated-product", x => x.A * x.Select(x.P, x.Number(1), x.Number(double.NaN)), "Select(Less(a, d), a, NaNd)"),
        new("gated-product", x => x.A * x.Select(x.P, x.Number(0), x.Number(double.NaN)), "Select(Less(a, d), 0d, NaNd)"),
        new("gated-quotient", x => x.Gate(x.P, x.B) / x.A, "Select(Less(a, d), Divide(b, a), 0d)"),
        new("negated-gate", x => -x.Gate(x.P, x.B), "Select(Less(a, d), Negate(b), 0d)"),
        new("sum-of-selections", x => x.Gate(x.P, x.A) + x.C + x.Gate(x.P, x.B), "Add(Select(Less(a, d), Add(a, b), 0d), c)"),
        new("sum-of-selections", x => x.Gate(x.P, x.A) + x.Select(x.P, x.Number(0), x.B), "Select(Less(a, d), a, b)"),
        new("sum-of-selections", x => (x.C * (x.B * x.Select(x.P, x.A, x.B))) - x.Gate(x.P, x.C), "Select(Less(a, d), Add(Multiply(c, Multiply(a, b)), Negate(c)), Multiply(c, Multiply(b, b)))"),
    ];

    private static IEnumerable<Sample> Reductions =>
    [
        new("reduce-one-term", x => x.Sum(x.Ui, x.Vi), "Sum(i = 0..Extent(u, 0), from 0d: Add(u[i], v[i]))"),
        new("reduce-count", x => x.Sum(x.Number(1)), "Double(Extent(u, 0))"),
        new("reduce-count", x => x.Sum(x.Number(-0.5)), "Negate(Multiply(0.5d, Double(Extent(u, 0))))"),
        new("reduce-count", x => x.Graph.Reduce(ReduceOperator.Sum, x.Index, x.Graph.Int(-2), x.Count, x.Number(0), [x.Number(2)]), "Select(Less(-2, count), Multiply(2d, Add(Double(count), 2d)), 0d)"),
        new("reduce-constant-out", x => x.Sum(2 * x.Ui * x.Vi), "Multiply(2d, Sum(i = 0..Extent(u, 0), from 0d: Multiply(u[i], v[i])))"),
        new("reduce-constant-out", x => x.Sum(-x.Ui), "Negate(Sum(i = 0..Extent(u, 0), from 0d: u[i]))"),
        new("reduce-constant-out", x => x.Sum(-0.5 * x.Ui), "Negate(Sum(i = 0..Extent(u, 0), from 0d: Multiply(0.5d, u[i])))"),
        new("reduce-constant-out", x => x.Sum(2 * x.Ui * x.A), "Multiply(2d, Sum(i = 0..Extent(u, 0), from 0d: Multiply(a, u[i])))") { Others = x => [x.Sum(2 * x.Ui)] },
    ];
}
