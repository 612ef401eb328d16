using System.Numerics.Tensors;
using SymDiff;

namespace Consumer;

/// <summary>A model with a layer of the package's and a parameter of its own.</summary>
[Model]
public sealed partial class Layers
{
    /// <summary>The layer.</summary>
    public Linear Layer { get; } = new(2, 1, new Random(1));

    /// <summary>What its output is multiplied with.</summary>
    [Parameter]
    public partial float Scale { get; set; }

    /// <summary>The mean squared error.</summary>
    [Differentiable]
    public float Loss(Tensor<float> x, Tensor<float> y) => Losses.MeanSquaredError(y, Layer.Forward(x) * Scale);
}
