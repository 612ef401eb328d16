using System.Numerics;

namespace SymDiff;

/// <summary>
/// Neighbouring elements that are computed with at once, or a single one: an update is written once, for both. Every operation is IEEE's, rounded once and
/// never contracted to a fused multiply-add, so that the results are the same bit for bit, however many lanes there are.
/// </summary>
internal interface ILanes<TSelf, T> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>,
    IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    static abstract int Count { get; }

    /// <summary>The number, rounded to the precision of <typeparamref name="T"/>, in all lanes.</summary>
    static abstract TSelf Fill(double value);

    static abstract TSelf Load(ref readonly T origin, int index);

    static abstract TSelf SquareRoot(TSelf x);

    /// <summary>The greater; NaN if either is NaN.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    void Store(ref T origin, int index);
}
