using SymDiff.Symbolics.Expressions;

namespace SymDiff.Symbolics.Scheduling;

/// <summary>
/// Two loops, one in the other, that add products of elements of two arrays to elements of a third: the products of a matrix and a vector, or of two vectors. The library has a kernel for each kind,
/// which takes several rows at a time.
/// </summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Target">What is added to.</param>
/// <param name="Left">The matrix, where one is read; else the factors of the rows.</param>
/// <param name="Right">The vector along the columns, or the factors of the rows where the matrix is <paramref name="Left"/> and the target goes along the columns.</param>
/// <param name="Rows">How many steps the outer loop has; below 0: none.</param>
/// <param name="Columns">How many steps the inner loop has; below 0: none.</param>
/// <param name="IsSubtracted">Whether it is subtracted rather than added.</param>
public sealed record Contraction(ContractionKind Kind, ArrayWalk Target, ArrayWalk Left, ArrayWalk Right, Expression Rows, Expression Columns, bool IsSubtracted);

/// <summary>What is multiplied with what.</summary>
public enum ContractionKind
{
    /// <summary><c>target[r] += Σ matrix[r, c]·vector[c]</c></summary>
    RowsTimesVector,

    /// <summary><c>target[c] += Σ matrix[r, c]·factors[r]</c></summary>
    CombinationOfRows,

    /// <summary><c>target[r, c] += factors[r]·vector[c]</c></summary>
    OuterProduct,
}

/// <summary>How two loops go through an array: the element in row r and column c is at start + r·stride, plus c if it goes along the columns.</summary>
/// <param name="Array">An array of one dimension.</param>
/// <param name="Start">The element of the first step of both loops.</param>
/// <param name="Stride">How far it is to the next row.</param>
/// <param name="IsAlongColumns">Whether the next column is the next element; else it's the same.</param>
public sealed record ArrayWalk(Symbol Array, Expression Start, Expression Stride, bool IsAlongColumns);
