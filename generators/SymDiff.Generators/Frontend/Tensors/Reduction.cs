using System.Collections.Immutable;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Primitives;

namespace SymDiff.Generators.Lifting;

/// <summary>A term of a fold, from the elements that stand at one place in the arrays.</summary>
internal delegate Expression Term(ImmutableArray<Expression> elements);

/// <summary>The elements of the arrays that are reduced.</summary>
/// <param name="Count">How many there are, as a number of their type.</param>
/// <param name="Fold">All of them together, by an operator from a number on.</param>
internal sealed record Folding(Expression Count, Func<ReduceOperator, double, Term, Expression> Fold)
{
    public Expression Sum(Term term) => Fold(ReduceOperator.Sum, 0, term);
}

/// <summary>One row of the table of functions from whole tensors, or spans, to a number.</summary>
/// <param name="Name">What <c>Tensor</c> and <c>TensorPrimitives</c> call it.</param>
/// <param name="Arity">Of how many arrays.</param>
/// <param name="Value">The number.</param>
internal sealed record Reduction(string Name, int Arity, Func<Folding, Expression> Value)
{
    private static readonly ImmutableArray<Reduction> Rows =
    [
        new("Sum", 1, static all => all.Sum(static x => x[0])) { TakesIntegers = true },
        new("Average", 1, static all => all.Sum(static x => x[0]) / all.Count) { SpansHaveElements = true },
        new("Product", 1, static all => all.Fold(ReduceOperator.Product, 1, static x => x[0])) { TakesIntegers = true, SpansHaveElements = true },
        new("Min", 1, static all => all.Fold(ReduceOperator.Min, double.PositiveInfinity, static x => x[0])) { SpansHaveElements = true, TensorsHaveElements = true },
        new("Max", 1, static all => all.Fold(ReduceOperator.Max, double.NegativeInfinity, static x => x[0])) { SpansHaveElements = true, TensorsHaveElements = true },
        new("SumOfSquares", 1, static all => all.Sum(Square)),
        new("SumOfMagnitudes", 1, static all => all.Sum(static x => Functions.Abs(x[0]))),
        new("Norm", 1, static all => Functions.Sqrt(all.Sum(Square))),
        new("StdDev", 1, StandardDeviation) { SpansHaveElements = true },
        new("Dot", 2, static all => all.Sum(static x => x[0] * x[1])) { TakesIntegers = true },
        new("Distance", 2, static all => Functions.Sqrt(all.Sum(static x => (x[0] - x[1]) * (x[0] - x[1])))) { SpansHaveElements = true },
        new("CosineSimilarity", 2, static all => all.Sum(static x => x[0] * x[1]) / (Functions.Sqrt(all.Sum(Square)) * Functions.Sqrt(all.Sum(static x => x[1] * x[1])))) { SpansHaveElements = true },
        new("ProductOfSums", 2, static all => all.Fold(ReduceOperator.Product, 1, static x => x[0] + x[1])) { SpansHaveElements = true },
        new("ProductOfDifferences", 2, static all => all.Fold(ReduceOperator.Product, 1, static x => x[0] - x[1])) { SpansHaveElements = true },
    ];

    public bool TakesIntegers { get; init; }

    /// <summary>Whether the function of spans throws where there are no elements.</summary>
    public bool SpansHaveElements { get; init; }

    /// <summary>Whether the function of tensors throws where there are no elements.</summary>
    public bool TensorsHaveElements { get; init; }

    public static Reduction? Find(string name, int arity, ScalarType type)
        => Rows.FirstOrDefault(row => row.Name == name && row.Arity == arity && (row.TakesIntegers || type.IsFloating()));

    // √(∑ (x − mean)²/n): of all, not of a sample.
    private static Expression StandardDeviation(Folding all)
    {
        Expression mean = all.Sum(static x => x[0]) / all.Count;
        return Functions.Sqrt(all.Sum(x => (x[0] - mean) * (x[0] - mean)) / all.Count);
    }

    private static Expression Square(ImmutableArray<Expression> x) => x[0] * x[0];
}
