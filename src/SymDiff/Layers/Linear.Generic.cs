using System.Numerics;
using System.Numerics.Tensors;

namespace SymDiff;

/// <summary>The layer x·Wᵀ + b, in single or double precision: <c>torch.nn.Linear</c>.</summary>
/// <remarks>
/// At the beginning weights and biases are drawn evenly between ±1/√inputs, as in PyTorch, though not the same ones. A method marked <c>[Differentiable]</c> may call
/// the layer of a model: it is differentiated as a part of it.
/// </remarks>
/// <typeparam name="T">Type of the parameters: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <example><code>
/// [Model]
/// public sealed partial class LinearRegression(int inputs, int outputs)
/// {
///     public Linear&lt;double&gt; Layer { get; } = new(inputs, outputs);
///
///     [Differentiable]
///     public double Loss(Tensor&lt;double&gt; x, Tensor&lt;double&gt; y) =&gt; Losses.MeanSquaredError(y, Layer.Forward(x));
/// }
/// </code></example>
[Model]
public sealed partial class Linear<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes a layer.</summary>
    /// <param name="inputs">How many numbers go in.</param>
    /// <param name="outputs">How many come out.</param>
    /// <param name="random">Where the first weights are drawn from; left out: <see cref="Random.Shared"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputs"/> or <paramref name="outputs"/> isn't positive.</exception>
    public Linear(int inputs, int outputs, Random? random = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        (Inputs, Outputs) = (inputs, outputs);
        LinearLayer.Draw(Weight, inputs, random ?? Random.Shared);
        LinearLayer.Draw(Bias, inputs, random ?? Random.Shared);
    }

    /// <summary>How many numbers go in.</summary>
    public int Inputs { get; }

    /// <summary>How many come out.</summary>
    public int Outputs { get; }

    /// <summary>W: outputs × inputs, in row-major order.</summary>
    [Parameter(nameof(Outputs), nameof(Inputs))]
    public partial Span<T> Weight { get; }

    /// <summary>b: one for each output.</summary>
    [Parameter(nameof(Outputs))]
    public partial Span<T> Bias { get; }

    /// <summary>Calculates the outputs for one vector, or for several, one after the other.</summary>
    /// <param name="x">The inputs: a whole number of vectors.</param>
    /// <param name="destination">Where the outputs go, as many vectors. It must not overlap the inputs.</param>
    /// <exception cref="ArgumentException">The lengths don't fit.</exception>
    public void Forward(ReadOnlySpan<T> x, Span<T> destination) => LinearLayer.Forward(Weight, Bias, x, destination);

    /// <summary>Calculates the outputs for one vector, or for vectors along the last axis.</summary>
    /// <param name="x">The inputs.</param>
    /// <returns>The outputs: of the same shape but for the last axis.</returns>
    /// <exception cref="ArgumentException">The last axis hasn't the length of <see cref="Inputs"/>.</exception>
    public Tensor<T> Forward(Tensor<T> x) => LinearLayer.Forward(Weight, Bias, x);
}
