using System.Numerics;
using System.Runtime.CompilerServices;

namespace SymDiff;

/// <summary>As many elements as the machine has lanes.</summary>
internal readonly struct VectorLanes<T>(Vector<T> elements) : ILanes<VectorLanes<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector<T> elements = elements;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> Fill(double value) => new(Vector.Create(T.CreateTruncating(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> Load(ref readonly T origin, int index) => new(Vector.LoadUnsafe(in origin, (nuint)index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T origin, int index) => elements.StoreUnsafe(ref origin, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> SquareRoot(VectorLanes<T> x) => new(Vector.SquareRoot(x.elements));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> Max(VectorLanes<T> x, VectorLanes<T> y) => new(Vector.Max(x.elements, y.elements));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> operator +(VectorLanes<T> left, VectorLanes<T> right) => new(left.elements + right.elements);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> operator -(VectorLanes<T> left, VectorLanes<T> right) => new(left.elements - right.elements);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> operator *(VectorLanes<T> left, VectorLanes<T> right) => new(left.elements * right.elements);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> operator /(VectorLanes<T> left, VectorLanes<T> right) => new(left.elements / right.elements);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes<T> operator -(VectorLanes<T> value) => new(-value.elements);
}
