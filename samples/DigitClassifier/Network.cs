using System.Numerics.Tensors;
using SymDiff;

namespace DigitClassifier;

/// <summary>Two layers: the pixels to features, the features to a score for each digit.</summary>
[Model]
internal sealed partial class Network(int pixels, int features, int digits, Random random)
{
    public Linear Hidden { get; } = new(pixels, features, random);

    public Linear Output { get; } = new(features, digits, random);

    /// <summary>The scores of the digits, for images row by row.</summary>
    public Tensor<float> Forward(Tensor<float> images) => Output.Forward(Activations.Relu(Hidden.Forward(images)));

    [Differentiable]
    public float Loss(Tensor<float> images, Tensor<int> labels) => Losses.CrossEntropy(labels, Forward(images));
}
