using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>Softmax regression of 64 inputs and 10 classes by hand: blocks of rows, products of five classes at a time, exponentials and logarithms in lanes.</summary>
internal sealed class HandWrittenSoftmax
{
    private const int Inputs = 64;
    private const int Classes = 10;

    // Classes with places to fill two vectors; rows whose contributions to a weight are added before it is written.
    private const int Places = 16;
    private const int Together = 8;

    private readonly double[] _scores = new double[Together * Places];
    private readonly double[] _totals = new double[Together];

    // Compiled at once as good as it gets, as generated code is: else the ratio would depend on when the run-time gets round to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Loss(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, ReadOnlySpan<double> rows, ReadOnlySpan<int> labels, Span<double> weightsGradient, Span<double> biasesGradient)
    {
        weightsGradient.Clear();
        biasesGradient.Clear();
        double sum = 0;
        double scale = 1.0 / labels.Length;
        for (int first = 0; first < labels.Length; first += Together)
        {
            Array.Fill(_scores, double.NegativeInfinity);
            for (int row = 0; row < Together; row++)
            {
                ref double x = ref MemoryMarshal.GetReference(rows.Slice((first + row) * Inputs, Inputs));
                Span<double> scores = _scores.AsSpan(row * Places, Places);
                Products(ref MemoryMarshal.GetReference(weights), ref x, scores);
                Products(ref MemoryMarshal.GetReference(weights[(5 * Inputs)..]), ref x, scores[5..]);
                double largest = double.NegativeInfinity;
                for (int k = 0; k < Classes; k++)
                {
                    scores[k] += biases[k];
                    largest = Math.Max(largest, scores[k]);
                }

                int label = labels[first + row];
                sum += largest - scores[label];
                Vector512<double> e0 = Lanes.Exp(Vector512.Create<double>(scores) - Vector512.Create(largest));
                Vector512<double> e1 = Lanes.Exp(Vector512.Create<double>(scores[Vector512<double>.Count..]) - Vector512.Create(largest));
                double total = Vector512.Sum(e0 + e1);
                _totals[row] = total;
                (e0 * (scale / total)).CopyTo(scores);
                (e1 * (scale / total)).CopyTo(scores[Vector512<double>.Count..]);
                scores[label] -= scale;
                for (int k = 0; k < Classes; k++)
                {
                    biasesGradient[k] += scores[k];
                }
            }

            sum += Vector512.Sum(Lanes.Log(Vector512.Create(_totals)));
            ref double block = ref MemoryMarshal.GetReference(rows.Slice(first * Inputs, Together * Inputs));
            for (int k = 0; k < Classes; k++)
            {
                AddProducts(ref MemoryMarshal.GetReference(weightsGradient.Slice(k * Inputs, Inputs)), ref _scores[k], ref block);
            }
        }

        return sum / labels.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products(ref double weights, ref double x, Span<double> scores)
    {
        Vector512<double> z0 = default, z1 = default, z2 = default, z3 = default, z4 = default;
        for (nuint j = 0; j < Inputs; j += (nuint)Vector512<double>.Count)
        {
            Vector512<double> xj = Vector512.LoadUnsafe(ref x, j);
            z0 = Vector512.FusedMultiplyAdd(xj, Vector512.LoadUnsafe(ref weights, j), z0);
            z1 = Vector512.FusedMultiplyAdd(xj, Vector512.LoadUnsafe(ref weights, j + Inputs), z1);
            z2 = Vector512.FusedMultiplyAdd(xj, Vector512.LoadUnsafe(ref weights, j + (2 * Inputs)), z2);
            z3 = Vector512.FusedMultiplyAdd(xj, Vector512.LoadUnsafe(ref weights, j + (3 * Inputs)), z3);
            z4 = Vector512.FusedMultiplyAdd(xj, Vector512.LoadUnsafe(ref weights, j + (4 * Inputs)), z4);
        }

        scores[0] = Vector512.Sum(z0);
        scores[1] = Vector512.Sum(z1);
        scores[2] = Vector512.Sum(z2);
        scores[3] = Vector512.Sum(z3);
        scores[4] = Vector512.Sum(z4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProducts(ref double gradient, ref double slopes, ref double block)
    {
        for (nuint half = 0; half < Together; half += 4)
        {
            Vector512<double> d0 = Vector512.Create(Unsafe.Add(ref slopes, half * Places)), d1 = Vector512.Create(Unsafe.Add(ref slopes, (half + 1) * Places));
            Vector512<double> d2 = Vector512.Create(Unsafe.Add(ref slopes, (half + 2) * Places)), d3 = Vector512.Create(Unsafe.Add(ref slopes, (half + 3) * Places));
            for (nuint j = 0; j < Inputs; j += (nuint)Vector512<double>.Count)
            {
                nuint place = (half * Inputs) + j;
                Vector512<double> total = Vector512.LoadUnsafe(ref gradient, j);
                total = Vector512.FusedMultiplyAdd(d0, Vector512.LoadUnsafe(ref block, place), total);
                total = Vector512.FusedMultiplyAdd(d1, Vector512.LoadUnsafe(ref block, place + Inputs), total);
                total = Vector512.FusedMultiplyAdd(d2, Vector512.LoadUnsafe(ref block, place + (2 * Inputs)), total);
                total = Vector512.FusedMultiplyAdd(d3, Vector512.LoadUnsafe(ref block, place + (3 * Inputs)), total);
                total.StoreUnsafe(ref gradient, j);
            }
        }
    }
}
