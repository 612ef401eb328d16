using System.Numerics;
using System.Numerics.Tensors;
using SymDiff.Runtime;

namespace SymDiff;

/// <summary>What <see cref="Linear"/> and <see cref="Linear{T}"/> have in common.</summary>
internal static class LinearLayer
{
    /// <summary>Draws evenly between ±1/√inputs.</summary>
    public static void Draw<T>(Span<T> numbers, int inputs, Random random)
        where T : IFloatingPointIeee754<T>
    {
        double bound = 1 / Math.Sqrt(inputs);
        foreach (ref T number in numbers)
        {
            number = T.CreateChecked(((2 * random.NextDouble()) - 1) * bound);
        }
    }

    /// <summary>x·Wᵀ + b for each row of x.</summary>
    public static void Forward<T>(ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
    {
        int outputs = bias.Length;
        int inputs = weight.Length / outputs;
        int rows = x.Length / inputs;
        if (x.Length != rows * inputs)
        {
            throw new ArgumentException($"{x.Length} numbers aren't vectors of {inputs}.", nameof(x));
        }

        if (destination.Length != rows * outputs)
        {
            throw new ArgumentException($"The destination has {destination.Length} elements, and {rows * outputs} come out.", nameof(destination));
        }

        for (int row = 0; row < rows; row++)
        {
            for (int output = 0; output < outputs; output++)
            {
                T sum = bias[output];
                for (int input = 0; input < inputs; input++)
                {
                    sum += weight[output * inputs + input] * x[row * inputs + input];
                }

                destination[row * outputs + output] = sum;
            }
        }
    }

    /// <inheritdoc cref="Forward{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T})"/>
    public static Tensor<T> Forward<T>(ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Tensor<T> x)
        where T : IFloatingPointIeee754<T>
    {
        int inputs = weight.Length / bias.Length;
        if (TensorShapes.LastLength(x) != inputs)
        {
            throw new ArgumentException($"The last axis of {TensorShapes.Describe(x)} hasn't the length {inputs}.", nameof(x));
        }

        return TensorElements.WithLastLength(Rows(weight, bias, TensorElements.Of(x)), x, bias.Length);
    }

    /// <summary>The same of vectors one after the other. The generator knows what it calculates: see its rule for layers.</summary>
    private static T[] Rows<T>(ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T[] rows = new T[x.Length / (weight.Length / bias.Length) * bias.Length];
        Forward(weight, bias, x, rows);
        return rows;
    }
}
