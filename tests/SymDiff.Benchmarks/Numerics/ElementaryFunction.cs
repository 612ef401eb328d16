using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Benchmarks.Numerics;

/// <summary>A function in the forms that are compared. A type argument, because a delegate couldn't be inlined.</summary>
public interface IElementaryFunction
{
    static abstract double Scalar(double x);

    static abstract float Scalar(float x);

    static abstract void Tensor(ReadOnlySpan<double> x, Span<double> y);

    static abstract void Tensor(ReadOnlySpan<float> x, Span<float> y);

    static abstract Vector256<double> Of(Vector256<double> x);

    static abstract Vector512<double> Of(Vector512<double> x);

    static abstract Vector256<float> Of(Vector256<float> x);

    static abstract Vector512<float> Of(Vector512<float> x);
}

public readonly struct Exp : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => Math.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => MathF.Exp(x);

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Exp(x, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Exp(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Exp(x);
}

public readonly struct Log : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => Math.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => MathF.Log(x);

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Log(x, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Log(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Log(x);
}

public readonly struct Sin : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => Math.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => MathF.Sin(x);

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Sin(x, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Sin(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Sin(x);
}

public readonly struct Tanh : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => Math.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => MathF.Tanh(x);

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Tanh(x, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Tanh(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Tanh(x);
}

public readonly struct Sigmoid : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => 1 / (1 + Math.Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => 1 / (1 + MathF.Exp(-x));

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Sigmoid(x, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Sigmoid(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Sigmoid(x);
}

public readonly struct Pow : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => Math.Pow(x, 1.7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => MathF.Pow(x, 1.7f);

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Pow(x, 1.7, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Pow(x, 1.7f, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Pow(x, Vector256.Create(1.7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Pow(x, Vector512.Create(1.7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Pow(x, Vector256.Create(1.7f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Pow(x, Vector512.Create(1.7f));
}

public readonly struct Atan : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => Math.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => MathF.Atan(x);

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Atan(x, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Atan(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Atan(x);
}

public readonly struct Cbrt : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar(double x) => Math.Cbrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scalar(float x) => MathF.Cbrt(x);

    public static void Tensor(ReadOnlySpan<double> x, Span<double> y) => TensorPrimitives.Cbrt(x, y);

    public static void Tensor(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Cbrt(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x) => Lanes.Cbrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x) => Lanes.Cbrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x) => Lanes.Cbrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x) => Lanes.Cbrt(x);
}
