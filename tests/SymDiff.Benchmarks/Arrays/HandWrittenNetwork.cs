using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SymDiff.Numerics;

namespace SymDiff.Benchmarks.Arrays;

/// <summary>The network of 32 inputs and 64 units by hand: scalar, and in lanes of units, with the weights turned round once so that a step along an input's weights is a step in memory.</summary>
internal sealed class HandWrittenNetwork
{
    private const int Inputs = 32;
    private const int Units = 64;

    // Samples whose contributions to a weight are added before it is written.
    private const int Together = 4;

    private readonly float[] _turned = new float[Inputs * Units];
    private readonly float[] _gradient = new float[Inputs * Units];
    private readonly float[] _slopes = new float[Together * Units];

    // Compiled at once as well as it gets, as generated code is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Lanes(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, ReadOnlySpan<float> output, float outputBias, ReadOnlySpan<float> x, ReadOnlySpan<float> y,
        Span<float> weightsGradient, Span<float> biasesGradient, Span<float> outputGradient, out float outputBiasGradient)
    {
        int width = Vector512<float>.Count;
        for (int unit = 0; unit < Units; unit++)
        {
            for (int i = 0; i < Inputs; i++)
            {
                _turned[(i * Units) + unit] = weights[(unit * Inputs) + i];
            }
        }

        Array.Clear(_gradient);
        biasesGradient.Clear();
        outputGradient.Clear();
        outputBiasGradient = 0;
        float sum = 0;
        float scale = 2f / y.Length;
        ref float turned = ref MemoryMarshal.GetArrayDataReference(_turned);
        ref float slopes = ref MemoryMarshal.GetArrayDataReference(_slopes);
        for (int first = 0; first < y.Length; first += Together)
        {
            for (int k = 0; k < Together; k++)
            {
                ReadOnlySpan<float> sample = x.Slice((first + k) * Inputs, Inputs);
                Vector512<float> z0 = Vector512.Create(biases), z1 = Vector512.Create(biases[width..]), z2 = Vector512.Create(biases[(2 * width)..]), z3 = Vector512.Create(biases[(3 * width)..]);
                for (int i = 0; i < Inputs; i++)
                {
                    Vector512<float> xi = Vector512.Create(sample[i]);
                    z0 = Vector512.FusedMultiplyAdd(xi, Vector512.LoadUnsafe(ref turned, (nuint)(i * Units)), z0);
                    z1 = Vector512.FusedMultiplyAdd(xi, Vector512.LoadUnsafe(ref turned, (nuint)((i * Units) + width)), z1);
                    z2 = Vector512.FusedMultiplyAdd(xi, Vector512.LoadUnsafe(ref turned, (nuint)((i * Units) + (2 * width))), z2);
                    z3 = Vector512.FusedMultiplyAdd(xi, Vector512.LoadUnsafe(ref turned, (nuint)((i * Units) + (3 * width))), z3);
                }

                Span<float> hidden = _slopes.AsSpan(k * Units, Units);
                z0.CopyTo(hidden);
                z1.CopyTo(hidden[width..]);
                z2.CopyTo(hidden[(2 * width)..]);
                z3.CopyTo(hidden[(3 * width)..]);
                Vector512<float> products = default;
                for (int unit = 0; unit < Units; unit += width)
                {
                    Vector512<float> h = SymDiff.Numerics.Lanes.Tanh(Vector512.Create<float>(hidden[unit..]));
                    products += h * Vector512.Create(output[unit..]);
                    h.CopyTo(hidden[unit..]);
                }

                float error = Vector512.Sum(products) + outputBias - y[first + k];
                sum += error * error;
                float slope = scale * error;
                outputBiasGradient += slope;
                for (int unit = 0; unit < Units; unit += width)
                {
                    Vector512<float> h = Vector512.Create<float>(hidden[unit..]);
                    (Vector512.Create<float>(outputGradient[unit..]) + (slope * h)).CopyTo(outputGradient[unit..]);
                    Vector512<float> dz = slope * Vector512.Create(output[unit..]) * (Vector512<float>.One - (h * h));
                    (Vector512.Create<float>(biasesGradient[unit..]) + dz).CopyTo(biasesGradient[unit..]);
                    dz.CopyTo(hidden[unit..]);
                }
            }

            AddProducts(x.Slice(first * Inputs, Together * Inputs), ref slopes);
        }

        for (int unit = 0; unit < Units; unit++)
        {
            for (int i = 0; i < Inputs; i++)
            {
                weightsGradient[(unit * Inputs) + i] = _gradient[(i * Units) + unit];
            }
        }

        return sum / y.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddProducts(ReadOnlySpan<float> samples, ref float slopes)
    {
        ref float gradient = ref MemoryMarshal.GetArrayDataReference(_gradient);
        for (int unit = 0; unit < Units; unit += Vector512<float>.Count)
        {
            Vector512<float> d0 = Vector512.LoadUnsafe(ref slopes, (nuint)unit), d1 = Vector512.LoadUnsafe(ref slopes, (nuint)(Units + unit));
            Vector512<float> d2 = Vector512.LoadUnsafe(ref slopes, (nuint)((2 * Units) + unit)), d3 = Vector512.LoadUnsafe(ref slopes, (nuint)((3 * Units) + unit));
            for (int i = 0; i < Inputs; i++)
            {
                nuint place = (nuint)((i * Units) + unit);
                Vector512<float> total = Vector512.LoadUnsafe(ref gradient, place);
                total = Vector512.FusedMultiplyAdd(Vector512.Create(samples[i]), d0, total);
                total = Vector512.FusedMultiplyAdd(Vector512.Create(samples[Inputs + i]), d1, total);
                total = Vector512.FusedMultiplyAdd(Vector512.Create(samples[(2 * Inputs) + i]), d2, total);
                total = Vector512.FusedMultiplyAdd(Vector512.Create(samples[(3 * Inputs) + i]), d3, total);
                total.StoreUnsafe(ref gradient, place);
            }
        }
    }

    public float Scalar(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, ReadOnlySpan<float> output, float outputBias, ReadOnlySpan<float> x, ReadOnlySpan<float> y,
        Span<float> weightsGradient, Span<float> biasesGradient, Span<float> outputGradient, out float outputBiasGradient)
    {
        weightsGradient.Clear();
        biasesGradient.Clear();
        outputGradient.Clear();
        outputBiasGradient = 0;
        float sum = 0;
        Span<float> hidden = _slopes.AsSpan(0, Units);
        for (int sample = 0; sample < y.Length; sample++)
        {
            ReadOnlySpan<float> inputs = x.Slice(sample * Inputs, Inputs);
            float prediction = outputBias;
            for (int unit = 0; unit < Units; unit++)
            {
                float z = biases[unit];
                ReadOnlySpan<float> row = weights.Slice(unit * Inputs, Inputs);
                for (int i = 0; i < row.Length; i++)
                {
                    z += row[i] * inputs[i];
                }

                hidden[unit] = MathF.Tanh(z);
                prediction += output[unit] * hidden[unit];
            }

            float error = prediction - y[sample];
            sum += error * error;
            float slope = 2f / y.Length * error;
            outputBiasGradient += slope;
            for (int unit = 0; unit < Units; unit++)
            {
                outputGradient[unit] += slope * hidden[unit];
                float dz = slope * output[unit] * (1 - (hidden[unit] * hidden[unit]));
                biasesGradient[unit] += dz;
                Span<float> row = weightsGradient.Slice(unit * Inputs, Inputs);
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += dz * inputs[i];
                }
            }
        }

        return sum / y.Length;
    }
}
