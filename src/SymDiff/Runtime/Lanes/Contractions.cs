#if NET
using System.ComponentModel;

namespace SymDiff.Runtime;

/// <summary>
/// For generated code: products of matrices and vectors, several rows at a time. A matrix is a range of an array: row r starts at start + r·stride. The lanes are the same on every machine, and
/// what comes out for a row doesn't depend on the rows beside it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Contractions
{
    /// <summary><c>target[r] += Σ matrix[r, c]·vector[c]</c></summary>
    /// <param name="target">What is added to; it shares no memory with the others.</param>
    /// <param name="targetStart">The element for the first row.</param>
    /// <param name="matrix">Where the rows are.</param>
    /// <param name="start">The first element of the first row.</param>
    /// <param name="stride">How far it is from one row to the next.</param>
    /// <param name="vector">What the rows are multiplied with.</param>
    /// <param name="vectorStart">Its first element.</param>
    /// <param name="rows">How many rows there are; none below 1.</param>
    /// <param name="columns">How many elements there are to a row; none below 1.</param>
    /// <param name="isSubtracted">Whether it is subtracted rather than added.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer elements.</exception>
    public static void RowsTimesVector(
        Span<double> target, int targetStart, ReadOnlySpan<double> matrix, int start, int stride, ReadOnlySpan<double> vector, int vectorStart, int rows, int columns, bool isSubtracted = false)
        => ContractionKernels<double, DoubleLanes>.RowsTimesVector(target, targetStart, matrix, start, stride, vector, vectorStart, rows, columns, isSubtracted);

    /// <inheritdoc cref="RowsTimesVector(Span{double}, int, ReadOnlySpan{double}, int, int, ReadOnlySpan{double}, int, int, int, bool)"/>
    public static void RowsTimesVector(
        Span<float> target, int targetStart, ReadOnlySpan<float> matrix, int start, int stride, ReadOnlySpan<float> vector, int vectorStart, int rows, int columns, bool isSubtracted = false)
        => ContractionKernels<float, SingleLanes>.RowsTimesVector(target, targetStart, matrix, start, stride, vector, vectorStart, rows, columns, isSubtracted);

    /// <summary><c>target[c] += Σ matrix[r, c]·factors[r]</c>, rows in order.</summary>
    /// <param name="target">What is added to; it shares no memory with the others.</param>
    /// <param name="targetStart">The element for the first column.</param>
    /// <param name="matrix">Where the rows are.</param>
    /// <param name="start">The first element of the first row.</param>
    /// <param name="stride">How far it is from one row to the next.</param>
    /// <param name="factors">What the rows are multiplied with.</param>
    /// <param name="factorsStart">That of the first row.</param>
    /// <param name="rows">How many rows there are; none below 1.</param>
    /// <param name="columns">How many elements there are to a row; none below 1.</param>
    /// <param name="isSubtracted">Whether it is subtracted rather than added.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer elements.</exception>
    public static void CombinationOfRows(
        Span<double> target, int targetStart, ReadOnlySpan<double> matrix, int start, int stride, ReadOnlySpan<double> factors, int factorsStart, int rows, int columns, bool isSubtracted = false)
        => ContractionKernels<double, DoubleLanes>.CombinationOfRows(target, targetStart, matrix, start, stride, factors, factorsStart, rows, columns, isSubtracted);

    /// <inheritdoc cref="CombinationOfRows(Span{double}, int, ReadOnlySpan{double}, int, int, ReadOnlySpan{double}, int, int, int, bool)"/>
    public static void CombinationOfRows(
        Span<float> target, int targetStart, ReadOnlySpan<float> matrix, int start, int stride, ReadOnlySpan<float> factors, int factorsStart, int rows, int columns, bool isSubtracted = false)
        => ContractionKernels<float, SingleLanes>.CombinationOfRows(target, targetStart, matrix, start, stride, factors, factorsStart, rows, columns, isSubtracted);

    /// <summary><c>matrix[r, c] += factors[r]·vector[c]</c></summary>
    /// <param name="matrix">What is added to; it shares no memory with the others.</param>
    /// <param name="start">The first element of the first row.</param>
    /// <param name="stride">How far it is from one row to the next.</param>
    /// <param name="factors">What the vector is multiplied with for each row.</param>
    /// <param name="factorsStart">That of the first row.</param>
    /// <param name="vector">What is added to each row, multiplied.</param>
    /// <param name="vectorStart">Its first element.</param>
    /// <param name="rows">How many rows there are; none below 1.</param>
    /// <param name="columns">How many elements there are to a row; none below 1.</param>
    /// <param name="isSubtracted">Whether it is subtracted rather than added.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer elements.</exception>
    public static void OuterProduct(
        Span<double> matrix, int start, int stride, ReadOnlySpan<double> factors, int factorsStart, ReadOnlySpan<double> vector, int vectorStart, int rows, int columns, bool isSubtracted = false)
        => ContractionKernels<double, DoubleLanes>.OuterProduct(matrix, start, stride, factors, factorsStart, vector, vectorStart, rows, columns, isSubtracted);

    /// <inheritdoc cref="OuterProduct(Span{double}, int, int, ReadOnlySpan{double}, int, ReadOnlySpan{double}, int, int, int, bool)"/>
    public static void OuterProduct(
        Span<float> matrix, int start, int stride, ReadOnlySpan<float> factors, int factorsStart, ReadOnlySpan<float> vector, int vectorStart, int rows, int columns, bool isSubtracted = false)
        => ContractionKernels<float, SingleLanes>.OuterProduct(matrix, start, stride, factors, factorsStart, vector, vectorStart, rows, columns, isSubtracted);
}
#endif
