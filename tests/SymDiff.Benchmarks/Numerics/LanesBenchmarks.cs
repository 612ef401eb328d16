using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace SymDiff.Benchmarks.Numerics;

/// <summary>
/// The functions of Lanes in a loop over an array, against those of Math and of TensorPrimitives (which are calls of the framework's functions of vectors). Times
/// are for one element.
/// </summary>
[GenericTypeArguments(typeof(Exp))]
[GenericTypeArguments(typeof(Log))]
[GenericTypeArguments(typeof(Sin))]
[GenericTypeArguments(typeof(Tanh))]
[GenericTypeArguments(typeof(Sigmoid))]
[GenericTypeArguments(typeof(Pow))]
[GenericTypeArguments(typeof(Atan))]
[GenericTypeArguments(typeof(Cbrt))]
[CategoriesColumn]
public class LanesBenchmarks<TFunction>
    where TFunction : IElementaryFunction
{
    private const int Count = 2048;

    private readonly double[] x = new double[Count];
    private readonly float[] xOfSingles = new float[Count];
    private readonly double[] y = new double[Count + 72]; // no multiple of 4096 bytes after x
    private readonly float[] yOfSingles = new float[Count + 144];

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        for (int i = 0; i < Count; i++)
        {
            x[i] = 0.1 + (2.8 * random.NextDouble());
            xOfSingles[i] = (float)x[i];
        }
    }

    [Benchmark(OperationsPerInvoke = Count, Baseline = true), BenchmarkCategory("double")]
    public void Math()
    {
        for (int i = 0; i < Count; i++)
            y[i] = TFunction.Scalar(x[i]);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("double")]
    public void TensorPrimitives() => TFunction.Tensor(x, y.AsSpan(0, Count));

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("double")]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Lanes()
    {
        ref double from = ref MemoryMarshal.GetArrayDataReference(x);
        ref double to = ref MemoryMarshal.GetArrayDataReference(y);
        if (Vector512.IsHardwareAccelerated)
        {
            for (nuint i = 0; i < Count; i += (nuint)Vector512<double>.Count)
                TFunction.Of(Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
        else
        {
            for (nuint i = 0; i < Count; i += (nuint)Vector256<double>.Count)
                TFunction.Of(Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
    }

    [Benchmark(OperationsPerInvoke = Count, Baseline = true), BenchmarkCategory("float")]
    public void MathOfSingles()
    {
        for (int i = 0; i < Count; i++)
            yOfSingles[i] = TFunction.Scalar(xOfSingles[i]);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("float")]
    public void TensorPrimitivesOfSingles() => TFunction.Tensor(xOfSingles, yOfSingles.AsSpan(0, Count));

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("float")]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void LanesOfSingles()
    {
        ref float from = ref MemoryMarshal.GetArrayDataReference(xOfSingles);
        ref float to = ref MemoryMarshal.GetArrayDataReference(yOfSingles);
        if (Vector512.IsHardwareAccelerated)
        {
            for (nuint i = 0; i < Count; i += (nuint)Vector512<float>.Count)
                TFunction.Of(Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
        else
        {
            for (nuint i = 0; i < Count; i += (nuint)Vector256<float>.Count)
                TFunction.Of(Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
    }
}
