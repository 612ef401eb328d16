using System.Numerics;
using System.Runtime.CompilerServices;

namespace SymDiff;

/// <summary>A single element: for what is left over by <see cref="VectorLanes{T}"/>.</summary>
internal readonly struct ScalarLane<T>(T element) : ILanes<ScalarLane<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T element = element;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Fill(double value) => new(T.CreateTruncating(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Load(ref readonly T origin, int index) => new(Unsafe.Add(ref Unsafe.AsRef(in origin), index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T origin, int index) => Unsafe.Add(ref origin, index) = element;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> SquareRoot(ScalarLane<T> x) => new(T.Sqrt(x.element));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Max(ScalarLane<T> x, ScalarLane<T> y) => new(T.Max(x.element, y.element));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator +(ScalarLane<T> left, ScalarLane<T> right) => new(left.element + right.element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator -(ScalarLane<T> left, ScalarLane<T> right) => new(left.element - right.element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator *(ScalarLane<T> left, ScalarLane<T> right) => new(left.element * right.element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator /(ScalarLane<T> left, ScalarLane<T> right) => new(left.element / right.element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator -(ScalarLane<T> value) => new(-value.element);
}
